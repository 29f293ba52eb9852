"""A frame has room for its card: more where there is more to show or less width to show it in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from positions.records import HolderCounts, fetch_propositions
from positions.views.sharing.frame import (
    HIGHEST,
    Frame,
    proposition_height,
    statement_height,
)
from tests.cast import Cast

widths = st.integers(1, 700)
texts = st.text("word ", max_size=600)


@given(widths, texts, texts, texts, st.lists(texts, max_size=9))
def test_more_text_or_less_width_never_needs_less(
    width: int, title: str, words: str, who: str, stances: list[str]
) -> None:
    height = statement_height(width, title, words, who, stances)
    assert 0 < height <= HIGHEST
    assert height <= statement_height(width, f"{title} more", f"{words} more", who, stances)
    assert height <= statement_height(width, title, words, f"{who} more", [*stances, "supports"])


@pytest.mark.usefixtures("cast")
def test_card_of_a_proposition_needs_no_more_for_names_that_it_does_not_show(cast: Cast) -> None:
    [record] = fetch_propositions([cast.sales.pk], date(2026, 11, 22))
    heights = [
        proposition_height(600, structs.replace(record, holders=HolderCounts(**held)))
        for held in ({}, {"opposes": 1}, {"opposes": 9}, {"opposes": 9000})
    ]
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_markup_escapes_what_it_is_given() -> None:
    markup = Frame('https://a.example/?b="', "“A” & 'B' <c>", 600, 300).markup
    assert markup.count('"') == 12
    assert "<c>" not in markup
    assert type(markup) is str
