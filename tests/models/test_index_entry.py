"""Silences that were never broken."""

from __future__ import annotations

from datetime import date

import pytest

from positions import derivation
from positions.choices import Capacity, Stance, StatementKind
from positions.models import IndexEntry
from tests.cast import Cast
from tests.factories import AttributionFactory, PropositionFactory, StakeholderFactory, said

pytestmark = pytest.mark.django_db


def test_a_question_stays_unanswered_until_the_one_asked_speaks_on_it() -> None:
    voice, proposition, other = (
        StakeholderFactory.create(),
        PropositionFactory.create(),
        PropositionFactory.create(),
    )
    said(voice, on={proposition: Stance.OPPOSES}, date_edtf="2018-01-01")
    asked = said(voice, kind=StatementKind.NO_REPLY, date_edtf="2018-06-18", derive=False)
    asked.asked_about.set([proposition])
    derivation.refresh([asked.pk])
    said(voice, on={other: Stance.SUPPORTS}, date_edtf="2018-07-01")
    said(voice, on={proposition: Stance.OPPOSES}, date_edtf="2019-02-07")

    def unanswered(day: str) -> int:
        return IndexEntry.objects.unanswered(date.fromisoformat(day)).count()

    days = ("2018-06-17", "2018-06-18", "2019-02-06", "2019-02-07")
    assert [unanswered(day) for day in days] == [0, 1, 1, 0]


def test_whoever_is_asked_for_an_organisation_alone_is_not_silent_beside_it(cast: Cast) -> None:
    asked = said(cast.amazon, kind=StatementKind.NO_REPLY, date_edtf="2030-02-01", derive=False)
    asked.asked_about.set([cast.toys])
    AttributionFactory.create(
        statement=asked,
        stakeholder=cast.rivera,
        on_behalf_of=cast.amazon,
        capacity=Capacity.ORGANISATIONAL,
    )
    derivation.refresh([asked.pk])
    silent = IndexEntry.objects.unanswered(date(2030, 3, 1)).filter(proposition=cast.toys)
    assert [entry.voice for entry in silent] == [cast.amazon]
    # Nor does that person's silence last longer than the organisation's.
    said(cast.amazon, on={cast.toys: Stance.OPPOSES}, date_edtf="2030-02-15")
    assert not silent.all().exists()
