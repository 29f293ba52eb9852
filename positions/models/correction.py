"""Corrections: what readers are told when a statement that they have seen is changed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from positions.choices import CorrectionKind, WorkflowState
from positions.models.editable import Editable
from positions.models.statement import Statement
from positions.models.texts import NOTE, ProseField


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Sets of corrections."""

    def public(self) -> CorrectionQuerySet:
        """Those of statements that readers see, or saw until they were withdrawn."""
        return self.filter(statement__state__in=(WorkflowState.PUBLISHED, WorkflowState.WITHDRAWN))


class Correction(Editable):
    """A published statement was corrected, withdrawn, or published again, and why. Public.

    Who made it is private, in its history. A statement with corrections cannot be deleted: readers
    were told of it.
    """

    statement = models.ForeignKey(
        Statement, models.PROTECT, related_name="corrections", help_text="Of what."
    )
    made_on = models.DateField(default=timezone.localdate, help_text="The day of the change.")
    kind = models.CharField(
        max_length=20, choices=CorrectionKind.choices, help_text="What was done."
    )
    note = ProseField(
        help_text="What was put right, or why it was taken back. Public.", longest=NOTE
    )

    objects = CorrectionQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["version"])

    class Meta:
        ordering = ["-made_on", "-id"]
        indexes = [models.Index(fields=["-made_on", "-id"], name="correction_made")]
        constraints = [
            models.CheckConstraint(condition=~Q(note=""), name="correction_has_note"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} on {self.made_on.isoformat()}: {self.statement}"

    def get_absolute_url(self) -> str:
        return f"{self.statement.get_absolute_url()}#correction-{self.pk}"
