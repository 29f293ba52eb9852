"""The date block: the words as printed, what they mean in EDTF, and how that is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core import checks
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from positions.choices import DateBasis
from positions.dates import EdtfError, UncertainDate, parse
from positions.models.texts import LineField

if TYPE_CHECKING:
    _TextColumn = models.CharField[str, str]
else:
    _TextColumn = models.CharField  # Django's fields are not subscriptable when they run


def validate_edtf(text: str) -> None:
    """Refuse, with the parser's own message, a text that :func:`parse` refuses."""
    try:
        parse(text)
    except EdtfError as error:
        raise ValidationError(str(error), code="edtf") from error


class EdtfAttribute(DeferredAttribute):
    """Assigning the text sets its bounds, whoever assigns: code, a form, loaddata, or a query."""

    field: EdtfField

    def __set__(self, instance: models.Model, value: object) -> None:
        instance.__dict__[self.field.attname] = value
        try:
            known = parse(value) if isinstance(value, str) else None
        except EdtfError:
            known = None  # validation says why; an object may hold what a person just typed
        setattr(instance, self.field.earliest_field, known and known.earliest)
        setattr(instance, self.field.latest_field, known and known.latest)


class EdtfField(_TextColumn):
    """A date in EDTF; the two date fields it names always hold its first and last day.

    Both are None for a blank or invalid text. They are declared before this field, since Django
    fills an object in the order of declaration and the text has the last word. What never assigns
    to an object does not reach them: name all three in ``save(update_fields=…)``, ``update()`` and
    ``bulk_update()``.
    """

    descriptor_class = EdtfAttribute
    default_validators = [validate_edtf]

    def __init__(
        self,
        *args: Any,
        earliest_field: str = "earliest",
        latest_field: str = "latest",
        **kwargs: Any,
    ) -> None:
        self.earliest_field = earliest_field
        self.latest_field = latest_field
        kwargs.setdefault("max_length", 64)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        kwargs |= {"earliest_field": self.earliest_field, "latest_field": self.latest_field}
        # Migrations keep the package's address, so that its modules may be rearranged.
        return name, "positions.models.EdtfField", args, kwargs

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.strip() if isinstance(text, str) else text

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *self._check_bounds()]

    def _check_bounds(self) -> list[checks.CheckMessage]:
        found: list[checks.CheckMessage] = []
        for bound in (self.earliest_field, self.latest_field):
            try:
                field = self.model._meta.get_field(bound)
            except FieldDoesNotExist:
                field = None
            if not isinstance(field, models.DateField) or not field.null:
                found.append(
                    checks.Error(
                        f"'{bound}' is not a DateField that may be null.",
                        hint=f"Declare {bound} = DateField(null=True, blank=True, editable=False).",
                        obj=self,
                        id="positions.models.E001",
                    )
                )
            elif field.creation_counter > self.creation_counter:
                found.append(
                    checks.Error(
                        f"'{bound}' is declared after '{self.name}', and would be filled last.",
                        hint=f"Declare {bound} before {self.name}.",
                        obj=self,
                        id="positions.models.E002",
                    )
                )
        return found


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


def overlap(
    earliest_field: str,
    latest_field: str,
    since: UncertainDate | None,
    until: UncertainDate | None,
) -> models.Q:
    """Rows that may lie between the first day of ``since`` and the last day of ``until``.

    A null bound of a row is open on its side, so a row with neither overlaps everything; a
    ``since`` without a first day, or an ``until`` without a last one, does not limit.
    """
    found = models.Q()
    if since and since.earliest:
        not_over = models.Q((f"{latest_field}__gte", since.earliest))
        found &= not_over | models.Q((f"{latest_field}__isnull", True))
    if until and until.latest:
        begun = models.Q((f"{earliest_field}__lte", until.latest))
        found &= begun | models.Q((f"{earliest_field}__isnull", True))
    return found
