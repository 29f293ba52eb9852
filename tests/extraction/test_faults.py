"""Kinds of fault that real articles showed, each in an article of a few invented sentences."""

import pytest

from positions.extraction import extract
from tests.extraction.reading import only, told

DAY = "2024-05-08"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # An office that the text never gave is of whom it is about.
        ("Adam Brae came to Tarn. “It leaks,” the presidential nominee said.", "Adam Brae"),
        # Who adds is who spoke, whatever others are named.
        ("“It leaks,” Adam Brae said of what Odin Vell had built. “Badly,” he added.", "Adam Brae"),
        # Sir with a first name is the one who has it.
        ("Sir Odd Brae said the weir was old. Sir Odd said: “Let it go.”", "Odd Brae"),
        # Two names joined by "and" are the subject of what is told.
        ("The Tarn Board said Mara Vell and Odd Brae agreed on the weir.", "Tarn Board"),
        # A country is nobody whom she means.
        ("Mara Vell moved to New Zealand. “It leaks,” she said.", "Mara Vell"),
    ],
)
def test_a_speaker_is_known_by_the_fullest_name(text: str, name: str) -> None:
    assert {each for _, each, _ in told(text)} == {name}


def test_she_is_the_spokeswoman_of_the_body_that_spoke() -> None:
    text = (
        "A Ministry of Weirs spokeswoman said the dam was safe. Its chair is Adam Brae. "
        "She said: “Nobody need move.”"
    )
    assert {each.speaker.organisation for each in extract(text, DAY)} == {"Ministry of Weirs"}


@pytest.mark.parametrize(
    "text",
    [
        "Rep. Adam Brae (D-Tarn) released the plan: “It is a gift to the mills.”",
        "They walked in and followed up with a new attack on Brae, said: “It leaks badly.”",
        "All seem agreed that the weir leaks.",
    ],
)
def test_a_piece_of_a_sentence_is_no_name(text: str) -> None:
    assert all(each.speaker.name in {"", "Adam Brae"} for each in extract(text, DAY) if each.likely)


@pytest.mark.parametrize(
    "text",
    [
        "The cost of the council's radical proposed overhaul was high.",
        "The lake lies in the way of Mr Brae's proposed ban on boats.",
        "Newspaper reports said the dam would be late.",
        "Tarn, Amber and Linden have claims on the river.",
    ],
)
def test_the_reporters_account_is_no_draft(text: str) -> None:
    assert extract(text, DAY) == []


def test_silence_is_a_draft_that_few_want() -> None:
    [draft] = extract("The Tarn Board declined to comment.", DAY)
    assert draft.kind == "no_reply"
    assert not draft.likely


def test_a_report_is_its_makers_not_his_who_speaks_of_it() -> None:
    text = (
        "A report by the Tarn Weir Committee calls for a new weir. Minister Odd Brae said the "
        "report was out of date. The report said: “The weir is past repair.”"
    )
    assert extract(text, DAY)[-1].speaker.name == "Tarn Weir Committee"


@pytest.mark.parametrize(
    "said",
    [
        "fumed Vell",
        "Vell shot back",
        "summed up Vell",
        "Vell opined",
        "Vell offered",
        "went on Vell",
    ],
)
def test_the_whole_family_of_verbs_gives_words(said: str) -> None:
    text = f"Mara Vell came. “The weir leaks badly,” {said}."
    assert told(text) == [("direct", "Mara Vell", "The weir leaks badly,")]


@pytest.mark.parametrize("did", ["offered free meals", "charged a fee", "went on a walk"])
def test_what_somebody_did_is_nothing_said(did: str) -> None:
    assert extract(f"Mara Vell {did} at the weir.", DAY) == []


def test_a_blank_hyphen_is_a_dash() -> None:
    text = "The Tarn Board - which owns the weir - said it leaked."
    assert told(text) == [("indirect", "Tarn Board", "it leaked")]


def test_a_surname_with_a_particle_is_the_same_persons() -> None:
    text = "Mayor Adam de Brae came. De Brae said: “The weir leaks.”"
    assert {name for _, name, _ in told(text)} == {"Adam de Brae"}


def test_an_amount_opens_what_is_told() -> None:
    text = "Mara Vell said at least 111 of the weirs had been built since 1997."
    assert told(text) == [
        ("indirect", "Mara Vell", "at least 111 of the weirs had been built since 1997")
    ]


def test_what_is_told_is_less_sure_than_what_is_quoted_with_a_name() -> None:
    quoted = only("“The weir leaks,” said Mara Vell.").confidence
    described = only("“The weir leaks,” said an official.").confidence
    reported = only("Mara Vell said the weir was leaking.").confidence
    assert quoted > reported
    assert quoted > described
