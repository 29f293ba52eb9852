"""The same words as two sources give them: what differs, and which belongs to which."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from positions.quoting.typography import Folded

_ALIKE = 0.6
"""From this similarity on, two quotations are of the same words."""

Kind = Literal["same", "only_a", "only_b"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of words that both sources have, or only one."""

    kind: Kind
    text: str


def difference(a: str, b: str) -> list[Segment]:
    """Compare two wordings word by word.

    The texts of "same" and "only_a" joined are `a`; those of "same" and "only_b" are `b` but for
    typography, since what differs in typography alone counts as the same and is given as in `a`.
    """
    segments: list[Segment] = []

    def add(kind: Kind, text: str) -> None:
        if text and segments and segments[-1].kind == kind:
            segments[-1] = Segment(kind, segments[-1].text + text)
        elif text:
            segments.append(Segment(kind, text))

    words_a, places_a = _words(a)
    words_b, places_b = _words(b)
    done_a, done_b = 0, places_b[0][0] if places_b else len(b)
    matcher = SequenceMatcher(None, words_a, words_b)
    for operation, a1, a2, b1, b2 in matcher.get_opcodes():
        # The blanks before this stretch are common when both sources go on with a word.
        next_a = places_a[a1][0] if a1 < len(places_a) else done_a
        next_b = places_b[b1][0] if b1 < len(places_b) else done_b
        if done_a < next_a and (done_b < next_b or not done_a):
            add("same", a[done_a:next_a])
            done_a, done_b = next_a, next_b
        end_a = places_a[a2 - 1][1] if a2 > a1 else done_a
        end_b = places_b[b2 - 1][1] if b2 > b1 else done_b
        if operation == "equal":
            add("only_a", a[done_a:next_a])
            add("only_b", b[done_b:next_b])
            add("same", a[next_a:end_a])
        else:
            add("only_a", a[done_a:end_a])
            add("only_b", b[done_b:end_b])
        done_a, done_b = end_a, end_b
    add("same", a[done_a:])
    return segments


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Give the folded words of a text and their places in it."""
    folded = Folded(text)
    spans = list(folded.words())
    return [folded.text[slice(*span)] for span in spans], [folded.span(*span) for span in spans]


def similarity(a: str, b: str) -> float:
    """Say how alike two wordings are, 0 to 1, whatever their case and punctuation.

    The longest run of words they share, as a part of the shorter, so that a fragment is wholly
    like the sentence that contains it; or the share of all words in the same order, if greater.
    """
    return _similarity(_plain_words(a), _plain_words(b))


def counterparts(xs: Sequence[str], ys: Sequence[str]) -> list[tuple[int, int]]:
    """Say which quotations of one source give the same words as which of another.

    Pairs of indices into `xs` and `ys`, in order: each quotation with the one most like it on the
    other side, so that several fragments may belong to one sentence. Of equals, the nearest in
    order.
    """
    words_x, words_y = [_plain_words(x) for x in xs], [_plain_words(y) for y in ys]
    alike = {
        (i, j): score
        for i, x in enumerate(words_x)
        for j, y in enumerate(words_y)
        # Counting words is some fifty times cheaper than aligning them, and never says less.
        if _shared(x, y) >= _ALIKE and (score := _similarity(x, y)) >= _ALIKE
    }

    def rank(pair: tuple[int, int]) -> tuple[float, int]:
        return alike[pair], -abs(pair[0] - pair[1])

    best: set[tuple[int, int]] = set()
    for side in (0, 1):
        for index in {pair[side] for pair in alike}:
            best.add(max((pair for pair in sorted(alike) if pair[side] == index), key=rank))
    return sorted(best)


def _plain_words(text: str) -> list[str]:
    """Give the words in lower case with nothing but letters and digits."""
    folded = Folded(text).text.casefold().split()
    plain = ("".join(filter(str.isalnum, word)) for word in folded)
    return [word for word in plain if word]


def _shared(x: list[str], y: list[str]) -> float:
    shorter = min(len(x), len(y))
    return (Counter(x) & Counter(y)).total() / shorter if shorter else 0.0


def _similarity(x: list[str], y: list[str]) -> float:
    x, y = sorted((x, y), key=lambda words: (len(words), words))
    if not x:
        return 0.0
    matcher = SequenceMatcher(None, x, y, autojunk=False)
    longest = matcher.find_longest_match().size / len(x)
    return max(longest, matcher.ratio())
