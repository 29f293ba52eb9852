"""Reading EDTF: every form of levels 0 and 1, and a clear refusal of everything else."""

from __future__ import annotations

import re
from datetime import date
from time import struct_time

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from positions.dates import EdtfError, Precision, UncertainDate, parse
from tests.dates.level_one import FORMS, damaged, expressions


def bounds(text: str) -> tuple[date | None, date | None]:
    known = parse(text)
    return known.earliest, known.latest


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_what_is_typed_is_what_is_kept(form: str, data: st.DataObject) -> None:
    text = data.draw(FORMS[form])

    assert parse(f" {text}\n").edtf == text
    assert parse(parse(text).edtf) == parse(text)


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_bounds_are_in_order_and_absent_only_where_open_or_unknown(
    form: str, data: st.DataObject
) -> None:
    earliest, latest = bounds(data.draw(FORMS[form]))

    assert (earliest is None) == form.endswith("beginning")
    assert (latest is None) == form.endswith("end")
    assert earliest is None or latest is None or earliest <= latest


def for_the_library(text: str) -> str:
    """The same without what only the library refuses: +00:00, and a season with a qualifier."""
    if parse(text).precision == "season":
        return text.rstrip("?~%")
    return re.sub(r"(?<=:\d\d)\+00(:00)?$", "Z", text)


def _library_day(value: object) -> date:
    assert isinstance(value, struct_time)
    return date(*value[:3])


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=15, deadline=None)  # the library takes some milliseconds a parse
@given(data=st.data())
def test_bounds_agree_with_an_independent_library(form: str, data: st.DataObject) -> None:
    """Where the library can be right.

    Left out: open sides (it answers with infinity), unknown ones (it answers ten years further),
    and the end of winter (it stops on 31 December).
    """
    text = data.draw(FORMS[form])
    earliest, latest = bounds(text)
    library = edtf.parse_edtf(for_the_library(text))

    if earliest:
        assert earliest == _library_day(library.lower_strict())
    if latest and "-24" not in text.rpartition("/")[2][4:7]:
        assert latest == _library_day(library.upper_strict())


@given(st.one_of(st.text(), damaged()))
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    try:
        known = parse(text)
    except EdtfError as error:
        message = str(error)
    else:
        assert known.earliest or known.latest
        assert known.edtf == text.strip()
        return
    assert message.startswith(text.strip()[:60] or "(nothing)")
    assert message.endswith(".")


@settings(max_examples=100, deadline=None)
@given(damaged())
def test_nothing_is_read_that_an_independent_library_refuses(text: str) -> None:
    try:
        known = parse(text)
    except EdtfError:
        return

    assert edtf.is_valid_edtf(for_the_library(known.edtf))


@given(expressions)
def test_qualifiers_mark_the_date_and_leave_its_bounds(text: str) -> None:
    known = parse(text)

    assert known.approximate == ("~" in text or "%" in text)
    assert known.uncertain == ("?" in text or "%" in text)
    plain = text.translate(dict.fromkeys(map(ord, "?~%")))
    assert bounds(plain) == bounds(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-21", "2018-03-01", "2018-05-31"),
        ("2018-22", "2018-06-01", "2018-08-31"),
        ("2018-23", "2018-09-01", "2018-11-30"),
        ("2018-24", "2018-12-01", "2019-02-28"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1900-02-XX", "1900-02-01", "1900-02-28"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2018-06-15T23:30:00-04:00", "2018-06-15", "2018-06-15"),
        ("2018-12/2018", "2018-12-01", "2018-12-31"),
    ],
)
def test_bounds_are_the_first_and_last_day_meant(text: str, first: str, last: str) -> None:
    assert bounds(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2018-06-15", "day"),
        ("2018-06-15T10:00:00Z", "day"),
        ("2018-06", "month"),
        ("2018-06-XX", "month"),
        ("2018-22", "season"),
        ("2018", "year"),
        ("2018-XX", "year"),
        ("2018-XX-XX", "year"),
        ("201X", "decade"),
        ("20XX", "century"),
        ("2018-06-15/2018-06-15", "interval"),
        ("../2018", "interval"),
    ],
)
def test_precision_is_how_exactly_the_date_is_known(text: str, precision: Precision) -> None:
    assert parse(text).precision == precision


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2018-02-30", "2018-02-30: February 2018 has 28 days."),
        ("2018-04-00", "April 2018 has 30 days"),
        ("2018-06/2018-06-31", "2018-06/2018-06-31: June 2018 has 30 days."),
        ("2018-13", "there is no month 13; write 01 to 12"),
        ("2018-00-01", "there is no month 00"),
        ("2018-22-01", "a season has no day; write 2018-22"),
        ("201x", "write 201X"),
        ("2018-xx", "write 2018-XX"),
        ("2018-06-15t10:00:00z", "write 2018-06-15T10:00:00Z"),
        ("2018-5-3~", "two digits: 2018-05-03~"),
        ("2018?~", "uncertain and approximate: 2018%"),
        ("2018-06-15T10:00+02", "write the seconds too: 2018-06-15T10:00:00+02"),
        ("2018-06/2018-05", "the interval is reversed; write 2018-05/2018-06"),
        ("2018-06-15T10:00:00/2018-06-16", "write 2018-06-15 without the time"),
        ("June 2018", "not a date; write 2018, 2018-05"),
        ("20180615", "not a date"),
        ("Y2018", "not a date"),
        ("2018-06-15T25:00:00", "not a date"),
        ("2016/2017/2018", "not a date"),
        ("٢٠١٨", "not a date"),
        ("", "(nothing): this is not a date"),
    ],
)
def test_a_refusal_names_the_value_and_the_cure(text: str, said: str) -> None:
    with pytest.raises(EdtfError) as refusal:
        parse(text)

    assert said in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        *("Y170000002", "Y-170000002", "-0044", "-0044-03-15", "-004X", "-0044~"),
        *("0000", "0000-01-01", "0000-01-01T00:00:00Z", "000X", "00XX", "9999-24", "-0044/0014"),
    ],
)
def test_a_year_that_no_calendar_date_holds_is_refused_as_just_that(text: str) -> None:
    with pytest.raises(EdtfError, match="outside the years 0001 to 9999"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        *("[1667,1668]", "{1960..1962}", "[..1984]", "Y-17E7", "Y171010000S3", "1950S2"),
        *("2004-06~-11", "?2004-06", "2004-~06-11", "2018-33", "2XXX", "XXXX", "156X-12-25"),
        *("2018-1X", "2018-XX-15", "2004-06-XX/2004-07-03", "201X/2020"),
    ],
)
def test_level_2_is_refused_as_level_2(text: str) -> None:
    with pytest.raises(EdtfError, match="level 2, and only levels 0 and 1 are understood"):
        parse(text)


@pytest.mark.parametrize("text", ["/", "../..", "../", "/.."])
def test_an_interval_without_a_known_end_is_refused(text: str) -> None:
    with pytest.raises(EdtfError, match="neither end is known"):
        parse(text)


def test_a_long_text_is_repeated_only_in_part() -> None:
    with pytest.raises(EdtfError) as refusal:
        parse("friday " * 1000)

    assert len(str(refusal.value)) < 300


def test_a_date_shows_itself_as_printed() -> None:
    known: UncertainDate = parse("2018-05~")

    assert str(known) == known.printed == "about May 2018"
