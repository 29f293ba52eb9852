"""Which names are alike, out of many thousands: the same, initials, or spelt nearly so (pure)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from positions.naming import fold

# Names are compared where they share a word, or how they begin or end; what so many share tells
# nothing of two of them.
MOST_SHARING = 40
EDGE = 4  # letters

ALIKE = 88  # of 100, for whole names
ALIKE_WORD = 80  # … and for each word in which they differ
FEWEST_INITIALS = 3
FEWEST_BESIDE = 3  # words that both have, where one name has a word more
SMALL = {"of", "for", "and", "the", "in", "on", "to", "de", "du", "des", "und", "der"}

SAME, INITIALS, SAME_SHORT = 100, 96, 90


@dataclass(frozen=True, slots=True)
class Called:
    """What one thing is called: in full, and in short."""

    pk: int
    names: tuple[str, ...]
    shorts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two keys, the lower first; how alike of 100; and in what, as a sentence begins."""

    one: int
    other: int
    score: int
    why: str

    @property
    def pair(self) -> tuple[int, int]:
        return (self.one, self.other)


def likenesses(called: Iterable[Called]) -> list[Likeness]:
    """All pairs that have alike names, the likest first, each once.

    Case, accents, punctuation, “The” and legal forms do not count. 10,000 things with 15,000 names
    take one to two seconds; the time grows with the number of names, not with that of pairs.
    """
    names, shorts = _Forms(), _Forms()
    for each in called:
        for name in each.names:
            names.add(name, each.pk)
        for short in each.shorts:
            shorts.add(short, each.pk)
    best: dict[tuple[int, int], Likeness] = {}
    for found in (*_same(names, shorts), *_initials(names, shorts), *_spelt(names)):
        known = best.get(found.pair)
        if known is None or found.score > known.score:
            best[found.pair] = found
    return sorted(best.values(), key=lambda each: (-each.score, each.pair))


def alike(one: str, other: str) -> int:
    """How alike two folded names are, of 100; 0 where they are hardly of one thing."""
    score = fuzz.token_sort_ratio(one, other, score_cutoff=ALIKE)
    if not score or not _same_but_spelling(Counter(one.split()), Counter(other.split())):
        squeezed = one.replace(" ", ""), other.replace(" ", "")
        digits = [[each for each in text if each.isdigit()] for text in squeezed]
        score = SAME if squeezed[0] == squeezed[1] and digits[0] == digits[1] else 0
    return round(score)


class _Forms:
    """Folded names, each with the keys that have it and with how it is written."""

    def __init__(self) -> None:
        self.keys: dict[str, set[int]] = defaultdict(set)
        self.written: dict[str, str] = {}

    def add(self, name: str, pk: int) -> None:
        if folded := fold(name):
            self.keys[folded].add(pk)
            self.written.setdefault(folded, name)


def _same(names: _Forms, shorts: _Forms) -> Iterator[Likeness]:
    for name, keys in names.keys.items():
        yield from _paired(keys, keys, SAME, f"Both are called “{names.written[name]}”")
        yield from _paired(
            keys, shorts.keys.get(name, ()), SAME, f"Both are called “{names.written[name]}”"
        )
    for short, keys in shorts.keys.items():
        yield from _paired(keys, keys, SAME_SHORT, f"Both are “{shorts.written[short]}” in short")


def _initials(names: _Forms, shorts: _Forms) -> Iterator[Likeness]:
    for name, keys in names.keys.items():
        words = name.split()
        for kept in (words, [word for word in words if word not in SMALL]):
            letters = "".join(word[0] for word in kept)
            if len(letters) >= FEWEST_INITIALS:
                why = f"“{letters.upper()}” is short for “{names.written[name]}”"
                for forms in (names, shorts):
                    yield from _paired(keys, forms.keys.get(letters, ()), INITIALS, why)


def _spelt(names: _Forms) -> Iterator[Likeness]:
    for one, other in _candidates(list(names.keys)):
        if score := alike(one, other):
            why = f"“{names.written[one]}” is spelt like “{names.written[other]}”"
            yield from _paired(names.keys[one], names.keys[other], min(score, SAME - 1), why)


def _candidates(texts: list[str]) -> set[tuple[str, str]]:
    """The pairs that share something few others share."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        squeezed = text.replace(" ", "")
        shared = {*text.split(), f"{squeezed[:EDGE]}…", f"…{squeezed[-EDGE:]}"}
        for part in shared:
            blocks[part].append(text)
    return {
        pair
        for block in blocks.values()
        if 1 < len(block) <= MOST_SHARING
        for pair in combinations(sorted(block), 2)
    }


def _paired(ones: Iterable[int], others: Iterable[int], score: int, why: str) -> Iterator[Likeness]:
    few, more = sorted(ones)[:MOST_SHARING], sorted(others)[:MOST_SHARING]
    for pair in {(min(one, other), max(one, other)) for one in few for other in more}:
        if pair[0] != pair[1]:
            yield Likeness(*pair, score, why)


def _same_but_spelling(one: Counter[str], other: Counter[str]) -> bool:
    """Whether each word has its like in the other name; a number only has its equal."""
    left, right = sorted((one - other).elements()), sorted((other - one).elements())
    if any(character.isdigit() for word in (*left, *right) for character in word):
        return False
    if len(left) == len(right):
        return all(fuzz.ratio(*pair) >= ALIKE_WORD for pair in zip(left, right, strict=True))
    shorter = min(one.total(), other.total())
    return len(left) + len(right) == 1 and shorter >= FEWEST_BESIDE
