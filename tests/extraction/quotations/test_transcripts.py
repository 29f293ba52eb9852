"""Turns of a transcript and answers in an interview are of whom they name, questions of nobody."""

from itertools import islice, product

import pytest

from positions.extraction import extract
from positions.extraction.draft import SURE
from positions.extraction.quotations.transcripts import transcript
from positions.extraction.text.blocks import paragraphs
from positions.extraction.text.clean import clean
from tests.extraction.reading import DAY, acts, told, words
from tests.linear.measured import read_in_proportion


def test_the_turns_of_a_transcript_are_direct() -> None:
    text = "VELL: Is it safe?\n\nBRAE: It is.\n\nVELL: Thank you.\n\nMara Vell and Odd Brae left."
    assert told(text) == [
        ("direct", "Mara Vell", "Is it safe?"),
        ("direct", "Odd Brae", "It is."),
        ("direct", "Mara Vell", "Thank you."),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "FOR IMMEDIATE RELEASE: Tuesday, 7 May 2024\nCONTACT: Odd Brae, 555 0100, at all hours",
        "NEWS NOTICE: 7 May 2024\nPRESS CONTACT DETAILS: Odd Brae, 555 0100, at all hours",
        "MEDIA RELEASE: 7 May 2024\nEMBARGO: until ten in the morning",
        "WHAT: A march of all the anglers\nWHEN: Tuesday at ten in the morning",
        "Subject: The weir at Upper Tarn\nFrom: Odd Brae of the Tarn League",
    ],
)
def test_the_head_of_a_release_is_no_transcript(head: str) -> None:
    text = f"{head}\n\nAnglers march\n\n“It leaks,” said Mara Vell."
    assert told(text) == [("direct", "Mara Vell", "It leaks,")]


def test_figures_that_no_words_are_said_of_are_no_transcript() -> None:
    assert told("Brae: 547.\n\nVell: 46.\n\nThe vote was over by ten.") == []


INTERVIEW = (
    "Mara Vell, director of the Tarn Trust, spoke of the weir. Odd Brae put the questions to Vell."
    "\n\nQ: Does the weir leak?\n\nA: It leaks, and it has leaked for ten years.\n\n"
    "Nobody has mended it.\n\nQ: Is it old?\n\nA: Yes.\n\nQ: What would you do?\n\n"
    "A: We would take it down."
)


def test_answers_in_an_interview_are_of_whom_it_mainly_tells_with_all_their_paragraphs() -> None:
    assert acts(INTERVIEW) == [("Mara Vell", "Tarn Trust", 4)]


def test_an_answer_of_a_word_alone_is_folded() -> None:
    short = [words(each) for each in extract(INTERVIEW, DAY) if not each.likely]
    assert short == [["Yes."]]


def test_who_answers_is_not_told_where_two_are_named_alike() -> None:
    text = INTERVIEW.replace(" Odd Brae put the questions to Vell.", " Odd Brae came, too.")
    first = extract(text, DAY)[0].speaker
    assert (first.name, {each.name for each in first.candidates}) == ("", {"Mara Vell", "Odd Brae"})


def test_answers_are_never_sure() -> None:
    assert all(each.confidence < SURE for each in extract(INTERVIEW, DAY))


def test_who_only_asks_takes_no_position() -> None:
    text = (
        "The Tarn talks\n\nHerald: Does the weir leak, Ms. Vell?\n\nMara Vell: It has leaked for "
        "ten years.\n\nHerald: What would you do about it?\n\nMara Vell: We would take it down."
    )
    assert acts(text) == [("Mara Vell", "", 2)]


ANSWERS = (
    "It leaks, and it has leaked for ten years.",
    "We would take it down.",
    "We back the bridge, of course.",
)


def interviewed(by: str, *asked: str) -> str:
    """An interview in which Mara Vell answers what somebody puts to her."""
    answered = zip(asked, ANSWERS, strict=True)
    turns = "\n\n".join(f"{by}: {each}\n\nVELL: {answer}" for each, answer in answered)
    return f"Mara Vell leads the Tarn Trust.\n\n{turns}\n\n{by}: Thank you for your time."


@pytest.mark.parametrize("by", ["HERALD", "The Tarn Gazette", "Amber Radio", "INTERVIEWER", "Host"])
def test_an_outlet_that_interviews_takes_no_position_whatever_it_puts(by: str) -> None:
    text = interviewed(
        by,
        "You say that the weir leaks. Tell me how long it has done so.",
        "What would you do about it?",
        "You are against every plan, many say. That cannot be right.",
    )
    assert acts(text) == [("Mara Vell", "Tarn Trust", 3)]


def test_who_puts_the_questions_takes_no_position_by_a_word_between() -> None:
    text = interviewed(
        "BRAE",
        "You say that the weir leaks. For how long? Since the flood, or before it.",
        "What would you do about it?",
        "And the bridge that the council has planned for so long?",
    )
    assert acts(text) == [("Mara Vell", "Tarn Trust", 3)]


def test_somebody_who_is_called_as_an_outlet_and_answers_is_heard() -> None:
    text = (
        "BRAE: Does the weir leak?\n\nPOST: It leaks, and it has leaked for years.\n\n"
        "BRAE: What would you do?\n\nPOST: I would take it down."
    )
    assert acts(text) == [("Post", "", 2)]


def test_who_asks_some_questions_and_answers_others_is_in_a_debate() -> None:
    text = (
        "Mara Vell and Odd Brae met.\n\nVELL: The weir leaks, and everybody knows that it does."
        "\n\nBRAE: It does not leak, and it never did.\n\nVELL: Have you been there?"
        "\n\nBRAE: Have you ever been there yourself, in the last ten years?"
        "\n\nVELL: The weir has to go before the next flood."
    )
    assert acts(text) == [("Mara Vell", "", 3), ("Odd Brae", "", 2)]


def test_a_transcript_of_thousands_of_speakers_is_read_in_proportion() -> None:
    names = map("".join, islice(product("abcdefghijklmnop", repeat=4), 4000))
    lines = [f"{name.title()}: It leaks, does it not, my friend?" for name in names]

    def read(some: list[str]) -> None:
        text = "\n\n".join(some)
        transcript(text, paragraphs(clean(text)))

    read_in_proportion(read, lines)
