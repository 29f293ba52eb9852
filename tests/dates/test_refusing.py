"""What is not understood: the reason is given, and the readings between which to choose."""

from __future__ import annotations

import pytest

from positions.dates import Refused, parse, understand

MONDAY = "2018-06-18"
FISCAL = "a fiscal year begins on different days: write its first and its last month"
SHORT = "its year has two digits, and is counted from the day of its source, which is not known"


def refusal(printed: str, published: str | None = MONDAY) -> Refused:
    result = understand(printed, parse(published) if published else None)
    assert isinstance(result, Refused), result
    return result


@pytest.mark.parametrize(
    ("printed", "readings"),
    [
        ("Jun-18", ["2018-06", "2018-06-18"]),
        ("03/04/2014", ["2014-03-04", "2014-04-03"]),
        ("18-05-24", ["1924-05-18", "2018-05-24"]),
        ("winter 2018", ["2017-24", "2018-24"]),
        ("this winter", ["2018-24", "2017-24"]),
        ("this fall", ["2018-23", "2017-23"]),
        ("this December", ["2018-12", "2017-12"]),
        ("this Friday", ["2018-06-15", "2018-06-22"]),
        ("this weekend", ["2018-06-16/2018-06-17", "2018-06-23/2018-06-24"]),
        ("last week on Sunday", ["2018-06-10", "2018-06-17"]),
        ("in 2009-10", ["2009-10", "2009/2010"]),
        ("Monday, June 15, 2018", ["2018-06-15"]),
    ],
)
def test_words_that_can_mean_two_times_are_asked_about(printed: str, readings: list[str]) -> None:
    refused = refusal(printed)
    assert [each.edtf for each in refused.readings] == readings
    assert refused.told(printed).endswith(f" Write {' or '.join(readings)}.")


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("03/04/2014", "it can mean 4 March 2014 or 3 April 2014"),
        ("Jun-18", "it can mean June 2018 or 18 June 2018"),
        ("31 February 2020", "there is no 31 February"),
        ("29 February 2019", "there is no 29 February 2019"),
        ("June 31", "there is no 31 June"),
        ("31/02/2020", "there is no 31 February 2020"),
        ("2018-02-30", "February 2018 has 28 days"),
        ("2018-13", "there is no month 13; write 01 to 12, or 21 to 24 for a season"),
        ("Monday, June 15, 2018", "15 June 2018 was a Friday and not a Monday"),
        ("June 7-5", "7 comes after 5"),
        (
            "from June 28 to June 5, 2018",
            "28 June 2017 comes after 5 June 2018, or lies a year before it",
        ),
        *((printed, FISCAL) for printed in ("fiscal 2019", "FY2019", "fiscal year 2018–19")),
        ("the 1900s", "it can mean ten years or a hundred: write 190X or 19XX"),
        ("the 2000s", "it can mean ten years or a hundred: write 200X or 20XX"),
        *((printed, "it lies after the day of its source") for printed in (
            "tomorrow", "next Friday", "next year", "the coming week", "later this week",
            "two weeks from now", "after Monday",
        )),
        *((printed, "it is counted from another time than the day of its source") for printed in (
            "the following day", "the previous week", "that Friday", "the same year",
            "two weeks earlier", "three days later",
        )),
        *((printed, "it names none of several") for printed in (
            "every Friday", "each year", "the first Monday",
        )),
        *((printed, "it is no date that is understood") for printed in (
            "soon", "10 am", "a few days ago", "a couple of days ago", "in recent months",
            "Christmas Eve", "18 hours ago", "half a year ago", "two and a half weeks ago", "n.d.",
            "last Friday in May", "vendredi", "May or so", "Friday the board met",
        )),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_refused_with_its_reason(printed: str, reason: str) -> None:
    assert refusal(printed).reason == reason


@pytest.mark.parametrize("printed", ["", " ", "10", "20180524", "43266", "x" * 300, "5/6/7/8"])
def test_what_is_no_date_is_refused(printed: str) -> None:
    assert refusal(printed).cause == "unknown"


def test_the_years_before_the_first_cannot_be_meant() -> None:
    assert refusal("999 years ago", "0900-06-18").reason == "it lies outside the years 1 to 9999"


def test_the_31st_is_not_looked_for_two_months_back() -> None:
    assert refusal("the 31st", "2018-05-01").reason == "there is no 31 April 2018"


def test_the_weekend_on_a_weekend_is_not_clear() -> None:
    readings = refusal("the weekend", "2018-06-16").readings
    assert [each.edtf for each in readings] == ["2018-06-09/2018-06-10", "2018-06-16/2018-06-17"]


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("last month", "it is counted from the day of its source, which is not known"),
        ("May 24", "it is counted from the day of its source, which is not known"),
        ("Jun-18", "it can mean June of a year that ends in 18, or 18 June"),
        ("May '18", SHORT),
    ],
)
def test_without_a_day_what_is_counted_is_refused(printed: str, reason: str) -> None:
    assert (refusal(printed, None).reason, refusal(printed, None).cause) == (reason, "no day")
