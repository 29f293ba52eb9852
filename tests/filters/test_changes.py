"""What changed between two days, held against the matrices of both."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from django.http import QueryDict
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions import derivation
from positions.charts.matrix import MatrixCell, columns_of, rows_of
from positions.choices import Capacity, Stance, StatementKind
from positions.derivation.changes import Change
from positions.listing import read_query
from positions.models import Challenge, Correction, Statement
from positions.records import ChangeRecord
from positions.views.declarations import CHANGES
from tests.cast import Cast
from tests.factories import AttributionFactory, said
from tests.filters.asked import problems

pytestmark = pytest.mark.usefixtures("cast")

DAYS = ["2015-01-01", "2016-05-01", "2016-05-20", "2017-03-01", "2018-07-01"]
DATES = ["2016", "2016-05", "2016-05-20", "2017-03-01", "2017~", "../2016-06", "2018-02/.."]
ASKED = ["2016-05-02", "2016-05-20", "2017-02-28", "2018-01"]


def found(query: str = "") -> list[ChangeRecord]:
    chunks = read_query(CHANGES, QueryDict(query)).chunks(3)
    return [change for chunk in chunks for change in chunk]


def told(query: str) -> set[tuple[str, str]]:
    """Holder and kind of the changes that a query string finds."""
    return {(change.holder.slug, change.change.value) for change in found(query)}


def silent(cast: Cast, voice: str, subject: str, day: str) -> Statement:
    asked = said(getattr(cast, voice), kind=StatementKind.NO_REPLY, date_edtf=day, derive=False)
    asked.asked_about.set([getattr(cast, subject)])
    derivation.refresh([asked.pk])
    return asked


def cells(cast: Cast, day: str) -> dict[tuple[str, str], MatrixCell]:
    """The matrix of two organisations and two propositions as of a day."""
    heads = columns_of([cast.law, cast.toys])
    rows = rows_of(
        [cast.aclu.pk, cast.amazon.pk], heads, date.fromisoformat(day), today=date(2026, 1, 1)
    )
    return {
        (row.organisation.slug, cell.proposition.slug): cell for row in rows for cell in row.cells
    }


def unanswered(cell: MatrixCell) -> str:
    """When the question of a cell was asked that nobody answered; empty without one."""
    asked = cell.date if cell.state == "no_reply" else cell.no_reply_since
    return asked.edtf if asked else ""


Made = list[tuple[str, str, Stance, Statement]]


def clear(made: Made, voice: str, subject: str, day: str) -> Stance | None:
    """The last stance of a voice on a subject that was clear by the day, by plain reading."""
    begun = [
        (said.earliest or date.min, said.latest or date.max, said.pk, stance)
        for speaker, on, stance, said in made
        if (speaker, on) == (voice, subject)
        and (said.earliest or date.min) <= date.fromisoformat(day)
        and stance != Stance.UNCLEAR
    ]
    return max(begun)[-1] if begun else None


def kind(then: MatrixCell, now: MatrixCell, before: Stance | None) -> Change:
    """What changed from one cell to the other, where ``before`` was clear last."""
    if then.stance is None:
        return Change.NEW
    if then.stance == now.stance:
        return Change.REAFFIRMED
    if before and now.stance and now.stance != Stance.UNCLEAR and before.side != now.stance.side:
        return Change.SHIFTED
    return Change.RESTATED


def pair(change: ChangeRecord) -> tuple[str, str, bool]:
    """Of whom, on what, and whether they only gave no reply."""
    assert change.proposition
    return change.holder.slug, change.proposition.slug, change.change == Change.SILENT


Said = tuple[str, str, Stance, str]
histories = st.lists(
    st.tuples(
        st.sampled_from(["aclu", "amazon"]),
        st.sampled_from(["law", "toys"]),
        st.sampled_from(Stance),
        st.sampled_from(DATES),
    ),
    max_size=6,
)
questions = st.sets(
    st.tuples(
        st.sampled_from(["aclu", "amazon"]),
        st.sampled_from(["law", "toys"]),
        st.sampled_from(ASKED),
    ),
    max_size=3,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    history=histories,
    asked=questions,
    days=st.lists(st.sampled_from(DAYS), min_size=2, max_size=2).map(sorted),
)
def test_changes_are_the_difference_of_the_two_matrices(
    cast: Cast, history: list[Said], asked: set[tuple[str, str, str]], days: list[str]
) -> None:
    for noun in (Challenge, Correction, Statement):
        noun._default_manager.all().delete()
    derivation.rebuild_all()
    made: Made = []
    for voice, subject, stance, edtf in history:
        statement = said(getattr(cast, voice), on={getattr(cast, subject): stance}, date_edtf=edtf)
        made.append((voice, subject, stance, statement))
    for question in asked:
        silent(cast, *question)
    first, last = (cells(cast, day) for day in days)
    expected: dict[tuple[str, str, bool], Change] = {}
    for key in product(("aclu", "amazon"), ("law", "toys")):
        then, now = first[key], last[key]
        if now.n_statements != then.n_statements:
            expected[*key, False] = kind(then, now, clear(made, *key, days[0]))
        if unanswered(now) and unanswered(now) != unanswered(then):
            expected[*key, True] = Change.SILENT
    changes = found(urlencode({"from": days[0], "until": days[1]}))
    of = {pair(each): each for each in changes}
    assert {key: each.change for key, each in of.items()} == expected
    assert len(changes) == len(expected)
    for (voice, subject, _), each in of.items():
        assert (each.then and each.then.stance) == first[voice, subject].stance
        assert (each.now and each.now.stance) == last[voice, subject].stance


@pytest.fixture
def moved(cast: Cast) -> Cast:
    """The caucus takes its name back, the ACLU says it again, Amazon is asked, Guliani shifts."""
    letter = said(
        cast.caucus, cast.paper, on={cast.law: Stance.SUPPORTS}, date_edtf="2029-05", slug="joint"
    )
    letter.attributions.filter(stakeholder=cast.caucus).update(withdrawn_on=date(2030, 2, 2))
    derivation.refresh([letter.pk])
    said(cast.aclu, on={cast.law: Stance.SUPPORTS}, date_edtf="2030-01-05", words="Yes again.")
    said(cast.guliani, on={cast.toys: Stance.OPPOSES}, date_edtf="2030-03-01", words="Not now.")
    asked = silent(cast, "amazon", "toys", "2030-02-01")
    # Whoever was asked on behalf of another holds no position of their own.
    AttributionFactory.create(
        statement=asked,
        stakeholder=cast.rivera,
        on_behalf_of=cast.amazon,
        capacity=Capacity.ORGANISATIONAL,
    )
    derivation.refresh([asked.pk])
    return cast


ALL = {("aclu", "reaffirmed"), ("cbc", "withdrawn"), ("guliani", "shifted"), ("amazon", "silent")}


def test_each_condition_leaves_what_it_says(moved: Cast) -> None:
    year = "from=2029-12-31&until=2030-12-31"
    expected = {
        "": ALL,
        "&change=withdrawn&change=silent": {("cbc", "withdrawn"), ("amazon", "silent")},
        "&organisation=cbc": {("cbc", "withdrawn")},
        "&organisation_kind=advocacy": {("aclu", "reaffirmed")},
        "&person=guliani": {("guliani", "shifted")},
        "&person=rivera": set(),
        "&topic=faces": {("aclu", "reaffirmed"), ("cbc", "withdrawn")},
        "&proposition=toys": {("guliani", "shifted"), ("amazon", "silent")},
        "&proposition=law": {("aclu", "reaffirmed"), ("cbc", "withdrawn")},
        "&stance=opposes": {("guliani", "shifted")},
        "&directness=implied": set(),
        "&q=again": {("aclu", "reaffirmed")},
        "&sort=holder": ALL,
    }
    assert {query: told(year + query) for query in expected} == expected
    assert told("from=2030-02-01&until=2030-02-01") == set()  # a day is no change from itself
    assert told("from=2030-02-01&until=2030-02-02") == {("cbc", "withdrawn")}
    [taken] = found("from=2030-02-01&until=2030-02-02")
    assert (taken.statement.slug, taken.withdrawn_on) == ("joint", date(2030, 2, 2))
    # Without a day to begin with, nothing was there before: all is new, and nothing was taken back.
    assert {change.change for change in found("until=2030-12-31")} == {Change.NEW, Change.SILENT}


def test_a_person_asked_by_way_of_another_is_told_as_silent_and_the_other_is_not(
    cast: Cast,
) -> None:
    asked = silent(cast, "rivera", "toys", "2030-02-01")
    asked.attributions.update(on_behalf_of=cast.guliani, capacity=Capacity.ORGANISATIONAL)
    derivation.refresh([asked.pk])
    assert told("from=2030-01-01&until=2030-12-31") == {("guliani", "silent")}


def test_days_that_cannot_be_held_against_each_other_are_refused() -> None:
    assert "is not one day" in problems(CHANGES, "from=2018-05")["from"]
    assert "is after" in problems(CHANGES, "from=2018-07-02&until=2018-07-01")["from"]
    assert "is after today" in problems(CHANGES, "from=2999-01-01")["from"]
