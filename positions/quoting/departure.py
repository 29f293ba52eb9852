"""Where the words of a quotation leave the text they are said to be from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from itertools import islice
from typing import NamedTuple

from positions.quoting.boundaries import divides
from positions.quoting.typography import MARKS, Folded

_PLAIN = f"{MARKS}.,;:!?()…"
_SURE_LEAD = 4  # so many leading words place a quotation; fewer may stand anywhere
_STARTS = 40  # words of the quotation from which a longer run is sought
_PLACES = 64  # occurrences of a run that are compared
_NEARBY = 120  # folded characters on either side by which they are compared
_LONGEST_WORD = 60
_ALIKE = 0.75  # from this ratio on, a word is taken for a misspelling of another


@dataclass(frozen=True, slots=True)
class Departure:
    """The first word of a quotation that the text does not have at that place.

    `word` is its index in the quotation, from 0; `expected` and `found` are the quotation's word
    and the text's ("" where the text ends); `position` is the code point in the text where
    `found` begins, None when nothing in the text is like the quotation; `context` is
    the text around it.
    """

    word: int
    expected: str
    found: str
    position: int | None
    context: str

    def explain(self) -> str:
        """Say in a sentence for an editor where the quotation leaves the text."""
        if self.position is None:
            return (
                f"Neither the words nor their beginning, “{self.expected}”, are in the text: "
                "check that this is the text they are from."
            )
        place = f"The quotation departs at the word “{self.expected}” (word {self.word + 1}): "
        if not self.found:
            return f"{place}the text ends there, “{self.context}”."
        return f"{place}the text has “{self.found}” there, in “{self.context}”."


class _Run(NamedTuple):
    """Consecutive words of a quotation that stand in the text."""

    first: int
    length: int


def find_departure(text: Folded, quotation: Folded) -> Departure:
    """Say where the words of `quotation`, which is not in `text`, leave it.

    The longest run of leading words places the quotation; when fewer than four lead, a longer
    run of later words does; when no words do, the text's word most like the first. Of several
    places, the one whose surroundings are most alike.
    """
    words = list(quotation.words())
    run = _find_run(text.text, quotation.text, words)
    found: tuple[int, int] | None
    if not run.length:
        index, found = 0, _most_alike(text, quotation.text[slice(*words[0])])
        if found is None:
            return Departure(0, _original(quotation, words[0]), "", None, "")
    elif run.first:
        start = _choose_place(text.text, quotation.text, words, run)
        index, found = _align_before(text, quotation, words, run.first, start)
    else:
        start = _choose_place(text.text, quotation.text, words, run)
        end = start + words[run.length - 1][1] - words[0][0]
        index, found = run.length, next(text.words(end), None)
    expected = _original(quotation, words[index])
    if found is None:
        end = len(text.original)
        return Departure(index, expected, "", end, _context(text.original, end, end))
    begin, end = text.span(text.text.rfind(" ", 0, found[0]) + 1, found[1])
    expected, actual = _telling(expected, text.original[begin:end])
    begin = text.original.index(actual, begin)
    end = begin + len(actual)
    return Departure(index, expected, actual, begin, _context(text.original, begin, end))


def departure_within(text: str, start: int, end: int, quotation: str) -> Departure:
    """Say of a quotation that stands at `text[start:end]`, inside other words, which it cuts."""
    words = quotation.split()
    index = 0 if divides(text, start) else len(words) - 1
    at = start if index == 0 and divides(text, start) else end - 1
    first, last = at, at
    while first > max(0, at - _LONGEST_WORD) and not text[first - 1].isspace():
        first -= 1
    while last < min(len(text), at + _LONGEST_WORD) and not text[last].isspace():
        last += 1
    return Departure(index, words[index], text[first:last], first, _context(text, first, last))


def _find_run(text: str, quotation: str, words: list[tuple[int, int]]) -> _Run:
    """Find the run of words that places the quotation; its length is 0 when there is none."""

    def occurs(first: int, count: int) -> bool:
        needle = quotation[words[first][0] : words[first + count - 1][1]]
        return next(_places(text, needle), None) is not None

    def reach(first: int, known: int) -> int:
        """Count the words from `first` that occur together, `known` of which are known to."""
        low, high = known, len(words) - first
        step = 1
        while low < high:
            count = min(low + step, high)
            if occurs(first, count):
                low, step = count, step * 2
            else:
                high, step = count - 1, max(1, (count - 1 - low) // 2)
        return low

    best = _Run(0, reach(0, 0))
    first = max(1, best.length)
    shortest = min(3, len(words) - 1)
    for _ in range(_STARTS):
        count = max(shortest, best.length + 1)
        if best.length >= _SURE_LEAD or first + count > len(words):
            break
        if occurs(first, count):
            best = _Run(first, reach(first, count))
        first += 1
    return best


def _places(text: str, words: str) -> Iterator[int]:
    """Yield where whole words stand in a folded text."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        inside = text[max(0, start - 1) : start].isalnum()
        if not inside and text[end : end + 1] in ("", " "):
            yield start
            end = text.find(" ", start) + 1 or end  # the next may overlap this one
        start = text.find(words, end)


