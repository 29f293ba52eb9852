"""Passages are found again in an edited text, and one that is gone is said to be gone."""

from hypothesis import given
from hypothesis import strategies as st

from positions.extraction import Passage, extract, found_again
from positions.extraction.draft import passage

TEXT = (
    "Mara Vell, who keeps the weir at Upper Tarn, was asked about the plan on Monday. “No,” she "
    "said. “It leaks.” Odd Brae, who lives below it, was asked on Tuesday evening by the same "
    "reporter. “No,” he said. The board had no comment, and the river none either.\n"
)


def chosen(words: str, occurrence: int = 0) -> Passage:
    """The passage of some words of the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return passage(TEXT, start, start + len(words))


def only(old: Passage, edited: str) -> Passage | None:
    """One passage, found again."""
    [found] = found_again([old], edited)
    return found


def test_a_passage_moves_with_its_words() -> None:
    edited = "By our reporter\n\n" + TEXT
    found = only(chosen("It leaks."), edited)
    assert found == passage(edited, edited.index("It leaks."), edited.index("It leaks.") + 9)


def test_words_that_were_cut_are_gone() -> None:
    assert only(chosen("It leaks."), TEXT.replace(" “It leaks.”", "")) is None


def test_words_that_were_changed_are_gone() -> None:
    assert only(chosen("It leaks."), TEXT.replace("It leaks", "It leaked")) is None


def test_the_same_words_of_somebody_else_are_not_taken_for_it() -> None:
    edited = TEXT.replace("was asked on Tuesday evening by the same reporter. “No,” he said. ", "")
    first, second = found_again([chosen("No,"), chosen("No,", 1)], edited)
    assert first is not None
    assert (first.start, second) == (TEXT.index("No,"), None)


def test_each_of_two_passages_with_the_same_words_stays_where_it_was() -> None:
    old = [chosen("No,", 1), chosen("No,")]
    edited = TEXT.replace("about the plan", "about the weir, the plan and the fish")
    found = [each.start for each in found_again(old, edited) if each]
    assert found == [edited.rindex("No,"), edited.index("No,")]


def test_an_edit_right_beside_a_passage_does_not_lose_it() -> None:
    edited = TEXT.replace("“It leaks.” Odd", "“It leaks.” (She laughed.) Odd")
    assert only(chosen("It leaks."), edited) is not None


def test_a_whole_text_is_its_own_passage() -> None:
    assert only(passage("No.", 0, 3), "No.") == passage("No.", 0, 3)
    assert only(passage("No.", 0, 3), "Yes.") is None


def test_a_passage_without_words_is_gone() -> None:
    assert only(passage("No.", 1, 1), "No.") is None


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, Passage, int, int, str]:
    """A text, a passage of it, and one edit outside that passage."""
    text = draw(st.text(alphabet="ab “”.\n😀", min_size=1, max_size=120))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    sides = [(0, start), (end, len(text))]
    low, high = draw(st.sampled_from(sides))
    cut = draw(st.integers(low, high))
    upto = draw(st.integers(cut, high))
    return text, passage(text, start, end), cut, upto, draw(st.text(alphabet="ab “.", max_size=40))


@given(edits())
def test_an_edit_elsewhere_never_loses_a_passage_nor_changes_its_words(
    edit: tuple[str, Passage, int, int, str],
) -> None:
    text, old, cut, upto, inserted = edit
    edited = text[:cut] + inserted + text[upto:]
    found = only(old, edited)
    assert found is not None
    assert found.exact == old.exact == edited[found.start : found.end]
    assert found.prefix == old.prefix or found.suffix == old.suffix


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_compared(text: str, edited: str) -> None:
    old = [passage(text, at, min(len(text), at + 5)) for at in range(0, len(text), 7)]
    found = found_again(old, edited)
    assert len(found) == len(old)
    for before, after in zip(old, found, strict=True):
        assert after is None or edited[after.start : after.end] == after.exact == before.exact


def test_a_text_of_one_letter_costs_no_more_than_others() -> None:
    text = "a" * 200_000
    old = [passage(text, at, at + 3) for at in range(0, 1000, 100)]
    assert all(found_again(old, "a" * 199_000))


def test_all_passages_of_an_article_are_found_in_itself() -> None:
    old = [each for draft in extract(TEXT, "2024-05-08") for each in draft.passages]
    assert old
    assert found_again(old, TEXT) == old
