"""Text with its typography folded away, and the way back to the places in the original."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

# Printed without a glyph: soft hyphen, zero-width space, direction marks, word joiner, BOM, and
# the control characters that no quotation may have.
INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, (*range(1, 9), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0)))
)
MARKS = "'\"`´“”„‟‘’‚‛«»‹›′″"
_DASHES = "\\-‐‑‒–—―−"
_LIGATURES = "ﬀ-ﬆ"
_COMBINING = "\u0300-\u036f"
_BLANK = rf"[\s{INVISIBLE}]"
_HARD_SPACE = "[\u00a0\u2009\u202f]"

# A lone space or full stop is already folded: passing over it here, in C, is what keeps a text
# of a megabyte at some 30 ms.
_SPECIAL = rf"[\s{INVISIBLE}{MARKS}{_DASHES}{_LIGATURES}{_COMBINING}.…]"
_RUN = re.compile(rf"{_SPECIAL}(?:{_SPECIAL}++|(?<![ .]))")

# Every alternative that begins with blanks takes the whole run of them or leaves it to `blank`,
# so that a long run is read a fixed number of times.
_PIECE = re.compile(
    rf"(?P<ellipsis>{_BLANK}*+(?:\.{_BLANK}*+){{0,2}}(?:…|\.{_BLANK}*+\.{_BLANK}*+\.)"
    rf"(?>(?:{_BLANK}*+[.…])*){_BLANK}*+)"
    rf"|(?P<dash>{_BLANK}*+(?>(?:[{_DASHES}]{_BLANK}*+)+))"
    rf"|(?P<mark>(?>(?:(?:[«‹]{_HARD_SPACE}?|{_HARD_SPACE}?[»›]|[{MARKS}])[{INVISIBLE}]*+)+))"
    rf"|(?P<blank>{_BLANK}++)"
    rf"|(?P<ligature>[{_LIGATURES}])"
    rf"|(?P<accented>.[{_COMBINING}]++)"
)
_SINGLE = frozenset("'`´‘’‚‛‹›′")
_MARK = re.compile(rf"(?:\A[^{MARKS}]++)?(?:''|``|‘‘|’’|[{MARKS}])[^{MARKS}]*+")
_WORD = re.compile(r"\S+")


class Folded:
    """A text in which typographic variants look the same.

    Quotation marks and apostrophes become `'`, dashes `-` without spaces around them, an
    omission ` ... `, blanks one space, ligatures letters; soft hyphens and their like vanish.
    Numbers stay what they are: the dash of a negative one is `−`, and of the marks after a digit,
    which may be feet or inches, two stay two. `text` is the folded text, `original` what it was
    made from. Linear in the length.
    """

    __slots__ = ("_ends", "_folded_starts", "_starts", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        self._folded_starts: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        parts: list[str] = []
        done = shift = 0
        for found in _RUN.finditer(original):
            run, start, end = found.group(), found.start(), found.end()
            if "\u0300" <= run[0] <= "\u036f" and start > done:
                start -= 1  # accents belong to the letter before them
                run = original[start:end]
            if len(run) > 8:
                new = "".join(new for _, new in _pieces(run, *self._beside(start, end)))
            else:
                new = _fold_run(run)
                if "'" in new or "-" in new:  # which beside a digit may be part of the number
                    new = _fold_run(run, *self._beside(start, end))
            if new == run:
                continue
            parts += (original[done:start], new)
            self._folded_starts.append(start + shift)
            self._starts.append(start)
            self._ends.append(end)
            done = end
            shift += len(new) - len(run)
        parts.append(original[done:])
        self.text = "".join(parts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the original of `text[start:end]`, without blanks at its edges."""
        first, last = self._locate(start)[0], self._locate(end - 1)[1]
        while first < last and _is_blank(self.original[first]):
            first += 1
        while first < last and _is_blank(self.original[last - 1]):
            last -= 1
        return first, last

    def words(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield the places in `text` of the words between `start` and `end`."""
        for word in _WORD.finditer(self.text, start, len(self.text) if end is None else end):
            yield word.span()

    def _locate(self, at: int) -> tuple[int, int]:
        """Give the range of the original that the folded character at `at` stands for."""
        index = bisect_right(self._folded_starts, at) - 1
        if index < 0:
            return at, at + 1
        inside = at - self._folded_starts[index]
        start, end = self._starts[index], self._ends[index]
        for old, new in _pieces(self.original[start:end], *self._beside(start, end)):
            if inside < len(new):
                return start, start + len(old)
            start += len(old)
            inside -= len(new)
        return end + inside, end + inside + 1

    def _beside(self, start: int, end: int) -> tuple[str, bool]:
        """Say what stands before a run, "digit", "word" or "", and whether a digit follows it."""
        before = self.original[start - 1] if start else ""
        kind = "digit" if before.isdigit() else "word" if before.isalnum() else ""
        return kind, self.original[end : end + 1].isdigit()


def _is_blank(character: str) -> bool:
    return character.isspace() or character in INVISIBLE


@lru_cache(maxsize=1024)  # a text repeats a few dozen runs; only short ones are kept
def _fold_run(run: str, before: str = "word", number_follows: bool = False) -> str:
    return "".join(new for _, new in _pieces(run, before, number_follows))


def _pieces(run: str, before: str, number_follows: bool) -> Iterator[tuple[str, str]]:
    """Yield (as printed, folded) for the pieces of a run of special characters."""
    at = 0
    while at < len(run):
        found = _PIECE.match(run, at)
        old = found.group() if found else run[at]
        kind = found.lastgroup if found else None
        first = at == 0
        at += len(old)
        if kind == "ellipsis" and old.count(".") + 3 * old.count("…") > 3:
            # A full stop and an omission: “clubs. …” and “clubs....” are the same.
            blanks, stop, rest = old.partition(".")
            if "…" not in blanks:
                yield blanks + stop, "."
                old = rest
        if kind == "mark" and first and before == "digit":
            yield from ((each[0], _after_digit(each[0])) for each in _MARK.finditer(old))
        elif kind == "dash" and at == len(run) and number_follows and _is_sign(old, first, before):
            yield old, " −" if old[0].isspace() else "−"
        else:
            yield old, _fold_piece(kind, old)


def _after_digit(mark: str) -> str:
    bare = [each for each in mark if each in MARKS]
    return "'" if len(bare) == 1 and bare[0] in _SINGLE else '"'


def _is_sign(dash: str, first: bool, before: str) -> bool:
    """Say whether a dash before a digit makes it negative: from −5, but not 10–15 or 10 – 15."""
    apart = not first or not before or dash[0].isspace()
    return apart and len(dash.strip()) == 1 and not dash[-1].isspace()


def _fold_piece(kind: str | None, old: str) -> str:
    match kind:
        case "ellipsis":
            return " ... "
        case "dash":
            return "-"
        case "mark":
            return "'"
        case "blank":
            # A soft hyphen at the end of a line divides one word.
            divides = old[0] == "\u00ad" and "\n" in old
            return " " if any(map(str.isspace, old)) and not divides else ""
        case "ligature":
            return unicodedata.normalize("NFKC", old)
        case "accented":
            return unicodedata.normalize("NFC", old)
    return old
