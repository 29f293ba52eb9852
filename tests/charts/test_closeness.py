"""Closest and furthest: what the database counts is what a plain reading counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions import derivation
from positions.charts import closeness
from positions.charts.closeness import Common, Neighbours, neighbours
from positions.choices import Agreement, Stance
from positions.derivation.agreement import agreement
from positions.models import Position, Proposition, Stakeholder, Statement
from tests.factories import PropositionFactory, StakeholderFactory, said

pytestmark = pytest.mark.django_db

DAY = date(2020, 1, 1)


@pytest.fixture
def voices() -> list[Stakeholder]:
    return [StakeholderFactory.create() for _ in range(5)]


@pytest.fixture
def subjects() -> list[Proposition]:
    return [PropositionFactory.create() for _ in range(4)]


def agreement_with(
    holder: int, day: date, propositions: Collection[int] | None = None
) -> dict[int, Common]:
    """The same as the database counts it, on these of the holder's propositions or on all."""
    own = Position.objects.as_of(day).filter(holder=holder)
    if propositions is not None:
        own = own.filter(proposition__in=propositions)
    return closeness._counted(holder, day, dict(own.values_list("proposition", "stance")))


def plainly(holder: int, day: date, among: set[int] | None = None) -> dict[int, Common]:
    """With how many propositions everybody agrees and differs, without SQL."""
    stands: dict[int, dict[int, Stance]] = defaultdict(dict)
    for row in Position.objects.order_by("held_from", "pk"):
        over = row.held_until is not None and row.held_until <= day
        if row.held_from <= day and not over:
            stands[row.holder_id][row.proposition_id] = Stance(row.stance)
    own = stands.pop(holder, {})
    found = {}
    for other, theirs in stands.items():
        shared = own.keys() & theirs.keys() & (own.keys() if among is None else among)
        counts = Counter(agreement([own[each], theirs[each]]) for each in shared)
        if shared:
            found[other] = Common(
                counts[Agreement.AGREE], counts[Agreement.DIFFER], counts[Agreement.UNSAID]
            )
    return found


acts = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.dictionaries(st.integers(0, 3), st.sampled_from(Stance), min_size=1, max_size=3),
        st.sampled_from(["2017", "2018-05", "2019-12-31", "2020-01-01", "2020-01-02"]),
    ),
    max_size=9,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
def test_counts_are_those_of_a_plain_reading(
    voices: list[Stakeholder],
    subjects: list[Proposition],
    acts: list[tuple[int, dict[int, Stance], str]],
) -> None:
    Statement.objects.all().delete()
    for voice, stances, edtf in acts:
        on = {subjects[key]: stance for key, stance in stances.items()}
        said(voices[voice], on=on, date_edtf=edtf, derive=False)
    derivation.rebuild_all()
    holder = voices[0].pk
    counted = plainly(holder, DAY)
    assert agreement_with(holder, DAY) == counted
    some = {subjects[0].pk, subjects[1].pk}
    assert agreement_with(holder, DAY, some) == plainly(holder, DAY, some)

    found = neighbours(holder, DAY, 2)
    close, far = found.closest, found.furthest
    by_margin = sorted(
        counted.items(), key=lambda item: (item[1].differ - item[1].agree, item[1].differ, item[0])
    )
    expected = [item for item in by_margin if item[1].agree > item[1].differ][:2]
    keys = {voice.slug: voice.pk for voice in voices}
    assert [(keys[near.other.slug], near.common) for near in close] == expected
    by_distance = sorted(
        counted.items(), key=lambda item: (item[1].agree - item[1].differ, item[1].agree, item[0])
    )
    expected = [item for item in by_distance if item[1].differ > item[1].agree][:2]
    assert [(keys[near.other.slug], near.common) for near in far] == expected


def test_one_who_has_not_spoken_is_near_to_nobody(
    voices: list[Stakeholder], subjects: list[Proposition]
) -> None:
    said(voices[1], on={subjects[0]: Stance.OPPOSES})
    assert agreement_with(voices[0].pk, DAY) == {}
    assert neighbours(voices[0].pk, DAY, 5) == Neighbours([], [], False)


def test_one_who_agrees_as_often_as_not_is_neither_close_nor_far(
    voices: list[Stakeholder], subjects: list[Proposition]
) -> None:
    said(voices[0], on={subjects[0]: Stance.OPPOSES, subjects[1]: Stance.OPPOSES})
    said(voices[1], on={subjects[0]: Stance.OPPOSES, subjects[1]: Stance.SUPPORTS})
    assert agreement_with(voices[0].pk, DAY) == {voices[1].pk: Common(1, 1, 0)}
    assert neighbours(voices[0].pk, DAY, 5) == Neighbours([], [], False)


def test_more_agreement_beside_as_much_difference_is_not_closer(
    voices: list[Stakeholder], subjects: list[Proposition]
) -> None:
    said(voices[0], on=dict.fromkeys(subjects, Stance.SUPPORTS))
    said(voices[1], on={**dict.fromkeys(subjects, Stance.SUPPORTS), subjects[0]: Stance.OPPOSES})
    said(voices[2], on=dict.fromkeys(subjects[1:], Stance.STRONGLY_SUPPORTS))
    found = neighbours(voices[0].pk, DAY, 5)
    assert [near.other.slug for near in found.closest] == [voices[2].slug, voices[1].slug]
    assert [near.common for near in found.closest] == [Common(3, 0, 0), Common(3, 1, 0)]
    assert found.furthest == []


def test_of_one_who_speaks_on_much_the_newest_is_compared_and_it_is_said(
    voices: list[Stakeholder], subjects: list[Proposition], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closeness, "MOST_PROPOSITIONS", 2)
    said(voices[0], on=dict.fromkeys(subjects[:2], Stance.SUPPORTS), date_edtf="2018")
    assert not neighbours(voices[0].pk, DAY, 5).cut
    said(voices[0], on=dict.fromkeys(subjects[2:], Stance.SUPPORTS), date_edtf="2019")
    said(voices[1], on=dict.fromkeys(subjects[1:], Stance.SUPPORTS), date_edtf="2017")
    found = neighbours(voices[0].pk, DAY, 5)
    assert found.cut
    assert [near.common for near in found.closest] == [Common(2, 0, 0)]
