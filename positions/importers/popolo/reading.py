"""A Popolo document → rows of organisations and people, and what of it has no place here (pure).

Read are persons, organizations, memberships and posts, as popoloproject.com specifies them; what is
read of each stands in ``READ``. All else is counted, and told as left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from positions.choices import StakeholderKind
from positions.importers.popolo.document import Object, document, several, text
from positions.importers.popolo.known import Known, Settled, Told
from positions.importers.popolo.party import Party, Tie
from positions.importers.sheets import Line, TableError

KINDS = {
    "corporation": "company",
    "business": "company",
    "ngo": "advocacy",
    "chamber": "legislature",
    "parliament": "legislature",
    "committee": "legislature",
    "ministry": "agency",
    "department": "agency",
    "executive": "agency",
    "government": "agency",
    "police": "agency",
    "newspaper": "outlet",
    "university": "research",
    **{str(kind.value): str(kind.value) for kind in StakeholderKind},
}
SHORT = ("abbreviation", "acronym", "short")


READ = {
    "": {"persons", "organizations", "memberships", "posts"},
    "persons": {"id", "name", "memberships"},
    "organizations": {
        *("id", "name", "classification", "parent_id", "parent", "memberships", "posts"),
    },
    "posts": {"id", "label", "role", "organization_id", "organization"},
    "memberships": {
        *("id", "person_id", "person", "member_id", "member", "organization_id", "organization"),
        *("role", "post_id", "post", "on_behalf_of_id", "on_behalf_of", "start_date", "end_date"),
    },
    "other_names": {"name", "note", "end_date"},
    "identifiers": {"scheme", "identifier"},
    "links": {"url", "note"},
    "contact_details": {"type", "value", "note", "label"},
}
OF_A_PARTY = ("other_names", "identifiers", "links", "contact_details")
DESCRIPTIONS = ("summary", "description", "biography")  # the first that is filled is read
WEBSITES = ("website", "homepage", "official", "url")


@dataclass(frozen=True, slots=True)
class PopoloContent:
    """The rows by sheet, and a line on each sort of thing that was left out.

    ``different`` are the slugs of those who are new, or others of their name in the same file.
    """

    rows: dict[str, list[Line]]
    left_out: tuple[str, ...]
    different: frozenset[str] = frozenset()


def read_popolo(
    path: Path,
    kinds: Mapping[str, str],
    known: Known | None = None,
    told: Told | None = None,
) -> PopoloContent:
    """The rows of a Popolo file, by sheet, with the slug of each party that is ``known``.

    ``kinds`` says what kind of organisation a classification is, beside those of ``KINDS``;
    ``told`` who is who where a name alone does not say it. Raises TableError, also for that.
    """
    reader = _Reader({**KINDS, **kinds}, Settled(known or Known(), told or Told()))
    return reader.read(document(path))


class _Reader:
    def __init__(self, kinds: Mapping[str, str], settled: Settled) -> None:
        self.kinds = kinds
        self.settled = settled
        self.left_out: Counter[str] = Counter()
        self.parties: dict[str, Party] = {}
        self.posts: dict[str, Object] = {}

    def read(self, whole: Object) -> PopoloContent:
        self._count("", whole)
        for sheet, noun in (("organisations", "organizations"), ("people", "persons")):
            for each in several(whole, noun):
                self._take(each, sheet, noun)
        for post in self._posts(whole):
            self._count("posts", post)
            self.posts[text(post, "id")] = post
        for each in several(whole, "organizations"):
            if parent := _key(each, "parent"):
                party = self.parties[text(each, "id")]
                party.ties.append(Tie(self._referred(parent, "parent_id"), "division_of"))
        for membership in _memberships(whole):
            self._join(membership)
        for told in sorted(self.settled.told.same.keys() | self.settled.told.new):
            if told not in self.parties:
                raise TableError(f"“{told}” of --same or --new is nobody's id in this file.")
        for party in self._in_order():
            self._settle(party)
        self.settled.ask()
        return PopoloContent(
            self._rows(),
            tuple(f"{what} ({n})" for what, n in sorted(self.left_out.items())),
            frozenset(self.settled.different),
        )

    def _rows(self) -> dict[str, list[Line]]:
        rows: dict[str, list[Line]] = {"organisations": [], "people": []}
        for party in self.parties.values():
            several_rows = rows[party.sheet]
            several_rows += [
                Line(number, row) for number, row in enumerate(party.rows(), len(several_rows) + 2)
            ]
        return rows

    def _in_order(self) -> Iterator[Party]:
        """All parties, each after those that it is tied to, as far as that goes."""
        opened: set[str] = set()
        for party in self.parties.values():
            waiting = [party]
            while waiting:
                opened.add(waiting[-1].key)
                behind = [t.to for t in waiting[-1].ties if t.to.key not in opened]
                if behind:
                    waiting.append(behind[0])
                    continue
                if not (last := waiting.pop()).slug:
                    yield last

    def _take(self, each: Object, sheet: str, noun: str) -> None:
        key, name = text(each, "id"), text(each, "name")
        if not name:
            raise TableError(f"{noun}: “{key}” is without a name. Give it one, or leave it out.")
        key = key or name
        if key in self.parties:
            raise TableError(f"“{name}” is given twice under {key}. Give each an id of its own.")
        classification = text(each, "classification")
        kind = self.kinds.get(classification.casefold(), classification)
        party = Party(key, sheet, {"name": name, "kind": "person" if sheet == "people" else kind})
        self._describe(party, each, noun)
        self.parties[key] = party

    def _describe(self, party: Party, each: Object, noun: str) -> None:
        described = [name for name in DESCRIPTIONS if text(each, name)]
        self._count(noun, each, but={*OF_A_PARTY, *described[:1]})
        party.cells["description"] = text(each, described[0]) if described else ""
        for part in OF_A_PARTY:
            for one in several(each, part):
                self._count(part, one, f"{noun}.{part}")
        for one in several(each, "identifiers"):
            scheme = text(one, "scheme")
            if scheme.casefold() == "wikidata" and not party.cells.get("wikidata_id"):
                party.cells["wikidata_id"] = text(one, "identifier")
            else:
                self.left_out[f"{noun}.identifiers of {scheme or 'no scheme'}"] += 1
        links = [
            (text(link, "note").casefold(), text(link, "url")) for link in several(each, "links")
        ]
        details = several(each, "contact_details")
        links += [("url", text(one, "value")) for one in details if text(one, "type") == "url"]
        own = [url for note, url in links if any(word in note for word in WEBSITES)]
        party.cells["website"] = own[0] if own else ""
        self._leave(f"{noun}.links that are no website", len(links) - len(own))
        self._leave(f"{noun}: a second website", len(own[1:]))
        for one in details:
            if text(one, "type") != "url":
                self._leave(f"{noun}.contact_details of {text(one, 'type') or 'no type'}", 1)
        for other in several(each, "other_names"):
            self._name(party, other, noun)

    def _name(self, party: Party, other: Object, noun: str) -> None:
        called, note = text(other, "name"), text(other, "note").casefold()
        if not called:
            self._leave(f"{noun}.other_names without a name", 1)
        elif called != party.cells["name"]:
            short = any(word in note for word in SHORT)
            former = "former" if text(other, "end_date") else "variant"
            party.aliases[called] = "short" if short else former

    def _join(self, membership: Object) -> None:
        self._count("memberships", membership)
        post = self.posts.get(_key(membership, "post"), {})
        member = _key(membership, "person") or _key(membership, "member")
        group = _key(membership, "organization") or _key(post, "organization")
        if not member or not group:
            self._leave("memberships without a person or an organisation", 1)
            return
        if _key(membership, "post") and not post:
            self._leave("memberships.post_id of a post that is not in the file", 1)
        called = [text(membership, "role"), text(post, "label"), text(post, "role")]
        roles = list(dict.fromkeys(filter(None, called)))
        self._leave("memberships: a post beside the role", len(roles[1:2]))
        party, to = self._referred(member, "person_id"), self._referred(group, "organization_id")
        role = roles[0] if roles else ""
        for tie in party.ties:
            if (tie.to, tie.kind, tie.role) == (to, "member_of", role):
                self._leave("memberships joined with another of the same role", 1)
                break
        else:
            party.ties.append(tie := Tie(to, "member_of", role))
        tie.terms.append((text(membership, "start_date"), text(membership, "end_date")))
        if behalf := _key(membership, "on_behalf_of"):
            name = self._referred(behalf, "on_behalf_of_id").cells["name"]
            if name not in tie.behalf:
                tie.behalf.append(name)

    def _settle(self, party: Party) -> None:
        """Give a party its slug, by what it is tied to as well."""
        ties = [(tie.to.slug, tie.kind, tie.role) for tie in party.ties]
        person = party.sheet == "people"
        name = party.cells["name"]
        stored = self.settled.settle(
            party.key, person=person, cells=party.cells, names=party.aliases, ties=ties
        )
        if stored is None:
            party.slug = self.settled.new_slug(party.key, name)
            return
        party.slug = stored.slug
        if stored.name != name:
            self._leave(f"the name “{name}”, since {stored.slug} is called “{stored.name}”", 1)
            del party.cells["name"]

    def _referred(self, key: str, where: str) -> Party:
        if key not in self.parties:
            raise TableError(f"{where}: “{key}” is nobody in this file. Add them, or leave it out.")
        return self.parties[key]

    def _posts(self, whole: Object) -> Iterator[Object]:
        yield from several(whole, "posts")
        for organisation in several(whole, "organizations"):
            for post in several(organisation, "posts"):
                yield {"organization_id": organisation.get("id"), **post}

    def _count(self, noun: str, each: Object, shown: str = "", but: set[str] | None = None) -> None:
        """Count what is filled and not read."""
        for name, value in each.items():
            if name not in READ[noun] | (but or set()) and value not in (None, "", [], {}):
                self.left_out[".".join(filter(None, (shown or noun, str(name))))] += 1

    def _leave(self, what: str, count: int) -> None:
        if count:
            self.left_out[what] += count


def _key(holder: Object, name: str) -> str:
    """The id of what an object refers to, by “person_id” or by “person” with an id in it."""
    inner = holder.get(name)
    return text(holder, f"{name}_id") or (text(inner, "id") if isinstance(inner, dict) else "")


def _memberships(whole: Object) -> Iterator[Object]:
    """Those of the list, and those that stand within a person or an organisation."""
    yield from several(whole, "memberships")
    for person in several(whole, "persons"):
        for each in several(person, "memberships"):
            yield {"person_id": person.get("id"), **each}
    for organisation in several(whole, "organizations"):
        for each in several(organisation, "memberships"):
            yield {"organization_id": organisation.get("id"), **each}
