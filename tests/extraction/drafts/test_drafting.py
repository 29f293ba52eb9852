"""A draft is sure that leaves nothing to be understood, and likely that has a position in it."""

import pytest

from positions.extraction import extract
from positions.extraction.draft import SURE
from tests.extraction.reading import DAY, only


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
        "“It leaks,” Maddoc said.",
        "“It leaks,” said Mara Vell, a former director of the Tarn Board.",
        "“It leaks,” said Mara Vell, an economist at Maddoc.",
        "“It leaks,” said Mara Vell of Maddoc.",
    ],
)
def test_what_was_understood_from_elsewhere_is_not_sure(text: str) -> None:
    assert only(text).confidence < SURE


@pytest.mark.parametrize(
    "text",
    [
        "Some 38 percent of voters said the dam should go.",
        "A majority of anglers say the dam should go.",
        "Six in 10 voters said the dam should go.",
        "Nine out of ten anglers said the dam should go.",
        "Most anglers said the dam should go.",
        "Tarn Council wants a new dam.",
        "Odd Brae, the BBC's reporter, said the dam would go.",
        "According to the local newspaper Maddoc, the dam would go.",
        "Analysts said the dam would go.",
        "Some Tarn voters want a new dam.",
        "An official said the dam would go.",
        "Critics call the dam “a relic”.",
    ],
)
def test_what_is_nobody_s_words_is_folded(text: str) -> None:
    assert not only(text).likely


@pytest.mark.parametrize(
    "text",
    [
        "Number 10 said the dam would stay.",
        "Ten senators said the dam should go.",
        "The Pay Per Mile campaign said the dam should go.",
        "Senate Majority Leader Odd Brae said the dam should go.",
        "The leaders of two councils said the dam should go.",
        "Critics call the dam “a relic of a time that nobody wants back”.",
        "The Rivers Board said the dam should go.",
    ],
)
def test_a_number_or_a_name_is_no_share_of_people(text: str) -> None:
    assert only(text).likely


@pytest.mark.parametrize(
    "text",
    [
        "When Mara Vell pointed out that the weir leaked, Odd Brae left.",
        "Mara Vell asked Odd Brae which weir he meant.",
        "“Which weir do you mean?” Mara Vell asked.",
        "The Bill proposes “control orders”.",
        "It was long. Mara Vell did not say that the weir leaked.",
    ],
)
def test_a_prompt_a_bill_and_what_was_not_said_are_folded(text: str) -> None:
    assert [each for each in extract(text, DAY) if each.likely] == []


def test_what_a_newspaper_reports_is_never_surely_its_own_words() -> None:
    [draft] = extract("“It leaks, and everybody knows it,” the Amber Herald reported.", DAY)
    assert draft.confidence < SURE
