"""Which statements a timeline shows, and what it leaves out."""

from __future__ import annotations

from datetime import date

import pytest

from positions import derivation
from positions.charts.axis import Axis
from positions.charts.timeline import entries
from positions.charts.timeline.entries import Gathered, Room, axis_of, gather, of_voices_themselves
from positions.choices import Capacity, Stance, StatementKind
from positions.models import IndexEntry, Stakeholder, Statement
from tests.factories import (
    AttributionFactory,
    PersonFactory,
    PropositionFactory,
    QuotationFactory,
    StakeholderFactory,
    StatementFactory,
    TopicFactory,
    said,
)

pytestmark = pytest.mark.django_db


def statements(found: Gathered) -> set[int]:
    return {statement for _, statement in found.subjects}


def room(marks: int) -> Room:
    return Room(marks, marks_a_page=marks, lanes_a_page=50)


def gathered(most: int = 500) -> Gathered:
    return gather(of_voices_themselves(IndexEntry.objects.all()), "voice", room(most))


def spoken_for(organisation: Stakeholder) -> tuple[Statement, Stakeholder]:
    """A statement of the organisation by a person."""
    person, statement = PersonFactory.create(), StatementFactory.create()
    AttributionFactory.create(statement=statement, stakeholder=person, on_behalf_of=organisation)
    QuotationFactory.create(statement=statement)
    derivation.refresh([statement.pk])
    return statement, person


def test_the_most_recently_active_lane_comes_first() -> None:
    early, late = StakeholderFactory.create(), StakeholderFactory.create()
    said(late, date_edtf="2017")
    said(early, date_edtf="2018")
    said(late, date_edtf="2019")
    assert list(gathered().lanes) == [late.pk, early.pk]


def test_every_page_of_lanes_has_room_for_its_marks() -> None:
    busy, quiet = StakeholderFactory.create(), StakeholderFactory.create()
    for year in range(2014, 2018):
        said(busy, date_edtf=str(year))
    said(quiet, date_edtf="2018")
    rows = IndexEntry.objects.all()
    found = gather(rows, "voice", Room(5, marks_a_page=2, lanes_a_page=1))
    assert {lane: len(of_lane) for lane, of_lane in found.lanes.items()} == {
        quiet.pk: 1,
        busy.pk: 2,
    }
    assert found.cut == date(2016, 1, 1)
    assert gather(rows, "voice", Room(5, marks_a_page=4, lanes_a_page=1)).cut is None


def test_who_speaks_for_an_organisation_has_no_lane_beside_it() -> None:
    organisation = StakeholderFactory.create()
    statement, _ = spoken_for(organisation)
    assert gathered().lanes == {organisation.pk: [statement.pk]}


def test_who_speaks_for_themselves_has_a_lane() -> None:
    organisation = StakeholderFactory.create()
    statement, person = spoken_for(organisation)
    AttributionFactory.create(
        statement=statement, stakeholder=person, role="signatory", capacity=Capacity.PERSONAL
    )
    derivation.refresh([statement.pk])
    alone = said(PersonFactory.create())
    assert statements(gathered()) == {statement.pk, alone.pk}
    assert len(gathered().lanes) == 3


def test_a_statement_on_several_propositions_is_one_mark_of_a_voice() -> None:
    one, other = PropositionFactory.create(), PropositionFactory.create()
    statement = said(on={one: Stance.SUPPORTS, other: Stance.OPPOSES})
    [subjects] = gathered().subjects.values()
    assert sorted(subjects) == sorted(
        [(one.pk, "supports", "explicit"), (other.pk, "opposes", "explicit")]
    )
    lanes = gather(IndexEntry.objects.all(), "proposition", room(500)).lanes
    assert lanes == {one.pk: [statement.pk], other.pk: [statement.pk]}


def test_the_lane_of_no_proposition_comes_last_and_has_what_is_in_no_other() -> None:
    proposition = PropositionFactory.create()
    on_it = said(on={proposition: Stance.SUPPORTS}, topic=TopicFactory.create())
    on_none = said(date_edtf="2020")
    assert IndexEntry.objects.filter(statement=on_it).count() == 2
    lanes = gather(IndexEntry.objects.all(), "proposition", room(500)).lanes
    assert list(lanes.items()) == [(proposition.pk, [on_it.pk]), (None, [on_none.pk])]


