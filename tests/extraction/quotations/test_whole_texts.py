"""Turns, letters, announced statements and signed words: whole paragraphs of one hand."""

import pytest

from positions.extraction import extract, joined
from positions.extraction.draft import SURE
from tests.extraction.reading import only, told, words

DAY = "2024-05-08"
COLUMN = (
    "Should the weir go?\n\nLETTERS.\n\n"
    "The weir has stood for a century and it should stand for another. They say it leaks.\n\n"
    "My father built it with his own two hands in the year of the flood.\n\n"
    "Mara Vell.\n\nUpper Tarn\n\n"
    "Nobody who has ever fished there would miss that heap of stones at all.\n\nOdd Brae"
)


def acts(text: str) -> list[tuple[str, str, int]]:
    """Speaker, body and number of passages of each act."""
    return [
        (each.speaker.name, each.speaker.organisation, len(each.passages))
        for each in joined(extract(text, DAY))
        if each.likely
    ]


def test_each_letter_is_whole_and_of_who_signed_it() -> None:
    assert acts(COLUMN) == [("Mara Vell", "", 2), ("Odd Brae", "", 1)]


def test_what_is_told_of_a_writer_is_no_words_of_the_next_letter() -> None:
    told_of = "Mara Vell.\n\nThe writer is director of the Tarn Trust, which owns the river."
    assert acts(COLUMN.replace("Mara Vell.", told_of)) == acts(COLUMN)


def test_names_below_paragraphs_are_no_letters_elsewhere() -> None:
    assert acts(COLUMN.replace("LETTERS.", "What is planned.")) == []


def test_a_statement_that_is_announced_is_whole_up_to_the_boilerplate() -> None:
    text = (
        "The Tarn Anglers Association today released the following statement on the weir:\n\n"
        "We cannot accept a weir that leaves the river dry.\n\nIt must go.\n\n"
        "About the Tarn Anglers Association\n\nThe association was founded in 1920 by anglers."
    )
    assert acts(text) == [("Tarn Anglers Association", "Tarn Anglers Association", 2)]


def test_a_statement_by_somebody_is_hers() -> None:
    title = "Statement by Senator Mara Vell on the Weirs Act"
    text = f"{title}\n\nThe act is a disgrace. I shall vote against it."
    [draft] = extract(text, DAY)
    assert draft.speaker.name == "Mara Vell"
    assert words(draft) == ["The act is a disgrace. I shall vote against it."]


def test_words_are_of_whom_the_line_with_a_dash_names() -> None:
    text = (
        "Voices on the weir\n\n“The weir must stand,” said Adam Lind, a miller.\n\n"
        "“Our members were never asked.”\n\n— Odd Brae, director, Tarn Anglers Association\n\n"
        "“Nobody wants this weir at all.” — Mara Vell, mayor of Tarn"
    )
    assert acts(text) == [
        ("Adam Lind", "", 1),
        ("Odd Brae", "Tarn Anglers Association", 1),
        ("Mara Vell", "Tarn", 1),
    ]


def test_each_paragraph_after_a_colon_is_whose_the_first_is() -> None:
    text = (
        "TARN – Today, Senator Mara Vell (D-Amber) released the following statement on the dam:\n\n"
        "“The dam is wrong. It must be stopped.”\n\n“I will vote against it, of course.”"
    )
    assert [(each.speaker.name, words(each)) for each in extract(text)] == [
        ("Mara Vell", ["The dam is wrong. It must be stopped."]),
        ("Mara Vell", ["I will vote against it, of course."]),
    ]


def test_a_statement_has_the_day_that_stands_above_it() -> None:
    text = "Statement by the Tarn Board on the dam\n\nMay 6, 2024\n\nWe regret the delay.\n\n###"
    [draft] = extract(text, "2024-05-08")
    assert (draft.speaker.name, draft.date.edtf) == ("Tarn Board", "2024-05-06")


