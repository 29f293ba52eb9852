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
        ("Mara Vell was adamant that it was safe.", "that it was safe", "that-clause"),
        ("Mara Vell is still confident the weir is safe.", "the weir is safe", "zero-that"),
        ("Mara Vell advised the council that it was safe.", "that it was safe", "that-clause"),
        ("Mara Vell hinted that it was safe.", "that it was safe", "that-clause"),
        ("Mara Vell worries that it leaks.", "that it leaks", "that-clause"),
        ("Mara Vell feels the weir is safe.", "the weir is safe", "zero-that"),
        ("Mara Vell ruled out a new weir.", "a new weir", "stance"),
    ],
)
def test_each_way_to_report(text: str, clause: str, pattern: str) -> None:
    draft = only(text)
    assert (draft.kind, words(draft), draft.pattern) == ("indirect", [clause], pattern)
    assert draft.speaker.name == "Mara Vell"


@pytest.mark.parametrize(
    "told",
    ["Anglers point out", "Anglers rule out", "Anglers raise concerns", "Mara Vell makes clear",
     "The Tarn Board expresses concern", "The Tarn Board has written back"],
)  # fmt: skip
def test_a_verb_of_two_words_reports_in_all_its_forms(told: str) -> None:
    assert words(only(f"{told} that the weir leaks.")) == ["that the weir leaks"]


def test_a_clause_that_its_speaker_interrupts_has_two_passages() -> None:
    assert words(only("When it rains, Mara Vell said, the weir leaks.")) == [
        "When it rains",
        "the weir leaks",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Tarn Board, Mara Vell said, will not pay.",
        "The Tarn Board, said Mara Vell, will not pay.",
        "The Tarn Board, according to Mara Vell, will not pay.",
        "The Tarn Board, Mara Vell, its director, said, will not pay.",
    ],
)
def test_a_clause_is_whole_whose_speaker_stands_before_its_verb(text: str) -> None:
    draft = only(text)
    assert words(draft) == ["The Tarn Board", "will not pay"]
    assert draft.speaker.name == "Mara Vell"


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("According to Mara Vell, the weir is unsafe", "Mara Vell"),
        ("According to Mara Vell, director of the Tarn Board, the weir is unsafe", "Mara Vell"),
        ("According to the Tarn Board, the weir is unsafe", "Tarn Board"),
    ],
)
def test_a_sentence_may_open_with_who_tells_it(told: str, speaker: str) -> None:
    draft = only(f"{told}.")
    assert (words(draft), draft.speaker.name) == (["the weir is unsafe"], speaker)


def test_what_follows_an_interruption_and_only_adds_is_not_said() -> None:
    text = "The weir will close, Mara Vell announced on Monday, ending a century of fishing."
    assert words(only(text)) == ["The weir will close"]


def test_an_object_ends_where_the_subject_does_something_else() -> None:
    text = "Mara Vell urged both sides to talk but stopped short of an offer."
    assert words(only(text)) == ["both sides to talk"]


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
        "A court ruled that the weir was safe.",
        "Mara Vell asked not to be named.",
    ],
)
def test_what_is_no_statement_of_anybody_is_left_out(text: str) -> None:
    assert told(text) == []


def test_a_clause_after_who_has_its_people_for_subject() -> None:
    text = "Anglers who fought the weir since last year said it should never have been built."
    assert told(text) == [("indirect", "Anglers", "it should never have been built")]


def test_a_call_is_no_verb() -> None:
    text = "Mara Vell told investors on a call that the weir leaks."
    assert told(text) == [("indirect", "Mara Vell", "that the weir leaks")]


def test_people_in_a_place_say() -> None:
    assert told("Fishermen in the port of Tarn say the weir leaks.")[0][2] == "the weir leaks"


def test_an_aside_ends_at_its_comma() -> None:
    text = "The Tarn Rowing Club, which had threatened to leave the lake, changed its mind."
    assert told(text) == [("indirect", "Tarn Rowing Club", "to leave the lake")]


def test_what_one_called_it_and_promised_are_two_statements() -> None:
    text = "Mara Vell called the weir “a sieve” and promised that it would be mended."
    assert [each[0] for each in told(text)] == ["mixed", "indirect"]


def test_what_was_asked_of_somebody_is_not_their_statement() -> None:
    text = "Asked if the weir would go, Mara Vell said the board would decide."
    assert told(text) == [("indirect", "Mara Vell", "the board would decide")]


def test_a_denial_is_kept_as_not_said() -> None:
    assert only("Mara Vell did not say that the weir was safe.").modality == "negated"


def test_a_question_is_kept_as_asked() -> None:
    assert only("Mara Vell asked whether the weir was safe.").modality == "asked"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The Tarn Anglers want the weirs gone, their director, Mara Vell, said.", ["Mara Vell"]),
        ("The Tarn Anglers oppose the weirs, according to Mara Vell.", ["Mara Vell"]),
        ("Mara Vell said the Tarn Anglers oppose the weirs.", ["Mara Vell"]),
        ("The Tarn Anglers are calling for a new weir, Mara Vell said.", ["Mara Vell"]),
        ("According to Mara Vell, the Tarn Anglers oppose the weirs.", ["Mara Vell"]),
        ("The Tarn Board, Mara Vell said, opposes the weirs.", ["Mara Vell"]),
        ("The Tarn Anglers, said Mara Vell, want the weirs gone.", ["Mara Vell"]),
        ("The Tarn Anglers, according to Mara Vell, oppose the weirs.", ["Mara Vell"]),
        ("According to the Tarn Herald, the Tarn Anglers oppose the weirs.",
         ["Tarn Anglers", "Tarn Herald"]),
        ("The Tarn Anglers warned us against the weirs, Mara Vell said.",
         ["Mara Vell", "Tarn Anglers"]),
        ("The Tarn Anglers oppose the weirs, the Tarn Herald reported.",
         ["Tarn Anglers", "Tarn Herald"]),
    ],
)  # fmt: skip
def test_a_stance_that_somebody_tells_is_no_statement_of_its_own(
    text: str, speakers: list[str]
) -> None:
    assert sorted(speaker for _, speaker, _ in told(text)) == speakers
