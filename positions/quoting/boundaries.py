"""Where words, numbers and names begin and end: no quotation begins or ends inside one."""

import re
import unicodedata

from positions.quoting.typography import INVISIBLE

_APOSTROPHES = "'’ʼ"
_HYPHENS = "-\u2010\u2011"
_SIGNS = f"{_HYPHENS}–−"  # what may stand for a minus, and between the ends of a range
_IN_NUMBERS = f".,:/·{_SIGNS}"
# What turns the word after or before a hyphen into its opposite: non-violent, risk-free.
_NEGATING = frozenset(("anti", "counter", "ex", "no", "non", "not", "pseudo", "quasi", "un"))
_LACKING = frozenset(("free", "less"))
# After which ’s is a verb, and so no possessive: it’s, let’s.
_NO_OWNERS = frozenset(
    ("he", "here", "how", "it", "let", "she", "that", "there", "this", "what", "where", "who")
)
# Scripts that are written without spaces, so that no place tells where a word ends.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
_INVISIBLES = 16  # in a row, over which the next character is looked for
_LONGEST = 12  # characters of a word beside a hyphen that are looked at


def is_whole(text: str, start: int, end: int) -> bool:
    """Say whether `text[start:end]` begins and ends where words, numbers and names do."""
    return not (divides(text, start) or divides(text, end))


def divides(text: str, at: int) -> bool:
    """Say whether the place before `text[at]` is inside a word, a number or a name.

    Inside are letters and digits in a row, can|’t, U.|S., AT|&T, amazon|.com, it|’s, 1|.5, 10|–15,
    −|5, non-|violent and risk|-free; but not Amazon|’s, whose end is no part of the name. Costs the
    same anywhere.
    """
    before, after = _before(text, at), _after(text, at)
    if before < 0 or after >= len(text):
        return False
    one, other = text[before], text[after]
    if unicodedata.combining(other):
        return not one.isspace()
    if _UNSPACED.match(one) or _UNSPACED.match(other):
        return False
    if _in_word(one):
        return _in_word(other) or _joins(text, before, after, _after(text, after + 1), "mark")
    if _in_word(other):
        return _joins(text, _before(text, before), before, after, "word")
    return False


def _joins(text: str, before: int, mark: int, after: int, begins: str) -> bool:
    """Say whether a mark makes one of what stands before and after it.

    `begins` tells whether the place that is asked about is before the mark or after it.
    """
    one = text[before] if before >= 0 else " "
    other = text[after] if after < len(text) else " "
    sign = text[mark]
    if not _in_word(one):
        return begins == "word" and sign in _SIGNS and other.isdigit()  # −5
    if not _in_word(other):
        return False
    if one.isdigit() and other.isdigit():
        return sign in _IN_NUMBERS
    if sign in _APOSTROPHES:
        ends = after + 1 >= len(text) or not _in_word(text[after + 1])
        possessive = begins == "mark" and other in "sS" and ends
        possessive = possessive and _word_before(text, mark) not in _NO_OWNERS
        return one.isalpha() and other.isalpha() and not possessive
    if sign == ".":
        initial = one.isalpha() and (before == 0 or not _in_word(text[before - 1]))
        return other.islower() or (initial and other.isalpha())
    if sign in _HYPHENS:
        if begins == "mark":
            return _word_at(text, after) in _LACKING
        return _word_before(text, mark) in _NEGATING
    return sign in "&@"


def _word_at(text: str, at: int) -> str:
    near = text[at : at + _LONGEST]
    return near[: next((n for n, each in enumerate(near) if not each.isalnum()), _LONGEST)].lower()


def _word_before(text: str, at: int) -> str:
    return _word_at(text[max(0, at - _LONGEST) : at][::-1], 0)[::-1]


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.combining(character) > 0


def _before(text: str, at: int) -> int:
    """The place of the last character before a place that is seen; -1 where there is none."""
    at -= 1
    for _ in range(_INVISIBLES):
        if at < 0 or text[at] not in INVISIBLE:
            break
        at -= 1
    return at


def _after(text: str, at: int) -> int:
    """The place of the next character from a place on that is seen; the length where none is."""
    for _ in range(_INVISIBLES):
        if at >= len(text) or text[at] not in INVISIBLE:
            break
        at += 1
    return min(at, len(text))
