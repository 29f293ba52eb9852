"""Attributions: who makes a statement, in what capacity, and for whom."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Window
from django.db.models.functions import RowNumber
from simple_history.models import HistoricalRecords

from positions.choices import AliasKind, AttributionRole, Capacity
from positions.models.stakeholder import Alias, Stakeholder
from positions.models.statement import Statement
from positions.models.texts import LineField

# How many by-lines name; of the rest they tell how many there are.
NAMED = 3


def holder_of(
    stakeholder: int, on_behalf_of: int | None, capacity: str, withdrawn_on: date | None
) -> int | None:
    """Whose position the words count for, by the published rule; None once withdrawn. Keys."""
    if withdrawn_on is not None:
        return None
    if capacity == Capacity.ORGANISATIONAL and on_behalf_of is not None:
        return on_behalf_of
    return stakeholder


class AttributionQuerySet(models.QuerySet["Attribution"]):
    """Sets of attributions."""

    def get_by_natural_key(self, statement: str, stakeholder: str, role: str) -> Attribution:
        return self.get(statement__slug=statement, stakeholder__slug=stakeholder, role=role)

    def speaking(self) -> AttributionQuerySet:
        """Those whom a by-line names, in their order, each with ``n_speaking``.

        Nobody is named beside those who speak for them. ``n_speaking`` is how many are named of
        the same statement.
        """
        spoken_for = Attribution.objects.filter(
            statement=OuterRef("statement"),
            on_behalf_of=OuterRef("stakeholder"),
            capacity=Capacity.ORGANISATIONAL,
        )
        return (
            self.filter(~Exists(spoken_for))
            .annotate(n_speaking=Window(Count("pk"), partition_by="statement"))
            .order_by("order", "pk")
        )

    def first_speaking(self) -> AttributionQuerySet:
        """Of each statement, the first of them, as many as a by-line names."""
        place = Window(RowNumber(), partition_by="statement", order_by=["order", "pk"])
        return self.speaking().annotate(place=place).filter(place__lte=NAMED)

    def with_short_name(self) -> AttributionQuerySet:
        """With ``called``, a shorter form of the speaker's name, or None."""
        short = Alias.objects.filter(stakeholder=OuterRef("stakeholder"), kind=AliasKind.SHORT)
        return self.annotate(called=Subquery(short.order_by("pk").values("name")[:1]))


class Attribution(models.Model):
    """One of those who make a statement. A joint letter has many; each may be withdrawn."""

    statement = models.ForeignKey(
        Statement,
        models.CASCADE,
        db_index=False,  # the uniqueness below has one
        related_name="attributions",
        help_text="What they make.",
    )
    stakeholder = models.ForeignKey(
        Stakeholder, models.PROTECT, related_name="attributions", help_text="Who speaks or signs."
    )
    role = models.CharField(
        max_length=20,
        choices=AttributionRole.choices,
        default=AttributionRole.AUTHOR,
        help_text="As what.",
    )
    on_behalf_of = models.ForeignKey(
        Stakeholder,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,  # the index below begins with it
        related_name="attributions_on_behalf",
        help_text="For whom they speak, where that is another.",
    )
    capacity = models.CharField(
        max_length=20,
        choices=Capacity.choices,
        default=Capacity.ORGANISATIONAL,
        help_text="For whom the words count.",
    )
    name_printed = LineField(
        "name as printed", max_length=200, blank=True, help_text="“an AWS spokesperson”."
    )
    order = models.PositiveSmallIntegerField(default=0, help_text="Place in the list of names.")
    withdrawn_on = models.DateField(
        null=True, blank=True, help_text="The day on which the name was taken back."
    )

    objects = AttributionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "id"]
        indexes = [
            # Who of a statement is spoken for by another of it.
            models.Index(fields=["on_behalf_of", "statement"], name="attribution_behalf"),
            # Names taken back are few among many: they are found by their day without the rest.
            models.Index(
                fields=["withdrawn_on"],
                condition=Q(withdrawn_on__isnull=False),
                name="attribution_withdrawn",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "stakeholder", "role"], name="attribution_once"
            ),
            models.CheckConstraint(
                condition=Q(on_behalf_of__isnull=True) | ~Q(on_behalf_of=F("stakeholder")),
                name="attribution_not_on_own_behalf",
            ),
            models.CheckConstraint(
                condition=~Q(role=AttributionRole.SPOKESPERSON) | Q(on_behalf_of__isnull=False),
                name="attribution_spokesperson_for_somebody",
            ),
        ]

    def __str__(self) -> str:
        behalf = f" for {self.on_behalf_of}" if self.on_behalf_of else ""
        return f"{self.stakeholder}{behalf}"

    def natural_key(self) -> tuple[str, str, str]:
        return (self.statement.slug, self.stakeholder.slug, self.role)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "positions.statement",
        "positions.stakeholder",
    ]

    @property
    def speaks_for(self) -> Stakeholder | None:
        """The organisation that is spoken for; None where it is named for identification only."""
        return self.on_behalf_of if self.capacity == Capacity.ORGANISATIONAL else None

    def clean(self) -> None:
        super().clean()
        if not self.stakeholder_id:
            return
        if self.stakeholder_id == self.on_behalf_of_id:
            raise ValidationError(
                {"on_behalf_of": f"{self.stakeholder} speaks for itself; leave this empty."}
            )
        if self.role == AttributionRole.SPOKESPERSON and self.on_behalf_of_id is None:
            raise ValidationError({"on_behalf_of": "Say for whom the spokesperson speaks."})
        person = self.stakeholder.is_person
        if not person and self.capacity != Capacity.ORGANISATIONAL:
            raise ValidationError(
                {"capacity": f"{self.stakeholder} is no person and speaks as an organisation."}
            )
        if person and self.capacity == Capacity.ORGANISATIONAL and self.on_behalf_of_id is None:
            raise ValidationError(
                {
                    "on_behalf_of": f"Say for which organisation {self.stakeholder} speaks, "
                    "or choose the personal capacity."
                }
            )


def by_line(path: str = "") -> Prefetch[Any]:
    """Reads the first who are named under statements, into ``statement.by_line``.

    ``path`` leads to the statements from the rows that are read, as in ``statement__``. However
    many sign, three rows a statement are fetched.
    """
    named = Attribution.objects.speaking().select_related("stakeholder", "on_behalf_of")[:NAMED]
    return Prefetch(f"{path}attributions", named, to_attr="by_line")


def names_in_by_line(statement: Statement) -> str:
    """Whose statement it is, in a few names: "A, B, C and 12 more"; its by-line has been read."""
    named = statement.by_line
    names = ", ".join(each.stakeholder.short_name for each in named)
    more = named[0].n_speaking - len(named) if named else 0
    return f"{names} and {more:,} more" if more else names
