"""Stage 5 gives each quotation to the cue that belongs to it."""

import pytest

from positions.extraction import extract
from positions.extraction.lexicon import listed
from tests.extraction.reading import DAY, only, told, words


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("“We agree,” Mara Vell said.", "quotation-subject-verb"),
        ("“We agree,” said Mara Vell, director of the Tarn Board.", "quotation-verb-subject"),
        ("“We agree,” according to Mara Vell.", "quotation-according-to"),
        ("According to Mara Vell, “the weir is fine”.", "according-to"),
        ("Mara Vell said: “We agree.”", "cue-before"),
        ("Mara Vell told reporters on his plane: “We agree.”", "cue-before"),
        ("Mara Vell was blunt: “We agree.”", "colon"),
        ("The Tarn Board raised concerns in a letter, writing, “We agree.”", "participle"),
    ],
)
def test_each_way_to_attribute_a_quotation_has_a_pattern(text: str, pattern: str) -> None:
    [draft] = [each for each in [only(text)] if words(each)]
    assert draft.pattern == pattern
    assert draft.speaker.name in {"Mara Vell", "Tarn Board"}


def test_a_quotation_interrupted_by_its_speaker_is_one_draft() -> None:
    draft = only("“We agree,” said Mara Vell, “but not today.” She left. ")
    assert words(draft) == ["We agree,", "but not today."]


def test_whole_quotations_that_follow_in_the_paragraph_are_the_same_draft() -> None:
    assert words(only("“One.” “Two,” said Mara Vell. “Three.”")) == ["One.", "Two,", "Three."]


def test_two_speakers_in_a_paragraph_keep_their_words() -> None:
    text = "“Yes,” said Mara Vell. “No,” said Odd Brae. “Never.”"
    assert told(text) == [("direct", "Mara Vell", "Yes,"), ("direct", "Odd Brae", "No,")]


def test_who_said_one_thing_added_another() -> None:
    text = "The board’s director, Mara Vell, who said the weir was safe, added: “Ask the fish.”"
    assert told(text) == [
        ("indirect", "Mara Vell", "the weir was safe"),
        ("direct", "Mara Vell", "Ask the fish."),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A spokesman for the Tarn Board, Odd Brae, said the firm would not oppose it “{}”",
            "Odd Brae",
        ),
        ("Mara Vell said the government opposed “{}”", "Mara Vell"),
        ("Mara Vell said that she supported “{}”", "Mara Vell"),
        ("Mara Vell said Odd Brae called it “{}”", "Odd Brae"),
    ],
)
def test_who_says_what_an_unnamed_one_wants_is_the_speaker(text: str, speaker: str) -> None:
    [draft] = extract(text.format("so long as nobody pays for the weirs."), published=DAY)
    assert draft.speaker.name == speaker


def test_and_adding_has_the_subject_of_the_verb_before_it() -> None:
    text = "Mara Vell said the weir was safe, and adding: “Ask the fish.”"
    assert told(text)[1] == ("direct", "Mara Vell", "Ask the fish.")


def test_a_block_after_a_colon_is_the_subject_s() -> None:
    text = "Mara Vell read out a letter to the ministers:\n\n“One.\n\n“Two.”"
    draft = only(text)
    assert (draft.pattern, draft.speaker.name, words(draft)) == (
        "block",
        "Mara Vell",
        ["One.", "Two."],
    )


def test_a_floating_paragraph_is_a_draft_of_its_own() -> None:
    text = "“One,” said Mara Vell.\n\n“Two is what we wanted.”"
    assert told(text) == [
        ("direct", "Mara Vell", "One,"),
        ("direct", "Mara Vell", "Two is what we wanted."),
    ]


def test_a_floating_paragraph_after_the_text_s_own_words_is_not_the_last_speaker_s() -> None:
    text = "“One,” said Mara Vell.\n\nIt rained all day.\n\n“Two is what we have wanted.”"
    assert told(text)[-1] == ("direct", "", "Two is what we have wanted.")


@pytest.mark.parametrize(
    "text",
    [
        "A handbook, “The Clean Tap,” describes it as a temporary measure.",
        "The county’s “replacements” are pipes that were lined.",
        "Mara Vell’s ‘evidence’ is a count from a window.",
    ],
)
def test_titles_and_scare_quotes_are_nobody_s_statement(text: str) -> None:
    assert not [each for each in told(text) if each[0] in {"direct", "mixed"}]


def test_a_quotation_in_a_heading_is_found_and_marked_as_such() -> None:
    draft = only("Board says weir should ‘never be touched’\n\nThe weir stands.")
    assert (draft.kind, words(draft)) == ("mixed", ["never be touched"])
    assert draft.warnings == ("in a heading",)


