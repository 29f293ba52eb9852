"""The conditions of shifts: who changed sides on what, which way, to which stance, and when."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from positions import search
from positions.choices import Direction, Stance
from positions.filters import shared
from positions.filters.filter_set import ListFilters
from positions.filters.kinds import FromVocabulary, Since, Until
from positions.listing import Choice
from positions.models import Position, overlap

# A shift runs from the first day of the earlier statement to the last day of the later one.
INTERVAL = ("previous_statement__earliest", "latest")
CLEAR = [stance for stance in Stance if stance != Stance.UNCLEAR]


class ByDirection(FromVocabulary):
    """Any of the directions, each of which is many pairs of a stance then and a stance now."""

    def filter(self, qs: QuerySet[Any], value: list[Choice]) -> QuerySet[Any]:
        found = Q()
        for choice in value:
            found |= _went(choice.meaning)
        return qs.filter(found)

    def counted(self) -> Combinable:
        return Case(*(When(_went(way), then=Value(way.value)) for way in Direction))


def _went(way: Direction) -> Q:
    """Rows whose stance then and stance now lie in this direction."""
    found = Q()
    for before in CLEAR:
        after = [now for now in CLEAR if now.side != before.side]
        there = [now for now in after if Direction.of(before, now) == way]
        found |= Q(previous_stance=before, stance__in=there)
    return found


class ShiftFilters(ListFilters):
    """On rows of Position with which the holder changed sides."""

    q = shared.words(
        help_text="Every word or “phrase” is in what was said then, or in what was said now.",
        example="moratorium",
    )
    organisation = shared.organisation(
        "holder",
        help_text="This organisation changed sides.",
    )
    organisation_kind = shared.organisation_kind(
        "holder__kind",
        help_text="An organisation of this kind changed sides.",
        example="company",
    )
    person = shared.person(
        "holder",
        help_text="This person changed sides, speaking for nobody else.",
    )
    topic = shared.topic(
        "proposition__topic",
        help_text="On a proposition of this topic.",
    )
    proposition = shared.proposition(
        "proposition",
        help_text="On this proposition.",
    )
    stance = shared.stance(
        "stance",
        without=[Stance.UNCLEAR],
        label="Stance now",
        help_text="To this stance.",
    )
    directness = shared.directness(
        help_text="The words of now say the stance, or imply it.",
    )
    direction = ByDirection(
        Direction,
        label="Direction",
        help_text="Went this way.",
        example="towards_opposition",
    )
    from_ = Since(
        method="not_over",
        label="From",
        help_text="May have happened on or after this date: 2018, 2018-05 or 2018-05-24.",
        example="2018-05",
    )
    until = Until(
        method="begun",
        label="Until",
        help_text="May have happened by this date: 2018, 2018-05 or 2018-05-24.",
        example="2019-02",
    )

    def having_words(
        self, rows: QuerySet[Position], key: str, chosen: list[Choice]
    ) -> QuerySet[Position]:
        del key
        found = search.texts(chosen[0].meaning).values("pk")
        return rows.filter(Q(statement__in=found) | Q(previous_statement__in=found))

    def not_over(
        self, rows: QuerySet[Position], key: str, chosen: list[Choice]
    ) -> QuerySet[Position]:
        del key
        return rows.filter(overlap(*INTERVAL, since=chosen[0].meaning, until=None))

    def begun(self, rows: QuerySet[Position], key: str, chosen: list[Choice]) -> QuerySet[Position]:
        del key
        return rows.filter(overlap(*INTERVAL, since=None, until=chosen[0].meaning))
