"""Letters, announced statements and signed words are whole, and of whoever signs or issues them."""

import pytest

from positions.extraction import extract
from tests.extraction.reading import DAY, acts, only, words

COLUMN = (
    "Should the weir go?\n\nLETTERS.\n\n"
    "The weir has stood for a century and it should stand for another. They say it leaks.\n\n"
    "My father built it with his own two hands in the year of the flood.\n\n"
    "Mara Vell.\n\nUpper Tarn\n\n"
    "Nobody who has ever fished there would miss that heap of stones at all.\n\nOdd Brae"
)


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
        "Press enquiries: Odd Brae, 555 0100",
        "Inquiries Odd Brae, 555 0100",
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


LETTER = (
    "6 May 2024\n\nDear Minister,\n\nWe write to ask you not to license the weir at Amber.\n\n"
    "Yours sincerely,\n\nMara Vell\n"
)


@pytest.mark.parametrize(
    ("below", "role"),
    [
        ("Chair, Tarn Anglers Association", "chair"),
        ("President\nTarn Anglers Association", "president"),
        ("Secretary of the Tarn Anglers Association", "secretary"),
    ],
)
def test_the_lines_below_a_signature_tell_the_office(below: str, role: str) -> None:
    [draft] = extract(LETTER + below, DAY)
    speaker = draft.speaker
    assert (speaker.role, speaker.organisation) == (role, "Tarn Anglers Association")


def test_a_letter_has_the_day_that_stands_alone_above_it() -> None:
    [draft] = extract(LETTER, DAY)
    assert (draft.date.edtf, draft.date.basis) == ("2024-05-06", "dateline")


def test_written_testimony_is_its_witness() -> None:
    text = (
        "Testimony of Mara Vell\nSenior Counsel, Tarn Anglers Association\nMay 7, 2024\n\n"
        "Members of the committee, the weir must go.\n\nWe urge you to strike section 4."
    )
    assert acts(text) == [("Mara Vell", "Tarn Anglers Association", 2)]


def test_a_statement_is_its_makers_and_not_of_what_it_is_about() -> None:
    text = "Statement by Secretary Odd Brae on the Tarn\n\nWe want the weir opened. It is ours."
    assert only(text).speaker.name == "Odd Brae"
