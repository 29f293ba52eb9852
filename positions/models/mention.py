"""Whom published statements name: by this it is known which parties readers see. Derived."""

from __future__ import annotations

from django.db import models

from positions.models.stakeholder import Stakeholder
from positions.models.statement import Statement


class Mention(models.Model):
    """That a published statement names a party, as readers meet it on its page.

    As a voice, as the one spoken for, as an addressee, or as the publisher of a source of its
    words. The row outlives a statement that is deleted until what followed from it is derived anew,
    so that it is known whom that concerns.
    """

    statement = models.ForeignKey(
        Statement,
        models.DO_NOTHING,
        db_constraint=False,
        db_index=False,  # the uniqueness below has one
        related_name="mentions",
        help_text="Which statement.",
    )
    stakeholder = models.ForeignKey(
        Stakeholder, models.CASCADE, related_name="mentions", help_text="Whom it names."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "stakeholder"], name="mention_once"),
        ]

    def __str__(self) -> str:
        return f"{self.statement} · {self.stakeholder}"
