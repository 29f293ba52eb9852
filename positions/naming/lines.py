"""A pasted list of signatories, one a line: whom each line names, by names that are known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from positions.naming import Named, Names, chosen, fold
from positions.naming.folding import LONGEST_KEY
from positions.naming.names import MOST_NEAR, SHORTEST_MISPRINT, with_initials
from positions.naming.parts import BREAK, LONGEST, parts, readings

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪]|\(?\d{1,4}[.)])\s+")
_MARKS = "*†‡§¶⁰¹²³⁴⁵⁶⁷⁸⁹"
_FOOTNOTE = re.compile(
    rf"(?:(?<![{_MARKS}])[{_MARKS}]++|(?<=[a-zß-öø-ÿ]{{2}})\d{{1,2}}+)(?=\s*+(?:[,;|(]|\Z))"
)
_OF_A_FAMILY = re.compile(
    r"(?:jr|jun|junior|sr|sen|senior|i{2,3}|iv|v)\.?\s*(?:[,;|()]|$)", re.IGNORECASE
)
MOST_COMPARED = 50  # of the lines without a match, so many are compared letter by letter


@dataclass(frozen=True, slots=True)
class UnknownName:
    """The name and abbreviation of whom a text names; ``like`` are names before it to ask about."""

    name: str
    abbreviation: str
    like: tuple[str, ...] = ()


UNREAD = UnknownName("", "")


@dataclass(frozen=True, slots=True)
class New:
    """Somebody to be added, whom a line names."""

    name: str
    abbreviation: str
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line and whom it can mean: one is a match, none is unknown, several are ambiguous.

    ``printed`` is the name as the line has it, without the marks of footnotes. ``organisation`` is
    one that the line names after a person, and that is known. ``near`` are those that an unknown
    one may mean, ``called`` is who it is among those of its list, ``new`` is whom it names where
    somebody is to be added.
    """

    text: str
    printed: str
    candidates: tuple[Named, ...] = ()
    organisation: Named | None = None
    near: tuple[Named, ...] = ()
    called: UnknownName = UNREAD
    new: New | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether it is unknown, and may mean somebody who is known or stands in another line."""
        return bool(self.near or self.called.like)

    @property
    def match(self) -> Named | None:
        return self.candidates[0] if len(self.candidates) == 1 else None

    @property
    def who(self) -> int | str | None:
        """The key of whom it means, or the folded name of whom it adds; None without either."""
        if self.new is not None:
            return fold(self.new.name) or self.new.name
        return self.match.pk if self.match else None


def read_lines(text: str, names: Names) -> list[Line]:
    """Match each line that is not blank, in order; no line is left out.

    A part of a name is never the name. Beside the whole line, only two readings count: a name with
    another name of the same party in brackets, and a person with a known organisation behind. The
    unknown ones are held against each other, too.
    """
    lines = [_read(line, names) for line in text.splitlines() if line.strip()]
    unknown = [place for place, line in enumerate(lines) if not line.candidates]
    together = _match_unknown([lines[place].printed for place in unknown])
    for compared, (place, called) in enumerate(zip(unknown, together, strict=True)):
        near = _near(lines[place].printed, names, by_letters=compared < MOST_COMPARED)
        lines[place] = replace(lines[place], near=near, called=called)
    return lines


def _read(line: str, names: Names) -> Line:
    bare = _BULLET.sub("", line).strip()
    if found := names.find(bare):
        return Line(line.strip(), chosen(bare)[0] or found[0].name, found)
    bare = without_marks(bare)
    if found := (names.find(bare) or names.called_both(bare)):
        return Line(line.strip(), bare, found)
    for name, rest in readings(bare):
        people = tuple(each for each in names.find(name) if each.is_person)
        if people and (organisation := organisation_in(rest, names)):
            return Line(line.strip(), name, people, organisation)
    return Line(line.strip(), bare)


def without_marks(text: str) -> str:
    """A name without the marks of footnotes and what separates it from the next one.

    A figure that is written behind a name of one word stays: it may be a part of it.
    """
    bare = _FOOTNOTE.sub(lambda mark: mark[0] if _is_of_name(mark) else "", text)
    return bare.strip(f"{_MARKS} ").rstrip(";,| ") or text


def _is_of_name(mark: re.Match[str]) -> bool:
    return mark[0].isascii() and mark[0].isdigit() and " " not in mark.string[: mark.start()]


def organisation_in(rest: str, names: Names) -> Named | None:
    """The one known organisation that ends the rest of a line, alone or behind a role."""
    if _OF_A_FAMILY.match(rest):  # “Jr.” makes another person of the same name
        return None
    for start in (0, *(found.end() for found in BREAK.finditer(rest))):
        found = [each for each in names.find(rest[start:].strip(" )")) if not each.is_person]
        if len(found) == 1:
            return found[0]
    return None


def _near(printed: str, names: Names, *, by_letters: bool) -> tuple[Named, ...]:
    """At most four that may be meant: of whom a part is the name, then by how alike letters are."""
    found = dict.fromkeys(each for part in parts(printed) for each in names.find(part))
    if by_letters:
        found |= dict.fromkeys(names.near(printed[:LONGEST]))
    return tuple(found)[:MOST_NEAR]


def _match_unknown(texts: Sequence[str]) -> list[UnknownName]:
    """Whom each text of a list names, in its order. Linear in their length.

    Those that fold to the same are one, and one is who is called by the abbreviation of another;
    the abbreviation of two, and a name one slip of the hand from an earlier one, are asked about.
    """
    each = [with_initials(text) for text in texts]
    by_name: dict[str, tuple[str, str]] = {}
    for name, short in each:
        known = by_name.setdefault(_key(name), (name, short))
        if short and not known[1]:
            by_name[_key(name)] = (name, short)
    owners: dict[str, list[str]] = defaultdict(list)
    for key, (_, short) in by_name.items():
        if short and _key(short) != key:
            owners[_key(short)].append(key)
    slips = _slips(by_name)
    found = []
    for name, short in each:
        key, alike = _key(name), list[str]()
        called_so = owners.get(key, [])
        if len(called_so) == 1:
            key = called_so[0]
        elif called_so:
            alike += called_so
        if short:
            alike += _before(key, owners.get(_key(short), ()))
        alike += slips.get(key, ())
        like = tuple(by_name[other][0] for other in dict.fromkeys(alike) if other != key)
        found.append(UnknownName(*by_name[key], like[:MOST_NEAR]))
    return found


def _key(name: str) -> str:
    return fold(name) or name


def _before(key: str, keys: Iterable[str]) -> Iterator[str]:
    for other in keys:
        if other == key:
            return
        yield other


def _slips(keys: Iterable[str]) -> dict[str, list[str]]:
    """For each key those before it that are one slip of the hand from it.

    Two such have the same rest once a letter is taken out of one of them, or of both. Of those that
    have the same rest, the first four are looked at.
    """
    by_rest: dict[tuple[str, str], list[str]] = defaultdict(list)
    found = {}
    for key in keys:
        if not SHORTEST_MISPRINT <= len(key) <= LONGEST_KEY:
            continue
        digits = "".join(filter(str.isdigit, key))  # Local 12 is not Local 13
        rests = {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}
        there = [by_rest[rest, digits] for rest in rests]
        alike = dict.fromkeys(other for others in there for other in others)
        if near := [other for other in alike if OSA.distance(key, other) <= 1]:
            found[key] = near
        for others in there:
            if len(others) < MOST_NEAR:
                others.append(key)
    return found
