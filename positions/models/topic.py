"""Topics and propositions: a subject, and the sentences under it that one can support or oppose."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from positions.models.address import Addressed
from positions.models.searchable import FoldedText, Searchable
from positions.models.texts import LineField, ProseField


class TopicQuerySet(models.QuerySet["Topic"]):
    """Sets of topics."""

    def get_by_natural_key(self, slug: str) -> Topic:
        return self.get(slug=slug)


class Topic(Searchable, Addressed):
    """A contested subject."""

    SEARCHED: ClassVar = {"search_text": ("name", "description")}

    name = LineField(max_length=120, unique=True, help_text="A few words.")
    description = ProseField(blank=True, help_text="What is contested about it.")

    objects = TopicQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["version"])

    class Meta:
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="topic_has_name")]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def naming(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topic-detail", args=[self.slug])


class TopicText(FoldedText):
    """Name and description of a topic."""

    topic = models.OneToOneField(
        Topic, models.CASCADE, primary_key=True, related_name="search_text", help_text="Which one."
    )

    def __str__(self) -> str:
        return str(self.topic)


class TopicTotal(models.Model):
    """How many published statements a topic has, of those whose keys share their thousands.

    Derived. A write counts the thousands anew that it touches, and no statement far from its own.
    """

    topic = models.ForeignKey(
        Topic,
        models.CASCADE,
        db_index=False,  # the uniqueness below has one
        related_name="totals",
        help_text="On which subject.",
    )
    thousand = models.PositiveIntegerField(
        db_index=True, help_text="The key of each of the statements, divided by 1,000."
    )
    n_statements = models.PositiveSmallIntegerField(help_text="How many there are of them.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["topic", "thousand"], name="topic_total_once"),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.n_statements}"


class PropositionQuerySet(models.QuerySet["Proposition"]):
    """Sets of propositions."""

    def get_by_natural_key(self, slug: str) -> Proposition:
        return self.get(slug=slug)


class Proposition(Searchable, Addressed):
    """A sentence that one can support or oppose."""

    SEARCHED: ClassVar = {
        "search_text": ("text", "short_label"),
        "search_reason": ("why_it_matters",),
    }

    topic = models.ForeignKey(
        Topic,
        models.PROTECT,
        related_name="propositions",
        help_text="The subject under which it stands.",
    )
    text = LineField(max_length=300, unique=True, help_text="A whole sentence.")
    short_label = LineField(max_length=60, help_text="A few words, for tables.")
    why_it_matters = ProseField(blank=True, help_text="What turns on it.")
    order = models.PositiveSmallIntegerField(default=0, help_text="Place within its topic.")

    objects = PropositionQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["version"])

    class Meta:
        ordering = ["topic__name", "order", "id"]
        indexes = [models.Index(fields=["topic", "order"], name="proposition_topic_order")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(short_label=""), name="proposition_has_text_and_label"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    natural_key.dependencies = ["positions.topic"]  # type: ignore[attr-defined]

    def naming(self) -> str:
        return self.short_label

    def get_absolute_url(self) -> str:
        return reverse("proposition-detail", args=[self.slug])


class PropositionText(FoldedText):
    """The sentence and the label of a proposition: what statements on it are found by, too."""

    proposition = models.OneToOneField(
        Proposition,
        models.CASCADE,
        primary_key=True,
        related_name="search_text",
        help_text="Which one.",
    )

    def __str__(self) -> str:
        return str(self.proposition)


class PropositionReason(FoldedText):
    """Why a proposition matters: by this, it is found itself, but no statement on it."""

    proposition = models.OneToOneField(
        Proposition,
        models.CASCADE,
        primary_key=True,
        related_name="search_reason",
        help_text="Which one.",
    )

    def __str__(self) -> str:
        return str(self.proposition)
