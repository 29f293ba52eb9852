"""A pasted list of signatories, one a line: whom each line names, by names that are known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz, process

from positions.models import Alias, Stakeholder
from positions.naming import fold

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪]|\(?\d{1,4}[.)])\s+")
_CHOSEN = re.compile(r"(?<!\s)\s*+\[([\w-]++)\]\s*+$")
_BREAK = re.compile(r"(?<!\s)\s++[,;|(]\s*+|[,;|(]\s*+|(?<!\s)\s++[-–—]\s++|\t++")
_IN_BRACKETS = re.compile(r"(?<![^()])([^()]++)\(([^()]++)\)")
_OF_A_FAMILY = re.compile(
    r"(?:jr|jun|junior|sr|sen|senior|i{2,3}|iv|v)\.?\s*(?:[,;|()]|$)", re.IGNORECASE
)
LONGEST = 400  # characters of a line that are read in parts; twice what a name can have
MOST_NEAR = 4  # of those that may be meant, so many are named
MOST_COMPARED = 50  # of the lines without a match, so many are compared letter by letter
ALIKE = 80  # of 100: how alike two names are that may be one


@dataclass(frozen=True, slots=True)
class Named:
    """One known stakeholder, as far as a line needs it."""

    pk: int
    name: str
    slug: str
    is_person: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line and whom it can mean: one is a match, none is unknown, several are ambiguous.

    ``printed`` is the name as the line has it. ``organisation`` is one that the line names after
    a person, and that is known. ``near`` are those that an unknown one may mean.
    """

    text: str
    printed: str
    candidates: tuple[Named, ...] = ()
    organisation: Named | None = None
    near: tuple[Named, ...] = ()

    @property
    def match(self) -> Named | None:
        return self.candidates[0] if len(self.candidates) == 1 else None


@dataclass(slots=True)
class Names:
    """All names by which stakeholders are known: as written, folded, and by slug."""

    written: dict[str, dict[int, Named]] = field(default_factory=lambda: defaultdict(dict))
    folded: dict[str, dict[int, Named]] = field(default_factory=lambda: defaultdict(dict))
    slugs: dict[str, Named] = field(default_factory=dict)

    def add(self, named: Named, *names: str) -> None:
        self.slugs[named.slug] = named
        for name in filter(None, names):
            self.written[name][named.pk] = named
            if folded := fold(name):
                self.folded[folded][named.pk] = named

    def find(self, name: str) -> tuple[Named, ...]:
        """Those so called: by the name as written, else by its folded form; by name, then key."""
        found = self.written.get(name) or self.folded.get(fold(name)) or {}
        return tuple(sorted(found.values(), key=lambda each: (each.name, each.pk)))


def known_names() -> Names:
    """The names of all stakeholders. Two queries; 10,000 names take about a tenth of a second."""
    names = Names()
    by_pk: dict[int, Named] = {}
    for row in Stakeholder.objects.only("name", "abbreviation", "slug", "kind").order_by("pk"):
        by_pk[row.pk] = named = Named(row.pk, row.name, row.slug, row.is_person)
        names.add(named, row.name, row.abbreviation)
    for pk, alias in Alias.objects.values_list("stakeholder_id", "name"):
        names.add(by_pk[pk], alias)
    return names


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
    if chosen := _CHOSEN.search(bare):
        bare = bare[: chosen.start()].strip()
        if named := names.slugs.get(chosen[1]):
            return Line(line.strip(), bare or named.name, (named,))
    if found := names.find(bare):
        return Line(line.strip(), bare, found)
    if found := _by_both_names(bare, names):
        return Line(line.strip(), bare, found)
    for name, rest in _readings(bare[:LONGEST]):
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


def _readings(bare: str) -> Iterator[tuple[str, str]]:
    """(name, rest): the line with ever more taken off its end."""
    for found in reversed(list(_BREAK.finditer(bare))):
        if name := bare[: found.start()].strip():
            yield name, bare[found.end() :].strip(" )")


def _organisation(rest: str, names: Names) -> Named | None:
    """The one known organisation that ends the rest of a line, alone or behind a role."""
    if _OF_A_FAMILY.match(rest):  # “Jr.” makes another person of the same name
        return None
    for start in (0, *(found.end() for found in _BREAK.finditer(rest))):
        found = [each for each in names.find(rest[start:].strip(" )")) if not each.is_person]
        if len(found) == 1:
            return found[0]
    return None


def _near(bare: str, names: Names, *, by_letters: bool) -> tuple[Named, ...]:
    """At most four that may be meant: of whom a part is the name, then by how alike letters are."""
    bare = bare[:LONGEST]
    parts = [each.strip(" )") for each in _BREAK.split(bare)]
    found: dict[int, Named] = {}
    for name in (" ".join(reversed(parts)), *(name for name, _ in _readings(bare)), *parts):
        found |= {each.pk: each for each in names.find(name)}
    if by_letters:
        alike = process.extract(
            fold(bare), names.folded.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_NEAR
        )
        for name, _, _ in alike:
            found |= {pk: each for pk, each in names.folded[name].items() if pk not in found}
    return tuple(found.values())[:MOST_NEAR]
