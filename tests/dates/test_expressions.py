"""What the words of an article mean, seen from the day that it was published."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from positions.dates import parse, understand
from tests.dates.level_one import expressions

MONDAY = "2018-06-18"
THURSDAY = "2019-02-07"


def meaning(printed: str, published: str | None) -> str | None:
    known = understand(printed, parse(published) if published else None)
    return known.edtf if known else None


@pytest.mark.parametrize(
    ("printed", "published", "meant"),
    [
        # the articles' own
        ("Friday", MONDAY, "2018-06-15"),
        ("Monday", MONDAY, "2018-06-18"),
        ("May", MONDAY, "2018-05"),
        ("last month", MONDAY, "2018-05"),
        ("Thursday", THURSDAY, "2019-02-07"),
        ("on Thursday", THURSDAY, "2019-02-07"),
        ("last month", THURSDAY, "2019-01"),
        ("last year", THURSDAY, "2018"),
        ("throughout last year", THURSDAY, "2018"),
        # days
        ("today", MONDAY, "2018-06-18"),
        ("yesterday", "2018-01-01", "2017-12-31"),
        ("last night", MONDAY, "2018-06-17"),
        ("three days ago", MONDAY, "2018-06-15"),
        ("Friday morning", MONDAY, "2018-06-15"),
        ("late Friday", MONDAY, "2018-06-15"),
        ("Thurs.", THURSDAY, "2019-02-07"),
        ("last Thursday", THURSDAY, "2019-01-31"),
        ("June 15", MONDAY, "2018-06-15"),
        ("June 19", MONDAY, "2017-06-19"),
        ("15 June", MONDAY, "2018-06-15"),
        ("Feb. 29", MONDAY, "2016-02-29"),
        ("the 24th of May", MONDAY, "2018-05-24"),
        ("24 May last year", MONDAY, "2017-05-24"),
        ("Friday, June 15", MONDAY, "2018-06-15"),
        ("12 juin", MONDAY, "2018-06-12"),
        # weeks
        ("this week", THURSDAY, "2019-02-04/2019-02-10"),
        ("last week", MONDAY, "2018-06-11/2018-06-17"),
        ("two weeks ago", MONDAY, "2018-06-04/2018-06-10"),
        ("earlier this week", THURSDAY, "2019-02-04/2019-02-07"),
        ("earlier this week", MONDAY, "2018-06-17/2018-06-18"),
        ("over the weekend", MONDAY, "2018-06-16/2018-06-17"),
        # months, seasons, years
        ("this month", MONDAY, "2018-06"),
        ("this May", MONDAY, "2018-05"),
        ("this December", MONDAY, "2018-12"),
        ("June", MONDAY, "2018-06"),
        ("last June", MONDAY, "2017-06"),
        ("December", MONDAY, "2017-12"),
        ("early May", MONDAY, "2018-05"),
        ("mid-May", MONDAY, "2018-05"),
        ("May of last year", MONDAY, "2017-05"),
        ("last month", "2018-01-15", "2017-12"),
        ("18 months ago", MONDAY, "2016-12"),
        ("earlier this month", MONDAY, "2018-06-01/2018-06-18"),
        ("last summer", MONDAY, "2017-22"),
        ("this summer", MONDAY, "2018-22"),
        ("this fall", THURSDAY, "2019-23"),
        ("this winter", THURSDAY, "2018-24"),
        ("the spring", MONDAY, "2018-21"),
        ("last winter", MONDAY, "2017-24"),
        ("earlier this year", MONDAY, "2018-01-01/2018-06-18"),
        ("late last year", MONDAY, "2017"),
        ("last year’s", MONDAY, "2017"),
        ("two years ago", MONDAY, "2016"),
        ("about May", MONDAY, "2018-05~"),
    ],
)
def test_words_are_understood_from_the_day_of_publication(
    printed: str, published: str, meant: str | None
) -> None:
    assert meaning(printed, published) == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("15 June 2018", "2018-06-15"),
        ("May 24, 2018", "2018-05-24"),
        ("Sept. 3, 2018", "2018-09-03"),
        ("Friday, June 15th, 2018", "2018-06-15"),
        ("6/15/2018", "2018-06-15"),
        ("15.6.2018", "2018-06-15"),
        ("May 2018", "2018-05"),
        ("summer of 2018", "2018-22"),
        ("in 2011", "2011"),
        ("in the year 2011", "2011"),
        ("the 2010s", "201X"),
        ("around 2016", "2016~"),
        ("15 juin 2018", "2018-06-15"),
        ("juin 2018", "2018-06"),
    ],
)
@pytest.mark.parametrize("published", [None, MONDAY, "../2018-06", "2018~"])
def test_words_that_name_their_year_need_no_publication(
    printed: str, meant: str, published: str | None
) -> None:
    assert meaning(printed, published) == meant


@pytest.mark.parametrize(
    "printed",
    [
        *("", "soon", "10", "10 am", "a few days ago", "in recent months", "next Friday"),
        *("after 15 June 2018", "tomorrow", "June 31", "June 31, 2018", "999 years ago"),
        "Monday, June 15, 2018",  # it was a Friday
        "6/7/2018",  # June or July
        "18 hours ago",  # the 18th only by chance
        "winter 2018",  # its beginning or its end
        "the 1900s",  # a decade or a century
        "vendredi",  # which one, only the English grammar knows
    ],
)
def test_what_is_not_clear_is_not_understood(printed: str) -> None:
    published = "0999-06-18" if "999" in printed else "2018-06-19"

    assert meaning(printed, published) is None


def test_the_weekend_on_a_weekend_is_not_clear() -> None:
    assert meaning("the weekend", "2018-06-16") is None


@pytest.mark.parametrize(
    ("printed", "published", "meant"),
    [
        ("last month", "2018-06", "2018-05"),
        ("last year", "2018", "2017"),
        ("Friday", "2018-06", None),
        ("last month", "2018", None),
        ("last month", "../2018-06", None),
        ("last month", None, None),
        ("May 24", None, None),
        ("last month", "2018-06~", "2018-05~"),
        ("about last month", "2018-06?", "2018-05%"),
        ("last week", "2018-06-18%", "2018-06-11%/2018-06-17%"),
    ],
)
def test_the_meaning_is_no_more_exact_than_the_publication(
    printed: str, published: str | None, meant: str | None
) -> None:
    assert meaning(printed, published) == meant


@given(expressions, st.one_of(st.none(), expressions))
def test_an_edtf_text_means_itself(text: str, published: str | None) -> None:
    assert meaning(text, published) == text


@given(st.dates(min_value=date(2, 1, 1)))
@example(date(2018, 6, 18))
def test_a_weekday_is_in_the_week_up_to_the_publication(day: date) -> None:
    for printed in ("Monday", "Friday", "Sunday"):
        known = understand(printed, parse(day.isoformat()))

        assert known is not None
        assert known.earliest is not None
        assert 0 <= (day - known.earliest).days < 7
        assert known.earliest.strftime("%A") == printed


@given(st.dates(), st.sampled_from(["yesterday", "last year", "last month", "9 years ago"]))
@example(date(1, 1, 1), "yesterday")
def test_no_publication_date_breaks_the_grammar(day: date, printed: str) -> None:
    known = understand(printed, parse(day.isoformat()))

    assert known is None or (known.latest is not None and known.latest < day)


WORDS = (
    *("last", "this", "earlier", "ago", "two", "week", "month", "Friday", "May", "about", "late"),
    *("15", "31st", "2018", "juin", "hace", "jours", "vor", "Q2", "12:30", "-", "/", ",", "0"),
)


@settings(deadline=None)  # dateparser takes its time
@given(
    st.one_of(st.text(max_size=30), st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)),
    expressions,
)
def test_any_words_are_understood_or_not_without_an_error(printed: str, published: str) -> None:
    known = understand(printed, parse(published))

    assert known is None or known == parse(known.edtf)


def test_dateparser_is_imported_only_when_the_grammar_gives_up() -> None:
    code = (
        "import sys; from positions.dates import parse, understand;"
        "understand('last month', parse('2018-06-18'));"
        "assert 'dateparser' not in sys.modules;"
        "understand('15 juin', parse('2018-06-18'));"
        "assert 'dateparser' in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], check=True)
