"""An article, entered completely on the desk and on the plain pages of the admin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from positions.choices import StakeholderKind
from positions.models import Source, Stakeholder, Statement
from tests.browser.accounts import log_in
from tests.browser.entering import through_the_admin, through_the_desk
from tests.browser.entering.content import ACLU, AMAZON, ARTICLES, INVESTORS, Article
from tests.browser.entering.hands import Hands
from tests.factories import AliasFactory, PropositionFactory, StakeholderFactory, TopicFactory

pytestmark = pytest.mark.drawn

Way = Callable[[Hands, str, tuple[Article, ...]], None]


@pytest.fixture
def started(transactional_db: None) -> None:
    """A tracker that knows its subject and some of those who speak in the articles."""
    topic = TopicFactory.create(name="Facial recognition")
    judged = (each for one in ARTICLES for said in one.statements for each in said.judgements)
    for label in dict.fromkeys(each.proposition for each in judged):
        PropositionFactory.create(topic=topic, short_label=label)
    StakeholderFactory.create(name=AMAZON, kind=StakeholderKind.COMPANY)
    StakeholderFactory.create(name=ACLU, abbreviation="ACLU", kind=StakeholderKind.ADVOCACY)
    investors = StakeholderFactory.create(name=INVESTORS, kind=StakeholderKind.INVESTORS)
    AliasFactory.create(stakeholder=investors, name="shareholders")


def entered() -> list[tuple[Any, ...]]:
    """All that was entered, but for titles, which are ours, and reasons."""
    return sorted(
        (
            statement.kind,
            statement.date_edtf,
            statement.date_basis,
            str(statement.topic),
            [
                (str(each.stakeholder), str(each.on_behalf_of or ""), each.capacity)
                for each in statement.attributions.all()
            ],
            [
                (str(each.source), each.kind, each.exact, each.check_result)
                for each in statement.quotations.all()
            ],
            sorted(
                (str(each.proposition), each.stance, each.directness, each.quotation.exact)
                for each in statement.assessments.all()
                if each.quotation
            ),
            [str(each) for each in statement.asked_about.all()],
        )
        for statement in Statement.objects.all()
    )


def emptied() -> None:
    """Take back what was entered, so that the other way begins where this one began."""
    Statement.objects.all().delete()
    Source.objects.all().delete()
    Stakeholder.objects.exclude(name__in=[AMAZON, ACLU, INVESTORS]).delete()


def test_the_desk_needs_at_most_a_third_of_the_presses_and_clicks_of_the_plain_pages(
    started: None,
    editors: None,
    live_server: Any,
    watched: Page,
    capsys: pytest.CaptureFixture[str],
) -> None:
    log_in(watched, live_server.url, "first-editor")
    ways: dict[str, Way] = {"desk": through_the_desk.enter, "plain pages": through_the_admin.enter}
    hands, results = {}, {}
    for name, way in ways.items():
        hands[name] = Hands(watched)
        way(hands[name], live_server.url, ARTICLES[:1])
        hands[name].stop()
        results[name] = entered()
        emptied()
    with capsys.disabled():
        print("\n" + "\n".join(f"{name:12} {each}" for name, each in hands.items()))  # noqa: T201
    assert results["desk"] == results["plain pages"]
    assert 3 * hands["desk"].deeds <= hands["plain pages"].deeds
