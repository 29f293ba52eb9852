"""Readers are told what was corrected, withdrawn or challenged, on every face of the record."""

from __future__ import annotations

import csv
import io
from datetime import date

import feedparser
import pytest
from django.http import QueryDict
from django.test import Client

from positions import derivation
from positions.choices import ChallengeState, Stance, WorkflowState
from positions.listing import count_choices, read_query
from positions.models import Statement
from positions.views.declarations.corrections import CORRECTIONS
from tests.factories import (
    ChallengeFactory,
    CorrectionFactory,
    PersonFactory,
    PropositionFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)
from tests.views.pages import opened

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def statement() -> Statement:
    return said(on={PropositionFactory.create(short_label="Things"): Stance.OPPOSES}, slug="act")


def withdrawn(slug: str = "gone", note: str = "It was invented.") -> Statement:
    """A statement that readers had seen, taken back with a note."""
    statement = said(slug=slug, title="A title that stays", words="Words that go.")
    statement.state = WorkflowState.WITHDRAWN
    statement.save()
    derivation.refresh([statement.pk])
    if note:
        CorrectionFactory.create(statement=statement, kind="withdrawn", note=note, made_on=DAY)
    return statement


def test_the_page_tells_of_corrections_the_newest_first(statement: Statement) -> None:
    for day, note in ((19, "The first."), (20, "The second.")):
        CorrectionFactory.create(statement=statement, note=note, made_on=date(2026, 11, day))
    page = opened(statement.get_absolute_url())
    assert (
        "Corrected 20 November 2026 The second. Corrected 19 November 2026 The first." in page.text
    )
    for made in statement.corrections.all():
        assert f"correction-{made.pk}" in page.ids


def test_a_page_without_any_says_nothing_of_it(statement: Statement) -> None:
    text = opened(statement.get_absolute_url()).text
    assert "Challenged" not in text
    assert "Corrections" not in text


def test_the_page_tells_of_challenges_open_and_decided(statement: Statement) -> None:
    judged = statement.assessments.get()
    ChallengeFactory.create(statement=statement, disputed="That it was said.")
    ChallengeFactory.create(
        statement=statement,
        assessment=judged,
        received_on=date(2019, 6, 1),
        disputed="That it opposes.",
        state=ChallengeState.UPHELD_IN_PART,
        decided_on=date(2019, 6, 9),
        outcome="The stance is now mixed.",
        correction=CorrectionFactory.create(statement=statement),
    )
    page = opened(statement.get_absolute_url())
    assert "Challenged on 3 May 2019 That it was said. Being looked into." in page.text
    assert "Challenged on 1 June 2019, the stance on Things That it opposes." in page.text
    assert "The stance is now mixed." in page.text
    assert f"#correction-{statement.corrections.get().pk}" in page.links
    assert f"#stance-{judged.proposition.slug}" in page.links


def test_who_challenges_is_named_only_where_they_agreed(statement: Statement) -> None:
    holder = StakeholderFactory.create(name="Example Works")
    given: list[dict[str, object]] = [
        {"challenger": holder, "challenger_name": "", "name_public": True},
        {"challenger": holder, "challenger_name": ""},
        {"challenger_name": "Jo Open", "name_public": True},
        {"challenger_name": "Jo Hidden"},
    ]
    for number, fields in enumerate(given):
        ChallengeFactory.create(statement=statement, disputed=f"No. {number}", **fields)
    text = opened(statement.get_absolute_url()).text
    assert "by Example Works No. 0" in text
    assert "by Jo Open No. 2" in text
    assert text.count("Example Works") == 1
    assert "Jo Hidden" not in text
    found = Client().get("/statements.json").json()["results"][0]["challenges"]
    named = {
        each["disputed"]: (
            each["challenger"] and each["challenger"]["slug"],
            each["challenger_name"],
        )
        for each in found
    }
    assert named == {
        "No. 0": ("example-works", "Example Works"),
        "No. 1": (None, ""),
        "No. 2": (None, "Jo Open"),
        "No. 3": (None, ""),
    }


def test_files_and_feeds_of_statements_tell_of_them(statement: Statement, client: Client) -> None:
    made = CorrectionFactory.create(statement=statement, note="The day.", made_on=DAY)
    ChallengeFactory.create(
        statement=statement,
        disputed="The words.",
        state="not_upheld",
        outcome="They stand.",
        decided_on=DAY,
    )
    record = client.get("/statements.json").json()["results"][0]
    assert record["corrections"] == [
        {
            "url": f"http://testserver/statements/act/#correction-{made.pk}",
            "kind": "corrected",
            "made": "2026-11-20",
            "note": "The day.",
        }
    ]
    assert record["challenges"][0]["outcome"] == "They stand."
    text = client.get("/statements.csv").getvalue().decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text))
    assert row["corrections"] == "2026-11-20 corrected: The day."
    assert row["challenges"] == "2019-05-03 not_upheld: The words. Outcome: They stand."
    feed = feedparser.parse(client.get("/statements.atom").content)
    assert "Corrected on 20 November 2026: The day." in feed.entries[0].summary


