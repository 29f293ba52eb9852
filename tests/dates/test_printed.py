"""The printed form: right for readers, never more exact than the date, and readable back."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.dates import parse
from tests.dates.level_one import FORMS, expressions

MONTHS = {name: number for number, name in enumerate(month_name) if name}
A_DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}")
FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def read_one(words: str) -> tuple[date, date]:
    """First and last day of the words for one date: the printed form, backwards."""
    words = words.removeprefix("about ").removesuffix(" (uncertain)")
    words = re.sub(r", (?:(?:month|day|month and day) unknown|\d\d:\d\d.*)$", "", words)
    if match := re.fullmatch(r"(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})", words):
        day, month, year = match.groups()
        length = monthrange(int(year), MONTHS[month])[1]
        return (
            date(int(year), MONTHS[month], int(day or 1)),
            date(int(year), MONTHS[month], int(day or length)),
        )
    if match := re.fullmatch(r"([a-z]+) (\d{4})(?:–\d{4})?", words):
        first = date(int(match[2]), FIRST_MONTHS[match[1]], 1)
        after = (first + timedelta(95)).replace(day=1)
        return first, after - timedelta(1)
    if match := re.fullmatch(r"(\d{3})0s", words):
        return date(int(f"{match[1]}0"), 1, 1), date(int(f"{match[1]}9"), 12, 31)
    first_year, _, last_year = words.partition("–")
    return date(int(first_year), 1, 1), date(int(last_year or first_year), 12, 31)


def read(words: str) -> tuple[date | None, date | None]:
    """First and last day of any printed form."""
    if match := re.fullmatch(r"by (.+?)(?:, beginning unknown)?", words):
        return None, read_one(match[1])[1]
    if match := re.fullmatch(r"from (.+?)(?: on|, end unknown)", words):
        return read_one(match[1])[0], None
    start, _, end = words.partition(" to ")
    return read_one(start)[0], read_one(end or start)[1]


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_the_printed_form_says_the_bounds(form: str, data: st.DataObject) -> None:
    known = parse(data.draw(FORMS[form]))

    assert read(known.printed) == (known.earliest, known.latest)


@given(expressions)
def test_a_day_is_printed_only_where_one_is_known(text: str) -> None:
    known = parse(text)

    if known.precision != "interval":
        assert bool(A_DAY.search(known.printed)) == (known.earliest == known.latest)


@given(expressions)
def test_doubt_is_printed(text: str) -> None:
    known = parse(text)

    assert ("about " in known.printed) == known.approximate
    assert ("(uncertain)" in known.printed) == known.uncertain


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2018-06-15", "15 June 2018"),
        ("2018-06-05", "5 June 2018"),
        ("2018-05", "May 2018"),
        ("2018-05~", "about May 2018"),
        ("2018-05?", "May 2018 (uncertain)"),
        ("2018%", "about 2018 (uncertain)"),
        ("2018-21", "spring 2018"),
        ("2018-24", "winter 2018–2019"),
        ("201X", "2010s"),
        ("190X", "1900–1909"),
        ("20XX", "2000–2099"),
        ("1985-XX", "1985, month unknown"),
        ("1985-04-XX", "April 1985, day unknown"),
        ("1985-XX-XX", "1985, month and day unknown"),
        ("0044-03-15", "15 March 0044"),
        ("2018-05/2019-07", "May 2018 to July 2019"),
        ("2018-05~/2019?", "about May 2018 to 2019 (uncertain)"),
        ("../2018-06", "by June 2018"),
        ("2018-05/..", "from May 2018 on"),
        ("2018-05/", "from May 2018, end unknown"),
        ("/2018-05", "by May 2018, beginning unknown"),
        ("2018-06-15T10:00:00Z", "15 June 2018, 10:00 UTC"),
        ("2018-06-15T10:00:00", "15 June 2018, 10:00"),
        ("2018-06-15T10:00:30-04:00", "15 June 2018, 10:00:30 UTC−04:00"),
    ],
)
def test_each_form_is_printed_as_people_write_it(text: str, printed: str) -> None:
    assert parse(text).printed == printed
