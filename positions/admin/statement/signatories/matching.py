"""A pasted list of signatories, one a line: whom each line names, by names that are known."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from positions.models import Alias, Stakeholder

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪]|\(?\d{1,4}[.)])\s+")
_CHOSEN = re.compile(r"\s*\[([\w-]+)\]\s*$")
_BREAK = re.compile(r"\s*[,;|(]\s*|\s+[-–—]\s+|\t+")
_LEGAL_FORMS = {
    *("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited"),
    *("llc", "llp", "plc", "gmbh", "ag", "sa", "bv", "nv"),
}


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
    a person, and that is known.
    """

    text: str
    printed: str
    candidates: tuple[Named, ...] = ()
    organisation: Named | None = None

    @property
    def match(self) -> Named | None:
        return self.candidates[0] if len(self.candidates) == 1 else None


def fold(name: str) -> str:
    """The name without case, accents, punctuation, a leading "The" and a trailing legal form."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(character)
    )
    bare = re.sub(r"['’‘`.]", "", bare).replace("&", " and ")
    words = re.sub(r"[\W_]+", " ", bare).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words = words[:-1]
    return " ".join(words)


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
    """Match each line that is not blank, in order; no line is left out."""
    return [_read(line, names) for line in text.splitlines() if line.strip()]


def _read(line: str, names: Names) -> Line:
    bare = _BULLET.sub("", line).strip()
    if chosen := _CHOSEN.search(bare):
        bare = bare[: chosen.start()].strip()
        if named := names.slugs.get(chosen[1]):
            return Line(line.strip(), bare or named.name, (named,))
    for name, rest in _readings(bare):
        if found := names.find(name):
            organisation = _organisation(rest, names) if found[0].is_person else None
            return Line(line.strip(), name, found, organisation)
    return Line(line.strip(), bare)


def _readings(bare: str) -> Iterator[tuple[str, str]]:
    """(name, rest): the whole line first, then with ever more taken off its end."""
    yield bare, ""
    for found in reversed(list(_BREAK.finditer(bare))):
        if name := bare[: found.start()].strip():
            yield name, bare[found.end() :].strip(" )")


def _organisation(rest: str, names: Names) -> Named | None:
    """The one known organisation that the rest of a line names; the longest naming counts."""
    for piece in _pieces(rest):
        found = [each for each in names.find(piece) if not each.is_person]
        if len(found) == 1:
            return found[0]
    return None


def _pieces(rest: str) -> Iterable[str]:
    starts = [0, *(found.end() for found in _BREAK.finditer(rest))]
    for start in starts:
        for name, _ in _readings(rest[start:].strip(" )")):
            yield name
