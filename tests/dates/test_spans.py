"""The span between two uncertain dates: its days, and words no more exact than the dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.dates import UncertainDate, between, parse
from tests.dates.level_one import expressions


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("2018-05-24", "2019-02-07", "between 24 May 2018 and 7 February 2019"),
        ("2018-05", "2019~", "between May 2018 and about 2019"),
        ("2018-05/2018-06", "2019-01/2019-02", "between May 2018 and February 2019"),
        ("2018-05-24", "2018-05-24", "on 24 May 2018"),
        ("2018-05", "2018-05", "in May 2018"),
        ("2018~", "2018~", "about 2018"),
        ("../2018-01", "2018-07", "by July 2018"),
        ("2018-05-24", "2018-06/..", "after 24 May 2018"),
        ("../2018-01", "2018-06/..", "at a time that is not known"),
        ("2018", "2018-06-15", "between 2018 and 15 June 2018"),
    ],
)
def test_span_is_printed_in_the_words_of_its_dates(earlier: str, later: str, words: str) -> None:
    assert between(parse(earlier), parse(later)).printed == words


@given(st.builds(parse, expressions), st.builds(parse, expressions))
def test_span_runs_from_the_first_day_to_the_last(
    earlier: UncertainDate, later: UncertainDate
) -> None:
    span = between(earlier, later)
    assert (span.earliest, span.latest) == (earlier.earliest, later.latest)
    assert span.printed
