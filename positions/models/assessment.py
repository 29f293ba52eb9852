"""Assessments: the editors' judgement of what a statement says on a proposition, and why."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from positions.choices import Directness, Stance
from positions.models.quotation import Quotation
from positions.models.statement import Statement
from positions.models.texts import NOTE, LineField, ProseField
from positions.models.topic import Proposition


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    """Sets of assessments."""

    def get_by_natural_key(self, statement: str, proposition: str) -> Assessment:
        return self.get(statement__slug=statement, proposition__slug=proposition)


class Assessment(models.Model):
    """This statement, on this proposition, says this. The only place where a stance is typed."""

    statement = models.ForeignKey(
        Statement,
        models.CASCADE,
        db_index=False,  # the uniqueness below has one
        related_name="assessments",
        help_text="Which words.",
    )
    proposition = models.ForeignKey(
        Proposition, models.PROTECT, related_name="assessments", help_text="On which sentence."
    )
    stance = models.CharField(
        max_length=20, choices=Stance.choices, help_text="What they say of it."
    )
    directness = models.CharField(
        max_length=20, choices=Directness.choices, help_text="Whether they say or imply it."
    )
    condition = LineField(
        max_length=300,
        blank=True,
        help_text="Under which condition, or which part. Needed for mixed.",
    )
    reason = ProseField(help_text="Which words carry the judgement, and how.")
    quotation = models.ForeignKey(
        Quotation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="assessments",
        verbose_name="best quotation",
        help_text="The words that show it best.",
    )
    disputed = models.BooleanField(default=False, help_text="Somebody disputes the judgement.")
    dispute_note = ProseField(blank=True, help_text="Who disputes it, and how.", longest=NOTE)

    objects = AssessmentQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["proposition__order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "proposition"], name="assessment_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="assessment_has_reason"),
            models.CheckConstraint(
                condition=~Q(stance=Stance.MIXED) | ~Q(condition=""),
                name="assessment_mixed_says_how",
            ),
            models.CheckConstraint(
                condition=Q(disputed=False) | ~Q(dispute_note=""),
                name="assessment_dispute_has_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stance_display()}: {self.proposition.short_label}"

    def natural_key(self) -> tuple[str, str]:
        return (self.statement.slug, self.proposition.slug)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "positions.statement",
        "positions.proposition",
        "positions.quotation",
    ]

    def clean(self) -> None:
        super().clean()
        if self.stance == Stance.MIXED and not self.condition:
            raise ValidationError(
                {"condition": "Say under which condition, or which part is supported."}
            )
        if self.disputed and not self.dispute_note:
            raise ValidationError({"dispute_note": "Say who disputes it, and how."})
        if self.quotation and self.quotation.statement_id != self.statement_id:
            raise ValidationError({"quotation": "Choose a quotation of this statement."})
        if self.statement_id and self.statement.is_silence:
            raise ValidationError(
                "Silence takes no side: list the proposition under “asked about” instead."
            )
