"""What may stand under a key: dates, days, switches, words, values of a vocabulary."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from positions.listing import AnyDeclaration, read_query
from positions.views.declarations import DECLARATIONS, ORGANISATIONS, POSITIONS, STATEMENTS
from tests.cast import assembled
from tests.filters.asked import problems, refused_keys, slugs

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "key", "said"),
    [
        ("from=2018-13", "from", "no month 13"),
        ("until=yesterday", "until", "yesterday"),
        ("from=2019&until=2018", "from", "Write from=2018 and until=2019."),
        ("verbatim=yes", "verbatim", "Write 1, or leave it out."),
        ("stance=agrees", "stance", "strongly_supports, supports, neutral"),
        ("kind=tweet", "kind", "letter, open_letter"),
        ("organisation_kind=person", "organisation_kind", "company, division"),
        ("q=a&q=b", "q", "only once"),
        ("from=2018&from=2019", "from", "only once"),
        ("q=a%00b", "q", "contains a NUL"),
        ("organisation=%00", "organisation", "contains a NUL"),
        (f"q={'a' * 301}", "q", "is 301 characters long. Shorten it to 300."),
        ("q=%E2%80%93+%3F", "q", "no letter or digit"),
        ("q=-law+-%22no+law%22", "q", "only says what to leave out. Write a word to look for"),
        ("q=" + "+".join(map(str, range(31))), "q", "31 words. Write at most 30."),
        ("&".join(f"stance=s{number}" for number in range(51)), "stance", "At most 50"),
        ("colour=red", "colour", "no filter of this list. It knows q, organisation"),
        ("as_of=2018-07-01", "as_of", "no filter of this list"),
        ("from=31+February", "from", "its year is missing, or the day from which it is counted."),
        ("from=31+February+2019", "from", "there is no 31 February"),
        ("until=2018-99", "until", "there is no month 99"),
        ("until=03/04/2014", "until", "Write 2014-03-04 or 2014-04-03."),
    ],
)
def test_what_is_not_understood_is_refused_by_name(query: str, key: str, said: str) -> None:
    found = problems(STATEMENTS, query)
    assert list(found) == [key]
    assert said in found[key]


@pytest.mark.parametrize(
    "typed", ["2018-07", "2018-07-01/2018-07-02", "2018", "2018-07-XX", "May", "2018/19"]
)
def test_as_of_takes_one_day(typed: str) -> None:
    message = problems(POSITIONS, f"as_of={typed}")["as_of"]
    assert message == f"{typed} is not one day. Write a day, as in 2018-07-01."


def test_a_day_in_figures_that_can_be_either_of_two_is_refused_with_both() -> None:
    message = problems(POSITIONS, "as_of=1/7/2018")["as_of"]
    assert message.endswith(
        "it can mean 7 January 2018 or 1 July 2018. Write 2018-01-07 or 2018-07-01."
    )


def test_two_orders_are_none() -> None:
    assert problems(STATEMENTS, "sort=title&sort=oldest") == {
        "sort": "Write one of: newest, oldest, added, title."
    }


def test_all_that_is_wrong_is_said_at_once() -> None:
    found = problems(STATEMENTS, "stance=agrees&from=soon&colour=red&sort=best&page=0")
    assert set(found) == {"stance", "from", "colour", "sort", "page"}


def test_blank_values_are_as_if_left_out() -> None:
    assembled()
    query = "q=&organisation=&from=++&until=&verbatim=&stance=&sort=&page="
    assert read_query(STATEMENTS, QueryDict(query)).parameters == {}


def test_values_are_written_in_one_form() -> None:
    query = "q=++two++words+&from=+2018-05+&stance=supports&stance=supports"
    assert read_query(STATEMENTS, QueryDict(query)).parameters == {
        "q": ["two words"],
        "stance": ["supports"],
        "from": ["2018-05"],
    }
    in_words = read_query(STATEMENTS, QueryDict("from=May+2018&until=7+Feb.+2019")).parameters
    assert in_words == {"from": ["2018-05"], "until": ["2019-02-07"]}
    in_figures = read_query(STATEMENTS, QueryDict("from=24/05/2018&until=7/31/2018")).parameters
    assert in_figures == {"from": ["2018-05-24"], "until": ["2018-07-31"]}


def test_the_day_is_today_unless_another_is_asked() -> None:
    assert read_query(ORGANISATIONS, QueryDict("")).filters.day == timezone.localdate()
    for typed in ("2018-07-01", "1+July+2018"):
        day = read_query(ORGANISATIONS, QueryDict(f"as_of={typed}")).filters.day
        assert day == date(2018, 7, 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(DECLARATIONS), st.dictionaries(st.text(), st.lists(st.text()), max_size=4))
@example(STATEMENTS, {"after": ["2018-01-01~99999999999999999999"]})
@example(STATEMENTS, {"after": ["²~²"], "page": ["²"]})
@example(ORGANISATIONS, {"after": ["\0~1"]})
@example(ORGANISATIONS, {"after": ["%ff~1"]})
@example(STATEMENTS, {"until": ["0001"], "from": ["9999"]})
def test_whatever_is_typed_is_listed_or_refused(
    declaration: AnyDeclaration, typed: dict[str, list[str]]
) -> None:
    data = QueryDict(mutable=True)
    for key, values in typed.items():
        data.setlist(key, values)
    assert set(refused_keys(declaration, data)) <= set(typed)


@given(
    st.sampled_from(
        ["q", "organisation", "person", "topic", "source", "from", "until", "after", "before"]
    ),
    st.text(min_size=1),
)
def test_whatever_is_typed_under_a_known_key_is_listed_or_refused(key: str, value: str) -> None:
    data = QueryDict(mutable=True)
    data[key] = value
    assert refused_keys(STATEMENTS, data) in ([], [key])


def test_the_day_of_a_time_counts() -> None:
    assembled()
    assert slugs(POSITIONS, "as_of=2018-07-01T10:00:00Z") == slugs(POSITIONS, "as_of=2018-07-01")
