"""Words, names and dates of an invented archive, the same for the same number."""
# ruff: noqa: SIM905 - a list of words is read as a text

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")

COMMON = (
    "the of and to in that for is we on with as are this be by not our it from which at have has "
    "an their or will they these any must should such no been who its all can than more would only "
    "law rights public people data police use system company companies government technology "
    "policy report letter privacy access services information members statement state local "
    "decision review agency council safety security market workers evidence court bill act "
    "oppose support proposal measure rule rules ban sale sales standard moratorium licence "
    "inquiry ombudsman audit consent oversight transparency accountability surveillance "
    "recognition algorithm research community communities children schools health energy water "
    "housing transport emissions budget funding grant contract contracts vendor vendors customers "
    "citizens voters parliament committee minister department federal national regional city "
    "county urge demand call welcome reject regret accept believe expect require ensure protect "
    "prevent limit extend delay publish disclose enforce repeal amend adopt withdraw end begin"
).split()
STARTS = "b br c cl d dr f g gl h j k kr l m n p pr qu r s sk st t tr v w z".split()
MIDDLES = "a e i o u ai ea io ou".split()
ENDS = "l n r s t m nd rt lk st ng x".split()
ABOUT = ("Trade", "Open Records", "Fair Work", "Clean Water", "Safe Streets", "Digital Rights")
BODIES = ("Council", "Alliance", "Institute", "Federation", "Works", "Office", "Union", "Fund")
FIRST_DAY = date(2009, 1, 1)
DAYS = 16 * 365


class Words:
    """Draws words by Zipf's law: some common ones, and behind them thousands that are invented."""

    def __init__(self, chance: random.Random, invented: int = 8_000) -> None:
        self.chance = chance
        made = dict.fromkeys(self.word() for _ in range(invented))
        self._words = [*COMMON, *made]
        self._weights = zipf(len(self._words))

    def word(self) -> str:
        """A word of two or three syllables that means nothing."""
        choice = self.chance.choice
        parts = [choice(STARTS) + choice(MIDDLES) for _ in range(self.chance.choice((1, 2, 2)))]
        return "".join([*parts, choice(STARTS), choice(MIDDLES), choice(ENDS)])

    def text(self, number: int) -> str:
        """So many words as a sentence."""
        drawn = self.chance.choices(self._words, cum_weights=self._weights, k=number)
        return f"{' '.join(drawn).capitalize()}."

    def title(self, number: int) -> str:
        return self.text(number)[:-1]

    def organisation(self) -> str:
        choice = self.chance.choice
        return f"{self.word().capitalize()} Example {choice(BODIES)} for {choice(ABOUT)}"

    def person(self) -> str:
        return f"{self.word().capitalize()} {self.word().capitalize()} (invented)"

    def edtf(self, day: date) -> str:
        """The day as a source may give it: to the day, or less exactly."""
        drawn = self.chance.random()
        month = f"{day:%Y-%m}"
        later = day + timedelta(days=self.chance.randint(1, 40))
        for share, written in (
            (0.72, day.isoformat()),
            (0.12, month),
            (0.04, f"{day:%Y}"),
            (0.04, f"{month}~"),
            (0.02, f"{day.isoformat()}?"),
            (0.04, f"{day.isoformat()}/{later.isoformat()}"),
            (0.01, f"../{month}"),
        ):
            if drawn < share:
                return written
            drawn -= share
        return f"{month}/.."


def zipf(number: int) -> list[float]:
    """Cumulative weights of so many things of which the n-th comes 1/n as often as the first."""
    return list(accumulate(1 / rank for rank in range(1, number + 1)))


def some(chance: random.Random, given: Sequence[T], weights: list[float], number: int) -> list[T]:
    """So many of them by these weights, each once; fewer where they cannot be drawn in time."""
    found: dict[int, T] = {}
    places = range(len(given))
    if number * 2 > len(given):
        return chance.sample(given, min(number, len(given)))
    while len(found) < number:
        for place in chance.choices(places, cum_weights=weights, k=number - len(found)):
            found.setdefault(place, given[place])
        if number > 20:  # the busiest are drawn again and again: the rest are drawn evenly
            for place in chance.sample(places, number - len(found)):
                found.setdefault(place, given[place])
    return list(found.values())
