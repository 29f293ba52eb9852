"""A draft is sure where nothing in it had to be understood from elsewhere."""

import pytest

from positions.extraction.draft import SURE
from tests.extraction.reading import only


@pytest.mark.parametrize(
    "text",
    [
        "“It leaks,” said Mara Vell, director of the Tarn Board.",
        "Mara Vell, director of the Tarn Board, said: “It leaks.”",
        "“It leaks,” the Tarn Board said.",
        "“It leaks,” said Rep. Mara Vell (D-Tarn).",
    ],
)
def test_a_quotation_with_name_and_body_beside_it_is_sure(text: str) -> None:
    assert only(text).confidence >= SURE


@pytest.mark.parametrize(
    "text",
    [
        "“It leaks,” she said.",
        "“It leaks,” Mara Vell said.",
        "“It leaks,” said British Defence Minister Mara Vell.",
        "Mara Vell, director of the Tarn Board, said it was “a sieve”.",
        "Mara Vell, director of the Tarn Board, said that the weir leaks.",
        "“It leaks, said Mara Vell, director of the Tarn Board.",
        "“It leaks,” a spokesman for the Tarn Board said.",
    ],
)
def test_what_was_understood_from_elsewhere_is_not_sure(text: str) -> None:
    assert only(text).confidence < SURE
