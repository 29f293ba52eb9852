"""Who is meant on a card: one of those offered, one known by name, or somebody new, added once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from positions.choices import AffiliationKind, StakeholderKind
from positions.intake.card import NEW, OTHER, Card, Party
from positions.intake.party_names import MARKED_NEW, kind_of_cosigner
from positions.intake.refusal import Refusal
from positions.models import Affiliation, Merge, Stakeholder
from positions.models.names import all_names
from positions.models.texts import on_a_line
from positions.naming import Named, Names, either, fold
from positions.naming.lines import read_lines
from positions.recording import Recording

CURE_BY_CHOICE = "Choose “new” to add them, or correct the name."
CURE_BY_LINE = "Write “(new)” after the name to add them, or correct it."


@dataclass(slots=True)
class Parties:
    """All stakeholders of one entering, fetched or made once."""

    refusal: Refusal
    record: Recording
    names: Names = field(default_factory=all_names)
    made: dict[str, Stakeholder] = field(default_factory=dict)
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

    def cosigners(self, card: int, typed: str) -> list[Stakeholder]:
        """Those who say it too, in order, each once; a line that ends in “(new)” adds somebody."""
        found: dict[int, Stakeholder] = {}
        for line in filter(None, map(str.strip, typed.splitlines())):
            bare = MARKED_NEW.sub("", line)
            if bare != line and bare and not self.names.find(bare):
                party = self.add(card, "others", bare, kind_of_cosigner(bare))
            elif fold(bare) in self.made:
                party = self.made[fold(bare)]
            else:
                named = self._by_name(card, "others", bare, CURE_BY_LINE)
                party = self.get(named.pk) if named else None
            if party is not None:
                found.setdefault(party.pk, party)
        return list(found.values())

    def get(self, pk: int) -> Stakeholder | None:
        """One by its key, or what it was merged into; read once."""
        if pk not in self._fetched:
            self._fetched |= following_merges([pk])
        return self._fetched.get(pk)

    def add(self, card: int, name: str, called: str, kind: str) -> Stakeholder | None:
        """Add somebody, or give the one of that name that this entering has added already."""
        key = fold(called) or called
        if key not in self.made:
            new = Stakeholder(name=called, kind=kind)
            try:
                self.record.add(new)
            except ValidationError as error:
                self.refusal.add_all(card, error, {"name": name, "kind": name, "__all__": name})
                return None
            self.made[key] = self._fetched[new.pk] = new
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
        if fold(party.name) in self.made:
            return self.made[fold(party.name)]
        if party.kind != StakeholderKind.PERSON and (
            twins := self.names.same(party.name, people=False)
        ):
            party.offered += [each.pk for each in twins if each.pk not in party.offered]
            self.refusal.add(
                card,
                name,
                f"“{party.name}” is a name of {either(twins)}. Choose that one, which stands here "
                "now, or write a name that tells the two apart.",
            )
            return None
        meant = (*self.names.find(party.name), *self.names.misprinted(party.name))
        known = [each for each in meant if each.pk not in party.offered]
        if known:
            party.offered += [each.pk for each in known]
            self.refusal.add(
                card,
                name,
                f"Did you mean {either(known)}? Choose that one, which stands here now, or enter "
                "again if another is meant.",
            )
            return None
        return self.add(card, name, party.name, party.kind)

    def _by_name(
        self, card: int, name: str, typed: str, cure: str = CURE_BY_CHOICE
    ) -> Named | None:
        lines = read_lines(typed, self.names)
        if len(lines) == 1 and lines[0].match:
            return lines[0].match
        if not lines:
            why = "Write the name of another that is known."
        elif lines[0].candidates:
            why = f"“{typed}” can mean several: write {either(lines[0].candidates)}."
        else:
            meant = f"Did you mean {either(lines[0].near)}? " if lines[0].near else ""
            why = f"Nobody is known as “{typed}”. {meant}{cure}"
        self.refusal.add(card, name, why)
        return None


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
