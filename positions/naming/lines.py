"""A pasted list of signatories, one a line: whom each line names, by names that are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from positions.naming import Named, Names, chosen, fold
from positions.naming.names import MOST_NEAR
from positions.naming.parts import BREAK, LONGEST, parts, readings
from positions.naming.unknown_names import UnknownName, match_unknown_names

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪]|\(?\d{1,4}[.)])\s+")
_MARKS = "*†‡§¶⁰¹²³⁴⁵⁶⁷⁸⁹"
_FOOTNOTE = re.compile(
    rf"(?:(?<![{_MARKS}])[{_MARKS}]++|(?<=[a-zß-öø-ÿ]{{2}})\d{{1,2}}+)(?=\s*+(?:[,;|(]|\Z))"
)
_OF_A_FAMILY = re.compile(
    r"(?:jr|jun|junior|sr|sen|senior|i{2,3}|iv|v)\.?\s*(?:[,;|()]|$)", re.IGNORECASE
)
MOST_COMPARED = 50  # of the lines without a match, so many are compared letter by letter
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
    together = match_unknown_names([lines[place].printed for place in unknown])
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
