"""Which shifts each condition leaves, held against a plain reading of random histories."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from django.http import QueryDict
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions import derivation
from positions.choices import Direction, Stance
from positions.dates import parse
from positions.listing import read_query
from positions.models import Challenge, Correction, Position, Stakeholder, Statement
from positions.views.declarations import SHIFTS
from tests.cast import Cast
from tests.derivation.held import Claim, Held, hold
from tests.factories import said
from tests.filters.asked import problems

pytestmark = pytest.mark.usefixtures("cast")

DATES = ["2016", "2016-05", "2017-03-01", "2017~", "../2016-06", "2018-02/..", "2017/2018-01"]
ASKED = ["2015", "2016-05", "2017-02", "2018", "2019"]
Query = dict[str, list[str]]


def found(query: str = "") -> set[str]:
    """Holder, proposition and statement of the shifts that a query string finds."""
    chunks = read_query(SHIFTS, QueryDict(query)).chunks(3)
    return {
        f"{shift.holder.slug}/{shift.proposition.slug}/{shift.now.statement.slug}"
        for chunk in chunks
        for shift in chunk
    }


@pytest.fixture
def moved(cast: Cast) -> Cast:
    """Amazon is in the cast with a shift on sales; the ACLU and Guliani get one each."""
    said(cast.aclu, on={cast.law: Stance.NEUTRAL}, date_edtf="2020", words="No view.", slug="later")
    said(cast.guliani, on={cast.toys: Stance.OPPOSES}, date_edtf="2021-03", slug="dislike")
    return cast


AMAZON, ACLU, GULIANI = "amazon/sales/guidelines", "aclu/law/later", "guliani/toys/dislike"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {AMAZON, ACLU, GULIANI}),
        ("organisation=amazon", {AMAZON}),
        ("organisation_kind=advocacy", {ACLU}),
        ("person=guliani", {GULIANI}),
        ("topic=robots", {GULIANI}),
        ("proposition=sales", {AMAZON}),
        ("stance=neutral", {ACLU}),
        ("direction=towards_opposition", {AMAZON, ACLU, GULIANI}),
        ("direction=towards_support", set()),
        ("direction=towards_support&direction=towards_opposition", {AMAZON, ACLU, GULIANI}),
        ("q=does+good", {AMAZON}),  # said then
        ("q=view", {ACLU}),  # said now
        ("from=2020-06", {ACLU, GULIANI}),
        ("until=2018-04", set()),
        ("until=2018-05", {GULIANI}),
        ("from=2019-03&until=2020-01", {ACLU, GULIANI}),
    ],
)
def test_shifts_meet_the_condition(moved: Cast, query: str, expected: set[str]) -> None:
    assert found(query) == expected


def test_an_unclear_stance_is_never_shifted_to() -> None:
    assert "“unclear” is not known" in problems(SHIFTS, "stance=unclear")["stance"]


def test_the_feed_begins_with_what_readers_saw_last(moved: Cast) -> None:
    """A statement of old, entered now, makes the later one a shift: it is news."""
    said(moved.caucus, on={moved.sales: Stance.SUPPORTS}, date_edtf="1999")
    selection = read_query(SHIFTS, QueryDict(""), paged=False, default_sort=SHIFTS.feed_sort)
    assert [shift.holder.slug for shift in selection.newest(9)] == [
        "cbc",
        "guliani",
        "aclu",
        "amazon",
    ]


histories = st.lists(
    st.tuples(
        st.sampled_from(["aclu", "guliani"]),
        st.sampled_from(["law", "toys"]),
        st.sampled_from(Stance),
        st.sampled_from(DATES),
    ),
    max_size=7,
)
queries = st.fixed_dictionaries(
    {},
    optional={
        "direction": st.lists(st.sampled_from(Direction.values), min_size=1, unique=True),
        "stance": st.lists(
            st.sampled_from([value for value in Stance.values if value != "unclear"]),
            min_size=1,
            max_size=3,
            unique=True,
        ),
        "proposition": st.sampled_from([["law"], ["toys"], ["law", "toys"]]),
        "from": st.sampled_from(ASKED).map(lambda text: [text]),
        "until": st.sampled_from(ASKED).map(lambda text: [text]),
    },
)


def meets(held: Held, proposition: str, query: Query) -> bool:
    """Whether a shift by the published rule meets the query, by plain reading."""
    before, now = held.previous, held.claim
    assert before
    since = parse(query["from"][0]).earliest if "from" in query else None
    until = parse(query["until"][0]).latest if "until" in query else None
    return (
        proposition in query.get("proposition", [proposition])
        and now.stance.value in query.get("stance", [now.stance.value])
        and Direction.of(before.stance, now.stance).value
        in query.get("direction", Direction.values)
        and now.last >= (since or date.min)
        and before.first <= (until or date.max)
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories, query=queries)
def test_the_list_is_what_a_plain_reading_of_the_rule_gives(
    cast: Cast, history: list[tuple[str, str, Stance, str]], query: Query
) -> None:
    for noun in (Challenge, Correction, Statement):
        noun._default_manager.all().delete()
    derivation.rebuild_all()
    voices: dict[str, Stakeholder] = {"aclu": cast.aclu, "guliani": cast.guliani}
    subjects = {"law": cast.law, "toys": cast.toys}
    claims: dict[tuple[str, str], list[Claim]] = {key: [] for key in product(voices, subjects)}
    slugs = {}
    for voice, subject, stance, edtf in history:
        statement = said(voices[voice], on={subjects[subject]: stance}, date_edtf=edtf)
        slugs[statement.pk] = statement.slug
        claims[voice, subject].append(
            Claim(1, 1, statement.pk, stance, statement.earliest, statement.latest)
        )
    if "from" in query and "until" in query and query["from"] > query["until"]:
        query = {key: values for key, values in query.items() if key != "from"}
    expected = {
        f"{voice}/{subject}/{slugs[held.claim.statement]}"
        for (voice, subject), made in claims.items()
        for held in hold(made)
        if held.shift and meets(held, subject, query)
    }
    assert found(urlencode(query, doseq=True)) == expected
    assert Position.objects.shifts().filter(previous_statement=None).count() == 0
