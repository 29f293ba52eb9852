"""Readers see a party while a published statement names it, or once an editor has released it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from positions import derivation
from positions.choices import WorkflowState
from positions.merging import merge, undo
from positions.models import Mention, Stakeholder, Statement
from tests.factories import (
    AttributionFactory,
    PersonFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)

pytestmark = pytest.mark.django_db


def unknown(**fields: object) -> Stakeholder:
    """A party that nothing public names."""
    made: Stakeholder = StakeholderFactory.create(released=False, **fields)
    return made


def is_public(party: Stakeholder) -> bool:
    return Stakeholder.objects.public().filter(pk=party.pk).exists()


def brought(statement: Statement, state: WorkflowState) -> None:
    statement.state = state
    statement.save()
    derivation.refresh([statement.pk])


def as_behalf(party: Stakeholder, statement: Statement) -> None:
    AttributionFactory.create(
        statement=statement, stakeholder=PersonFactory.create(), on_behalf_of=party
    )


def as_affiliation(party: Stakeholder, statement: Statement) -> None:
    AttributionFactory.create(
        statement=statement,
        stakeholder=PersonFactory.create(),
        on_behalf_of=party,
        capacity="affiliation",
    )


def as_publisher(party: Stakeholder, statement: Statement) -> None:
    QuotationFactory.create(statement=statement, source=SourceFactory.create(publisher=party))


WAYS: dict[str, Callable[[Stakeholder, Statement], object]] = {
    "voice": lambda party, of: AttributionFactory.create(statement=of, stakeholder=party),
    "behalf": as_behalf,
    "affiliation": as_affiliation,
    "addressee": lambda party, of: of.addressees.add(party),
    "publisher": as_publisher,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_party_is_seen_as_long_as_what_names_it_is_published(way: str) -> None:
    party, statement = unknown(), StatementFactory.create(state=WorkflowState.DRAFT)
    WAYS[way](party, statement)
    for state, seen in (
        (WorkflowState.DRAFT, False),
        (WorkflowState.IN_REVIEW, False),
        (WorkflowState.PUBLISHED, True),
        (WorkflowState.WITHDRAWN, False),
        (WorkflowState.PUBLISHED, True),
    ):
        brought(statement, state)
        assert is_public(party) is seen, state


@pytest.mark.parametrize("way", WAYS)
def test_a_party_whose_name_is_taken_off_is_seen_no_longer(way: str) -> None:
    party, statement = unknown(), StatementFactory.create()
    WAYS[way](party, statement)
    derivation.refresh([statement.pk])
    assert is_public(party)
    statement.attributions.all().delete()
    statement.quotations.all().delete()
    statement.addressees.clear()
    derivation.refresh([statement.pk])
    assert not is_public(party)


def test_a_statement_that_is_deleted_names_nobody() -> None:
    party = unknown()
    statement = said(party)
    key = statement.pk
    statement.delete()
    derivation.refresh([key])
    assert not is_public(party)
    assert not Mention.objects.exists()


def test_of_two_that_name_it_one_is_enough() -> None:
    party = unknown()
    one, other = said(party), said(party)
    brought(one, WorkflowState.WITHDRAWN)
    assert is_public(party)
    brought(other, WorkflowState.WITHDRAWN)
    assert not is_public(party)


def test_what_an_editor_released_is_seen_whatever_is_published() -> None:
    party = unknown()
    party.released = True
    party.save()
    statement = said(party)
    brought(statement, WorkflowState.WITHDRAWN)
    assert is_public(party)
    party.refresh_from_db()
    party.released = False
    party.save()
    assert not is_public(party)


def test_to_save_a_party_from_an_older_copy_hides_nobody_who_is_named() -> None:
    party = unknown()
    copy = Stakeholder.objects.get(pk=party.pk)
    said(party)
    before = copy.is_public
    copy.save()
    assert (before, copy.is_public, is_public(party)) == (False, True, True)


def test_a_new_publisher_of_what_is_quoted_is_seen_in_place_of_the_old_one() -> None:
    old, new = unknown(), unknown()
    statement = said()
    source = statement.quotations.get().source
    for publisher in (old, new):
        source.publisher = publisher
        source.save()
        derivation.refresh([statement.pk])
    assert (is_public(old), is_public(new)) == (False, True)


@pytest.mark.parametrize("way", WAYS)
def test_a_merge_hands_on_who_is_seen_and_its_undoing_gives_it_back(way: str) -> None:
    kept, merged = unknown(name="Kept Example"), unknown(name="Merged Example")
    statement = StatementFactory.create()
    WAYS[way](merged, statement)
    derivation.refresh([statement.pk])
    merged.refresh_from_db()
    report = merge(kept, merged)
    assert is_public(kept)
    assert report.merge is not None
    undo(report.merge)
    assert (is_public(kept), is_public(merged)) == (False, True)


def test_a_release_survives_a_merge() -> None:
    kept, merged = unknown(), StakeholderFactory.create()
    merge(kept, merged)
    assert is_public(kept)


def test_all_of_it_can_be_derived_from_nothing() -> None:
    parties = [unknown() for _ in WAYS]
    statement = StatementFactory.create()
    for party, way in zip(parties, WAYS.values(), strict=True):
        way(party, statement)
    hidden = unknown()
    derivation.refresh([statement.pk])
    before = set(Mention.objects.values_list("statement", "stakeholder"))
    Mention.objects.all().delete()
    Mention.objects.create(statement=statement, stakeholder=hidden)
    Stakeholder.objects.update(is_public=False)
    derivation.rebuild_all()
    assert set(Mention.objects.values_list("statement", "stakeholder")) == before
    assert all(map(is_public, parties))
    assert not is_public(hidden)


def test_the_queries_do_not_grow_with_the_names() -> None:
    def queries(size: int) -> int:
        statement = StatementFactory.create()
        for _ in range(size):
            AttributionFactory.create(statement=statement, stakeholder=unknown())
        with CaptureQueriesContext(connection) as run:
            derivation.refresh_mentions([statement.pk])
        return len(run)

    assert queries(2) == queries(40)
