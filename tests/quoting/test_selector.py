"""Selectors: the place of words in a text and what stands around them."""

import pytest
from hypothesis import given

from positions.quoting import CONTEXT, select
from tests.quoting.texts import ARTICLE, Part, parts


@given(parts())
def test_selector_of_any_part_gives_the_text_back(part: Part) -> None:
    selector = select(*part)
    assert part.text[selector.start : selector.end] == selector.exact == part.words
    assert part.text[: part.start].endswith(selector.prefix)
    assert part.text[part.end :].startswith(selector.suffix)


def test_selector_keeps_thirty_two_code_points_on_either_side() -> None:
    start = ARTICLE.index("weak")
    selector = select(ARTICLE, start, start + 4)
    assert selector.prefix == ARTICLE[start - 32 : start]
    assert selector.suffix == ARTICLE[start + 4 : start + 36]
    assert CONTEXT == 32


def test_selector_counts_code_points_not_bytes_or_utf_16() -> None:
    selector = select("🏛 “weak”", 3, 7)
    assert (selector.prefix, selector.exact, selector.suffix) == ("🏛 “", "weak", "”")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 6), (3, 3), (4, 2), (5, 9)])
def test_select_outside_the_text_is_refused_with_the_range(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"No words at {start} to {end}: choose .* <= 5"):
        select("words", start, end)
