"""Stage 6 reports what is said without quotation marks, as far as the clause goes."""

import pytest

from tests.extraction.reading import only, told, words


@pytest.mark.parametrize(
    ("text", "clause", "pattern"),
    [
        ("Mara Vell said that the weir was safe.", "that the weir was safe", "that-clause"),
        ("Mara Vell said the weir was safe.", "the weir was safe", "zero-that"),
        ("Mara Vell told the council that it was safe.", "that it was safe", "that-clause"),
        (
            "Mara Vell said in a letter on Monday that it was safe.",
            "that it was safe",
            "that-clause",
        ),
        ("The weir was safe, Mara Vell said.", "The weir was safe", "trailing"),
        ("The weir was safe, said Mara Vell.", "The weir was safe", "trailing"),
        ("The weir was safe, according to Mara Vell.", "The weir was safe", "according-to"),
        ("Mara Vell called for a new weir.", "a new weir", "stance"),
        ("Mara Vell opposed the weir.", "the weir", "stance"),
        ("Mara Vell urged the council to mend the weir.", "the council to mend the weir", "stance"),
    ],
)
def test_each_way_to_report(text: str, clause: str, pattern: str) -> None:
    draft = only(text)
    assert (draft.kind, words(draft), draft.pattern) == ("indirect", [clause], pattern)
    assert draft.speaker.name == "Mara Vell"


def test_a_clause_that_its_speaker_interrupts_has_two_passages() -> None:
    assert words(only("When it rains, Mara Vell said, the weir leaks.")) == [
        "When it rains",
        "the weir leaks",
    ]


def test_a_clause_ends_where_another_speaker_begins() -> None:
    text = "Mara Vell said the weir was safe, but Odd Brae warned that the lake was not."
    assert told(text) == [
        ("indirect", "Mara Vell", "the weir was safe"),
        ("indirect", "Odd Brae", "that the lake was not"),
    ]


def test_adding_reports_for_the_same_speaker() -> None:
    text = "“It leaks,” Mara Vell said, adding that nobody had asked her."
    assert told(text)[1] == ("indirect", "Mara Vell", "that nobody had asked her")


@pytest.mark.parametrize(
    "text",
    [
        "Mara Vell was told that the weir was safe.",
        "Mara Vell is said to be furious.",
        "The claims about the weir were old.",
        "A written policy on the weir exists.",
        "A survey said that most anglers like the weir.",
        "A 2011 study found that weirs leak.",
        "Three states call the weir home.",
    ],
)
def test_what_is_no_statement_of_anybody_is_left_out(text: str) -> None:
    assert told(text) == []


def test_what_was_asked_of_somebody_is_not_their_statement() -> None:
    text = "Asked if the weir would go, Mara Vell said the board would decide."
    assert told(text) == [("indirect", "Mara Vell", "the board would decide")]


def test_a_denial_is_kept_as_not_said() -> None:
    assert only("Mara Vell did not say that the weir was safe.").modality == "negated"


def test_a_question_is_kept_as_asked() -> None:
    assert only("Mara Vell asked whether the weir was safe.").modality == "asked"
