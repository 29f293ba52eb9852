"""Who is named under a statement: what is read of many equals what all of them, read whole, say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from positions.choices import AttributionRole, Capacity, StakeholderKind
from positions.models import Attribution, Statement
from positions.models.attribution import NAMED
from positions.models.stakeholder import Stakeholder
from positions.records import StakeholderRef, byline, bylines_of, fetch_statements, standing_byline
from positions.records.byline import BYLINE, STANDING_BYLINE, byline_of
from positions.records.voices import (
    CalledVoice,
    Rule,
    agents,
    credited,
    everyone,
    first_of,
    speaking,
    standing,
)
from positions.views.details.citations import CITED, citable
from positions.views.details.published import published
from tests.factories import AttributionFactory, StakeholderFactory, StatementFactory

RULES: Sequence[Rule] = (everyone, speaking, standing, agents, credited)
# More parties than roles would allow to sign apart: some of them sign twice.
PARTIES = (
    StakeholderKind.PERSON,
    StakeholderKind.PERSON,
    StakeholderKind.PERSON,
    StakeholderKind.COMPANY,
    StakeholderKind.DIVISION,
    StakeholderKind.ADVOCACY,
)


@st.composite
def signatures(draw: st.DrawFn) -> list[Attribution]:
    """Attributions of one statement as the database allows them; parties are places in PARTIES."""
    places = st.integers(0, len(PARTIES) - 1)
    keys = st.tuples(places, st.sampled_from(AttributionRole))
    made = []
    for party, role in draw(st.lists(keys, unique=True, max_size=14)):
        others = st.sampled_from([place for place in range(len(PARTIES)) if place != party])
        spokesperson = role == AttributionRole.SPOKESPERSON
        made.append(
            Attribution(
                stakeholder_id=party,
                role=role,
                on_behalf_of_id=draw(others if spokesperson else st.none() | others),
                capacity=draw(st.sampled_from(Capacity)),
                order=draw(st.integers(0, 3)),
                withdrawn_on=draw(st.none() | st.just(date(2019, 1, 1))),
            )
        )
    return made


# The reading of all, as plainly as it can be written.


def all_speaking(rows: Sequence[Attribution]) -> list[Attribution]:
    """Nobody is named beside those who speak for them."""
    principals = {row.speaks_for.slug for row in rows if row.speaks_for}
    return [row for row in rows if row.stakeholder.slug not in principals]


def all_standing(rows: Sequence[Attribution]) -> list[Attribution]:
    return all_speaking([row for row in rows if row.withdrawn_on is None])


def author(row: Attribution | CalledVoice) -> tuple[str, str]:
    """The name of whoever acts, and for whom a person speaks, or ""."""
    voice: Stakeholder | StakeholderRef = row.stakeholder
    behalf: Stakeholder | StakeholderRef | None
    behalf = row.speaks_for if isinstance(row, Attribution) else row.on_behalf_of
    if behalf is not None and not voice.is_person:
        voice, behalf = behalf, None
    return voice.name, behalf.name if behalf else ""


def all_agents(rows: Sequence[Attribution]) -> list[tuple[str, str]]:
    """Each once, where it comes first, as it comes last."""
    return list({author(row)[0]: author(row) for row in rows}.values())


def all_credited(rows: Sequence[Attribution]) -> list[tuple[str, str]]:
    principals = {author(row)[1] for row in rows}
    return [each for each in all_agents(rows) if each[0] not in principals]


def whole(row: Attribution | CalledVoice) -> tuple[str, str]:
    """What is unique among those under one statement."""
    return row.stakeholder.slug, row.role


EXPECTED: dict[
    Rule, tuple[Callable[[Sequence[Attribution]], list[object]], Callable[[CalledVoice], object]]
] = {
    everyone: (lambda rows: [whole(row) for row in rows], whole),
    speaking: (lambda rows: [whole(row) for row in all_speaking(rows)], whole),
    standing: (lambda rows: [whole(row) for row in all_standing(rows)], whole),
    agents: (lambda rows: list(all_agents(rows)), author),
    credited: (lambda rows: list(all_credited(rows)), author),
}


pytestmark = pytest.mark.django_db


class TestVoices(TestCase):
    def sign(self, rows: Sequence[Attribution]) -> tuple[Statement, list[Attribution]]:
        """A statement with these attributions, and all of them, read whole in their order."""
        statement = StatementFactory.create()
        parties = [StakeholderFactory.create(kind=kind) for kind in PARTIES]
        for row in rows:
            row.statement = statement
            row.stakeholder = parties[row.stakeholder_id]
            if row.on_behalf_of_id is not None:
                row.on_behalf_of = parties[row.on_behalf_of_id]
        Attribution.objects.bulk_create(rows)
        every = Attribution.objects.select_related("stakeholder", "on_behalf_of")
        return statement, list(every.filter(statement=statement).order_by("order", "pk"))

    @given(signatures(), st.lists(st.integers(0, 6), min_size=5, max_size=5))
    def test_first_by_each_rule_are_those_of_all_read_whole(
        self, made: list[Attribution], most: list[int]
    ) -> None:
        statement, rows = self.sign(made)
        found = first_of(statement.pk, dict(zip(RULES, most, strict=True)))
        for rule, n in zip(RULES, most, strict=True):
            of_all, told = EXPECTED[rule]
            expected = of_all(rows)
            assert [told(row) for row in found[rule].shown] == expected[:n], rule
            assert found[rule].n == len(expected), rule

    @given(signatures())
    def test_lists_pages_and_records_have_the_same_bylines(self, made: list[Attribution]) -> None:
        statement, rows = self.sign(made)
        page = first_of(statement.pk, {**BYLINE, **STANDING_BYLINE})
        [record] = fetch_statements([statement.pk])
        among = bylines_of([statement.pk])[statement.pk]
        for line in (among, byline_of(page[speaking]), byline(record)):
            assert [each.who.slug for each in line.named] == slugs(all_speaking(rows)[:NAMED])
            assert line.n_more == max(0, len(all_speaking(rows)) - NAMED)
        for line in (byline_of(page[standing]), standing_byline(record)):
            assert [each.who.slug for each in line.named] == slugs(all_standing(rows)[:NAMED])
            assert line.n_more == max(0, len(all_standing(rows)) - NAMED)

    @given(signatures())
    def test_citation_credits_those_of_all_read_whole(self, made: list[Attribution]) -> None:
        statement, rows = self.sign(made)
        cited = citable(RequestFactory().get("/"), published(statement.slug, CITED))
        assert [(each.name, each.speaks_for) for each in cited.agents] == all_agents(rows)
        assert [(each.name, each.speaks_for) for each in cited.speaking] == all_credited(rows)
        assert cited.n_others == 0


def slugs(rows: Sequence[Attribution]) -> list[str]:
    return [row.stakeholder.slug for row in rows]


def test_what_a_page_did_not_read_is_missed_and_not_taken_for_nobody() -> None:
    statement = AttributionFactory.create().statement
    with pytest.raises(KeyError):
        first_of(statement.pk, BYLINE)[standing]
    with pytest.raises(TypeError):
        byline(published(statement.slug, BYLINE).record)
