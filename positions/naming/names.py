"""The names by which parties are known, and whom a text means by them (pure).

A name as it is written wins over names that fold to the same; where two fit, both are given, for
somebody to be asked. Those that a text is only like are never what it means: they are offered.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from positions.naming.folding import fold

MOST_NEAR = 4  # of those that may be meant, so many are named
ALIKE = 80  # of 100: how alike two names are that may be one
SHORTEST_MISPRINT = 5  # letters of a name; of shorter ones, many are a letter apart
_CHOSEN = re.compile(r"(?<!\s)\s*+\[([\w-]++)\]\s*+$")
_IN_BRACKETS = re.compile(r"(?<![^()])([^()]++)\(([^()]++)\)\W*+")


@dataclass(frozen=True, slots=True)
class Named:
    """One known party, as far as is needed to say who it is."""

    pk: int
    name: str
    slug: str
    is_person: bool

    def __str__(self) -> str:
        return f"{self.name} [{self.slug}]"


def chosen(text: str) -> tuple[str, str]:
    """(name, slug) of “Name [slug]”, by which somebody says who is meant; the slug may be empty."""
    if found := _CHOSEN.search(text):
        return text[: found.start()].strip(), found[1]
    return text.strip(), ""


@dataclass(slots=True)
class Names:
    """Names that are known: as written, folded, and by slug."""

    written: dict[str, dict[int, Named]] = field(default_factory=lambda: defaultdict(dict))
    folded: dict[str, dict[int, Named]] = field(default_factory=lambda: defaultdict(dict))
    slugs: dict[str, Named] = field(default_factory=dict)

    def add(self, named: Named, *names: str) -> None:
        self.slugs[named.slug] = named
        for name in filter(None, names):
            self.written[name][named.pk] = named
            if folded := fold(name):
                self.folded[folded][named.pk] = named

    def find(self, text: str, *, people: bool | None = None) -> tuple[Named, ...]:
        """Those whom a text means, by name, then key: one, none, or several to ask about.

        By the slug in brackets behind it, else by the name as written, else by its folded form.
        ``people`` asks for people alone, or for organisations alone.
        """
        _, slug = chosen(text)
        for found in ([self.slugs.get(slug)], self.written.get(text.strip(), {}).values()):
            if meant := _of_kind(found, people):
                return meant
        return self.same(text, people=people)

    def same(self, text: str, *, people: bool | None = None) -> tuple[Named, ...]:
        """All that have a name which folds to the same as the text, by name, then key."""
        return _of_kind(self.folded.get(fold(text), {}).values(), people)

    def called_both(self, text: str) -> tuple[Named, ...]:
        """Those of whom both the name and the one in brackets behind it are names."""
        if not (found := _IN_BRACKETS.fullmatch(text.strip())):
            return ()
        outer, inner = (self.find(each) for each in found.groups())
        return tuple(each for each in outer if each in inner)

    def near(self, text: str) -> tuple[Named, ...]:
        """At most four whose names are spelt like the text, the likest first. Linear in the names.

        Those that the text means are not among them.
        """
        found = process.extract(
            fold(text),
            self.folded.keys(),
            scorer=fuzz.ratio,
            score_cutoff=ALIKE,
            limit=MOST_NEAR + 1,
        )
        return self._those_called(name for name, _, _ in found if name != fold(text))

    def misprinted(self, text: str) -> tuple[Named, ...]:
        """At most four whose names are one slip of the hand from the text. Linear in the names.

        A slip leaves a letter out, puts one in or another for it, or exchanges two neighbours. Of
        numbers it is none: Local 12 is not Local 13.
        """
        folded = fold(text)
        if len(folded) < SHORTEST_MISPRINT:
            return ()
        found = process.extract(
            folded, self.folded.keys(), scorer=OSA.distance, score_cutoff=1, limit=MOST_NEAR + 1
        )
        return self._those_called(
            name for name, _, _ in found if name != folded and _digits(name) == _digits(folded)
        )

    def _those_called(self, folded: Iterable[str]) -> tuple[Named, ...]:
        found: dict[int, Named] = {}
        for name in folded:
            found |= {pk: each for pk, each in self.folded[name].items() if pk not in found}
        return tuple(found.values())[:MOST_NEAR]


def _digits(text: str) -> list[str]:
    return [each for each in text if each.isdigit()]


def _of_kind(parties: Iterable[Named | None], people: bool | None) -> tuple[Named, ...]:
    found = (each for each in parties if each and people in (None, each.is_person))
    return tuple(sorted(found, key=lambda each: (each.name, each.pk)))


def either(parties: Iterable[Named]) -> str:
    """Names in a row to choose from: “Amazon [amazon] or Amazonia [amazonia]”."""
    return " or ".join(map(str, parties))


def with_initials(text: str) -> tuple[str, str]:
    """(name, abbreviation) of “Name (ABBR)” or “ABBR (Name)”; without one, the text and nothing.

    An abbreviation is one word of at most twelve letters in which capitals are the most.
    """
    found = _IN_BRACKETS.fullmatch(text.strip())
    if found is None:
        return text.strip(), ""
    outer, inner = (each.strip() for each in found.groups())
    for name, short in ((outer, inner), (inner, outer)):
        if _is_short(short) and not _is_short(name):
            return name, short
    return text.strip(), ""


def _is_short(word: str) -> bool:
    letters = [each for each in word if each.isalpha()]
    capitals = sum(each.isupper() for each in letters)
    return 1 < len(letters) <= 12 and " " not in word and 2 * capitals > len(letters)