def test_a_silence_has_no_stance() -> None:
    proposition = PropositionFactory.create()
    silence = said(kind=StatementKind.NO_REPLY, derive=False)
    silence.asked_about.add(proposition)
    derivation.refresh([silence.pk])
    assert list(gathered().subjects.values()) == [[(proposition.pk, "", "")]]


def test_beyond_the_limit_whole_days_are_left_out() -> None:
    for day in ("2018-01-01", "2018-01-02", "2018-01-02", "2018-01-03"):
        said(date_edtf=day)
    assert gathered(4).cut is None
    found = gathered(2)
    assert len(found.subjects) == 1
    assert found.cut == found.first == date(2018, 1, 3)
    assert not found.partial
    assert len(gathered(3).subjects) == 3


def test_a_day_with_more_than_the_limit_is_shown_in_part() -> None:
    for _ in range(4):
        said(date_edtf="2018-01-01")
    found = gathered(3)
    assert len(found.subjects) == 3
    assert found.partial
    assert found.cut == date(2018, 1, 1)


def test_a_letter_with_more_voices_than_the_limit_is_shown_in_part() -> None:
    said(*(StakeholderFactory.create() for _ in range(5)))
    found = gathered(3)
    assert len(found.subjects) == 3
    assert found.partial


def test_no_more_rows_are_read_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MOST_ROWS", 3)
    for day in range(1, 6):
        said(date_edtf=f"2018-01-0{day}")
    found = gathered()
    assert len(found.subjects) == 3
    assert found.cut == date(2018, 1, 3)


def test_what_reaches_into_a_range_is_read_with_what_begins_in_it() -> None:
    dates = ["2018", "../2018-05", "2018-04/..", "2018-05-02", "2018-05", "2018-05-30/2019"]
    reaching = {said(date_edtf=edtf).pk for edtf in dates}
    said(date_edtf="2018-04")
    since = date(2018, 5, 1)
    rows = IndexEntry.objects.filter(latest__gte=since)
    assert statements(gather(rows, "voice", room(500), since)) == reaching
    assert gather(rows, "voice", room(500), since) == gather(rows, "voice", room(500))
    assert gather(rows, "voice", room(2), since) == gather(rows, "voice", room(2))
    assert gather(rows, "voice", room(4), since) == gather(rows, "voice", room(4))


def test_open_sides_do_not_stretch_the_axis() -> None:
    said(date_edtf="../2018-05-24")
    said(date_edtf="2018-06-02/..")
    assert axis_of(gathered(), None, None) == Axis(date(2018, 5, 1), date(2018, 6, 30))


def test_the_axis_is_the_range_that_was_asked_for() -> None:
    said(date_edtf="2018-05-24")
    since, until = date(2018, 5, 10), date(2020, 1, 3)
    assert axis_of(gathered(), since, until) == Axis(since, until)
    assert axis_of(gathered(), since, None) == Axis(since, date(2018, 5, 31))
    assert axis_of(gathered(), None, until) == Axis(date(2018, 5, 1), until)


def test_the_axis_of_a_range_beyond_what_is_known_is_still_that_range() -> None:
    said(date_edtf="2018-06-02/..")
    since = date(2030, 1, 1)
    assert axis_of(gathered(), since, None) == Axis(since, date(2030, 1, 31))


def test_the_axis_of_a_range_before_what_is_known_ends_with_it() -> None:
    said(date_edtf="../2018-06-02")
    until = date(2000, 1, 20)
    assert axis_of(gathered(), None, until) == Axis(date(2000, 1, 1), until)


def test_the_axis_begins_where_all_is_shown() -> None:
    for day in ("2018-01-01", "2018-01-20", "2018-01-21"):
        said(date_edtf=day)
    axis = axis_of(gathered(2), date(2017, 1, 1), None)
    assert axis == Axis(date(2018, 1, 20), date(2018, 1, 31))


def test_nothing_asked_for_and_nothing_there_has_no_axis() -> None:
    assert axis_of(gathered(), None, None) is None
    day = date(2018, 1, 1)
    assert axis_of(gathered(), day, None) == Axis(day, date(2018, 1, 31))
