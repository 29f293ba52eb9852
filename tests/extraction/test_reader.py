"""The format of the gold articles: marks become spans, and what does not fit is refused."""

import pytest

from tests.extraction.gold import Article, GoldError, Span, parse

HEAD = "published: 2024-05-14\nfield: water\ncases: nested, title"
BELOW = """vell: Mara Vell | director | Tarn Anglers / TA
board: Tarn Water | | =
aide: ? | aide |

1 direct vell
2 mixed board 2024-05-13
"""
TEXT = (
    "“{1|Never,}” {1c|said} {1s|Mara Vell}. "
    "{2s|Tarn␣Water} was {2|“{2q|listening}”} {2d|on Monday}."
)


def read(text: str = TEXT, below: str = BELOW) -> Article:
    return parse("an-article", f"{HEAD}\n=====\n{text}\n=====\n{below}")


def test_the_text_is_what_is_left_without_marks() -> None:
    assert read().text == "“Never,” said Mara Vell. Tarn\u00a0Water was “listening” on Monday."


def test_offsets_are_those_of_the_words_in_the_text() -> None:
    article = read()
    never, listening = article.statements
    assert [span.of(article.text) for span in never.passages] == ["Never,"]
    assert never.passages == (Span(1, 7),)
    assert listening.passages[0].of(article.text) == "“listening”"
    assert listening.fragments[0].of(article.text) == "listening"
    assert listening.mention
    assert listening.mention.of(article.text) == "Tarn\u00a0Water"


def test_a_speaker_has_all_names_that_are_right() -> None:
    never, listening = read().statements
    assert never.speaker.names == ("Mara Vell",)
    assert never.speaker.organisations == ("Tarn Anglers", "TA")
    assert listening.speaker.names == listening.speaker.organisations == ("Tarn Water",)


def test_an_unnamed_speaker_has_an_empty_name() -> None:
    never, _ = read(below=BELOW.replace("1 direct vell", "1 direct aide")).statements
    assert never.speaker.names == never.speaker.organisations == ("",)


def test_a_date_is_its_own_or_that_of_the_article() -> None:
    never, listening = read().statements
    assert never.edtf == ("2024-05-14",)
    assert listening.edtf == ("2024-05-13",)


def test_an_undated_statement_may_be_of_the_same_occasion() -> None:
    never, _ = read(below=BELOW.replace("1 direct vell", "1 direct board")).statements
    assert never.edtf == ("2024-05-14", "2024-05-13")


def test_a_date_may_be_understood_in_two_ways() -> None:
    _, listening = read(below=BELOW.replace("-13", "-13 or 2024-05-06")).statements
    assert listening.edtf == ("2024-05-13", "2024-05-06")


def test_braces_without_a_number_belong_to_the_article() -> None:
    assert read(f"{{mosads}} {TEXT}").text.startswith("{mosads} “Never")


@pytest.mark.parametrize(
    ("text", "below", "fault"),
    [
        (f"{TEXT} {{1|and", BELOW, "not closed"),
        (f"{TEXT} }}", BELOW, "closed twice"),
        (f"{TEXT} {{3|and}}", BELOW, r"not listed: \[3\]"),
        (f"{TEXT} {{1c|said}}", BELOW, "2 marks of the kind 'c'"),
        (TEXT, f"{BELOW}1 direct vell", "listed twice"),
        (TEXT, BELOW.replace(" 2024-05-13", ""), "marked and listed, or neither"),
        (TEXT, BELOW.replace("direct", "verbatim"), "unknown kind 'verbatim'"),
        (TEXT, BELOW.replace("direct vell", "direct bell"), "unknown speaker 'bell'"),
        (TEXT, BELOW.replace(" | director", ""), "an-article"),
        (TEXT, f"{BELOW}\n=====\n", "between two rules"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(text: str, below: str, fault: str) -> None:
    with pytest.raises(GoldError, match=fault):
        read(text, below)
