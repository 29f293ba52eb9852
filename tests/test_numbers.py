"""Whole numbers as requests write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.numbers import LARGEST, key_of, whole_number


@given(st.integers(0, LARGEST))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    assert whole_number(str(number)) == number


@pytest.mark.parametrize(
    "text",
    ["", " 1", "+1", "-1", "1_0", "1.0", "0x1", "²", "٣", "１", "1\0", str(2**63), "7" * 5000],
)
def test_anything_else_is_no_number(text: str) -> None:
    assert whole_number(text) is None
    assert key_of(text) == 0


@given(st.text())
def test_no_text_fails(text: str) -> None:
    number = whole_number(text)
    assert number is None or 0 <= number <= LARGEST


def test_a_number_may_be_bounded() -> None:
    assert whole_number("100", 100) == 100
    assert whole_number("101", 100) is None
    assert whole_number("0") == 0
