"""A reader reports an error or objects: kept for the editors, and public only by their hand."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client

from positions.models import Challenge, Statement
from positions.publishing import reports
from positions.views.details.report import SIGNER
from tests.cast import Cast
from tests.views.pages import opened

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]
PLEA = "/statements/plea/report/"
WORDS = "Hushreport: the letter says “robots”."


@pytest.fixture(autouse=True)
def counted_anew(settings: Any, tmp_path: Path) -> None:
    settings.REPORTS_DIR = tmp_path


def opened_before(seconds: float, slug: str = "plea") -> str:
    """What a form carries that was opened so long ago."""
    with patch("django.core.signing.time.time", return_value=time.time() - seconds):
        return SIGNER.sign(slug)


def sent(client: Client, **fields: str) -> Any:
    typed = {"opened": opened_before(60), "report": WORDS, "website": "", **fields}
    return client.post(PLEA, typed, follow=True)


def test_a_report_waits_for_the_editors_and_nothing_of_it_is_public(
    client: Client, settings: Any
) -> None:
    page = opened("/statements/plea/")
    assert PLEA in page.links
    answer = sent(client, challenger_name="Hush Reader", reply_to="hush@mail.example")
    assert answer.redirect_chain == [(f"{PLEA}received/", 302)]
    assert not client.cookies
    made = Challenge.objects.get(report=WORDS)
    assert (made.statement.slug, made.is_public, made.is_open) == ("plea", False, True)
    assert (made.challenger_name, made.reply_to) == ("Hush Reader", "hush@mail.example")
    for address in ("/statements/plea/", "/statements/plea.json", f"{PLEA}received/", PLEA):
        assert "hush" not in client.get(address).content.decode().lower()
    assert f"challenge-{made.pk}" not in opened("/statements/plea/").ids
    assert mail.outbox == []


def test_the_publisher_is_told_that_it_waits_and_nothing_that_it_says(
    client: Client, settings: Any
) -> None:
    settings.EMAIL_HOST, settings.PUBLISHER_EMAIL = "mail.example", "desk@tracker.example"
    sent(client, challenger_name="Hush Reader")
    [told] = mail.outbox
    assert told.to == ["desk@tracker.example"]
    assert f"/admin/positions/challenge/{Challenge.objects.get(report=WORDS).pk}/" in told.body
    assert "Hush" not in told.subject + str(told.body)
    with patch.object(EmailMessage, "send", side_effect=ConnectionRefusedError):
        sent(client, report="Another.")
    assert Challenge.objects.filter(report="Another.").exists()


def test_the_same_sent_twice_is_one_report(client: Client) -> None:
    sent(client)
    assert sent(client).status_code == 200
    assert Challenge.objects.filter(report=WORDS).count() == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"report": " "}, "Say what is wrong."),
        ({"report": "\u200b\u2060"}, "Nothing of it can be seen: write it in words."),
        ({"report": "x" * 2_001}, "2,001 characters; at most 2,000."),
        ({"report": "A bell\a."}, "U+0007 (bell) at character 7: delete it."),
        ({"reply_to": "nobody"}, "Enter a valid email address."),
        ({"challenger_name": "x" * 201}, "201 characters; at most 200."),
        ({"opened": -600}, "quicker than one can write"),
        ({"opened": 90_000}, "open for more than a day"),
        ({"opened": opened_before(60, "remark")}, "The form came incomplete."),
        ({"opened": "forged"}, "The form came incomplete."),
    ],
)
def test_what_cannot_be_kept_is_refused_and_stays_typed(
    fields: dict[str, Any], said: str, client: Client
) -> None:
    if isinstance(seconds := fields.get("opened"), int):
        fields = {"opened": opened_before(seconds)}  # that long before this test
    answer = sent(client, **{"challenger_name": "An Example", **fields})
    assert answer.status_code == 400
    text = answer.content.decode()
    assert said in text
    assert fields.get("challenger_name", "An Example") in text
    assert not Challenge.objects.filter(is_public=False).exists()
    again = re.search(r'name="opened" value="([^"]+)"', text)
    assert again
    assert again[1].startswith("plea:")


def test_a_program_that_fills_in_every_box_is_thanked_and_not_kept(client: Client) -> None:
    answer = sent(client, website="https://pills.example")
    assert answer.redirect_chain == [(f"{PLEA}received/", 302)]
    assert not Challenge.objects.filter(is_public=False).exists()


def test_a_full_queue_takes_no_more(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "MOST_WAITING", 1)
    sent(client)
    answer = sent(client, report="Another.")
    assert answer.status_code == 429
    assert "wait for the editors" in answer.content.decode()
    assert Challenge.objects.filter(is_public=False).count() == 1


def test_nothing_can_be_reported_of_what_readers_do_not_see(client: Client, cast: Cast) -> None:
    slug = cast.statements["draft"].slug
    answer = client.post(f"/statements/{slug}/report/", {"report": WORDS})
    assert answer.status_code == 404
    assert Statement.objects.filter(slug=slug).exists()


def test_what_was_typed_goes_along_to_the_present_address(client: Client, cast: Cast) -> None:
    plea = cast.statements["plea"]
    plea.slug = "plea-renamed"
    plea.save()
    answer = sent(client)
    assert [code for _, code in answer.redirect_chain] == [307]
    assert answer.status_code == 400
    assert "Hushreport" in answer.content.decode()


def test_pages_say_who_publishes_them_or_nothing(client: Client, settings: Any) -> None:
    without = client.get("/about/").content.decode()
    assert "has not been entered" in without
    assert "Published by" not in without
    settings.PUBLISHER_NAME = "Example & Daughters"
    settings.PUBLISHER_ADDRESS = "1 Example Street"
    settings.PUBLISHER_EMAIL = "desk@tracker.example"
    text = client.get("/about/").content.decode()
    assert "Example &amp; Daughters, 1 Example Street." in text
    assert 'href="mailto:desk@tracker.example"' in text
    assert "Published by Example &amp; Daughters." in client.get("/").content.decode()


@pytest.mark.parametrize(
    "path",
    [
        *("/statements.json", "/statements.csv", "/statements.atom", "/statements/plea.json"),
        *("/statements/plea/cite.bib", "/statements/plea/cite.ris", "/statements/plea/cite.json"),
        *("/positions/matrix.csv", "/search.json?q=robots", "/api/openapi.json"),
    ],
)
def test_every_file_names_the_licence_of_the_data(path: str, client: Client) -> None:
    licence = "https://creativecommons.org/licenses/by/4.0/"
    answer = client.get(path)
    assert answer["Link"] == f'<{licence}>; rel="license"'
    if path.endswith(".atom"):
        assert f"{licence}</rights>" in answer.content.decode()


def test_of_too_many_within_an_hour_the_next_is_told_to_come_later(
    client: Client, settings: Any
) -> None:
    settings.REPORTS_AN_HOUR_IN_ALL = 1
    for _ in range(3):  # what is refused counts nowhere
        assert sent(client, report="").status_code == 400
    assert sent(client).status_code == 200
    late = sent(client, report="Another.")
    assert late.status_code == 429
    assert "Try again in an hour." in late.content.decode()
    assert not Challenge.objects.filter(report="Another.").exists()
