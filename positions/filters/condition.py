"""One key of the query string: what may stand there, what it does, how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.db.models.expressions import Combinable

from positions.listing import Choice, FieldKind, Instead, Offer

# No reader chooses more; a robot that does is told so instead of keeping the database busy.
MOST_VALUES = 50
LONGEST_VALUE = 300  # characters


def refused(value: str, message: str, instead: Iterable[Instead] = ()) -> ValidationError:
    """The error for a value; the message names the cure. It may contain any character."""
    return ValidationError(
        "%(message)s", params={"message": message, "value": value, "instead": tuple(instead)}
    )


class ValuesField(forms.Field):
    """All values of one key, blank ones left out; understood by the condition's ``read``."""

    # It reads a repeated key as a list; nothing here is drawn by a widget.
    widget = forms.MultipleHiddenInput

    def __init__(
        self,
        *,
        read: Callable[[list[str]], list[Choice]],
        many: bool,
        **options: Any,
    ) -> None:
        self.read = read
        self.many = many
        super().__init__(**options)

    def clean(self, value: Any) -> list[Choice]:
        values = [text for text in dict.fromkeys(map(str.strip, value or [])) if text]
        for text in values:
            if "\0" in text:
                raise refused(
                    text[:20].replace("\0", "␀"),
                    "It contains a NUL, which no text has. Leave it out.",
                )
            if len(text) > LONGEST_VALUE:
                raise refused(
                    f"{text[:20]}…",
                    f"It is {len(text)} characters long. Shorten it to {LONGEST_VALUE}.",
                )
        most = MOST_VALUES if self.many else 1
        if len(values) > most:
            raise refused(
                values[-1],
                f"At most {most} values may be given."
                if self.many
                else "It may be given only once. Leave one of the values out.",
            )
        return self.read(values) if values else []


class Condition(django_filters.Filter):
    """A filter that understands its values, says what is wrong with them, and offers others."""

    field_class = ValuesField
    kind: FieldKind
    many: ClassVar[bool] = True
    # How many of its choices are counted, those with most results; None for all.
    most: int | None = None

    def __init__(
        self,
        field_name: str | None = None,
        *,
        label: str,
        help_text: str,
        example: str,
        method: str | None = None,
    ) -> None:
        self.help_text = help_text
        self.example = example
        super().__init__(
            field_name, label=label, method=method, read=self.read, many=self.many, required=False
        )

    def read(self, values: list[str]) -> list[Choice]:
        """Understand the values, or raise ValidationError made by ``refused``."""
        raise NotImplementedError

    def filter(self, qs: QuerySet[Any], value: list[Choice]) -> QuerySet[Any]:
        """Rows for which any of the choices holds."""
        if not value:
            return qs
        if len(value) == 1:  # one range of an index, in its order
            return qs.filter((self.field_name, value[0].meaning))
        return qs.filter((f"{self.field_name}__in", [choice.meaning for choice in value]))

    def offers(self, chosen: Sequence[Choice]) -> list[Offer]:
        """What the form offers; of an open-ended condition, nothing. May cost one query."""
        del chosen
        return []

    def counted(self) -> Combinable | None:
        """The value of a row, by which results are counted; None where there is no choice."""
        return None

    def named(self) -> QuerySet[Any] | None:
        """(id, value, label) of what may be chosen; None where a row holds the value itself."""
        return None

    def schema(self) -> dict[str, Any]:
        """JSON Schema of one value."""
        return {"type": "string"}

    def data_url(self) -> str:
        """The address whose JSON completes what is typed; empty without one."""
        return ""
