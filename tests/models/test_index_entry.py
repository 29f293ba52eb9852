"""Silences that were never broken."""

from __future__ import annotations

from datetime import date

import pytest

from positions import derivation
from positions.choices import Stance, StatementKind
from positions.models import IndexEntry
from tests.factories import PropositionFactory, StakeholderFactory, said

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
