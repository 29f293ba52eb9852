"""Those who make a statement as they leave the database, and who of them is named where.

Whether somebody is named hangs on all who make the statement, and a letter may have thousands: all
are read by their keys alone, and in full only those who are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, NamedTuple, Protocol, TypeAlias, TypeVar

import msgspec

from positions.choices import AttributionRole, Capacity, StakeholderKind
from positions.models import Attribution
from positions.records.parts import (
    NAMED,
    StakeholderRef,
    by_value,
    columns,
    maybe_stakeholder_ref,
    stakeholder_ref,
)

CAPACITIES = by_value(Capacity)
ROLES = by_value(AttributionRole)
# The columns of which records are made.
SPOKEN = (
    *("role", "capacity", "name_printed", "withdrawn_on"),
    *columns("stakeholder__", NAMED),
    *columns("on_behalf_of__", NAMED),
)


class VoiceRecord(msgspec.Struct, frozen=True):
    """One of those who make a statement."""

    stakeholder: Annotated[StakeholderRef, msgspec.Meta(description="Who speaks or signs.")]
    role: Annotated[AttributionRole, msgspec.Meta(description="As what.")]
    capacity: Annotated[Capacity, msgspec.Meta(description="For an organisation, or personally.")]
    on_behalf_of: Annotated[
        StakeholderRef | None, msgspec.Meta(description="For whom, where that is another.")
    ]
    affiliation: Annotated[
        StakeholderRef | None,
        msgspec.Meta(description="Named to say who they are; the words are not for it."),
    ]
    name_printed: Annotated[
        str, msgspec.Meta(description="As the source names them; empty where no different.")
    ]
    withdrawn_on: Annotated[
        date | None, msgspec.Meta(description="Day on which the name was withdrawn.")
    ]


class CalledVoice(VoiceRecord, frozen=True):
    """The same with a shorter form of the speaker's name, "" where none is known."""

    called: str


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
    """The first whom a rule names, and how many it names."""

    shown: list[CalledVoice]
    n: int

    @property
    def n_more(self) -> int:
        return max(0, self.n - len(self.shown))


def voices_of(ids: Sequence[int], site: str) -> defaultdict[int, list[VoiceRecord]]:
    """By statement, all who make it, in their order. Costs one query."""
    found: defaultdict[int, list[VoiceRecord]] = defaultdict(list)
    rows = Attribution.objects.filter(statement__in=ids).order_by("order", "pk")
    for row in rows.values("statement_id", *SPOKEN):
        found[row["statement_id"]].append(voice_record(row, site))
    return found


def voice_record(row: Mapping[str, Any], site: str = "") -> VoiceRecord:
    """From the columns ``SPOKEN``."""
    named = maybe_stakeholder_ref(row, "on_behalf_of__", site)
    capacity = CAPACITIES[row["capacity"]]
    spoken_for = capacity == Capacity.ORGANISATIONAL
    return VoiceRecord(
        stakeholder=stakeholder_ref(row, "stakeholder__", site),
        role=ROLES[row["role"]],
        capacity=capacity,
        on_behalf_of=named if spoken_for else None,
        affiliation=None if spoken_for else named,
        name_printed=row["name_printed"],
        withdrawn_on=row["withdrawn_on"],
    )


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
    read = _called(wanted)
    return {
        # One of them may have been taken away since the keys were read.
        rule: First(
            [read[each.pk] for each in voices[: most[rule]] if each.pk in read], len(voices)
        )
        for rule, voices in named.items()
    }


def _called(keys: Collection[int]) -> dict[int, CalledVoice]:
    rows = Attribution.objects.filter(pk__in=keys).with_short_name().values("pk", "called", *SPOKEN)
    return {
        row["pk"]: CalledVoice(
            **msgspec.structs.asdict(voice_record(row)), called=row["called"] or ""
        )
        for row in rows
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
