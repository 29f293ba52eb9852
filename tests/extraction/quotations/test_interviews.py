"""Interviews whose questions and answers have no marks."""

from positions.extraction import extract, joined
from tests.extraction.reading import DAY, acts, words

INTERVIEW = (
    "Mara Vell has led the Tarn Anglers since 2019. We met her at the weir.\n\n"
    "Why do you want the weir gone?\n\n"
    "Because we have counted the trout, every spring, for eleven years.\n\n"
    "I have the figures here.\n\n"
    "And what do they show?\n\n"
    "We lost a third of them. I do not call that a detail.\n\n"
    "The board says that the trout will come back.\n\n"
    "I would like to know from where. They cannot climb.\n\n"
    "What happens now?\n\n"
    "Now we go to court, and I think that we will win.\n\n"
    "This interview has been edited for length."
)


def test_the_answers_are_one_act_of_whom_the_text_told_before() -> None:
    [card] = joined(extract(INTERVIEW, DAY))
    assert card.speaker.name == "Mara Vell"
    assert [each.split()[0] for each in words(card)] == ["Because", "I", "We", "I", "Now"]


def test_an_answer_is_never_sure_since_nobody_is_named_beside_it() -> None:
    assert all(each.confidence < 0.85 for each in extract(INTERVIEW, DAY))


def test_a_text_that_asks_itself_questions_is_no_interview() -> None:
    column = INTERVIEW.replace("Why do you", "Why does anybody")
    assert acts(column) == [("board", "board", 1)]


def test_an_article_of_quotations_is_no_interview() -> None:
    paragraphs = INTERVIEW.split("\n\n")
    quoted = "\n\n".join(
        each if each.endswith("?") else f"“{each}” she said." for each in paragraphs[1:-1]
    )
    assert all(each.cue is not None for each in extract(quoted, DAY))
