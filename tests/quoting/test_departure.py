"""Where a quotation that is not in the text leaves it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.quoting import Departure, find
from tests.quoting.texts import ARTICLE, word_ranges


def departure(text: str, words: str) -> Departure:
    match = find(text, words)
    assert match.departure is not None
    return match.departure


@pytest.mark.parametrize(
    ("words", "index", "expected", "found"),
    [
        ("effects on shopkeepers, visitors, and protestors", 5, "protestors", "protesters"),
        ("protestors", 0, "protestors", "protesters"),
        ("be responsable", 1, "responsable", "responsible"),
        ("it does nothing to reduce the number of passes", 4, "reduce", "the"),
        ("[W]e are concerned fines may be extended", 0, "[W]e", "We"),
        ("We are also concerned fines may be extended", 2, "also", "concerned"),
        ("We are concerned fines will be extended", 4, "will", "may"),
        ("the scheme is a way to count cars", 0, "the", "The"),
        ("He is deeply concerned it may ultimately", 0, "He", "we"),
        ("some drivers we are deeply concerned", 1, "drivers", "drivers,"),
        ("including lawless regimes, they wrote", 2, "regimes,", "regimes."),
        ("the League called the plan “weak”", 0, "the", "The"),
        ("asked all to to “be responsible.”", 3, "to", "be"),
        ("by the the effects on shopkeepers", 2, "the", "effects"),
        ("the Walkers ’ League wrote", 1, "Walkers", "Walkers’"),
        ("called the plan ‘weak’ and hollow", 5, "hollow", "“hollow”"),
    ],
)
def test_departure_names_the_first_word_that_differs(
    words: str, index: int, expected: str, found: str
) -> None:
    departs = departure(ARTICLE, words)
    assert (departs.word, departs.expected, departs.found) == (index, expected, found)
    assert departs.position is not None
    assert ARTICLE.startswith(found, departs.position)
    assert found in departs.context


@given(word_ranges(), st.data())
def test_departure_is_at_the_one_word_that_was_replaced(
    chosen: tuple[str, int, int], data: st.DataObject
) -> None:
    text, first, end = chosen
    words = text.split()[first:end]
    replaced = data.draw(st.integers(0, len(words) - 1))
    original, words[replaced] = words[replaced], "Zounds"
    departs = departure(text, " ".join(words))
    assert (departs.word, departs.expected, departs.found) == (replaced, "Zounds", original)
    assert departs.position == f" {text}".index(f" {original}")


def test_departure_where_a_long_passage_is_left_out_is_after_its_leading_words() -> None:
    departs = departure(
        ARTICLE, "While the scheme may be intended to fine people of small means, visitors, and"
    )
    assert (departs.word, departs.expected, departs.found) == (7, "fine", "help")


def test_departure_after_the_last_word_of_the_text_says_that_it_ends() -> None:
    text = "Its plan is hollow"
    departs = departure(text, "plan is hollow, and more")
    assert (departs.expected, departs.found) == ("hollow,", "hollow")
    departs = departure(text, "plan is hollow and more")
    assert (departs.word, departs.found, departs.position) == (3, "", len(text))
    assert (
        find(text, "plan is hollow and more")
        .explain()
        .endswith("departs at the word “and” (word 4): the text ends there, “Its plan is hollow”.")
    )


def test_departure_of_words_that_the_text_has_nothing_of_has_no_position() -> None:
    departs = departure(ARTICLE, "Zounds quoth xylophone")
    assert departs == Departure(0, "Zounds", "", None, "")
    assert "Zounds" in departs.explain()


def test_departure_of_several_places_takes_the_one_that_goes_on_alike() -> None:
    text = "We are glad of it. We are concerned fines may rise. We are here."
    departs = departure(text, "We are worried fines may rise")
    assert (departs.found, departs.position) == ("concerned", text.index("concerned"))


def test_departure_gives_the_texts_own_typography_and_place() -> None:
    text = "They’re “very\u00a0\nsure” – of the ﬁnding, they said"
    departs = departure(text, 'They\'re "very sure" -- of the funding, they')
    assert (departs.expected, departs.found) == ("funding", "ﬁnding")
    assert departs.position == text.index("ﬁnding")


def test_departure_explains_itself_with_a_few_words_around() -> None:
    explained = find(ARTICLE, "shopkeepers, visitors, and protestors").explain()
    assert explained == (
        "The quotation departs at the word “protestors” (word 4): the text has “protesters” "
        "there, in “… effects on shopkeepers, visitors, and protesters.””."
    )
