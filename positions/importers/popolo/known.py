"""Whether a party of a file is one that is stored: by identifier, name and ties, or asked (pure).

Two people may have one name. One of a file is a stored one of its name only where something else
says so: a Wikidata identifier, a membership, or that nothing is said of it that is not stored.
Organisations of one name are one, unless their identifiers or what they are part of differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.text import slugify

from positions.importers.sheets import TableError
from positions.naming import fold

Tie = tuple[str, str, str]  # slug of the group, kind, role
MOST_ASKED = 20


@dataclass(frozen=True, slots=True)
class Stored:
    """A party that is stored, as far as it tells whether one of a file is the same."""

    slug: str
    is_person: bool
    name: str
    names: frozenset[str] = frozenset()  # the abbreviation and other names
    wikidata: str = ""
    description: str = ""
    website: str = ""
    ties: frozenset[Tie] = frozenset()

    def has_all(
        self, cells: Mapping[str, str], aliases: Iterable[str], ties: Iterable[Tie]
    ) -> bool:
        """Whether nothing is said that is not stored already."""
        own = {
            "name": self.name,
            "wikidata_id": self.wikidata,
            "description": self.description,
            "website": self.website,
        }
        return (
            all(cells.get(name) in ("", None, text) for name, text in own.items())
            and self.names.issuperset(aliases)
            and self.ties.issuperset(ties)
        )

    def in_words(self) -> str:
        """The slug, and a few ties by which an editor knows who it is."""
        ties = ", ".join(f"{role or kind.replace('_', ' ')} {to}" for to, kind, role in self.ties)
        return f"{self.slug} ({ties[:100]})" if ties else self.slug


@dataclass(frozen=True, slots=True)
class Told:
    """What whoever loads a file says of its ids: whose slug each is, or that it is somebody new."""

    same: Mapping[str, str] = field(default_factory=dict)
    new: frozenset[str] = frozenset()


class Known:
    """Those that are stored; ``slugs`` are all that lead to somebody, former ones too."""

    def __init__(self, stored: Iterable[Stored] = (), slugs: Iterable[str] = ()) -> None:
        parties = list(stored)
        self._slugs = {party.slug for party in parties} | set(slugs)
        self._by_slug = {party.slug: party for party in parties}
        self._by_wikidata = {party.wikidata: party for party in parties if party.wikidata}
        self._by_name: dict[tuple[bool, str], dict[str, Stored]] = defaultdict(dict)
        for party in parties:
            for name in (party.name, *party.names):
                self._by_name[party.is_person, fold(name)][party.slug] = party

    def one(self, slug: str) -> Stored | None:
        """Whose slug it is."""
        return self._by_slug.get(slug)

    def called(self, name: str, *, person: bool) -> list[Stored]:
        """Those of this name, by slug."""
        found = self._by_name.get((person, fold(name)), {})
        return [found[slug] for slug in sorted(found)]

    def of_wikidata(self, identifier: str) -> Stored | None:
        """Who has this identifier."""
        return self._by_wikidata.get(identifier)

    def is_taken(self, slug: str) -> bool:
        """Whether the slug leads to somebody."""
        return slug in self._slugs


@dataclass(slots=True)
class Settled:
    """Gives each party of a file its slug, one after the other; what is not clear is asked."""

    known: Known
    told: Told
    taken: dict[str, str] = field(default_factory=dict)  # slug: id of the one in the file
    questions: list[str] = field(default_factory=list)
    different: set[str] = field(default_factory=set)  # slugs of those who share a name, and are new

    def settle(
        self,
        key: str,
        *,
        person: bool,
        cells: Mapping[str, str],
        names: Iterable[str],
        ties: Iterable[Tie],
    ) -> Stored | None:
        """The stored one that a party is; None where it is new, or a question."""
        if key in self.told.same:
            return self._take(key, self._said(key, person=person))
        if identified := self.known.of_wikidata(cells.get("wikidata_id", "")):
            return self._take(key, identified)
        called = self.known.called(cells["name"], person=person)
        free = [each for each in called if each.slug not in self.taken]
        if key in self.told.new:
            if not called:
                raise TableError(f"--new {key}: nobody of that name is known. Leave it out.")
            own = self.known.one(_of_its_own(cells["name"], key))
            return self._take(key, own) if own in free and own is not None else None
        fits = [each for each in free if _fits(each, person, cells, names, ties)]
        for slug in (_of_its_own(cells["name"], key), slugify(cells["name"])):
            if len(fits) > 1:
                fits = [each for each in fits if each.slug == slug] or fits
        if len(fits) == 1:
            return self._take(key, fits[0])
        if free:
            who = "; ".join(each.in_words() for each in (fits or free))
            self.questions.append(f"{key}, “{cells['name']}”: known so far {who}")
        return None

    def new_slug(self, key: str, name: str) -> str:
        """A slug for a new party that leads to nobody else."""
        for slug in (slugify(name)[:100].strip("-"), _of_its_own(name, key), slugify(key)):
            if slug and slug not in self.taken and not self.known.is_taken(slug):
                self.taken[slug] = key
                if slug == _of_its_own(name, key):
                    self.different.add(slug)
                return slug
        raise TableError(f"“{name}” is given twice, or without a name. Give each an id of its own.")

    def ask(self) -> None:
        """Raise TableError with all that is not clear."""
        if self.questions:
            more = len(self.questions) - MOST_ASKED
            raise TableError(
                "Of these it is not clear whether they are somebody known: "
                + ". ".join(self.questions[:MOST_ASKED])
                + (f", and {more} more" if more > 0 else "")
                + ". Say of each --same ID=SLUG, or --new ID."
            )

    def _said(self, key: str, *, person: bool) -> Stored:
        slug = self.told.same[key]
        found = self.known.one(slug)
        if found is None or found.is_person != person:
            noun = "person" if person else "organisation"
            raise TableError(
                f"--same {key}={slug}: “{slug}” is the slug of no {noun} that is known."
            )
        return found

    def _take(self, key: str, party: Stored) -> Stored:
        if (other := self.taken.setdefault(party.slug, key)) != key:
            raise TableError(f"{other} and {key} would both be {party.slug}. Leave one out.")
        return party


def _of_its_own(name: str, key: str) -> str:
    """A slug that tells somebody from others of the name: with the end of the id behind it."""
    return f"{slugify(name)[:80].strip('-')}-{slugify(key)[-18:].strip('-')}".strip("-")


def _fits(
    stored: Stored,
    person: bool,
    cells: Mapping[str, str],
    names: Iterable[str],
    ties: Iterable[Tie],
) -> bool:
    if stored.wikidata and cells.get("wikidata_id"):
        return False  # another one
    there = set(ties)
    if person:
        return bool(stored.ties & there) or stored.has_all(cells, names, there)
    parents, own = (
        {to for to, kind, _ in several if kind == "division_of"} for several in (stored.ties, there)
    )
    return not parents or not own or bool(parents & own)