def _choose_place(text: str, quotation: str, words: list[tuple[int, int]], run: _Run) -> int:
    """Give the start of the occurrence whose surroundings are most like the quotation's."""
    begin, end = words[run.first][0], words[run.first + run.length - 1][1]
    before, after = _around(quotation, begin, end)

    def likeness(start: int) -> float:
        text_before, text_after = _around(text, start, start + end - begin)
        shared = len({*before} & {*text_before}) + len({*after} & {*text_after})
        # The word at which they part weighs a little: a misspelling is still like the word.
        if run.first:
            ours, theirs = before[-1:], text_before[-1:]
        else:
            ours, theirs = after[:1], text_after[:1]
        return shared + SequenceMatcher(None, "".join(ours), "".join(theirs)).ratio()

    return max(islice(_places(text, quotation[begin:end]), _PLACES), key=likeness)


def _around(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    return text[max(0, start - _NEARBY) : start].split(), text[end : end + _NEARBY].split()


def _align_before(
    text: Folded, quotation: Folded, words: list[tuple[int, int]], count: int, end: int
) -> tuple[int, tuple[int, int]]:
    """Find which of the first `count` words, before a run that stands at `end`, differs first.

    Gives its index and the place of the text's word there.
    """
    begin = max(0, end - _LONGEST_WORD * (count + 4))
    places = list(text.words(begin, end))
    if begin:
        del places[:1]  # it may be cut
    places = places[-count - 4 :]
    ours = [quotation.text[slice(*word)] for word in words[:count]]
    theirs = [text.text[slice(*place)] for place in places]
    # The marks before a quotation's first word are not part of it.
    theirs = [ours[0] if word.lstrip("'") == ours[0] else word for word in theirs]
    places.append(next(text.words(end)))
    block = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()[0]
    if block.a or not block.size:
        return 0, places[max(0, block.b - block.a)]
    # Of a word given twice ("the the") the first is in the text, and the second departs.
    index, start = block.size, places[block.b + block.size][0]
    for place in text.words(start):
        word = quotation.text[slice(*words[index])]
        if index + 1 == len(words) or word != text.text[slice(*place)]:
            break
        index += 1
    return index, place


def _most_alike(text: Folded, word: str) -> tuple[int, int] | None:
    """Find the first place of the word most like `word`, among those with the same initial."""
    bare = _bare(word)
    if not bare:
        return None
    others = {_bare(other) for other in text.text.split() if bare[0] in other[:2]}
    alike = get_close_matches(bare, sorted(others), n=1, cutoff=_ALIKE)
    if not alike:
        return None
    place = re.search(rf"(?<!\w){re.escape(alike[0])}(?!\w)", text.text)
    if place is None:
        return None
    end = text.text.find(" ", place.end())
    return place.start(), end if end >= 0 else len(text.text)


def _original(folded: Folded, word: tuple[int, int]) -> str:
    start, end = folded.span(*word)
    return folded.original[start:end]


def _telling(ours: str, theirs: str) -> tuple[str, str]:
    """Reduce two words to what tells them apart: without a dash and more, marks, punctuation."""
    for cut in (_before_blank, _without_marks, _bare):
        one, other = cut(ours), cut(theirs)
        if one and other and Folded(one).text != Folded(other).text:
            ours, theirs = one, other
    return ours, theirs


def _before_blank(word: str) -> str:
    return word.split(maxsplit=1)[0]


def _without_marks(word: str) -> str:
    return word.strip(MARKS)


def _bare(word: str) -> str:
    return word.strip(_PLAIN)


def _context(text: str, start: int, end: int) -> str:
    """Give the few words around a place, on one line, with … where the text goes on."""
    low, high = max(0, start - _LONGEST_WORD), end + _LONGEST_WORD
    before = text[low:start].split()
    after = text[end:high].split()
    shown = text[low:high].split()
    leading, trailing = max(0, len(before) - 5), max(0, len(after) - 3)
    shown = shown[leading : len(shown) - trailing]
    opens = "… " if leading or low else ""
    closes = " …" if trailing or high < len(text) else ""
    return f"{opens}{' '.join(shown)}{closes}"
