"""The conditions of the matrix: which organisations, which propositions, as of which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Lower

from positions.choices import Grouping, StakeholderKind
from positions.derivation.agreement import n_shared, on_sides, opposed, sides
from positions.filters import shared
from positions.filters.filter_set import ListFilters
from positions.filters.kinds import FromVocabulary
from positions.filters.named import ORGANISATION, Named
from positions.listing import Counted, Pairs
from positions.models import (
    IndexEntry,
    Position,
    Proposition,
    Stakeholder,
    Topic,
)
from positions.models.index_entry import SILENCE

# Wider, a table is no longer read; the page says so, and a choice of propositions narrows it.
MOST_COLUMNS = 16
_OF_CELLS = ("stance", "directness")  # the conditions that must meet in one cell


class DayFilters(ListFilters):
    """The one condition of a page about one thing: the day as of which it tells."""

    as_of = shared.as_of()


class OneNamed(Named):
    """The one object named."""

    many = False


class MatrixFilters(ListFilters):
    """On rows of Stakeholder: organisations that had spoken, or been asked, by the day."""

    organisation = shared.organisation(
        "pk",
        help_text="The row of this organisation.",
    )
    organisation_kind = shared.organisation_kind(
        "kind",
        help_text="The rows of organisations of this kind.",
    )
    topic = shared.topic(
        method="in_filter_queryset",
        help_text="The propositions of this topic; of the first with positions when left out.",
    )
    proposition = shared.proposition(
        method="in_filter_queryset",
        help_text="The column of this proposition.",
    )
    stance = shared.stance(
        method="in_filter_queryset",
        help_text="Rows in which this stance stands somewhere.",
    )
    directness = shared.directness(
        method="in_filter_queryset",
        help_text="Rows in which a stance stands somewhere that was said so.",
    )
    as_of = shared.as_of()
    with_ = OneNamed(
        ORGANISATION,
        method="in_filter_queryset",
        label="In order of agreement with",
        help_text="Closest first: by how many more agreements than differences.",
        example="aclu",
    )
    group = FromVocabulary(
        Grouping,
        method="in_filter_queryset",
        label="Group rows by",
        help_text="Rows of a group stand together.",
        example="kind",
    )

    @property
    def columns(self) -> list[int]:
        """The propositions shown, in order; as many as there is room for."""
        return self.propositions[:MOST_COLUMNS]

    @cached_property
    def shown(self) -> list[Proposition]:
        """The propositions at the heads of the columns, in order. One query."""
        rows = Proposition.objects.in_bulk(self.columns)
        return [rows[pk] for pk in self.columns if pk in rows]

    @property
    def propositions(self) -> list[int]:
        """All propositions asked for, in order."""
        return [pk for pk, _ in self._asked]

    @property
    def left_out(self) -> list[str]:
        """The slugs of those for whose columns there is no room."""
        return [slug for _, slug in self._asked[MOST_COLUMNS:]]

    @cached_property
    def _asked(self) -> list[tuple[int, str]]:
        """Propositions with their slugs. Costs two queries at most."""
        rows = Proposition.objects.order_by("topic__name", "order", "pk")
        if "proposition" in self.chosen:
            rows = rows.filter(pk__in=self.ids("proposition"))
        elif "topic" not in self.chosen:
            rows = rows.filter(topic=self.topic_shown)
        if "topic" in self.chosen:
            rows = rows.filter(topic__in=self.ids("topic"))
        return list(rows.values_list("pk", "slug"))

    @cached_property
    def topic_shown(self) -> Topic | None:
        """The topic that the columns are of: the first on which anybody has a position."""
        topics = Topic.objects.order_by("name", "pk")
        if "topic" in self.chosen:
            return topics.filter(pk__in=self.ids("topic")).first()
        spoken = Exists(Position.objects.filter(proposition__topic=OuterRef("pk")))
        return topics.annotate(spoken=spoken).order_by("-spoken", "name", "pk").first()

    @cached_property
    def sides(self) -> dict[int, str]:
        """Where the organisation that rows are held against takes a side: for, or against."""
        if "with" not in self.chosen:
            return {}
        return sides(self.ids("with")[0], self.day, self.propositions)

    def agreement(self, organisations: Sequence[int]) -> dict[int, tuple[int, int]]:
        """On how many propositions each agrees with the one chosen, and differs. One query.

        Of all that were asked for, whether there is room for their columns or not.
        """
        if "with" not in self.chosen:
            return {}
        counted = Stakeholder.objects.filter(pk__in=organisations).annotate(
            agrees=n_shared(self.sides, self.day), differs=n_shared(opposed(self.sides), self.day)
        )
        rows = counted.values_list("pk", "agrees", "differs")
        return {pk: (agrees, differs) for pk, agrees, differs in rows}

    def matching(self) -> QuerySet[Stakeholder]:
        """Organisations that meet the conditions on organisations, whether they spoke or not."""
        return super().filter_queryset(self.queryset)

    def counted(self) -> list[Counted]:
        """Of the conditions on rows; topics and propositions choose columns."""
        return [each for each in super().counted() if each.key in {"organisation_kind", *_OF_CELLS}]

    def pairs(self, key: str) -> Sequence[Pairs]:
        return [Pairs(self._cells(key), key, "holder")] if key in _OF_CELLS else ()

    def _cells(self, *keys: str) -> QuerySet[Any]:
        """The positions in the columns as of the day that meet the conditions on cells.

        ``keys`` are asked of their columns, and not met.
        """
        rows: QuerySet[Any] = Position.objects.as_of(self.day).filter(proposition__in=self.columns)
        for key in _OF_CELLS:
            if key in self.chosen and key not in keys:
                rows = rows.filter((f"{key}__in", self.ids(key)))
        return rows

    def filter_queryset(self, queryset: QuerySet[Stakeholder]) -> QuerySet[Any]:
        rows = super().filter_queryset(queryset)
        held = Position.objects.filter(proposition__in=self.columns).order_by()
        if any(key in self.chosen for key in _OF_CELLS):
            there = Q(pk__in=self._cells().order_by().values("holder"))
        else:
            asked = IndexEntry.objects.filter(
                SILENCE, proposition__in=self.columns, earliest__lte=self.day
            )
            there = Q(pk__in=held.filter(held_from__lte=self.day).values("holder")) | Q(
                pk__in=asked.order_by().values("voice")
            )
        return rows.filter(there)

    def places(self) -> dict[str, Any]:
        """Columns that rows are ordered by: the group, how far from the one chosen, how silent.

        They are counted in one pass over the positions as of the day.
        """
        held = Q(
            positions__proposition__in={*self.columns, *self.sides},
            positions__held_from__lte=self.day,
        )
        holds = Q(positions__held_until__isnull=True) | Q(positions__held_until__gt=self.day)
        differing = self._on_sides(opposed(self.sides))
        return {
            "held": FilteredRelation("positions", condition=held & holds),
            "grouped": self._grouped(),
            "apart": self._apart(self._on_sides(self.sides), differing),
            "differing": differing,
            "unspoken": Value(len(self.columns))
            - Count("held", filter=Q(held__proposition__in=self.columns)),
            "folded": Lower(F("name")),
        }

    def _on_sides(self, taken: Mapping[int, str]) -> Any:
        """On how many of the propositions a row is on the side given."""
        return Count("held", filter=on_sides(taken, "held__")) if taken else Value(0)

    def _grouped(self) -> Any:
        if "group" not in self.chosen:
            return Value(0)
        kinds = [When(kind=kind, then=Value(n)) for n, kind in enumerate(StakeholderKind)]
        return Case(*kinds, output_field=IntegerField())

    def _apart(self, agreeing: Any, differing: Any) -> Any:
        """Nought for the one that rows are held against; then from those who agree most."""
        if "with" not in self.chosen:
            return Value(0)
        unlike = Value(len(self.propositions) + 1) - (agreeing - differing)
        return Case(
            When(pk=self.ids("with")[0], then=Value(0)), default=unlike, output_field=IntegerField()
        )
