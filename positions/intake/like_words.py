"""Which proposition, and with what stance, words may be about: told by words like them (pure).

Like are words that were assessed before, whoever said them, and the proposition's own sentence.
Nothing is ever chosen by this: it is offered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from positions.extraction.lexicon import listed
from positions.extraction.text.language import SMALL_WORDS
from positions.words.folding import stem, word_forms

SHOWN = 2  # for one card
# Of 1, which is the same words. Of the 40 assessments that come with the site, each held against
# those of other statements, 25 are told something from here on, and 21 of these what is right.
LIKE = 0.22
FEWEST = 2  # words that two texts must share
_SMALL = SMALL_WORDS["en"] | listed(
    """are but from had has her him his its not our said she their them there these this those we
    were what when which who will would you your i my if or an so do can could should must may
    about all also any been being did does into just more most no only other out over some such
    than then they up very because says saying"""
)


@dataclass(frozen=True)
class Judged:
    """Words that somebody has assessed; without a stance, a proposition's own sentence."""

    proposition: int
    label: str
    words: str
    stance: str = ""
    title: str = ""

    @cached_property
    def stems(self) -> frozenset[str]:
        return stems(self.words)


def stems(text: str) -> frozenset[str]:
    """The stems of the words that tell what a text is about."""
    words = {word for form in word_forms(text)[:1] for word in form.split()} - _SMALL
    return frozenset(stem(word) for word in words if len(word) > 2)


class Likeness:
    """Finds of what was judged what is most like other words. Linear in the words of it all."""

    def __init__(self, judged: Sequence[Judged]) -> None:
        self.judged = judged
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(judged):
            for word in each.stems:
                self._places[word].append(place)
        many = len(judged) + 1
        self._weights = {word: log(many / len(at)) + 0.1 for word, at in self._places.items()}
        self._heaviest = log(many) + 0.1
        self._sizes = [self._size(each.stems) for each in judged]

    def most_like(self, words: Iterable[str], without: Collection[int] = ()) -> list[Judged]:
        """Of each proposition the likest, at most two; none ``without`` which one asks."""
        mine = frozenset[str]().union(*map(stems, words))
        shared: dict[int, list[float]] = defaultdict(list)
        for word in mine:
            for place in self._places.get(word, ()):
                shared[place].append(self._weights[word])
        size = self._size(mine)
        best: dict[int, tuple[float, int]] = {}
        for place, weights in shared.items():
            score = sum(weights) / (size * self._sizes[place]) ** 0.5
            which = self.judged[place].proposition
            if len(weights) >= FEWEST and score >= LIKE and which not in without:
                best[which] = max(best.get(which, (0.0, 0)), (score, -place))
        ranked = sorted(best.values(), reverse=True)[:SHOWN]
        return [self.judged[-place] for _, place in ranked]

    def _size(self, some: frozenset[str]) -> float:
        return sum(self._weights.get(word, self._heaviest) for word in some)
