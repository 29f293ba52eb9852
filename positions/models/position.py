"""Positions: derived, never typed. One row for each holder of each assessment."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from positions.choices import Directness, Stance
from positions.models.stakeholder import Stakeholder
from positions.models.statement import Statement
from positions.models.topic import Proposition


class PositionQuerySet(models.QuerySet["Position"]):
    """Sets of positions."""

    def as_of(self, day: date) -> PositionQuerySet:
        """The positions that held on that day: one at most for a holder and a proposition."""
        return self.filter(held_from__lte=day).filter(
            Q(held_until__isnull=True) | Q(held_until__gt=day)
        )

    def shifts(self) -> PositionQuerySet:
        """Those with which the holder changed sides."""
        return self.filter(shift=True)


class Position(models.Model):
    """That a holder stood so on a proposition, from a day until the next word on it.

    Its keys have no indexes of their own: each is the first column of one below.
    """

    holder = models.ForeignKey(
        Stakeholder,
        models.CASCADE,
        db_index=False,
        related_name="positions",
        help_text="Whose position.",
    )
    proposition = models.ForeignKey(
        Proposition,
        models.CASCADE,
        db_index=False,
        related_name="positions",
        help_text="On what.",
    )
    statement = models.ForeignKey(
        Statement,
        models.CASCADE,
        db_index=False,
        related_name="positions",
        help_text="The words that it follows from.",
    )
    stance = models.CharField(max_length=20, choices=Stance.choices, help_text="Where they stand.")
    directness = models.CharField(
        max_length=20, choices=Directness.choices, help_text="Whether they said so or implied it."
    )
    earliest = models.DateField(null=True, help_text="Of the statement; empty where open.")
    latest = models.DateField(null=True, help_text="Of the statement; empty where open.")
    held_from = models.DateField(help_text="The first day; year 1 where the beginning is open.")
    held_until = models.DateField(null=True, help_text="The day it ended; empty while it holds.")
    previous_stance = models.CharField(
        max_length=20, choices=Stance.choices, blank=True, help_text="The last clear stance before."
    )
    previous_statement = models.ForeignKey(
        Statement,
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text="Where that stance was taken.",
    )
    shift = models.BooleanField(default=False, help_text="The side changed since then.")
    conflicting = models.BooleanField(
        default=False, help_text="Another of overlapping date takes the opposite side."
    )
    n_statements = models.PositiveIntegerField(help_text="On this proposition, up to this one.")

    seen_at = models.DateTimeField(
        default=timezone.now, help_text="When readers first saw the statement."
    )
    shift_seen_at = models.DateTimeField(
        null=True, help_text="Of a shift, when they had seen both of its statements."
    )

    objects = PositionQuerySet.as_manager()

    class Meta:
        ordering = ["-held_from", "-id"]
        indexes = [
            models.Index(fields=["-held_from", "-id"], name="position_held_from"),
            models.Index(fields=["holder", "proposition", "held_from"], name="position_pair"),
            models.Index(fields=["proposition", "held_until"], name="position_until"),
            models.Index(fields=["proposition", "stance", "-held_from"], name="position_stance"),
            models.Index(fields=["-seen_at", "-id"], name="position_seen"),
            # Shifts are few among many: they are found without reading the rest.
            models.Index(
                fields=["-held_from", "-id"], condition=Q(shift=True), name="position_shift"
            ),
            models.Index(
                fields=["-shift_seen_at", "-id"],
                condition=Q(shift=True),
                name="position_shift_seen",
            ),
            # Who stands how now, read for whole propositions out of the index alone.
            models.Index(
                fields=[
                    *("proposition", "holder", "stance", "directness", "held_from", "held_until")
                ],
                condition=Q(held_until=None),
                name="position_standing",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "holder", "proposition"], name="position_once"
            ),
            models.CheckConstraint(
                condition=Q(held_until__isnull=True) | Q(held_from__lte=F("held_until")),
                name="position_from_before_until",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder} {self.get_stance_display()}: {self.proposition.short_label}"
