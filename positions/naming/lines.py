"""A pasted list of signatories, one a line: whom each line names, by names that are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from positions.naming import Named, Names, chosen, fold
from positions.naming.names import MOST_NEAR
from positions.naming.parts import BREAK, LONGEST, parts, readings

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪]|\(?\d{1,4}[.)])\s+")
_IN_BRACKETS = re.compile(r"(?<![^()])([^()]++)\(([^()]++)\)")
_OF_A_FAMILY = re.compile(
    r"(?:jr|jun|junior|sr|sen|senior|i{2,3}|iv|v)\.?\s*(?:[,;|()]|$)", re.IGNORECASE
)
MOST_COMPARED = 50  # of the lines without a match, so many are compared letter by letter


@dataclass(frozen=True, slots=True)
class New:
    """Somebody to be added, whom a line names."""

    name: str
    abbreviation: str
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line and whom it can mean: one is a match, none is unknown, several are ambiguous.

    ``printed`` is the name as the line has it. ``organisation`` is one that the line names after
    a person, and that is known. ``near`` are those that an unknown one may mean, ``new`` is whom it
    names where somebody is to be added.
    """

    text: str
    printed: str
    candidates: tuple[Named, ...] = ()
    organisation: Named | None = None
    near: tuple[Named, ...] = ()
    new: New | None = None

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
    another name of the same party in brackets, and a person with a known organisation behind.
    """
    lines = [_read(line, names) for line in text.splitlines() if line.strip()]
    compared = 0
    for place, line in enumerate(lines):
        if not line.candidates:
            compared += 1
            near = _near(line.printed, names, by_letters=compared <= MOST_COMPARED)
            lines[place] = replace(line, near=near)
    return lines


def _read(line: str, names: Names) -> Line:
    bare = _BULLET.sub("", line).strip()
    if found := names.find(bare):
        return Line(line.strip(), chosen(bare)[0] or found[0].name, found)
    if found := _by_both_names(bare, names):
        return Line(line.strip(), bare, found)
    for name, rest in readings(bare):
        people = tuple(each for each in names.find(name) if each.is_person)
        if people and (organisation := _organisation(rest, names)):
            return Line(line.strip(), name, people, organisation)
    return Line(line.strip(), bare)


def _by_both_names(bare: str, names: Names) -> tuple[Named, ...]:
    """Those of whom both the name and the one in brackets behind it are names."""
    if not (found := _IN_BRACKETS.fullmatch(bare)):
        return ()
    outer, inner = (names.find(each) for each in found.groups())
    return tuple(each for each in outer if each in inner)


def _organisation(rest: str, names: Names) -> Named | None:
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