@pytest.mark.parametrize(
    "line",
    [
        "About 500 people have written to us, and we thank them.",
        "Background checks will follow.",
        "Contact with the weir was lost.",
    ],
)
def test_a_statement_goes_on_past_a_paragraph_that_only_begins_like_its_end(line: str) -> None:
    text = f"Statement by the Tarn Board on the dam\n\nWe regret it.\n\n{line}\n\nWe say no."
    assert words(only(text)) == ["We regret it.", line, "We say no."]


@pytest.mark.parametrize(
    "line",
    [
        "About the Tarn Board",
        "ABOUT THE TARN BOARD",
        "Contact: Odd Brae",
        "Media contact Odd Brae, 555 0100",
        "For more information, write to the board.",
        "Notes to editors",
        "Background",
        "ENDS",
        "###",
        "***",
        "-30-",
    ],
)
def test_a_statement_ends_before_what_its_release_adds(line: str) -> None:
    text = f"Statement by the Tarn Board on the dam\n\nWe regret it.\n\n{line}\n\nIt has ponds."
    assert words(only(text)) == ["We regret it."]


def test_what_a_release_tells_of_its_sender_is_nobody_s_words() -> None:
    text = (
        "The Tarn League today announced that it opposes the dam. It will meet on Saturday.\n\n"
        "About the Tarn League\n\nThe Tarn League says that fishing is fun.\n\nContact: Odd Brae"
    )
    assert [words(each) for each in extract(text)] == [["that it opposes the dam"]]


def test_two_bodies_make_one_statement_together() -> None:
    text = "The Tarn Board and the Amber Council said in a joint statement: “We oppose it.”"
    [draft] = extract(text)
    assert draft.speaker.name == "Tarn Board and Amber Council"


def test_a_few_quoted_words_are_whose_who_signs_them() -> None:
    text = "“No dam, ever.”\n\n— Paul Brae, director, Coastal Workers League"
    [draft] = extract(text)
    assert (draft.speaker.name, draft.speaker.organisation) == (
        "Paul Brae", "Coastal Workers League",
    )  # fmt: skip


def test_words_below_another_paragraph_are_whose_the_line_with_a_dash_names() -> None:
    text = (
        "The Tarn Council adopted the plan on Monday.\n\n“It leaks.”\n\n"
        "— Dr. Odd Brae, a professor of hydrology at Amber University"
    )
    [draft] = extract(text, DAY)
    assert (draft.speaker.name, draft.speaker.organisation) == ("Odd Brae", "Amber University")


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


@pytest.mark.parametrize("leave", ["Yours sincerely,", "Respectfully,", "Signed:"])
def test_a_letter_that_greets_and_takes_its_leave_is_of_its_first_signatory(leave: str) -> None:
    text = (
        "Open letter on the weir\n\nDear Minister Brae,\n\nWe ask you to take down the weir at "
        "Tarn. It leaks.\n\nWe want a pass for the fish that once lived there.\n\n"
        f"{leave}\n\nMara Vell, director, Tarn Trust\nAdam Lind, chair, Tarn Anglers Association"
    )
    assert acts(text) == [("Mara Vell", "Tarn Trust", 2)]


def test_a_greeting_without_a_leave_opens_no_letter() -> None:
    text = "Dear diary, dear weir,\n\nThe weir at Tarn has leaked for ten long years.\n\nMara Vell"
    assert acts(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Amber, T.N. – Today, Senator Mara Vell issued the following statement after the vote:",
        "After the vote on Monday, Senator Mara Vell released a statement on the weir:",
        "In answer to the board, Mara Vell released this statement:",
    ],
)
def test_a_statement_is_of_who_issued_it_not_of_the_place(line: str) -> None:
    text = f"{line}\n\nThe weir leaks, and it has leaked for ten years.\n\n###"
    assert [each[0] for each in acts(text)] == ["Mara Vell"]


def test_a_name_in_capitals_below_a_letter_is_written_as_a_name() -> None:
    text = COLUMN.replace("Mara Vell.", "MARA VELL.")
    assert acts(text)[0][0] == "Mara Vell"
