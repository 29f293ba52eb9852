"""What printed words mean, seen from the day of their source: examples, each with its reason."""

from __future__ import annotations

import pytest
from hypothesis import given

from positions.dates import Refused, Understood, parse, understand
from tests.dates.level_one import expressions

MONDAY = "2018-06-18"
THURSDAY = "2019-02-07"


def read(printed: str, published: str | None) -> Understood | Refused:
    return understand(printed, parse(published) if published else None)


def meaning(printed: str, published: str | None) -> str | None:
    result = read(printed, published)
    return result.date.edtf if isinstance(result, Understood) else None


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
        ("earlier today", MONDAY, "2018-06-18"),
        ("this morning", MONDAY, "2018-06-18"),
        ("yesterday", "2018-01-01", "2017-12-31"),
        ("yesterday morning", MONDAY, "2018-06-17"),
        ("the day before yesterday", MONDAY, "2018-06-16"),
        ("last night", MONDAY, "2018-06-17"),
        ("three days ago", MONDAY, "2018-06-15"),
        ("twenty-one days ago", MONDAY, "2018-05-28"),
        ("Friday morning", MONDAY, "2018-06-15"),
        ("late Friday", MONDAY, "2018-06-15"),
        ("Thurs.", THURSDAY, "2019-02-07"),
        ("last Thursday", THURSDAY, "2019-01-31"),
        ("last Tuesday", MONDAY, "2018-06-12"),
        ("Tuesday of last week", MONDAY, "2018-06-12"),
        ("last week on Tuesday", MONDAY, "2018-06-12"),
        ("Friday two weeks ago", MONDAY, "2018-06-08"),
        ("June 15", MONDAY, "2018-06-15"),
        ("June 19", MONDAY, "2017-06-19"),
        ("15 June", MONDAY, "2018-06-15"),
        ("18-Jun", MONDAY, "2018-06-18"),
        ("Feb. 29", MONDAY, "2016-02-29"),
        ("the 24th of May", MONDAY, "2018-05-24"),
        ("the twenty-fourth of May", MONDAY, "2018-05-24"),
        ("24 May last year", MONDAY, "2017-05-24"),
        ("Friday, June 15", MONDAY, "2018-06-15"),
        ("12 juin", MONDAY, "2018-06-12"),
        ("on the 5th", MONDAY, "2018-06-05"),
        ("the 1st", MONDAY, "2018-06-01"),
        ("the 18th", MONDAY, "2018-06-18"),
        ("the 20th", MONDAY, "2018-05-20"),
        ("the 5th of last month", MONDAY, "2018-05-05"),
        ("a year ago today", MONDAY, "2017-06-18"),
        ("24/05/18", MONDAY, "2018-05-24"),
        # several days
        ("June 5 and 6", MONDAY, "2018-06-05/2018-06-06"),
        ("5–7 June", MONDAY, "2018-06-05/2018-06-07"),
        ("from 5 to 7 June", MONDAY, "2018-06-05/2018-06-07"),
        ("Friday and Saturday", MONDAY, "2018-06-15/2018-06-16"),
        ("from Monday to Friday", MONDAY, "2018-06-11/2018-06-15"),
        ("two or three weeks ago", MONDAY, "2018-05-28/2018-06-10"),
        ("the past two weeks", MONDAY, "2018-06-04/2018-06-18"),
        ("the past week", MONDAY, "2018-06-11/2018-06-18"),
        # weeks
        ("this week", THURSDAY, "2019-02-04/2019-02-10"),
        ("last week", MONDAY, "2018-06-11/2018-06-17"),
        ("the week before last", MONDAY, "2018-06-04/2018-06-10"),
        ("two weeks ago", MONDAY, "2018-06-04/2018-06-10"),
        ("earlier this week", THURSDAY, "2019-02-04/2019-02-07"),
        ("earlier this week", MONDAY, "2018-06-17/2018-06-18"),
        ("over the weekend", MONDAY, "2018-06-16/2018-06-17"),
        ("last weekend", "2018-06-16", "2018-06-09/2018-06-10"),
        ("this weekend", "2018-06-16", "2018-06-16/2018-06-17"),
        # months, seasons, years
        ("this month", MONDAY, "2018-06"),
        ("this May", MONDAY, "2018-05"),
        ("this past May", MONDAY, "2018-05"),
        ("June", MONDAY, "2018-06"),
        ("last June", MONDAY, "2017-06"),
        ("December", MONDAY, "2017-12"),
        ("early May", MONDAY, "2018-05"),
        ("mid-May", MONDAY, "2018-05"),
        ("the end of May", MONDAY, "2018-05"),
        ("May of last year", MONDAY, "2017-05"),
        ("May ’18", MONDAY, "2018-05"),
        ("May '68", MONDAY, "1968-05"),
        ("last month", "2018-01-15", "2017-12"),
        ("18 months ago", MONDAY, "2016-12"),
        ("earlier this month", MONDAY, "2018-06-01/2018-06-18"),
        ("last summer", MONDAY, "2017-22"),
        ("this summer", MONDAY, "2018-22"),
        ("this winter", THURSDAY, "2018-24"),
        ("this winter", "2019-01-16", "2018-24"),
        ("the spring", MONDAY, "2018-21"),
        ("last winter", MONDAY, "2017-24"),
        ("earlier this year", MONDAY, "2018-01-01/2018-06-18"),
        ("late last year", MONDAY, "2017"),
        ("last year’s", MONDAY, "2017"),
        ("two years ago", MONDAY, "2016"),
        ("about May", MONDAY, "2018-05~"),
        ("about two weeks ago", MONDAY, "2018-06-04~/2018-06-10~"),
        ("between May and July", MONDAY, "2017-05/2017-07"),
        ("from December to February", MONDAY, "2017-12/2018-02"),
        # what is open, or less than so long ago
        ("over a year ago", MONDAY, "../2017-06-18"),
        ("over two weeks ago", MONDAY, "../2018-06-04"),
        ("more than a month ago", "2018-03-31", "../2018-02-28"),
        ("almost a year ago", MONDAY, "2017-06-18/2018-06-18"),
        ("less than two weeks ago", MONDAY, "2018-06-04/2018-06-18"),
        ("until last month", MONDAY, "../2018-05"),
        ("by Friday", MONDAY, "../2018-06-15"),
        ("since Friday", MONDAY, "2018-06-15/.."),
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
        ("May 24th, 2018", "2018-05-24"),
        ("Feb 7, 2019", "2019-02-07"),
        ("Sept. 3, 2018", "2018-09-03"),
        ("Friday, June 15th, 2018", "2018-06-15"),
        ("Fri, 15 Jun 2018 10:30:00 +0000", "2018-06-15"),
        ("5:24 PM EDT, Fri June 15, 2018", "2018-06-15"),
        ("June 15, 2018 at 5:00 p.m. ET", "2018-06-15"),
        ("18-Jun-2018", "2018-06-18"),
        ("Jun-18-2018", "2018-06-18"),
        ("6/15/2018", "2018-06-15"),
        ("24/05/2018", "2018-05-24"),
        ("15.6.2018", "2018-06-15"),
        ("5/5/2018", "2018-05-05"),
        ("2018/05/24", "2018-05-24"),
        ("2018-5-24", "2018-05-24"),
        ("2018-06-15 10:30", "2018-06-15"),
        ("2018-06-15T10:30Z", "2018-06-15"),
        ("2018-06-15T10:30:00Z", "2018-06-15T10:30:00Z"),
        ("15\u00a0June\u00a02018", "2018-06-15"),
        ("May 2018", "2018-05"),
        ("May, 2018", "2018-05"),
        ("JUNE 2018", "2018-06"),
        ("June\u202f2018", "2018-06"),
        ("“June 2018”", "2018-06"),
        ("summer of 2018", "2018-22"),
        ("spring 2018", "2018-21"),
        ("winter 2018–19", "2018-24"),
        ("in 2011", "2011"),
        ("in the year 2011", "2011"),
        ("mid-2018", "2018"),
        ("the 2010s", "201X"),
        ("the late 1990s", "199X"),
        ("around 2016", "2016~"),
        ("c. 2016", "2016~"),
        ("Q2 2018", "2018-04/2018-06"),
        ("2018 Q2", "2018-04/2018-06"),
        ("the second half of 2018", "2018-07/2018-12"),
        ("5–7 June 2018", "2018-06-05/2018-06-07"),
        ("Mar 3 - 5, 2024", "2024-03-03/2024-03-05"),
        ("June 5, 6 and 7, 2018", "2018-06-05/2018-06-07"),
        ("28 May – 3 June 2018", "2018-05-28/2018-06-03"),
        ("between June 5 and 7, 2018", "2018-06-05/2018-06-07"),
        ("May–July 2018", "2018-05/2018-07"),
        ("December to February 2018", "2017-12/2018-02"),
        ("2016–18", "2016/2018"),
        ("from the 1990s to 2005", "1990/2005"),
        ("since 2016", "2016/.."),
        ("after 15 June 2018", "2018-06-16/.."),
        ("before May 2018", "../2018-04-30"),
        ("until May 2018", "../2018-05"),
        ("15 juin 2018", "2018-06-15"),
        ("24 mai 2018", "2018-05-24"),
        ("24. Mai 2018", "2018-05-24"),
        ("24 de mayo de 2018", "2018-05-24"),
        ("1er mai 2018", "2018-05-01"),
        ("juin 2018", "2018-06"),
    ],
)
@pytest.mark.parametrize("published", [None, MONDAY, "../2018-06", "2018~"])
def test_words_that_name_their_year_need_no_publication(
    printed: str, meant: str, published: str | None
) -> None:
    assert meaning(printed, published) == meant


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
        ("over a year ago", "2018-06-18~", "../2017-06-18~"),
    ],
)
def test_the_meaning_is_no_more_exact_than_the_publication(
    printed: str, published: str | None, meant: str | None
) -> None:
    assert meaning(printed, published) == meant


@pytest.mark.parametrize(
    ("printed", "basis", "relation"),
    [
        ("2018-05", "edtf", "at"),
        ("May 2018", "calendar", "at"),
        ("May", "counted", "at"),
        ("May last year", "counted", "at"),
        ("May to June 2018", "calendar", "at"),
        ("since May 2018", "calendar", "from"),
        ("by Friday", "counted", "until"),
        ("over a year ago", "counted", "at"),
    ],
)
def test_it_is_told_on_what_a_meaning_rests(printed: str, basis: str, relation: str) -> None:
    result = read(printed, MONDAY)
    assert isinstance(result, Understood)
    assert (result.basis, result.relation) == (basis, relation)


@given(expressions)
def test_an_edtf_text_means_itself(text: str) -> None:
    assert read(text, MONDAY) == Understood(parse(text), "edtf")
