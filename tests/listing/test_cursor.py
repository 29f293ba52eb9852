"""Places in an order, as addresses write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.listing import Key, Sort, cursor
from positions.numbers import LARGEST

KINDS: dict[type, st.SearchStrategy[Any]] = {
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    int: st.integers(0, LARGEST),
    str: st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
}


@given(st.lists(st.sampled_from(list(KINDS)), max_size=3), st.data())
def test_a_place_is_read_as_it_was_written(kinds: list[type], data: st.DataObject) -> None:
    sort = Sort("", tuple(Key(f"column{n}", kind) for n, kind in enumerate(kinds)))
    place = tuple(data.draw(KINDS[kind]) for kind in [*kinds, int])
    assert cursor.read_place(cursor.write_place(place), sort) == place


@pytest.mark.parametrize(
    "text", ["", "5", "2018-05-24", "2018-05-24~", "2018-05-24~x", "soon~5", "2018-05-24~5~6", "~5"]
)
def test_another_text_is_no_place(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        cursor.read_place(text, Sort("", (Key("earliest", date),)))


def test_a_moment_without_its_zone_is_no_place() -> None:
    with pytest.raises(ValueError, match="2018"):
        cursor.read_place("2018-05-24T10:00~5", Sort("", (Key("published_at", datetime),)))
