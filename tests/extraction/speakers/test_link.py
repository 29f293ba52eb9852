"""Stage 9 knows the tracker's stakeholders by name and alias, and guesses at none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.extraction import How, Known, Speaker, extract
from positions.extraction.draft import Candidate
from positions.extraction.speakers.link import link

KNOWN = Known.of(
    {
        "Tarn Anglers' Union": ["TAU", "The anglers"],
        "Tarn Works": ["Tarn Works Limited"],
        "Vell (mayor)": ["Mara Vell"],
        "Vell (angler)": ["Mara Vell"],
    }
)


def test_an_alias_is_the_stakeholder() -> None:
    [draft] = extract("“We agree,” the TAU said.", known=KNOWN)
    assert draft.speaker.name == "Tarn Anglers' Union"


def test_case_punctuation_and_legal_forms_do_not_matter() -> None:
    [draft] = extract("“We agree,” Tarn Works Ltd said.", known=KNOWN)
    assert draft.speaker.name == "Tarn Works"


def test_a_name_of_two_stakeholders_is_only_a_suggestion() -> None:
    [draft] = extract("“We agree,” Mara Vell said.", known=KNOWN)
    assert draft.speaker.name == "Mara Vell"
    assert [each.name for each in draft.speaker.candidates] == ["Vell (angler)", "Vell (mayor)"]


def test_names_may_be_given_as_a_plain_mapping() -> None:
    [draft] = extract("“We agree,” Mara Vell said.", known={"Vell": ["Mara Vell"]})
    assert draft.speaker.name == "Vell"


@pytest.mark.parametrize(
    ("printed", "suggested"),
    [
        ("Tarn Anglers Uniom", ["Tarn Anglers' Union"]),  # another letter
        ("Tarn Angelrs Union", ["Tarn Anglers' Union"]),  # two exchanged
        ("Tarn Angler Union", ["Tarn Anglers' Union"]),  # one less
        ("TWA", ["Tarn Water Authority"]),
        ("Water Authority", ["Tarn Water Authority"]),
        ("Upper Tarn Water Authority", ["Tarn Water Authority"]),
        ("Upper Tarn Water Union", []),
        ("Tarm", []),  # too short to tell
    ],
)
def test_a_near_name_is_suggested_and_never_linked(printed: str, suggested: list[str]) -> None:
    known = Known.of({"Tarn Anglers' Union": [], "Tarn Water Authority": [], "Tarn": []})
    speaker = link(Speaker(None, printed, How.NAME, (), "", ""), known)
    assert speaker.name == printed
    assert [each.name for each in speaker.candidates] == suggested


def test_the_words_of_an_acronym_suggest_it() -> None:
    speaker = Speaker(None, "Tarn Anglers Union", How.NAME, (), "", "")
    assert link(speaker, Known.of({"TAU": []})).candidates == (Candidate("TAU", 0.8),)


def test_a_misprint_is_suggested_before_a_part() -> None:
    known = Known.of({"Mara Vellini": [], "Odd Brae and Mara Velini": []})
    found = link(Speaker(None, "Mara Velini", How.NAME, (), "", ""), known).candidates
    assert [each.name for each in found] == ["Mara Vellini", "Odd Brae and Mara Velini"]


def test_a_word_of_very_many_names_suggests_none() -> None:
    known = Known.of({f"Council {number:03}": [] for number in range(300)})
    assert link(Speaker(None, "Council", How.NAME, (), "", ""), known).candidates == ()


@given(st.lists(st.text(alphabet="abc X'", max_size=12), max_size=8), st.text(max_size=12))
def test_any_names_are_compared(names: list[str], printed: str) -> None:
    known = Known.of(dict.fromkeys(names, ()))
    speaker = link(Speaker(None, printed, How.NAME, (), "", ""), known)
    assert {each.name for each in speaker.candidates} <= set(names)