@pytest.mark.parametrize(
    "part", ["/", ".json", *(f"/{each}" for each in ("cite.bib", "card.png", "exchange/"))]
)
def test_what_was_withdrawn_is_gone_with_its_title_the_day_and_why(
    client: Client, part: str
) -> None:
    statement = withdrawn()
    answer = client.get(f"/statements/gone{part}")
    assert answer.status_code == 410
    text = answer.content.decode()
    assert "A title that stays" in text
    assert "It was invented." in text
    assert f"{statement.state_since:%B %Y}" in text
    assert "Words that go" not in text
    assert statement.attributions.get().stakeholder.name not in text


def test_its_frame_and_its_oembed_show_nothing_of_it(client: Client) -> None:
    withdrawn()
    frame = client.get("/statements/gone/embed/")
    assert frame.status_code == 410
    assert "A title that stays" not in frame.content.decode()
    asked = {"url": "http://testserver/statements/gone/"}
    assert client.get("/oembed.json", asked).status_code == 404


def test_a_former_address_of_it_leads_there(client: Client) -> None:
    statement = withdrawn()
    statement.slug = "gone-for-good"
    statement.save()
    answer = client.get("/statements/gone/", follow=True)
    assert answer.redirect_chain == [("/statements/gone-for-good/", 302)]
    assert answer.status_code == 410


def test_what_was_withdrawn_before_notes_were_kept_says_so_without_one(client: Client) -> None:
    withdrawn(note="")
    answer = client.get("/statements/gone/")
    assert answer.status_code == 410
    assert "Why" not in answer.content.decode()


def test_what_readers_never_saw_is_not_found(client: Client) -> None:
    said(slug="never", state=WorkflowState.WITHDRAWN)
    assert client.get("/statements/never/").status_code == 404


def test_the_list_has_corrections_of_what_is_there_and_of_what_is_gone(
    statement: Statement, client: Client
) -> None:
    CorrectionFactory.create(statement=statement, note="The day.", made_on=date(2026, 11, 21))
    withdrawn()
    CorrectionFactory.create(statement=said(state=WorkflowState.DRAFT), note="Of a draft.")
    found = client.get("/corrections.json").json()["results"]
    assert [(each["kind"], each["note"], each["statement"]["slug"]) for each in found] == [
        ("corrected", "The day.", "act"),
        ("withdrawn", "It was invented.", "gone"),
    ]
    page = opened("/corrections/")
    assert "21 November 2026 Corrected" in page.text
    assert "A title that stays It was invented." in page.text


def test_it_is_narrowed_by_what_is_published_of_the_statement(client: Client) -> None:
    topic = TopicFactory.create(slug="robots")
    proposition = PropositionFactory.create(slug="toys", topic=topic)
    works = StakeholderFactory.create(slug="works")
    person = PersonFactory.create(slug="jo")
    both = said(works, person, on={proposition: Stance.SUPPORTS})
    CorrectionFactory.create(statement=both, note="First.", made_on=date(2026, 11, 1))
    CorrectionFactory.create(statement=both, note="Second.", made_on=date(2026, 11, 2))
    CorrectionFactory.create(statement=said(), note="Other.", made_on=DAY)
    gone = withdrawn()
    whose = gone.attributions.get().stakeholder.slug
    for query, expected in {
        "organisation=works": ["Second.", "First."],
        "person=jo": ["Second.", "First."],
        "topic=robots&proposition=toys": ["Second.", "First."],
        "kind=withdrawn": ["It was invented."],
        "from=2026-11-02&until=2026-11-05": ["Second."],
        "until=2026-11-05&sort=oldest": ["First.", "Second."],
        f"organisation={whose}": [],
    }.items():
        found = client.get(f"/corrections.json?{query}").json()["results"]
        assert [each["note"] for each in found] == expected, query


def test_choices_are_counted_by_corrections_not_by_voices() -> None:
    works, other = StakeholderFactory.create(slug="works"), StakeholderFactory.create()
    both = said(
        *(works, other),
        on={
            PropositionFactory.create(): Stance.SUPPORTS,
            PropositionFactory.create(): Stance.OPPOSES,
        },
    )
    for _ in range(2):
        CorrectionFactory.create(statement=both)
    withdrawn()
    counted = count_choices(read_query(CORRECTIONS, QueryDict("")))
    assert counted["organisation"].counts == {"works": 2, other.slug: 2}
    assert counted["kind"].counts == {"corrected": 2, "withdrawn": 1}
