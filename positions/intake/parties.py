"""Who is meant on a card: one of those offered, one known by name, or somebody new, added once.

And as what they make a statement, and for whom: as chosen, else as is usual.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from positions.choices import AffiliationKind, AttributionRole, Capacity, StakeholderKind
from positions.intake.card import NEW, OTHER, Card, Party
from positions.intake.refusal import Refusal
from positions.intake.signatories import clashes, now_known, once_each, read_cosigners, wrong
from positions.models import Affiliation, Merge, Stakeholder
from positions.models.names import all_names
from positions.models.texts import on_a_line
from positions.naming import Named, Names, either, fold, with_initials
from positions.naming.lines import Line, read_lines
from positions.recording import Recording

CURE_BY_CHOICE = "Choose “new” to add them, or correct the name."
CURE_BY_LINE = "Choose beside the line what it is added as, or correct it."


@dataclass(slots=True)
class Parties:
    """All stakeholders of one entering, fetched or made once."""

    refusal: Refusal
    record: Recording
    names: Names = field(default_factory=all_names)
    made: dict[str, Stakeholder] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    _fetched: dict[int, Stakeholder] = field(default_factory=dict)

    def resolve(self, card: int, name: str, party: Party) -> Stakeholder | None:
        """The stakeholder that is meant; None where none is chosen, or where there is an error."""
        if party.choice == NEW:
            return self._made(card, name, party)
        if party.choice == OTHER:
            named = self._by_name(card, name, party.other)
            return self.get(named.pk) if named else None
        if party.key is None:
            return None
        found = self.get(party.key)
        if found is None:
            self.refusal.add(card, name, "This one was deleted meanwhile. Choose again.")
        return found

    def cosigners(
        self, card: int, typed: str, kinds: Mapping[str, str]
    ) -> list[tuple[Stakeholder, Line]]:
        """Those who say it too, in order, each once, with the lines that name them.

        ``kinds`` has by the keys of lines what unknown ones are added as.
        """
        lines = read_cosigners(typed, kinds, self.names)
        told = [*clashes(lines), *filter(None, map(wrong, lines))]
        if told:
            self.refusal.add(card, "others", *(text for each in told for text in each.messages))
            return []
        found = []
        for line in lines:
            party = self._of_line(card, line)
            if party is not None:
                found.append((party, now_known(line, party)))
        first, again = once_each(line for _, line in found)
        self.notices += [
            f"“{line.text}” stands there twice, and is entered once." for line in again
        ]
        parties = {party.pk: party for party, _ in found}
        return [(parties[line.match.pk], line) for line in first if line.match]

    def _of_line(self, card: int, line: Line) -> Stakeholder | None:
        """Whom a line means, added where that is chosen; None where there is an error."""
        if line.match:
            return self.get(line.match.pk)
        there = self.made.get(fold(line.new.name if line.new else line.called.name))
        if there is not None:
            return there
        if line.new is not None:
            return self.add(card, "others", line.new.name, line.new.kind, line.new.abbreviation)
        self.refusal.add(card, "others", _why_unknown(line.text, line, CURE_BY_LINE))
        return None

    def get(self, pk: int) -> Stakeholder | None:
        """One by its key, or what it was merged into; read once."""
        if pk not in self._fetched:
            self._fetched |= following_merges([pk])
        return self._fetched.get(pk)

    def add(
        self, card: int, name: str, called: str, kind: str, abbreviation: str = ""
    ) -> Stakeholder | None:
        """Add somebody, or give the one of that name that this entering has added already."""
        key = fold(called) or called
        if key not in self.made:
            new = Stakeholder(name=called, abbreviation=abbreviation, kind=kind)
            try:
                self.record.add(new)
            except ValidationError as error:
                self.refusal.add_all(card, error, {"name": name, "kind": name, "__all__": name})
                return None
            self.made[key] = self._fetched[new.pk] = new
            self.made.setdefault(fold(abbreviation) or key, new)
        return self.made[key]

    def tie(self, member: Stakeholder, group: Stakeholder, role: str) -> None:
        """Say that a person added here works for the group, in that role."""
        if not member.is_person or member not in self.made.values():
            return
        if not Affiliation.objects.filter(member=member, group=group).exists():
            kind, said = AffiliationKind.WORKS_FOR, on_a_line(role)[:120]
            self.record.add(Affiliation(member=member, group=group, kind=kind, role=said))

    def _made(self, card: int, name: str, party: Party) -> Stakeholder | None:
        if not party.name:
            self.refusal.add(card, name, "Write the name of the new one.")
            return None
        person = party.kind == StakeholderKind.PERSON
        called, short = (party.name, "") if person else with_initials(party.name)
        if fold(called) in self.made:
            return self.made[fold(called)]
        if not person and (twins := self.names.same(called, people=False)):
            party.offered += [each.pk for each in twins if each.pk not in party.offered]
            self.refusal.add(
                card,
                name,
                f"“{called}” is a name of {either(twins)}. Choose that one, which stands here "
                "now, or write a name that tells the two apart.",
            )
            return None
        meant = (*self.names.find(called), *self.names.same(short), *self.names.misprinted(called))
        known = [each for each in dict.fromkeys(meant) if each.pk not in party.offered]
        if known:
            party.offered += [each.pk for each in known]
            self.refusal.add(
                card,
                name,
                f"Did you mean {either(known)}? Choose that one, which stands here now, or enter "
                "again if another is meant.",
            )
            return None
        return self.add(card, name, called, party.kind, short)

    def _by_name(self, card: int, name: str, typed: str) -> Named | None:
        lines = read_lines(typed, self.names)
        line = lines[0] if len(lines) == 1 else None
        if line and line.match and not line.organisation:
            return line.match
        if line and line.match:
            why = (
                f"“{typed}” names {line.match.name} and {line.organisation}: write each in a "
                "box of its own."
            )
        elif line:
            why = _why_unknown(typed, line, CURE_BY_CHOICE)
        else:
            why = "Write the name of another that is known."
        self.refusal.add(card, name, why)
        return None


def _why_unknown(typed: str, line: Line, cure: str) -> str:
    """Why a line means nobody, or several, and what to do."""
    if line.candidates:
        return f"“{typed}” can mean several: write {either(line.candidates)}."
    meant = f"Did you mean {either(line.near)}? " if line.near else ""
    like = f"It is like {' and '.join(f'“{each}”' for each in line.called.like)} in another line. "
    return f"Nobody is known as “{typed}”. {meant}{like if line.called.like else ''}{cure}"


def settle(cards: Iterable[Card], made: dict[str, Stakeholder]) -> None:
    """Let the cards that are left choose those just added, where their name is the same."""
    for card in cards:
        for party in (card.speaker, card.behalf):
            known = made.get(fold(party.name))
            if known is not None and party.choice in ("", NEW):
                party.choice = str(known.pk)
                if known.pk not in party.offered:
                    party.offered.append(known.pk)


def following_merges(keys: Collection[int]) -> dict[int, Stakeholder]:
    """Each that is there, or what it was merged into, by the key that a card has.

    One query; some more where one is gone.
    """
    found = Stakeholder.objects.in_bulk(keys)
    gone = set(keys) - found.keys()
    if gone and (now := Merge.led_on(Stakeholder.noun(), gone)):
        kept = Stakeholder.objects.in_bulk(set(now.values()))
        found |= {key: kept[pk] for key, pk in now.items() if pk in kept}
    return found


def usual_part(speaker: Stakeholder, behalf: Stakeholder | None) -> str:
    """A person who speaks for somebody is their spokesperson, everybody else an author."""
    for_another = speaker.is_person and behalf is not None
    return AttributionRole.SPOKESPERSON if for_another else AttributionRole.AUTHOR


def usual_capacity(speaker: Stakeholder, behalf: Stakeholder | None) -> str:
    """A person for whom nobody else is named speaks for themselves."""
    alone = speaker.is_person and behalf is None
    return Capacity.PERSONAL if alone else Capacity.ORGANISATIONAL


def wrong_voice(
    lead: Card, speaker: Stakeholder, behalf: Stakeholder | None
) -> tuple[str, str] | None:
    """The field and why what was chosen there cannot be, told where it was chosen."""
    if lead.part == AttributionRole.SPOKESPERSON and behalf is None:
        return "part", (
            "A spokesperson speaks for somebody: name them under “On behalf of”, or choose another."
        )
    if not speaker.is_person:
        return None
    if lead.capacity == Capacity.PERSONAL and behalf is not None:
        return "capacity", (
            f"{speaker} speaks for nobody else in a personal capacity, and {behalf} is named under "
            "“On behalf of”: choose another, or “nobody else” there."
        )
    if lead.capacity == Capacity.ORGANISATIONAL and behalf is None:
        return "capacity", (
            f"Say for which organisation {speaker} speaks, under “On behalf of”, or choose another."
        )
    return None
