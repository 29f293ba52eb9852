"""Stage 7: which organisation "its", "the company" or a part of a name means where it stands."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from positions.extraction.lexicon.words import (
    BODIES,
    COLLECTIVE,
    COMPANIES,
    OWN,
    PEOPLE,
    PUBLIC_BODIES,
)
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity
from positions.extraction.phrases.names import SLOGAN

ITS = frozenset({"its", "their"})
_WEIGHED = 6  # organisations named lately that a bare noun may mean
_STALE = 300  # characters after which an organisation named since is rather meant
_FORGOTTEN = 900  # characters after which nobody would say "its" of it
_MEMBERS = frozenset(word.rstrip("s") for word in PEOPLE)
_FAR = 600  # characters over which "the agency" means one that has been named
_UNIONS = frozenset(["association", "federation", "brotherhood", "guild", "union", "congress"])
_OFFICES = frozenset(["agency", "watchdog", "regulator", "quango", "authority"])
_OFFICIAL = frozenset(
    ["administration", "agency", "authority", "commission", "office", "institute", "council",
     "department", "ministry", "court", "committee", "parliament", "senate", "board", "bureau",
     "inspectorate", "congress", "assembly", "police", "executive", "treasury"]
)  # fmt: skip
_GENERIC = frozenset(["group", "organisation", "organization", "charity", "campaign", "network"])
_CALLED = {**dict.fromkeys(_OFFICES, _OFFICIAL), "union": _UNIONS}
"""Words of the names of those that a text calls by such a noun alone."""
_COMMON = COMPANIES | _GENERIC
_OF_CAMPAIGNS = SLOGAN | PEOPLE | _GENERIC


@dataclass(slots=True)
class Organisations:
    """The organisations of a text, by where they are named and where a sentence is about them."""

    everybody: Cast
    groups: dict[str, str]
    """The first full phrase for a head noun: commission → planning commission."""
    topics: list[tuple[int, str]] = field(default_factory=list)
    """Where a sentence is about an organisation, or one speaks; "" where it is about people."""
    unsure: list[tuple[int, Entity]] = field(default_factory=list)
    """Names that look like persons', in the order of the text."""
    _subjects: set[str] | None = None
    _named: list[tuple[int, Entity]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._named = sorted(
            (
                (place, each)
                for each in self.everybody.entities
                if not each.person
                for place in each.places
            ),
            key=lambda pair: pair[0],
        )

    def topic(self, place: int) -> str:
        """Give the organisation that the text is about at a place, "" when it is about none."""
        at = bisect_left(self.topics, place, key=lambda pair: pair[0])
        since, about = self.topics[at - 1] if at else (-_STALE, "")
        if place - since < _STALE and about:
            return about
        for each in self._before(place):
            if each.plain_body and _nearest(each, place) > since:
                return each.name
        return about if place - since < _FORGOTTEN else ""

    def owner(self, place: int) -> str:
        """Give the organisation that "its" means at a place.

        Where there is none, a subject that looks like a person's name, and of whom nothing tells
        that it is one, is taken for an organisation.
        """
        found = self.topic(place)
        known = bisect_left(self.topics, place, key=lambda pair: pair[0])
        since = self.topics[known - 1][0] if known and found else -1
        at = bisect_left(self.unsure, place, key=lambda pair: pair[0])
        if not at or place - self.unsure[at - 1][0] > _STALE or place - since < _STALE:
            return found
        entity = self.unsure[at - 1][1]
        if self.unsure[at - 1][0] < since:
            return found
        if entity.person and not (entity.gender or entity.role or entity.organisation):
            self.everybody.incorporate(entity)
        return found if entity.person else entity.name

    def of_kind(self, kinds: frozenset[str], place: int) -> str:
        """Give the organisation of one of these kinds that the text last spoke of."""
        at = bisect_left(self.topics, place, key=lambda pair: pair[0])
        for _, name in reversed(self.topics[max(0, at - _WEIGHED) : at]):
            if kinds.intersection(name.lower().split()):
                return name
        for entity in self._before(place):
            if kinds & (entity.kinds | set(entity.name.lower().split())):
                return entity.name
        return ""

    def is_topic(self, name: str) -> bool:
        """Say whether a sentence is about an organisation of this name."""
        if self._subjects is None:
            self._subjects = {each for _, each in self.topics}
        return name in self._subjects

    def meant(self, said: str, place: int) -> str:
        """Give the full name of what an expression stands for at a place; itself where unknown.

        Costs the same everywhere.
        """
        lower = said.lower()
        if lower in OWN:
            return self.owner(place) if lower in ITS else ""
        same = self.everybody.by_name.get(lower)
        if same is not None:
            return same.name
        words = lower.split()
        if not words:
            return ""
        if said[0].isupper() and not (len(words) == 1 and lower in COLLECTIVE):
            longer = self._called(words, place)
            return longer[0].name if len(longer) == 1 else said
        if words[-1] not in BODIES:
            return said
        called = self._called(words, place) or self._made_up_of(words, place)
        if called:
            return called[0].name
        full = self.groups.get(words[-1], "")
        if len(words) > 1:  # the select committee, of the Commons education select committee
            return full if full.lower().endswith(f" {lower}") else said
        named = self._likely(lower, place) if lower in COMPANIES else ""
        return named or self.groups.get(lower) or self._likely(lower, place) or said

    def _called(self, words: list[str], place: int) -> list[Entity]:
        """Find those named before whose name or kind has all these words, the nearest first."""
        alike = [
            each
            for each in self.everybody.by_word.get(words[-1], ())[:_WEIGHED]
            if not each.person
            and each.places
            and each.places[0] < place
            and each.kinds.union(each.name.lower().split()).issuperset(words)
        ]
        return sorted(alike, key=lambda each: -_nearest(each, place))

    def _made_up_of(self, words: list[str], place: int) -> list[Entity]:
        """Find the one that "the growers' body" means, by whose it is: the Amber Growers' Union."""
        if len(words) != 2 or words[0].rstrip("'’s") not in _MEMBERS:
            return []
        whose = words[0].replace("’", "'")
        alike = [each for each in self._called([whose], place) if each.body]
        return alike if len(alike) == 1 else []

    def _likely(self, head: str, place: int) -> str:
        """Find whom "the company" or "the group" may be: the last that nothing says is not one."""
        if (words := _CALLED.get(head)) and (body := self._body(words, place)):
            return body
        if head not in _COMMON:
            return self._initials(place) if head in COLLECTIVE else ""
        companies = head in COMPANIES
        loose = head == "group"  # a campaign, or a company
        if not companies and (campaign := self._campaign(place)):
            return campaign
        at = bisect_left(self.topics, place, key=lambda pair: pair[0])
        for _, name in reversed(self.topics[max(0, at - _WEIGHED) : at]):
            entity = self.everybody.by_name.get(name.lower())
            if entity is not None and _may_be(entity, companies=companies, loose=loose):
                return name
        for entity in self._before(place):
            if entity.plain_body and _may_be(entity, companies=companies, loose=loose):
                return entity.name
        near = [each for each in self._before(place) if place - _nearest(each, place) < _STALE]
        single = {each.name for each in near if each.inner and _may_be(each, companies=companies)}
        return single.pop() if companies and len(single) == 1 else ""

    def _campaign(self, place: int) -> str:
        """Find what "the group" may be after the name of one, which is nothing else: Not Here."""
        for entity in self._before(place):
            words = set(entity.name.lower().split())
            if words & _OFFICIAL:
                continue  # the National Institute for Deer is no charity
            if place - _nearest(entity, place) < _STALE and words & _OF_CAMPAIGNS:
                return "" if entity.person else entity.name
        return ""

    def _body(self, words: frozenset[str], place: int) -> str:
        """Find what "the agency" or "the union" may be: the last named so a short way before."""
        for entity in self._before(place):
            named = not words.isdisjoint(entity.name.lower().split()) and not entity.person
            if named and " " in entity.name and place - _nearest(entity, place) < _FAR:
                return entity.name
        return ""

    def _initials(self, place: int) -> str:
        """Find what "the union" may be after letters of which the text does not say the meaning."""
        for entity in self._before(place):
            letters = entity.name.isupper() and entity.name.isalpha() and len(entity.name) > 1
            if letters and not entity.kinds and place - _nearest(entity, place) < _STALE:
                return entity.name
        return ""

    def _before(self, place: int) -> Iterator[Entity]:
        at = bisect_left(self._named, place, key=lambda pair: pair[0])
        return (each for _, each in reversed(self._named[max(0, at - _WEIGHED) : at]))


def _may_be(entity: Entity, *, companies: bool, loose: bool = False) -> bool:
    words = set(entity.name.lower().split()) | entity.kinds
    if entity.person or (entity.located and not entity.body):
        return False
    if not entity.inner and not entity.body and entity.name.endswith(("s", "ing")):
        return False  # Plans for a mast, Planning permission
    if not companies and not _OFFICIAL.isdisjoint(entity.name.lower().split()):
        return False  # the charity is no institute
    if entity.kinds and not (companies or loose) and entity.kinds & COMPANIES:
        return False
    return not (companies and words & PUBLIC_BODIES)


def _nearest(entity: Entity, place: int) -> int:
    return entity.places[max(0, bisect_left(entity.places, place) - 1)]
