"""The whole: offsets to the letter, the same every time, and no text that breaks it."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.extraction import Draft, How, Pattern, extract, joined
from positions.extraction.__main__ import main

if TYPE_CHECKING:
    from _typeshed import TraceFunction

ARTICLE = (
    "Board says weir should ‘never be touched’\n\n"
    "The Tarn Board (TB) said on Monday that the weir at Upper Tarn was safe. “We checked it "
    "[twice] … and once more,” said its director, Mara Vellini. “Ask the fish.”\n\n"
    "“Nobody asked us,” Tarn Anglers’ Union chair Odd Brae wrote in a letter last month, adding "
    "that his members’ patience was “not endless.” He called the report ''thin''.\n\n"
    "“Three.\n\n“Four,” Velini told reporters on her boat: “Five.”\n\n"
    "Asked if it would answer, the ministry declined to comment."
)
MARKS = "\"“”‘’'«»()[]{}…—:;,.!? \n\u00a0\u200b🐟"


def sound(text: str, drafts: list[Draft]) -> None:
    """Every selector selects what it says."""
    for draft in drafts:
        assert draft.passages
        for each in draft.passages:
            assert each.exact
            assert text[each.start : each.end] == each.exact
            assert text[: each.start].endswith(each.prefix)
            assert text[each.end :].startswith(each.suffix)
            assert len(each.prefix) <= 32 >= len(each.suffix)
        for words in (draft.cue, draft.speaker.mention):
            assert words is None or text[words.start : words.end] == words.text
        assert 0 <= draft.confidence <= 1


@given(st.text(), st.text(max_size=12))
def test_any_text_is_read_and_its_offsets_are_to_the_letter(text: str, published: str) -> None:
    sound(text, extract(text, published))


@pytest.mark.parametrize(
    "text",
    [
        "Dear Minister,\n\nWe ask you not to license the weir at Amber.\n\nYours truly,\n\n{0} {1}",
        "{1}: Is it safe?\n\nBRAE: It is.\n\n{1}: Thank you.\n\n{0} {1} and Odd Brae left.",
        "“It leaks,” said Odd Brae. {1} replied “No.”\n\n{0} {1} is its director.",
        "Odd Brae met {1}. {0} “Slim” {1} said that the weir leaks.",
        "O. {0}. {1} said that the weir leaks.",
        "{1}, Tarn (TNA) — “It leaks,” said Odd Brae.",
        "Odd {1}, PhD, said that the weir leaks.",
        "By {0} {1}\n\n“It leaks,” said Odd Brae.",
    ],
)
def test_a_name_may_begin_with_any_capital(text: str) -> None:
    def read(first: str, last: str) -> list[tuple[str, list[str]]]:
        drafts = extract(text.format(first, last))
        return [(each.speaker.name, [words.exact for words in each.passages]) for each in drafts]

    plain, accented = read("Mara", "Vellic"), read("Žara", "Šellić")
    assert plain
    assert accented == [
        (
            name.replace("Mara", "Žara").replace("Vellic", "Šellić"),
            [words.replace("Mara", "Žara").replace("Vellic", "Šellić") for words in said],
        )
        for name, said in plain
    ]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The article with letters and marks deleted, inserted and doubled."""
    text = ARTICLE
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(text)))
        upto = min(len(text), at + draw(st.integers(0, 12)))
        what = draw(st.sampled_from(["delete", "insert", "double"]))
        inserted = {
            "delete": "",
            "insert": draw(st.sampled_from(MARKS)),
            "double": text[at:upto] * 2,
        }
        text = text[:at] + inserted[what] + text[at if what == "insert" else upto :]
    return text


@given(mutated())
def test_a_damaged_article_is_read_and_its_offsets_are_to_the_letter(text: str) -> None:
    drafts = extract(text, "2024-05-08")
    sound(text, drafts)
    assert extract(text, "2024-05-08") == drafts


def test_drafts_stand_in_the_order_of_the_text() -> None:
    starts = [draft.passages[0].start for draft in extract(ARTICLE, "2024-05-08")]
    assert starts == sorted(starts)


def steps(text: str) -> int:
    """How many lines of the extraction run over a text; a loop in one line counts each round."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> "TraceFunction":
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        extract(text, "2024-05-08")
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "piece", ["“a” ", "Vell said “a” and ", "(", "he said that ", "Vell: yes\n"]
)
def test_twice_the_text_takes_twice_the_steps_and_no_more(piece: str) -> None:
    once, twice = steps(piece * 200), steps(piece * 400)
    assert twice <= 2.1 * once


@pytest.mark.parametrize(
    "piece", ["“a” ", "Vell said “a” and ", "(", "he said that ", "Vell: yes\n"]
)
def test_a_text_of_one_piece_over_and_over_is_read_to_the_letter(piece: str) -> None:
    sound(piece * 600, extract(piece * 600, "2024-05-08"))


@pytest.mark.parametrize("told", [Pattern, How])
def test_every_pattern_and_way_tells_an_editor_what_it_is(told: type[Pattern | How]) -> None:
    meanings = [each.meaning for each in told]
    assert all(meanings)
    assert len(set(meanings)) == len(meanings)


def test_the_command_refuses_what_is_no_date(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["article.txt", "--published", "soon"])
    assert "'soon' is no date: give YYYY-MM-DD" in capsys.readouterr().err


def test_the_command_prints_the_drafts_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, "utf-8")
    assert main([str(file), "--published", "2024-05-08"]) == 0
    printed = json.loads(capsys.readouterr().out)
    acts = joined(extract(ARTICLE, "2024-05-08"))
    assert printed == json.loads(json.dumps([asdict(each) for each in acts if each.likely]))
    assert len(printed) < len(acts) < len(extract(ARTICLE, "2024-05-08"))
    main([str(file), "--published", "2024-05-08", "--apart", "--all"])
    assert len(json.loads(capsys.readouterr().out)) == len(extract(ARTICLE, "2024-05-08"))
    assert list(printed[0]) == [
        "kind", "passages", "speaker", "cue", "channel", "date", "modality", "pattern",
        "confidence", "warnings", "act", "likely", "names_speaker", "names_body",
    ]  # fmt: skip
