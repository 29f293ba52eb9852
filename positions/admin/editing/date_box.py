"""One box for a date: EDTF, or the words as a document prints them, understood and said back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import escape

from positions.admin.editing.merged import MergedForm
from positions.choices import DateBasis
from positions.dates import (
    EXAMPLES,
    Refused,
    UncertainDate,
    Understood,
    is_words,
    not_understood,
    said_back,
    the_time_itself,
    understand,
)


class DateBoxForm(MergedForm):
    """A form of a dated noun; what it understood goes to ``notices`` and below the box.

    ``notices`` and ``warnings`` are told once the page is saved.
    """

    date_edtf = forms.CharField(
        label="Date",
        required=False,
        max_length=120,
        help_text=f"As exact as it is known: {EXAMPLES}, “last month”. Words are understood as of "
        "the date of the source, and kept.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notices: list[str] = []
        self.warnings: list[str] = []

    def published(self) -> UncertainDate | None:
        """The date of the source that prints the words; None where there is none."""
        return None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        typed = cleaned.get("date_edtf", "")
        if typed:
            published = self.published()
            meaning = understand(typed, published)
            if isinstance(meaning, Refused):
                self.add_error("date_edtf", not_understood(typed, meaning, published))
            else:
                self._take(typed, meaning, published)
        return cleaned

    def _take(self, typed: str, meaning: Understood, published: UncertainDate | None) -> None:
        known = meaning.date
        self.cleaned_data["date_edtf"] = known.edtf
        is_said_back = known.precision == "season" and "date_edtf" in self.changed_data
        if meaning.basis == "edtf" and not is_said_back:
            return  # but 2018-21 is a season, and looks like a span of years
        if is_words(typed) and not (
            "date_printed" in self.changed_data and self.cleaned_data.get("date_printed")
        ):
            self.cleaned_data["date_printed"] = typed
        counted = meaning.basis == "counted"
        if counted and is_words(typed) and not self.cleaned_data.get("date_basis"):
            # Only an account of it, written then, says "last month".
            self.cleaned_data["date_basis"] = DateBasis.REPORTED
        notice = said_back(typed, meaning, published)
        self.notices.append(notice)
        self["date_edtf"].help_text = escape(notice)  # the page prints help as it stands


class SpanForm(MergedForm):
    """A form of what began and may have ended: both boxes read words, and keep them as printed."""

    from_edtf = forms.CharField(
        label="From", required=False, max_length=120, help_text="2018, 2018-05-24, “May 2018”."
    )
    until_edtf = forms.CharField(
        label="Until", required=False, max_length=120, help_text="Empty while it lasts."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notices: list[str] = []

    def clean_from_edtf(self) -> str:
        return self._end("from")

    def clean_until_edtf(self) -> str:
        return self._end("until")

    def _end(self, end: str) -> str:
        typed: str = self.cleaned_data[f"{end}_edtf"]
        if not typed:
            return ""
        meaning = the_time_itself(understand(typed, None))
        if isinstance(meaning, Refused):
            raise ValidationError(meaning.told(typed))
        if meaning.basis != "edtf":
            self.notices.append(said_back(typed, meaning, None))
            if is_words(typed):
                setattr(self.instance, f"{end}_printed", typed)
        return meaning.date.edtf
