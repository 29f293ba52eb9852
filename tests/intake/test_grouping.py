"""Words of one act of saying are proposed as one statement, and nobody else's with them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from positions.intake.card import Card, Found, Party, confidence_of, how_found
from positions.intake.grouping import NEAR, group, hand_over, leads
from tests.intake.cards import card, decided, spoken


def grouped(*cards: Card) -> list[int]:
    group(cards)
    return [each.part_of for each in cards]


def test_words_of_one_speaker_near_each_other_belong_together() -> None:
    found = grouped(spoken(1, 0, "Ada"), spoken(2, 90, "Bo"), spoken(3, 200, "Ada"))
    assert found == [0, 0, 1]


@pytest.mark.parametrize(
    "other",
    [
        {"speaker": "Bo"},
        {"speaker": ""},
        {"start": NEAR + 11},
        {"date": "2018"},
        {"channel": "email", "kind": "email"},
        {"kind": "no_reply"},
    ],
)
def test_another_voice_place_date_or_form_stands_by_itself(other: dict[str, Any]) -> None:
    first = spoken(1, 0, "Ada", "letter", kind="letter")
    second = spoken(2, other.pop("start", 50), other.pop("speaker", "Ada"), **other)
    assert grouped(first, second) == [0, 0]


def test_words_of_one_act_belong_together_however_far_apart_they_are() -> None:
    first = card(1, 0, speaker=Party(name="Ada"), found=Found(act=1))
    second = card(2, NEAR * 2, speaker=Party(name="Ada Example"), found=Found(act=1))
    assert grouped(first, second) == [0, 1]


def test_words_of_one_act_stand_apart_where_they_are_of_two_who_are_known() -> None:
    first = card(1, 0, speaker=Party(choice="4", name="Ada", offered=[4]), found=Found(act=1))
    second = card(2, 50, speaker=Party(choice="5", name="Ada", offered=[5]), found=Found(act=1))
    assert grouped(first, second) == [0, 0]


def test_a_card_that_an_editor_seldom_wants_is_to_be_checked() -> None:
    known = Party(choice="4", name="Ada", offered=[4])
    found = Found(pattern="quotation-subject-verb", confidence=0.97)
    assert confidence_of(card(1, speaker=known, found=found)) == "sure"
    seldom = card(1, speaker=known, found=replace(found, likely=False))
    assert confidence_of(seldom) == "to be checked"
    assert how_found(seldom.found)[-1].startswith("rather the reporter's account")


def test_a_form_that_is_named_later_is_that_of_the_whole_statement() -> None:
    first, second = spoken(1, 0, "Ada"), spoken(2, 50, "Ada", "letter", kind="letter")
    assert grouped(first, second) == [0, 1]
    assert first.kind == "letter"


def test_guidelines_in_a_post_are_guidelines() -> None:
    first = spoken(1, 0, "Ada", "post", kind="blog_post")
    assert grouped(first, spoken(2, 50, "Ada", "guidelines", kind="guidelines")) == [0, 1]
    assert first.kind == "guidelines"


def test_speakers_that_are_known_are_told_apart_by_who_they_are() -> None:
    one = card(1, 0, speaker=Party(choice="4", name="Example", offered=[4]))
    other = card(2, 50, speaker=Party(choice="5", name="Example", offered=[5]))
    assert grouped(one, other) == [0, 0]


@given(st.lists(decided, max_size=8, unique_by=lambda each: each.number))
def test_every_card_is_led_by_one_that_leads_itself(cards: list[Card]) -> None:
    found = leads(cards)
    assert set(found) == {each.number for each in cards}
    known = {each.number for each in cards}
    for each in cards:
        lead = found[each.number]
        rings = lead.part_of in known
        assert lead is each if rings else lead.part_of not in known


def test_the_next_card_leads_where_the_words_of_the_first_are_rejected() -> None:
    first = card(1, 0, decision="reject", kind="letter", speaker=Party(choice="new", name="Ada"))
    second, third = card(2, 50, part_of=1), card(3, 90, part_of=1)
    hand_over([first, second, third])
    assert (second.part_of, third.part_of) == (0, 2)
    assert (second.kind, second.speaker) == ("letter", first.speaker)


@given(st.lists(decided, max_size=8, unique_by=lambda each: each.number))
def test_handing_over_twice_changes_nothing_more(cards: list[Card]) -> None:
    hand_over(cards)
    once = deepcopy(cards)
    hand_over(cards)
    assert cards == once
