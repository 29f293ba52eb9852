"""One act of saying is one draft, and a second occasion is another."""

from itertools import pairwise

import pytest

from positions.extraction import extract, joined
from tests.extraction.reading import words

DAY = "2024-05-08"


def acts(text: str) -> list[tuple[str, list[str]]]:
    """Speaker and passages of each act."""
    return [(each.speaker.name, words(each)) for each in joined(extract(text, DAY))]


def test_words_across_paragraphs_are_one_act() -> None:
    text = (
        "“The weir leaks,” said Mara Vell, director of the Tarn Board.\n\n"
        "She added: “It leaked in March as well.”\n\n"
        "It was high time for a new one, she said."
    )
    [(speaker, passages)] = acts(text)
    assert speaker == "Mara Vell"
    assert passages[:2] == ["The weir leaks,", "It leaked in March as well."]


def test_a_reported_clause_beside_its_quotation_belongs_to_it() -> None:
    text = "Odd Brae said the dam was late. “We are tired of waiting,” Brae said."
    assert acts(text) == [("Odd Brae", ["the dam was late", "We are tired of waiting,"])]


def test_what_the_lead_sums_up_belongs_to_the_words_that_follow() -> None:
    text = (
        "Mara Vell has criticised the new dam.\n\nThe dam is to stand by 2026. It will be long.\n\n"
        "“The reeds like it,” said Odd Brae, a farmer.\n\n“It is a waste,” Vell said."
    )
    found = acts(text)
    assert ("Mara Vell", ["the new dam", "It is a waste,"]) in found
    assert len(found) == 2


def test_two_speakers_have_an_act_each() -> None:
    text = "“Never,” said Mara Vell. “Always,” said Odd Brae. “Never again,” Vell said."
    assert [speaker for speaker, _ in acts(text)] == ["Mara Vell", "Odd Brae"]


@pytest.mark.parametrize(
    "second",
    [
        "In a letter in 2019 Vell wrote: “The dam is a folly.”",
        "On Monday Vell told an interview: “The dam is a folly.”",
    ],
)
def test_another_occasion_is_another_act(second: str) -> None:
    text = f"In a statement on Tuesday Mara Vell said: “We shall wait and see.”\n\n{second}"
    assert len(acts(text)) == 2


def test_far_words_after_somebody_else_are_another_act() -> None:
    filling = "The dam is to stand by 2026. It will be long and high. " * 12
    text = f"“Never,” said Mara Vell.\n\n“Always,” said Odd Brae. {filling}\n\n“No dam,” Vell said."
    assert [speaker for speaker, _ in acts(text)] == ["Mara Vell", "Odd Brae", "Mara Vell"]


def test_silence_is_no_part_of_an_act() -> None:
    text = "“Never,” said Mara Vell.\n\nVell declined to comment on the pipes."
    assert [each.kind for each in joined(extract(text, DAY))] == ["direct", "no_reply"]


def test_an_act_is_told_by_the_number_of_its_first_draft() -> None:
    text = "“Never,” said Mara Vell. “Always,” said Odd Brae. “Never again,” Vell said."
    assert [each.act for each in extract(text, DAY)] == [0, 1, 0]


def test_passages_of_an_act_stand_in_order_and_apart() -> None:
    text = "Mara Vell said the dam, “a folly”, was late. “We tire,” she said. It leaks, Vell said."
    for each in joined(extract(text, DAY)):
        places = [(one.start, one.end) for one in each.passages]
        assert places == sorted(places)
        assert all(a[1] <= b[0] for a, b in pairwise(places))


def test_words_of_another_year_are_another_act() -> None:
    text = "“It leaks,” wrote Mara Vell. “It is sound,” she said in 2019. “Quite sound.”"
    assert acts(text) == [
        ("Mara Vell", ["It leaks,"]),
        ("Mara Vell", ["It is sound,", "Quite sound."]),
    ]
