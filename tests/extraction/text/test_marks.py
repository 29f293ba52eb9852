"""Stage 3 finds quotations, however their marks are typed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.extraction.text.marks import MISTYPED, UNCLOSED
from tests.extraction.reading import marks, quoted


@pytest.mark.parametrize(
    "text",
    [
        "“We agree,” she said.",
        '"We agree," she said.',
        "''We agree,'' she said.",
        "«We agree,» she said.",
        "„We agree,“ she said.",
        "‘We agree,’ she said.",
        "'We agree,' she said.",
    ],
)
def test_each_style_of_marks_is_read(text: str) -> None:
    assert quoted(text) == ["We agree,"]


def test_nested_single_marks_belong_to_the_quotation() -> None:
    assert quoted("“They said ‘no’ to us,” she said.") == ["They said ‘no’ to us,"]
    assert quoted("\"They said 'no' to us,\" she said.") == ["They said 'no' to us,"]


def test_nested_double_marks_belong_to_a_british_quotation() -> None:
    assert quoted("‘They said “no” to us,’ she said.") == ["They said “no” to us,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘It is the boaters’ canal,’ he said.", ["It is the boaters’ canal,"]),
        ("'It is as much the walkers','  he said.", ["It is as much the walkers',"]),
        ("'Tough rules', he said. 'The farmers' view is clear.'",
         ["Tough rules", "The farmers' view is clear."]),
        ("It was the '90s, and the boaters' fees rose.", []),
        ("Get 'em out, the residents' group said.", []),
    ],
)  # fmt: skip
def test_an_apostrophe_at_the_edge_of_a_word_is_not_a_quotation_mark(
    text: str, expected: list[str]
) -> None:
    assert quoted(text) == expected


def test_a_quotation_over_three_paragraphs_is_one_chain() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” she said.\n\n“Four,” he said."
    found = marks(text).quotations
    assert [text[each.start : each.end] for each in found] == ["One.", "Two.", "Three,", "Four,"]
    assert [each.chained for each in found] == [False, True, True, False]
    assert not any(each.warnings for each in found)


def test_a_mark_that_is_never_closed_ends_before_its_speaker_and_warns() -> None:
    text = "“That number is the one to remember, said Mara Vell. She left."
    [found] = marks(text).quotations
    assert text[found.start : found.end] == "That number is the one to remember,"
    assert found.warnings == (UNCLOSED,)


def test_a_closing_mark_typed_as_an_opening_one_still_closes() -> None:
    assert quoted("“We agree,“ she said. “We always did.”") == ["We agree,", "We always did."]
    [found] = marks("”We agree,” she said.").quotations
    assert found.warnings == (MISTYPED,)


def test_square_brackets_and_ellipses_stay_in_the_words() -> None:
    text = '"[The toll] may rise ... or fall … [in 2040]," she said.'
    assert quoted(text) == ["[The toll] may rise ... or fall … [in 2040],"]


@given(st.text(alphabet="“”\"'‘’«» \nab.,", max_size=60))
def test_quotations_of_anything_stand_in_order_and_have_words(text: str) -> None:
    found = marks(text).quotations
    for one, other in pairwise(found):
        assert one.closed <= other.opened
    assert all(any(map(str.isalnum, text[each.start : each.end])) for each in found)
