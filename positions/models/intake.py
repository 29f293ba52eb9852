"""Intakes: articles that lie on the editors' desk and are not all entered yet. Private."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from positions.choices import CaptureOrigin, SourceKind
from positions.dates import UncertainDate
from positions.models.dated import Dated, date_constraints
from positions.models.editable import Editable
from positions.models.source import Source
from positions.models.texts import AddressField, CapturedField, LineField
from positions.models.topic import Topic

LONGEST = 1_000_000


class IntakeQuerySet(models.QuerySet["Intake"]):
    """Sets of intakes."""

    def unfinished(self) -> IntakeQuerySet:
        """Those on which something is undecided, and that nobody has put away."""
        return self.filter(finished_at=None, discarded_at=None)


class Intake(Dated, Editable):
    """An article on the desk: its text, what it is, and what was decided on each of its drafts.

    Private: it never leaves the admin. ``cards`` is written and read by the desk alone.
    """

    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who put it there.",
    )
    text = CapturedField(longest=LONGEST, help_text="The whole text; never public.")
    origin = models.CharField(
        max_length=20,
        choices=CaptureOrigin.choices,
        default=CaptureOrigin.PASTE,
        help_text="How it came to us.",
    )
    source = models.ForeignKey(
        Source,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The source that it is, once that is known.",
    )
    url = AddressField("address", max_length=600, blank=True, help_text="Where it can be read.")
    title = LineField(max_length=300, blank=True, help_text="As published.")
    kind = models.CharField(
        max_length=20,
        choices=SourceKind.choices,
        default=SourceKind.ARTICLE,
        help_text="What kind of document.",
    )
    publisher = LineField(max_length=200, blank=True, help_text="Who published it, by name.")
    byline = LineField(max_length=200, blank=True, help_text="Who wrote it, as printed.")
    language = LineField(max_length=12, default="en", help_text="BCP 47: en, en-GB, de.")
    topic = models.ForeignKey(
        Topic,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The subject of its statements.",
    )
    cards = models.JSONField(
        default=list, editable=False, help_text="The drafts, and what was decided on each."
    )
    undecided = models.PositiveIntegerField(
        default=0, editable=False, help_text="How many drafts wait for a decision."
    )
    entered = models.PositiveIntegerField(
        default=0, editable=False, help_text="How many drafts are entered."
    )
    finished_at = models.DateTimeField(
        null=True, editable=False, help_text="When the last draft was decided."
    )
    discarded_at = models.DateTimeField(
        null=True, editable=False, help_text="When it was taken off the desk."
    )

    objects = IntakeQuerySet.as_manager()

    class Meta:
        ordering = ["-modified_at", "-id"]
        indexes = [
            models.Index(
                fields=["-modified_at", "-id"],
                condition=Q(finished_at=None, discarded_at=None),
                name="intake_unfinished",
            )
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="intake_has_text"),
            *date_constraints("intake"),
        ]

    def __str__(self) -> str:
        if self.title:
            return self.title
        first = self.text.lstrip().partition("\n")[0]
        return first if len(first) <= 80 else f"{first[:79]}…"

    @property
    def published(self) -> UncertainDate | None:
        """The day of the article: of the source that it is, else as it was given."""
        return self.source.date if self.source else self.date
