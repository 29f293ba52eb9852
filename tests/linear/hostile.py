"""Texts that are as unkind to a regular expression as its own parts allow, made from its parts."""

from __future__ import annotations

import re
import re._constants as opcodes  # type: ignore[import-not-found]  # no stubs: not public
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from typing import Any

SIZE = 24_000
"""Characters of each text."""
_BLOCK = 400  # characters of one kind in a row, where two kinds take turns
_SAMPLES = 6  # characters taken from a class
_CHARACTERS = 14  # characters of a pattern that are tried in a row each
_ENDS = ("", "\x00", " ", "a")  # what may make a match that was all but complete fail
_OF_CATEGORY = {
    opcodes.CATEGORY_DIGIT: "7",
    opcodes.CATEGORY_SPACE: " \n",
    opcodes.CATEGORY_WORD: "aX7",
    opcodes.CATEGORY_NOT_DIGIT: "a ",
    opcodes.CATEGORY_NOT_SPACE: "aX.",
    opcodes.CATEGORY_NOT_WORD: " .",
}
_REPEATS = (opcodes.MAX_REPEAT, opcodes.MIN_REPEAT, opcodes.POSSESSIVE_REPEAT)


def texts(pattern: re.Pattern[Any]) -> Iterator[Any]:
    """Give the texts for one pattern, each of ``SIZE`` characters or a few more.

    Each character that it names in a row, two of them by turns; each repeated part in a row after
    the least that leads to it, whole and broken off; the least that matches, again and again.
    """
    binary = isinstance(pattern.pattern, bytes)
    source = pattern.pattern.decode("latin-1") if binary else pattern.pattern
    tree = parser.parse(source, pattern.flags & ~re.LOCALE)
    seen = set()
    for each in _made(tree):
        if each not in seen:
            seen.add(each)
            yield each.encode("latin-1", "replace") if binary else each


def _made(tree: Any) -> Iterator[str]:
    repeated = dict.fromkeys(_repeated(tree, ""))
    characters = list(dict.fromkeys(_characters(tree)))
    few = characters[:: max(1, len(characters) // _CHARACTERS)]
    for one in few:
        yield one * SIZE
    if not repeated:  # so that it takes no more than a fixed time at any place
        return
    for one, other in zip(few, few[1:] + few[:1], strict=True):
        yield _filled(one + other)
        yield _filled(one * _BLOCK + other)
    least = _least(tree)
    for whole in (least, least[:-1], least[1:]):
        yield _filled(whole)
    for lead, unit in repeated:
        for end in _ENDS:
            yield lead + _filled(unit) + end
        yield _filled(lead + unit)
        yield _filled(lead + unit * (_BLOCK // max(1, len(unit))))


def _filled(unit: str) -> str:
    return unit * (SIZE // len(unit)) if unit else ""


def _characters(tree: Any) -> Iterator[str]:
    """The characters that a pattern names, and some of each class."""
    for operation, given in tree:
        if operation is opcodes.LITERAL:
            yield chr(given)
        elif operation in (opcodes.IN, opcodes.NOT_LITERAL, opcodes.ANY):
            yield from _of_class(operation, given)
        else:
            for part in _parts(operation, given):
                yield from _characters(part)


def _of_class(operation: Any, given: Any) -> list[str]:
    if operation is not opcodes.IN:
        return ["a", " "]
    if given[0][0] is opcodes.NEGATE:
        unnamed = [each for each in "aX7 .\"'-" if not _named(given[1:], each)]
        return unnamed[:_SAMPLES] or ["\u4e2d"]
    found: list[str] = []
    for kind, value in given:
        if kind is opcodes.LITERAL:
            found.append(chr(value))
        elif kind is opcodes.RANGE:
            found.append(chr(value[0]))
        elif kind is opcodes.CATEGORY:
            found.extend(_OF_CATEGORY[value])
    return found[:: max(1, len(found) // _SAMPLES)]


def _named(items: Any, character: str) -> bool:
    code = ord(character)
    return any(
        (kind is opcodes.LITERAL and value == code)
        or (kind is opcodes.RANGE and value[0] <= code <= value[1])
        or (kind is opcodes.CATEGORY and character in _OF_CATEGORY[value])
        for kind, value in items
    )


def _parts(operation: Any, given: Any) -> list[Any]:
    """The patterns within an item of a pattern."""
    if operation is opcodes.BRANCH:
        return list(given[1])
    if operation is opcodes.SUBPATTERN:
        return [given[3]]
    if operation is opcodes.ATOMIC_GROUP:
        return [given]
    if operation in _REPEATS:
        return [given[2]]
    if operation in (opcodes.ASSERT, opcodes.ASSERT_NOT):
        return [given[1]]
    return []


def _least(tree: Any) -> str:
    """A short text that a pattern matches, assertions aside."""
    made = ""
    for operation, given in tree:
        if operation is opcodes.LITERAL:
            made += chr(given)
        elif operation in (opcodes.IN, opcodes.NOT_LITERAL, opcodes.ANY):
            made += _of_class(operation, given)[0]
        elif operation in _REPEATS:
            made += _least(given[2]) * given[0]
        elif operation in (opcodes.BRANCH, opcodes.SUBPATTERN, opcodes.ATOMIC_GROUP):
            made += _least(_parts(operation, given)[0])
    return made


def _repeated(tree: Any, lead: str) -> Iterator[tuple[str, str]]:
    """Each part that may be repeated without end, with the least that leads to it."""
    for operation, given in tree:
        if operation in _REPEATS and given[1] > _BLOCK // 10:
            body = given[2]
            if len(body) == 1 and body[0][0] in (opcodes.IN, opcodes.ANY, opcodes.NOT_LITERAL):
                for unit in _of_class(*body[0]):
                    yield lead, unit
            else:
                yield lead, _least(body)
        for part in _parts(operation, given):
            yield from _repeated(part, lead)
        lead += _least([(operation, given)])
