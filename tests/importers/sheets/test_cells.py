"""Cells: texts come back to the letter, and no spreadsheet runs one."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.importers.sheets.cells import as_text, escape, illegible, unescape

RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# A workbook knows no time zones.
moment = partial(datetime, tzinfo=None)
texts = st.text() | st.text(st.sampled_from("'=+-@\t\n a"))


@given(texts)
def test_what_is_escaped_comes_back_to_the_letter(text: str) -> None:
    assert unescape(escape(text)) == text


@given(texts)
def test_no_escaped_cell_is_run(text: str) -> None:
    assert not escape(text).startswith(RUN)


@pytest.mark.parametrize("text", ["plain", "'quoted' words", "a=b", "", "'tis so"])
def test_what_no_spreadsheet_runs_is_left_alone(text: str) -> None:
    assert escape(text) == text
    assert unescape(text) == text


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "", ""),
        (True, "", "true"),
        (2018, "General", "2018"),
        (2018.0, "0", "2018"),
        (1.5, "", "1.5"),
        (moment(2018, 6, 15), "yyyy-mm-dd", "2018-06-15"),
        (moment(2018, 6, 15), "General", "2018-06-15"),
        (moment(2018, 5, 1), "mmm-yy", "2018-05"),
        (moment(2018, 5, 1), '[$-409]mmm" de "yyyy', "2018-05"),
        (moment(2018, 1, 1), "yyyy", "2018"),
        (moment(2026, 6, 18), "d-mmm", "18 June"),  # typed as “18 June”; the year is that of typing
        (moment(2026, 6, 1), "mmmm", "June"),
        (moment(2026, 6, 1), "h:mm", "2026-06-01"),
        (moment(2018, 6, 15, 9, 30), "", "2018-06-15T09:30:00"),
        (date(2018, 6, 15), "", "2018-06-15"),
        ("  as it is ", "@", "  as it is "),
    ],
)
def test_a_cell_of_a_workbook_says_no_more_than_it_shows(
    value: object, number_format: str, text: str
) -> None:
    assert as_text(value, number_format) == text


def test_what_no_text_can_hold_is_found() -> None:
    assert illegible("a\x00b") == "\x00"
    assert illegible("a\ud800b") == "\ud800"
    assert illegible("“a” — ünï\n") is None
