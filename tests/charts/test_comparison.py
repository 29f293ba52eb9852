"""A comparison is what a plain reading of statements and silences gives."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions import derivation
from positions.charts import comparison
from positions.charts.comparison import compare
from positions.choices import Agreement, Stance, StatementKind
from positions.derivation.agreement import agreement
from positions.models import IndexEntry, Position, Proposition, Stakeholder, Statement
from positions.records.comparison import ComparisonRecord
from tests.factories import PropositionFactory, StakeholderFactory, said

pytestmark = pytest.mark.django_db

DAY = date(2020, 1, 1)


@pytest.fixture
def voices() -> list[Stakeholder]:
    return [StakeholderFactory.create() for _ in range(4)]


@pytest.fixture
def subjects() -> list[Proposition]:
    topic = PropositionFactory.create().topic
    return [PropositionFactory.create(topic=topic, order=order) for order in range(3)]


def compared(parties: list[Stakeholder], *sought: Proposition) -> ComparisonRecord:
    return compare(
        [party.pk for party in parties],
        Position.objects.as_of(DAY),
        IndexEntry.objects.all(),
        [proposition.pk for proposition in sought],
        DAY,
    )


def silent(voice: Stakeholder, *asked: Proposition, date_edtf: str = "2018") -> Statement:
    statement = said(voice, kind=StatementKind.NO_REPLY, date_edtf=date_edtf, derive=False)
    statement.asked_about.set(asked)
    derivation.refresh([statement.pk])
    return statement


acts = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(0, 2),
        st.sampled_from([*Stance, None]),  # None: was asked, and gave no reply
        st.sampled_from(["2017", "2018-05", "2019-12-31", "2020-01-01", "2020-01-02"]),
    ),
    max_size=7,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts, st.integers(2, 4))
def test_it_is_what_a_plain_reading_gives(
    voices: list[Stakeholder],
    subjects: list[Proposition],
    acts: list[tuple[int, int, Stance | None, str]],
    number: int,
) -> None:
    Statement.objects.all().delete()
    parties = voices[:number]
    spoken: dict[tuple[str, str], list[tuple[date, int, Stance]]] = {}
    asked: dict[tuple[str, str], list[date]] = {}
    for voice, subject, stance, edtf in acts:
        speaker, about_it = voices[voice], subjects[subject]
        pair = (speaker.slug, about_it.slug)
        if stance is None:
            statement = silent(speaker, about_it, date_edtf=edtf)
        else:
            statement = said(speaker, on={about_it: stance}, date_edtf=edtf)
        day = statement.earliest
        assert day
        if day <= DAY and stance is None:
            asked.setdefault(pair, []).append(day)
        elif day <= DAY and stance:
            spoken.setdefault(pair, []).append((day, statement.pk, stance))
    newest = {of: max(said_so, key=lambda one: one[:2]) for of, said_so in spoken.items()}

    shown = compared(parties)
    named = {party.slug for party in parties}
    touched = {about for who, about in spoken.keys() | asked.keys() if who in named}
    assert {one.proposition.slug for one in shown.propositions} == touched
    for one in shown.propositions:
        on_it = one.proposition.slug
        stands = [newest.get((party.slug, on_it)) for party in parties]
        assert one.agreement == agreement([stand and stand[2] for stand in stands])
        for party, stand, told in zip(parties, stands, one.stands, strict=True):
            silences = asked.get((party.slug, on_it), [])
            state = "spoken" if stand else "no_reply" if silences else "nothing_found"
            assert (told.holder.slug, told.state) == (party.slug, state)
            assert (told.position and told.position.stance) == (stand and stand[2])
            since = bool(silences) and (stand is None or max(silences) > stand[0])
            assert (told.silence is not None) == since
    order = [list(Agreement).index(one.agreement) for one in shown.propositions]
    assert order == sorted(order)
    counts = Counter(one.agreement for one in shown.propositions)
    assert {each: getattr(shown.counts, each.value) for each in Agreement} == {
        each: counts[each] for each in Agreement
    }
    assert shown.total == len(touched)


def test_what_is_sought_is_shown_though_nothing_was_found(
    voices: list[Stakeholder], subjects: list[Proposition]
) -> None:
    [one] = compared(voices, subjects[0]).propositions
    assert one.agreement == Agreement.NONE_SPOKEN
    assert {stands.state for stands in one.stands} == {"nothing_found"}


def test_asked_without_reply_is_no_voice(
    voices: list[Stakeholder], subjects: list[Proposition]
) -> None:
    said(voices[0], on={subjects[0]: Stance.SUPPORTS})
    silent(voices[1], subjects[0])
    [one] = compared(voices[:2]).propositions
    assert one.agreement == Agreement.ONE_SPOKEN
    assert [stands.state for stands in one.stands] == ["spoken", "no_reply"]


def test_all_are_counted_where_not_all_are_shown(
    voices: list[Stakeholder], subjects: list[Proposition], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison, "MOST", 2)
    said(voices[0], on=dict.fromkeys(subjects, Stance.SUPPORTS))
    said(voices[1], on={subjects[0]: Stance.OPPOSES, subjects[2]: Stance.SUPPORTS})
    shown = compared(voices[:2])
    assert [one.proposition.slug for one in shown.propositions] == [
        subjects[2].slug,
        subjects[0].slug,
    ]
    assert (shown.counts.agree, shown.counts.differ, shown.counts.one_spoken) == (1, 1, 1)
    assert shown.total == 3


def test_it_costs_seven_queries_however_much_was_said(
    voices: list[Stakeholder], subjects: list[Proposition], django_assert_num_queries: object
) -> None:
    for voice in voices:
        said(voice, on=dict.fromkeys(subjects, Stance.SUPPORTS))
        silent(voice, *subjects, date_edtf="2019")
    with django_assert_num_queries(7):  # type: ignore[operator]
        compared(voices)
