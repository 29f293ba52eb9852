"""Challenges: somebody disputes a statement or a judgement, and what came of it."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from positions.choices import ChallengeState
from positions.models.assessment import Assessment
from positions.models.correction import Correction
from positions.models.editable import Editable
from positions.models.stakeholder import Stakeholder
from positions.models.statement import Statement
from positions.models.texts import NOTE, LineField, ProseField


class Challenge(Editable):
    """Somebody disputes what we published. What they dispute and what came of it is public.

    Who they are is private unless they agreed to be named. What readers report by the form is
    private until an editor says in our words what is disputed, and that readers may see it.
    """

    statement = models.ForeignKey(
        Statement, models.PROTECT, related_name="challenges", help_text="What is disputed."
    )
    assessment = models.ForeignKey(
        Assessment,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="challenges",
        verbose_name="stance",
        help_text="The judgement that is disputed, where it is one; else the statement.",
    )
    received_on = models.DateField("received on", help_text="The day on which it reached us.")
    challenger = models.ForeignKey(
        Stakeholder,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="challenges",
        help_text="Who disputes it, where the tracker has them.",
    )
    challenger_name = LineField(
        max_length=200, blank=True, help_text="Their name as given, where it has not."
    )
    name_public = models.BooleanField(
        "they agreed to be named", default=False, help_text="Else readers see no name."
    )
    report = ProseField(
        "what was written to us", blank=True, help_text="In their words. Private.", longest=NOTE
    )
    reply_to = LineField(
        "their e-mail address",
        max_length=254,
        blank=True,
        validators=[validate_email],
        help_text="If they gave one. Private.",
    )
    is_public = models.BooleanField(
        "readers see it", default=True, help_text="Once they have seen it, it stays."
    )
    disputed = ProseField(
        "what they dispute",
        blank=True,
        help_text="In our words; needed where readers see it. Public, so name nobody here.",
        longest=NOTE,
    )
    state = models.CharField(
        max_length=20,
        choices=ChallengeState.choices,
        default=ChallengeState.OPEN,
        help_text="How far it is.",
    )
    outcome = ProseField(
        blank=True,
        help_text="What was found, and what was done. Public; needed when decided.",
        longest=NOTE,
    )
    decided_on = models.DateField(null=True, blank=True, help_text="The day of the decision.")
    correction = models.ForeignKey(
        Correction,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="challenges",
        help_text="The correction to which it led, if it led to one.",
    )

    # An address can be taken away for good: the history never has it.
    history = HistoricalRecords(excluded_fields=["version", "reply_to"])

    class Meta:
        ordering = ["received_on", "id"]
        indexes = [
            models.Index(
                fields=["received_on", "id"],
                condition=Q(state=ChallengeState.OPEN),
                name="challenge_open",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_public=False) | ~Q(disputed=""), name="challenge_says_what"
            ),
            models.CheckConstraint(
                condition=Q(state=ChallengeState.OPEN, decided_on__isnull=True, outcome="")
                | ~Q(state=ChallengeState.OPEN) & Q(decided_on__isnull=False) & ~Q(outcome=""),
                name="challenge_decided_has_date_and_outcome",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(decided_on__gte=F("received_on")),
                name="challenge_decided_after_received",
            ),
            models.CheckConstraint(
                condition=Q(challenger__isnull=True) | Q(challenger_name=""),
                name="challenge_by_one",
            ),
            models.CheckConstraint(
                condition=Q(name_public=False)
                | Q(challenger__isnull=False)
                | ~Q(challenger_name=""),
                name="challenge_public_name_is_given",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.statement}"

    def get_absolute_url(self) -> str:
        return f"{self.statement.get_absolute_url()}#challenge-{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state == ChallengeState.OPEN

    def clean(self) -> None:
        super().clean()
        wrong = {**self._wrong_of_outcome(), **self._wrong_of_names()}
        if self.is_public and not self.disputed:
            wrong["disputed"] = "Say in our words what is disputed: readers see it."
        for name in ("assessment", "correction"):
            part = getattr(self, name)
            if part is not None and part.statement_id != self.statement_id:
                wrong[name] = "Choose one of the statement that is disputed."
        if wrong:
            raise ValidationError(wrong)

    def _wrong_of_outcome(self) -> dict[str, str]:
        wrong: dict[str, str] = {}
        if self.is_open and (self.outcome or self.decided_on):
            wrong["state"] = "It is decided: choose how. Or empty the outcome and its day."
        if not self.is_open and not self.outcome:
            wrong["outcome"] = "Tell readers what was found, and what was done."
        if not self.is_open and not self.decided_on:
            wrong["decided_on"] = "Give the day of the decision."
        received: date | None = self.received_on  # none where it was left empty
        if self.decided_on and received and self.decided_on < received:
            wrong["decided_on"] = "It cannot be decided before it was received."
        return wrong

    def _wrong_of_names(self) -> dict[str, str]:
        wrong: dict[str, str] = {}
        if self.challenger_id and self.challenger_name:
            wrong["challenger_name"] = f"{self.challenger} is chosen: leave this empty."
        if self.name_public and not (self.challenger_id or self.challenger_name):
            wrong["name_public"] = "Give the name, or leave this unticked."
        return wrong
