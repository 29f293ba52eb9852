"""What is private stays so: drafts, captures, and who edited what appear at no public address."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from positions import derivation
from positions.choices import Stance, WorkflowState
from positions.models import Capture, Quotation, Statement
from tests.cast import Cast
from tests.factories import (
    AssessmentFactory,
    AttributionFactory,
    ChallengeFactory,
    CorrectionFactory,
    QuotationFactory,
    ReplyFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
)
from tests.walking import SECRET, visited

pytestmark = pytest.mark.django_db


def hidden(cast: Cast, state: WorkflowState) -> Statement:
    """A statement in that state that is tied to what is public in every way there is."""
    statement: Statement = StatementFactory.create(
        title=f"Hushtitle {state}",
        slug=f"hushslug-{state}",
        summary="Hushsummary",
        venue="Hushvenue",
        topic=cast.faces,
        state=state,
    )
    statement.review_note = "Hushnote"
    statement.save()
    statement.addressees.set([cast.amazon])
    statement.asked_about.set([cast.law])
    AttributionFactory.create(
        statement=statement, stakeholder=cast.aclu, name_printed="Hushprinted"
    )
    AttributionFactory.create(
        statement=statement,
        stakeholder=cast.guliani,
        on_behalf_of=cast.aclu,
        name_printed="Hushperson",
    )
    quotation = QuotationFactory.create(
        statement=statement, source=cast.article, exact="Hushwords", prefix="Hushprefix"
    )
    AssessmentFactory.create(
        statement=statement,
        proposition=cast.sales,
        stance=Stance.MIXED,
        condition="Hushcondition",
        reason="Hushreason",
        quotation=quotation,
    )
    plea = cast.statements["plea"]
    ReplyFactory.create(from_statement=statement, to_statement=plea)
    ReplyFactory.create(from_statement=plea, to_statement=statement)
    derivation.refresh([statement.pk])
    return statement


def of_drafts_alone(cast: Cast) -> Quotation:
    """A quotation of a draft, whose source has no other."""
    source = SourceFactory.create(title="Hushsource", slug="hushsource", publisher=cast.paper)
    made: Quotation = QuotationFactory.create(statement=cast.statements["draft"], source=source)
    return made


@pytest.fixture
def secrets(cast: Cast) -> list[Statement]:
    """A draft, one in review, one withdrawn, their source, a capture, and an editor's name."""
    editor = get_user_model().objects.create_user(
        "hushuser", "hush@mail.example", first_name="Hushy"
    )
    for edited in (*cast.statements.values(), cast.aclu, cast.sales, cast.article, cast.faces):
        edited._history_user = editor  # type: ignore[attr-defined]
        edited.save()
    Capture.objects.create(source=cast.article, text="Hushcapture " * 50, origin="paste")
    plea = cast.statements["plea"]
    ChallengeFactory.create(statement=plea, challenger_name="Hushchallenger")
    ChallengeFactory.create(
        statement=plea,
        is_public=False,
        report="Hushreport",
        reply_to="hushreply@mail.example",
        disputed="Hushtakenup",
    )
    of_drafts_alone(cast)
    states = (WorkflowState.DRAFT, WorkflowState.IN_REVIEW, WorkflowState.WITHDRAWN)
    return [hidden(cast, state) for state in states]


def test_nothing_private_is_at_any_public_address(client: Client, secrets: list[Statement]) -> None:
    pages = visited(client)
    nouns = ("statements", "organisations", "people", "propositions", "topics", "sources")
    for noun in nouns:
        assert any(re.fullmatch(rf"/{noun}/[^/]+/", address) for address in pages), noun
    assert {
        address: SECRET.findall(text) for address, text in pages.items() if SECRET.search(text)
    } == {}


def test_of_what_was_withdrawn_the_title_and_the_note_are_left(client: Client, cast: Cast) -> None:
    statement = hidden(cast, WorkflowState.PUBLISHED)
    statement.title = "A title that stays"
    statement.state = WorkflowState.WITHDRAWN
    statement.save()
    derivation.refresh([statement.pk])
    CorrectionFactory.create(statement=statement, kind="withdrawn", note="It was invented.")
    ChallengeFactory.create(statement=statement, disputed="Hushdisputed")
    pages = visited(client)
    assert "It was invented." in pages["/corrections/"]
    assert "A title that stays" in pages["/corrections.json"]
    assert f"/statements/{statement.slug}/" in pages
    left = {
        address: set(SECRET.findall(text)) - {"hushslug"}
        for address, text in pages.items()
        if SECRET.search(text)
    }
    assert {address: found for address, found in left.items() if found} == {}
    for part in ("", "cite.bib", "cite.json", "cite.ris", "embed/", "card.png", "exchange/"):
        answer = client.get(f"/statements/{statement.slug}/{part}")
        assert answer.status_code == 410
        assert "Hushwords" not in answer.content.decode()
    for word in ("Hushtitle", "Hushwords", "invented"):
        assert client.get("/statements.json", {"q": word}).json()["total"] == 0


def test_searching_for_what_is_private_finds_nothing(
    client: Client, secrets: list[Statement]
) -> None:
    for word in ("Hushtitle", "Hushsummary", "Hushwords", "Hushcapture", "Hushprinted"):
        assert client.get("/statements.json", {"q": word}).json()["total"] == 0
        found = client.get("/search.json", {"q": word}).json()
        assert [each for each in found.values() if each and each != word] == []
        assert client.get("/suggestions.json", {"q": word}).json() == {"results": []}


def test_a_source_of_drafts_alone_is_nowhere(client: Client, cast: Cast) -> None:
    quotation = of_drafts_alone(cast)  # that no page links to it is looked for with the others
    assert client.get("/sources/hushsource/").status_code == 404
    assert client.get("/statements.json?source=hushsource").status_code == 400
    assert client.get("/sources.json?q=hushsource").json()["total"] == 0
    quotation.statement = cast.statements["plea"]
    quotation.save()
    assert client.get("/sources/hushsource/").status_code == 200
    assert client.get("/sources.json?q=hushsource").json()["total"] == 1
    assert "hushsource" in client.get("/sitemap-sources.xml").content.decode()


def test_an_unpublished_statement_has_no_address(client: Client, secrets: list[Statement]) -> None:
    for statement in secrets:
        for part in ("", "cite.bib", "cite.json", "cite.ris", "embed/", "card.png"):
            answer = client.get(f"/statements/{statement.slug}/{part}")
            assert answer.status_code == 404
            assert "Hushtitle" not in answer.content.decode()


def test_who_disputes_it_is_linked_only_where_readers_know_them(client: Client, cast: Cast) -> None:
    party = StakeholderFactory.create(name="Hush Challenger", slug="hushch", released=False)
    ChallengeFactory.create(
        statement=cast.statements["plea"], challenger=party, challenger_name="", name_public=True
    )
    [told] = client.get("/statements.json", {"q": "plea"}).json()["results"][0]["challenges"]
    assert (told["challenger"], told["challenger_name"]) == (None, "Hush Challenger")
    page = client.get("/statements/plea/").content.decode()
    assert "Hush Challenger" in page
    assert "/hushch/" not in page
