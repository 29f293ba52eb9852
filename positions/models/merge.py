"""Merges: of two rows that were one thing, which stayed, and all that it takes to undo it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Merge(models.Model):
    """One stakeholder or source was merged into another. Private: it never leaves the admin."""

    noun = models.CharField(max_length=40, help_text="Model name: stakeholder or source.")
    kept_id = models.PositiveBigIntegerField(help_text="Which one stayed, by key.")
    kept_name = models.CharField(max_length=300, help_text="What that was called then.")
    merged_id = models.PositiveBigIntegerField(help_text="Which one went, by key.")
    merged_name = models.CharField(max_length=300, help_text="What that was called.")
    steps = models.JSONField(
        help_text="What was changed, dropped and added, in order, with all that undoes it."
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text="Who merged them.",
    )
    at = models.DateTimeField(help_text="When.")
    undone_at = models.DateTimeField(null=True, help_text="When it was undone; empty if it stands.")

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kept_id=F("merged_id")), name="merge_not_with_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.merged_name}” into “{self.kept_name}”"

    @classmethod
    def led_on(cls, noun: str, keys: Iterable[int]) -> dict[int, int]:
        """Of these keys those that were merged, each with the key of what it is now.

        One query where none was, and one more for each time that any was merged on.
        """
        standing = cls.objects.filter(noun=noun, undone_at=None).order_by()
        now = {key: key for key in keys}
        # Never in a circle: what was merged is gone.
        while into := dict(
            standing.filter(merged_id__in=set(now.values())).values_list("merged_id", "kept_id")
        ):
            now = {key: into.get(pk, pk) for key, pk in now.items()}
        return {key: pk for key, pk in now.items() if pk != key}


class ToldApart(models.Model):
    """Two rows that look like one thing and are not, as an editor found. Private."""

    noun = models.CharField(max_length=40, help_text="Model name, as in stakeholder.")
    one_id = models.PositiveBigIntegerField(help_text="The one with the lower key.")
    other_id = models.PositiveBigIntegerField(help_text="The one with the higher key.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text="Who told them apart.",
    )
    at = models.DateTimeField(auto_now_add=True, help_text="When.")

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name_plural = "told apart"
        constraints = [
            models.UniqueConstraint(fields=["noun", "one_id", "other_id"], name="told_apart_once"),
            models.CheckConstraint(
                condition=Q(one_id__lt=F("other_id")), name="told_apart_lower_first"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.one_id} is not {self.other_id}"

    @classmethod
    def pairs(cls, noun: str) -> set[tuple[int, int]]:
        """The keys of all that were told apart, the lower first."""
        found: Any = cls.objects.filter(noun=noun).order_by()
        return set(found.values_list("one_id", "other_id"))