def test_quoted_words_of_a_document_are_the_document_s() -> None:
    text = (
        "A group of shareholders filed a resolution to stop the sale until the board could "
        "conclude that “the weir harms nobody.”"
    )
    draft = only(text)
    assert (draft.speaker.name, draft.pattern) == ("resolution", "quoted-document")


def test_several_fragments_of_one_verb_are_one_mixed_draft() -> None:
    draft = only("Mara Vell called the plan “weak” and “hollow” in a statement Thursday.")
    assert (draft.kind, words(draft)) == ("mixed", ["weak", "hollow"])


@pytest.mark.parametrize(
    "text",
    [
        "“It leaks,” the newspaper quoted Tarn Air chief executive Odd Brae as saying.",
        "The Tarn Herald quoted Odd Brae as saying that “it leaks”.",
        "Odd Brae was quoted by the Herald as saying: “It leaks.”",
        "Odd Brae was quoted as saying the dam leaks.",
    ],
)
def test_who_is_quoted_as_saying_speaks_and_not_who_quotes(text: str) -> None:
    assert only(text).speaker.name == "Odd Brae"


@pytest.mark.parametrize(
    "text",
    [
        "The polls are wrong - Mara Vell: “It leaks.”",
        "When asked whom she backed, Mara Vell smiled and said, “It leaks.”",
        "The vote came, with Mara Vell tweeting, “It leaks.”",
        "Odd Brae ran, with Mara Vell reportedly yelling: “It leaks.”",
        "“It leaks,” said Mara Vell, whose club does not back the dam. “It is old.”",
        "“It is,” Mara Vell told Brae, after Brae told Vell that it was new. “It is old.”",
        "Another ally, Rivers Secretary Mara Vell, said: “It leaks.”",
    ],
)
def test_the_one_who_says_it_is_not_who_else_the_sentence_tells_of(text: str) -> None:
    given = [each for each in extract(text, "2024-05-08") if each.kind == "direct"]
    assert [each.speaker.name for each in given] == ["Mara Vell"]


@pytest.mark.parametrize(
    "verb",
    sorted(
        listed(
            """fumed quipped opined vowed reckoned riposted blurted stammered ranted roared implored
            whined spluttered seethed averred hypothesised hypothesized theorised admonished
            pronounced disclosed volunteered pondered intimated insinuated prophesied murmured
            mumbled apologised apologized bragged"""
        )
    ),
)
@pytest.mark.parametrize("text", ["“It leaks,” {} Mara Vell.", "“It leaks,” Mara Vell {}."])
def test_how_somebody_says_it_is_a_verb_of_saying(text: str, verb: str) -> None:
    draft = only(text.format(verb))
    assert (draft.speaker.name, draft.cue and draft.cue.text) == ("Mara Vell", verb)


@pytest.mark.parametrize(
    "verb", ["shot back", "summed up", "piped up", "blurted out", "chipped in", "lashed out"]
)
def test_so_is_a_verb_of_two_words(verb: str) -> None:
    draft = only(f"“It leaks,” Mara Vell {verb}.")
    assert (draft.speaker.name, draft.cue and draft.cue.text) == ("Mara Vell", verb)


@pytest.mark.parametrize(
    "text",
    [
        "Mara Vell volunteered at the weir on Monday.",
        "Mara Vell lashed out at the weir with a stick.",
        "Mara Vell cut in on the dance at Tarn.",
        "Mara Vell apologised to the board.",
    ],
)
def test_it_says_nothing_where_nothing_is_quoted(text: str) -> None:
    assert told(text) == []


def test_words_that_somebody_else_had_promised_are_of_who_speaks_of_them() -> None:
    text = "Mara Vell said instead of the “bonfire” Odd Brae had promised there was “a flood”."
    assert {each.speaker.name for each in extract(text, DAY)} == {"Mara Vell"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It leaks,” the Tarn Herald reported, quoting Mara Vell.", "Mara Vell"),
        ("“It leaks,” Mara Vell said, citing a keeper's notes.", "Mara Vell"),
        ("The Tarn Herald quoted Mara Vell as saying that the weir leaks.", "Mara Vell"),
        ("“It leaks!” barked Mara Vell.", "Mara Vell"),
    ],
)
def test_whom_a_newspaper_gives_is_the_speaker(text: str, speaker: str) -> None:
    assert only(text).speaker.name == speaker


def test_what_a_group_is_called_is_nobodys_word() -> None:
    assert extract("A group called Not Here has raised £3m for eels.", DAY) == []


def test_words_that_other_sentences_part_from_a_cue_go_on_with_the_paragraph_before() -> None:
    text = (
        "“It leaks,” Mara Vell said.\n\n"
        "“I want it gone.” It is old. Odd Brae said it was “a good weir”. “It holds,” he said."
    )
    assert told(text)[1] == ("direct", "Mara Vell", "I want it gone.")
