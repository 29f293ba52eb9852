"""The date block: the words as printed, what they mean in EDTF, and how that is known."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

from positions.choices import DateBasis
from positions.dates import UncertainDate, parse
from positions.models.date_columns import EdtfField
from positions.models.texts import LineField


class FirstDay(models.Func):
    """The first day of a date; the first that a calendar can hold where that is open or not known.

    Written out in full, so that an index of it is one that queries are known to ask for.
    """

    template = f"COALESCE(%(expressions)s, '{date.min}')"
    output_field = models.DateField()


class Dated(models.Model):
    """A noun with a date; ``earliest`` and ``latest`` follow ``date_edtf`` and are never typed."""

    date_printed = LineField(
        "date as printed",
        max_length=120,
        blank=True,
        help_text="The words: “last month”, “Friday”.",
    )
    # The bounds stand before the text that fills them.
    earliest = models.DateField(
        null=True,
        blank=True,
        editable=False,
        help_text="The first day it may be; empty where open.",
    )
    latest = models.DateField(
        null=True, blank=True, editable=False, help_text="The last day it may be; empty where open."
    )
    date_edtf = EdtfField(
        "date", blank=True, help_text="EDTF: 2018-06-15, 2018-05, 2018-05~, ../2018-06."
    )
    date_basis = models.CharField(
        "how the date is known",
        max_length=20,
        choices=DateBasis.choices,
        blank=True,
        help_text="What the date rests on.",
    )
    date_note = LineField(
        max_length=300,
        blank=True,
        help_text="How the date was worked out, or what is odd about it.",
    )

    class Meta:
        abstract = True

    @property
    def date(self) -> UncertainDate | None:
        """The date as a value, or None where there is none."""
        return parse(self.date_edtf) if self.date_edtf else None

    def clean(self) -> None:
        super().clean()
        if self.date_edtf and not self.date_basis:
            raise ValidationError({"date_basis": "Say how the date is known."})
        if self.date_basis == DateBasis.INFERRED and not self.date_note:
            raise ValidationError({"date_note": "Say how the date was worked out."})


def date_constraints(noun: str) -> list[models.BaseConstraint]:
    """What the database refuses: bounds in the wrong order, a date without bounds or basis."""
    return [
        models.CheckConstraint(
            condition=models.Q(earliest__isnull=True)
            | models.Q(latest__isnull=True)
            | models.Q(earliest__lte=models.F("latest")),
            name=f"{noun}_bounds_ordered",
        ),
        models.CheckConstraint(
            condition=models.Q(date_edtf="") & models.Q(earliest__isnull=True, latest__isnull=True)
            | ~models.Q(date_edtf="")
            & ~models.Q(earliest__isnull=True, latest__isnull=True)
            & ~models.Q(date_basis=""),
            name=f"{noun}_date_has_bounds_and_basis",
        ),
    ]
