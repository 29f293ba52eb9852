"""The index of published statements: the narrow rows that lists filter and sort by. Derived."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q

from positions.choices import Directness, StakeholderKind, Stance, StatementKind
from positions.models.position import Position
from positions.models.stakeholder import Stakeholder
from positions.models.statement import Statement
from positions.models.topic import Proposition, Topic

# Somebody was asked and gave no reply. Whoever was asked for another alone is not silent: the other
# is, and may speak later.
SILENCE = Q(kind=StatementKind.NO_REPLY, as_spokesperson=False)


class IndexEntryQuerySet(models.QuerySet["IndexEntry"]):
    """Sets of index entries."""

    def unanswered(self, day: date) -> IndexEntryQuerySet:
        """Where somebody had been asked by that day, and had not spoken on it since."""
        return self.filter(SILENCE, ~spoken_since(day), earliest__lte=day)


def spoken_since(day: date) -> Exists:
    """Whether an entry's voice has spoken on its proposition, from its first day to ``day``."""
    return Exists(
        Position.objects.filter(
            holder=OuterRef("voice"),
            proposition=OuterRef("proposition"),
            held_from__gte=OuterRef("earliest"),
            held_from__lte=day,
        )
    )


class IndexEntry(models.Model):
    """One published statement, under one voice and one proposition of it.

    Conditions on voice, proposition and stance meet in one row, so that “opposes this” means just
    that, and a filtered list is one range of one index. ``earliest`` and ``latest`` are never
    null here: an open side is the first or last day that a calendar date can hold. Its keys have no
    indexes of their own: each is the first column of one below.
    """

    statement = models.ForeignKey(
        Statement,
        models.CASCADE,
        db_index=False,
        related_name="index_entries",
        help_text="What is indexed.",
    )
    voice = models.ForeignKey(
        Stakeholder,
        models.CASCADE,
        db_index=False,
        related_name="index_entries",
        help_text="Under whom.",
    )
    voice_kind = models.CharField(
        max_length=20, choices=StakeholderKind.choices, help_text="What kind of party that is."
    )
    topic = models.ForeignKey(
        Topic,
        models.CASCADE,
        null=True,
        db_index=False,
        related_name="index_entries",
        help_text="Under which subject.",
    )
    proposition = models.ForeignKey(
        Proposition,
        models.CASCADE,
        null=True,
        db_index=False,
        related_name="index_entries",
        help_text="Under which sentence, if any.",
    )
    stance = models.CharField(
        max_length=20,
        choices=Stance.choices,
        blank=True,
        help_text="What it says of that; empty where nothing.",
    )
    directness = models.CharField(
        max_length=20,
        choices=Directness.choices,
        blank=True,
        help_text="Whether it says or implies that; empty where nothing.",
    )
    kind = models.CharField(
        max_length=20, choices=StatementKind.choices, help_text="In which form it was said."
    )
    verbatim = models.BooleanField(help_text="Has the speaker's own words, whole or in part.")
    as_spokesperson = models.BooleanField(
        help_text="A person speaks here for another alone, under whom the same stands."
    )
    earliest = models.DateField(help_text="The first day it may be.")
    latest = models.DateField(help_text="The last day it may be.")
    published_at = models.DateTimeField(help_text="When readers first saw it.")

    objects = IndexEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-earliest", "-statement_id"]
        verbose_name_plural = "index entries"
        indexes = [
            models.Index(fields=["-earliest", "-statement"], name="entry_date"),
            models.Index(fields=["-published_at", "-statement"], name="entry_published"),
            models.Index(fields=["-latest", "-statement"], name="entry_latest"),
            models.Index(fields=["voice", "-earliest", "-statement"], name="entry_voice"),
            models.Index(fields=["voice_kind", "-earliest", "-statement"], name="entry_voice_kind"),
            models.Index(
                fields=["proposition", "-earliest", "-statement"], name="entry_proposition"
            ),
            models.Index(
                fields=["proposition", "stance", "-earliest", "-statement"], name="entry_stance"
            ),
            models.Index(fields=["stance", "-earliest", "-statement"], name="entry_stance_date"),
            # Silences are few among many: they are found without reading the rest.
            models.Index(
                fields=["proposition", "-earliest"],
                condition=models.Q(kind=StatementKind.NO_REPLY),
                name="entry_silence",
            ),
            # What is not known to the day may reach into a range that it does not begin in.
            models.Index(
                fields=["-latest", "-earliest"],
                condition=models.Q(latest__gt=models.F("earliest")),
                name="entry_span",
            ),
            models.Index(fields=["topic", "-earliest", "-statement"], name="entry_topic"),
            models.Index(fields=["kind", "-earliest", "-statement"], name="entry_kind"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "voice", "proposition"], name="entry_once"
            ),
            models.UniqueConstraint(
                fields=["statement", "voice"],
                condition=models.Q(proposition__isnull=True),
                name="entry_bare_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement} · {self.voice}"
