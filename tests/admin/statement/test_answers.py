"""What is typed on a statement's page is answered before it is saved, and nothing is kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from positions.admin.statement.missing import OF_SOURCE, PLACES
from positions.choices import WorkflowState
from positions.publishing.lacks import LACKS
from tests.admin.forms import fields_of, rows
from tests.factories import (
    CaptureFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)

pytestmark = pytest.mark.django_db
ANSWERS = "/admin/answers"
ADD = "/admin/positions/statement/add/"


def date(client: Client, **asked: Any) -> tuple[str, bool]:
    answer = client.get(f"{ANSWERS}/date/", asked).json()
    return answer["told"], answer["good"]


def words(client: Client, **sent: Any) -> tuple[str, bool]:
    answer = client.post(f"{ANSWERS}/words/", sent).json()
    return answer["told"], answer["good"]


def test_a_date_is_answered_as_it_is_understood_as_of_its_source(contributor: Client) -> None:
    source = SourceFactory.create(date_edtf="2018-06-18")
    asked = {"text": "last month", "source": source.pk}
    told, good = date(contributor, **asked)
    assert told == (
        "“last month” was understood as May 2018 (2018-05), as of the source's 18 June 2018."
    )
    assert good
    assert date(contributor, text="last month", published="18 June 2018") == (told, True)
    told, good = date(contributor, text="03/04/2014", source="x")
    assert "03/04/2014" in told
    assert not good
    assert date(contributor, text=" ") == ("", True)


def test_the_text_of_a_source_is_given_to_pick_words_from_as_it_is_held_against(
    contributor: Client, client: Client
) -> None:
    taken = CaptureFactory.create(text="They said: “The weir leaks.”")
    address, asked = f"{ANSWERS}/text/", {"source": taken.source_id}
    shown = {"title": str(taken.source), "text": taken.text}
    assert contributor.get(address, asked).json() == shown
    # What somebody else has proposed is not what words are held against.
    CaptureFactory.create(source=taken.source, text="Another text.", taken_at=None)
    assert contributor.get(address, asked).json() == shown
    for nothing in ("", "x", "0", taken.source_id + 1):
        assert contributor.get(address, {"source": nothing}).json() == {"title": "", "text": ""}
    assert client.get(address, asked).status_code == 302
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert client.get(address, asked).status_code == 403


def test_words_are_held_against_the_text_of_their_source(contributor: Client) -> None:
    capture = CaptureFactory.create(text="They said: “The weir leaks badly.”")
    source = capture.source_id
    told, good = words(contributor, source=source, exact="“The weir leaks badly.”")
    assert good
    assert told == "The words are in the text, to the letter."
    told, good = words(contributor, source=source, exact="The weir leaks sadly.")
    assert "sadly" in told
    assert not good
    assert words(contributor, text="It leaks.\r\nSo.", exact="leaks.\r\nSo.")[1]
    assert words(contributor, exact="It leaks.")[0] == "There is no text to check it against."
    assert words(contributor, source=source, exact="x", kind="paraphrase")[0] == (
        "A paraphrase is not checked."
    )
    capture.refresh_from_db()
    assert not capture.source.quotations.exists()


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"exact": "a" * 20_001, "text": "a"}, "20,001 characters; at most 20,000."),
        ({"exact": "a", "text": "a" * 1_000_001}, "1,000,001 characters; at most 1,000,000."),
        ({"exact": "a", "text": "a", "prefix": "b" * 65}, "65 characters; at most 64."),
        ({"exact": "a\x07b", "text": "a"}, "U+0007 (bell) at character 2: delete it."),
    ],
)
def test_words_that_the_form_refuses_are_not_looked_for(
    contributor: Client, sent: dict[str, str], why: str
) -> None:
    told, good = words(contributor, **sent)
    assert told.endswith(f": {why}")
    assert not good


def test_a_pasted_list_is_answered_line_by_line(contributor: Client) -> None:
    StakeholderFactory.create(name="Example Works")
    text = "Example Works\nExample Work\n<b>Nobody</b>"
    answer = contributor.post(f"{ANSWERS}/signatories/", {"text": text}).json()
    assert answer["told"] == "1 of 3 is known."
    assert "Example Works" in answer["html"]
    assert "&lt;b&gt;Nobody&lt;/b&gt;" in answer["html"]
    assert not answer["good"]


def test_who_may_not_write_statements_is_not_answered(client: Client) -> None:
    client.force_login(User.objects.create_user("no-role", is_staff=True))
    assert client.get(f"{ANSWERS}/date/", {"text": "2018"}).status_code == 403
    for name in ("words", "signatories"):
        assert client.post(f"{ANSWERS}/{name}/", {"exact": "a", "text": "a"}).status_code == 403


def missing(page: Any) -> list[tuple[str, str]]:
    return [(each.lack.key, each.address) for each in page.context["missing"]]


def test_what_is_missing_to_publish_stands_beside_save_with_the_way_there(editor: Client) -> None:
    page = editor.get(ADD)
    assert missing(page) == [
        ("date", "#id_date_edtf"),
        ("voice", "#attributions-group"),
        ("words", "#quotations-group"),
        ("stance", "#assessments-group"),
    ]
    for _, address in missing(page):
        assert f'id="{address[1:]}"' in page.content.decode()
    draft = said(state=WorkflowState.DRAFT, date_edtf="")
    page = editor.get(f"/admin/positions/statement/{draft.pk}/change/")
    source = draft.quotations.get().source_id
    assert missing(page) == [
        ("date", "#id_date_edtf"),
        ("text", f"/admin/positions/source/{source}/change/#captures-group"),
        ("stance", "#assessments-group"),
    ]
    public = said()
    page = editor.get(f"/admin/positions/statement/{public.pk}/change/")
    assert "missing" not in page.context


def test_each_thing_that_may_be_missing_is_given_somewhere() -> None:
    assert {each.key for each in LACKS} == {*PLACES, *OF_SOURCE}


def test_what_it_answers_is_folded_until_something_is_there(editor: Client) -> None:
    page = editor.get(ADD)
    [replies] = [e for e in page.context["inline_admin_formsets"] if e.formset.prefix == "replies"]
    assert replies.is_collapsible
    other = said()
    typed = fields_of(page) | rows("replies", {"kind": "answers", "to_statement": other.pk})
    page = editor.post(ADD, typed)
    [replies] = [e for e in page.context["inline_admin_formsets"] if e.formset.prefix == "replies"]
    assert not replies.is_collapsible
