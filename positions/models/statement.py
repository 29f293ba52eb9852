"""Statements: one act of saying, and what answers it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from positions.choices import ReplyKind, StatementKind, WorkflowState
from positions.models.address import Addressed
from positions.models.dated import Dated, date_constraints
from positions.models.searchable import FoldedText
from positions.models.stakeholder import Stakeholder
from positions.models.texts import NOTE, LineField, ProseField
from positions.models.topic import Proposition, Topic


class StatementQuerySet(models.QuerySet["Statement"]):
    """Sets of statements."""

    def get_by_natural_key(self, slug: str) -> Statement:
        return self.get(slug=slug)

    def published(self) -> StatementQuerySet:
        return self.filter(state=WorkflowState.PUBLISHED)

    def outdate(self) -> None:
        """Make copies read before out of date: rows of theirs were written without them."""
        self.update(version=models.F("version") + 1)


class Statement(Addressed, Dated):
    """One act of saying: a letter, a post, a resolution, a finding; also being asked and silent."""

    kind = models.CharField(
        max_length=20, choices=StatementKind.choices, help_text="In which form it was said."
    )
    title = LineField(max_length=200, help_text="What it is, in our own words.")
    summary = ProseField(blank=True, help_text="What was said, in our own words.")
    topic = models.ForeignKey(
        Topic,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        help_text="The subject it was made on, also where it takes no position.",
    )
    venue = LineField(
        max_length=200, blank=True, help_text="Where or to whom it was given: “Amazon's blog”."
    )
    addressees = models.ManyToManyField(
        Stakeholder,
        blank=True,
        related_name="statements_received",
        help_text="To whom it was addressed.",
    )
    asked_about = models.ManyToManyField(
        Proposition,
        blank=True,
        related_name="silences",
        help_text="Only for “asked, no reply”: the propositions that the question was about.",
    )
    state = models.CharField(
        max_length=20,
        choices=WorkflowState.choices,
        default=WorkflowState.DRAFT,
        help_text="How far it is on its way to readers.",
    )

    review_note = ProseField(
        "note to the contributor",
        blank=True,
        help_text="What is to be mended before it can be published. Private; gone once it is.",
        longest=NOTE,
    )
    state_since = models.DateTimeField(
        default=timezone.now, editable=False, help_text="When it came to its present state."
    )
    published_at = models.DateTimeField(
        null=True,
        editable=False,
        help_text="When readers first saw it; empty where they have not.",
    )

    # The attributions of the first whom its by-line names, each with ``n_speaking``: there where
    # ``attribution.by_line`` has read them.
    by_line: list[Any]

    objects = StatementQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=["version", "published_at", "state_since"],
        m2m_fields=["addressees", "asked_about"],
        history_change_reason_field=models.TextField(null=True),
    )

    class Meta:
        ordering = [F("earliest").desc(nulls_last=True), "-id"]
        permissions = [("publish_statement", "Can publish and withdraw statement")]
        indexes = [
            models.Index(fields=["state", "-earliest", "-id"], name="statement_state_date"),
            models.Index(fields=["state", "state_since", "id"], name="statement_state_since"),
            models.Index(Lower("title"), "id", name="statement_title"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="statement_has_title"),
            models.CheckConstraint(
                condition=~Q(state=WorkflowState.PUBLISHED) | ~Q(date_edtf=""),
                name="statement_published_has_date",
            ),
            *date_constraints("statement"),
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "positions.stakeholder",
        "positions.topic",
        "positions.proposition",
    ]

    def naming(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("statement-detail", args=[self.slug])

    @property
    def is_published(self) -> bool:
        return self.state == WorkflowState.PUBLISHED

    @property
    def is_silence(self) -> bool:
        return self.kind == StatementKind.NO_REPLY

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it, since when it is in its state, and when readers first saw it.

        Costs a query for the state before, unless it is new.
        """
        self.keep_moments(None if self._state.adding else self._stored_state(), timezone.now())
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "published_at", "state_since", "review_note"}
        super().save(*args, **kwargs)

    def keep_moments(self, before: str | None, now: datetime) -> None:
        """Keep since when it is in its state, where that was another before, and what follows."""
        if before != self.state:
            self.state_since = now
        if self.is_published:
            self.published_at = self.published_at or now
            self.review_note = ""

    def _stored_state(self) -> str | None:
        rows = type(self)._base_manager.filter(pk=self.pk)
        return rows.values_list("state", flat=True).first()

    def clean(self) -> None:
        super().clean()
        if self.is_published and not self.date_edtf:
            raise ValidationError(
                {"date_edtf": "A published statement needs a date, as exact as it is known."}
            )


class StatementText(FoldedText):
    """Title, words, printed names, and summary with the kind, of a published statement.

    Behind them stand the keys of its voices and of the propositions that it is on, as words: what
    is called by a word is found in the same index as what has it.
    """

    statement = models.OneToOneField(
        Statement,
        models.CASCADE,
        primary_key=True,
        related_name="search_text",
        help_text="Whose words.",
    )

    earliest = models.DateField(default=date.min, help_text="The first day it may be.")

    class Meta:
        indexes = [models.Index(fields=["-earliest", "-statement"], name="text_date")]

    def __str__(self) -> str:
        return str(self.statement)


class ReplyQuerySet(models.QuerySet["Reply"]):
    """Sets of replies."""

    def get_by_natural_key(self, from_statement: str, to_statement: str, kind: str) -> Reply:
        return self.get(
            from_statement__slug=from_statement, to_statement__slug=to_statement, kind=kind
        )


class Reply(models.Model):
    """One statement answers, supersedes, clarifies, retracts or reaffirms another."""

    from_statement = models.ForeignKey(
        Statement,
        models.CASCADE,
        db_index=False,  # the uniqueness below has one
        related_name="replies",
        help_text="The one that does it.",
    )
    to_statement = models.ForeignKey(
        Statement, models.CASCADE, related_name="answers", help_text="The one to which it is done."
    )
    kind = models.CharField(
        max_length=20,
        choices=ReplyKind.choices,
        default=ReplyKind.ANSWERS,
        help_text="What the one does to the other.",
    )

    objects = ReplyQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "replies"
        constraints = [
            models.UniqueConstraint(
                fields=["from_statement", "to_statement", "kind"], name="reply_once"
            ),
            models.CheckConstraint(
                condition=~Q(from_statement=F("to_statement")), name="reply_not_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_statement} {self.get_kind_display()} {self.to_statement}"

    def natural_key(self) -> tuple[str, str, str]:
        return (self.from_statement.slug, self.to_statement.slug, self.kind)

    natural_key.dependencies = ["positions.statement"]  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()
        if self.from_statement_id and self.from_statement_id == self.to_statement_id:
            raise ValidationError({"to_statement": "A statement cannot be a reply to itself."})
