"""Who of those under a statement is named where: the first of them, and how many there are.

Whether somebody is named hangs on all who make the statement, and a letter may have thousands: all
are read by their keys alone, and in full only those who are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeAlias, TypeVar

from positions.choices import Capacity, StakeholderKind
from positions.models import Attribution


class Voice(Protocol):
    """One of those who make a statement, as a record or by keys.

    ``on_behalf_of`` is for whom the words count, and None where another is named only to say who
    the speaker is.
    """

    @property
    def stakeholder(self) -> Hashable: ...

    @property
    def on_behalf_of(self) -> Hashable: ...

    @property
    def withdrawn_on(self) -> date | None: ...


class VoiceKeys(NamedTuple):
    """An attribution by its keys; ``is_person`` tells of its stakeholder."""

    pk: int
    stakeholder: int
    on_behalf_of: int | None
    is_person: bool
    withdrawn_on: date | None

    @property
    def agent(self) -> int:
        """Whose act it is; a spokesperson without a name counts as the organisation itself."""
        if self.on_behalf_of is None or self.is_person:
            return self.stakeholder
        return self.on_behalf_of


AVoice = TypeVar("AVoice", bound=Voice)
Rule: TypeAlias = Callable[[Sequence[VoiceKeys]], list[VoiceKeys]]


class First(NamedTuple):
    """The first whom a rule names, with both their parties, and how many it names."""

    shown: list[Attribution]
    n: int

    @property
    def n_more(self) -> int:
        return max(0, self.n - len(self.shown))


def everyone(voices: Sequence[AVoice]) -> list[AVoice]:
    """All who make the statement, in their order."""
    return list(voices)


def speaking(voices: Sequence[AVoice]) -> list[AVoice]:
    """Whom a by-line names: nobody beside those who speak for them."""
    principals = {each.on_behalf_of for each in voices if each.on_behalf_of is not None}
    return [each for each in voices if each.stakeholder not in principals]


def standing(voices: Sequence[AVoice]) -> list[AVoice]:
    """The same as if those who withdrew their names had never signed."""
    return speaking([each for each in voices if each.withdrawn_on is None])


def agents(voices: Sequence[VoiceKeys]) -> list[VoiceKeys]:
    """Whose act it is, each once: at the place of the first of their rows, as the last has it."""
    return list({each.agent: each for each in voices}.values())


def credited(voices: Sequence[VoiceKeys]) -> list[VoiceKeys]:
    """Whom a citation names: each agent but those for whom a person speaks."""
    principals = {each.on_behalf_of for each in voices if each.is_person}
    return [each for each in agents(voices) if each.agent not in principals]


def first_of(statement: int, most: Mapping[Rule, int]) -> dict[Rule, First]:
    """The first of those under a statement by each of these rules, at most so many. Two queries."""
    keys = _keys_of(statement)
    named = {rule: rule(keys) for rule in most}
    wanted = {each.pk for rule, voices in named.items() for each in voices[: most[rule]]}
    rows = Attribution.objects.with_parties().in_bulk(wanted)
    return {
        # One of them may have been taken away since the keys were read.
        rule: First(
            [rows[each.pk] for each in voices[: most[rule]] if each.pk in rows], len(voices)
        )
        for rule, voices in named.items()
    }


def _keys_of(statement: int) -> list[VoiceKeys]:
    return [
        VoiceKeys(
            pk,
            stakeholder,
            on_behalf_of if capacity == Capacity.ORGANISATIONAL else None,
            kind == StakeholderKind.PERSON,
            withdrawn_on,
        )
        for pk, stakeholder, on_behalf_of, capacity, kind, withdrawn_on in (
            Attribution.objects.filter(statement=statement)
            .order_by("order", "pk")
            .values_list(
                *("pk", "stakeholder_id", "on_behalf_of_id", "capacity"),
                *("stakeholder__kind", "withdrawn_on"),
            )
        )
    ]
