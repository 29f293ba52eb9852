"""How what stands on cards of the desk is held against what a key wants of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from positions.dates import Understood, understand
from positions.naming import fold

ENOUGH = 0.6  # of the letters of either, so that a card is held to have a passage


def letters(text: str) -> str:
    return "".join(each for each in text.lower() if each.isalnum())


def overlap(card: str, passage: str) -> float:
    """Which part of the shorter of the two stands in the other."""
    a, b = letters(card), letters(passage)
    if not a or not b:
        return 0.0
    if a in b or b in a:
        return 1.0
    longest = common(a, b)
    return longest / min(len(a), len(b))


def common(a: str, b: str) -> int:
    """The length of the longest stretch that both have, as far as it is more than a few letters."""
    best = 0
    for start in range(len(a)):
        while start + best < len(a) and a[start : start + best + 1] in b:
            best += 1
    return best


def has(words: Iterable[str], passage: str) -> bool:
    """Whether the words of a card have a passage; together, where it stands in several."""
    wanted = letters(passage)
    found = sum(common(letters(each), wanted) for each in words)
    return found >= ENOUGH * len(wanted)


def mended_words(words: Sequence[str], passages: Sequence[str]) -> dict[int, str]:
    """What is to be typed into the boxes of words that have too much beside what is wanted."""
    found = {}
    for place, each in enumerate(words):
        wanted = [one for one in passages if overlap(each, one) >= ENOUGH]
        kept = sum(min(len(letters(one)), common(letters(each), letters(one))) for one in wanted)
        if wanted and kept < ENOUGH * len(letters(each)):
            found[place] = wanted[0]
    return found


def same_as(name: str, others: Iterable[str]) -> bool:
    """Whether a name is one of these, whole or by its first or last words."""
    a = fold(name.partition(" (")[0]).split()
    for other in others:
        b = fold(other).split()
        short, long = sorted((a, b), key=len)
        if short and (long[: len(short)] == short or long[-len(short) :] == short):
            return True
    return False


def edtf(day: str) -> str:
    meaning = understand(day, None)
    return meaning.date.edtf if isinstance(meaning, Understood) else ""


def statement_of(card: dict[str, Any], wanted: Sequence[dict[str, Any]]) -> int | None:
    """The statement of the key most of whose letters the card has."""
    shared = [
        max(
            (overlap(part, passage) for part in card["words"] for passage in each["passages"]),
            default=0,
        )
        for each in wanted
    ]
    best = max(range(len(wanted)), key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] >= ENOUGH else None


def named(party: dict[str, Any]) -> str:
    """Whom a card names, chosen or typed."""
    if party["choice"] in ("new", "other"):
        return str(party["name" if party["choice"] == "new" else "other"])
    return next(
        (label for value, label in party["offered"] if value and value == party["choice"]), ""
    )
