"""One box for a date: EDTF, or the words as a document prints them, understood and said back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import escape

from positions.admin.bases import ModelForm
from positions.choices import DateBasis
from positions.dates import EdtfError, UncertainDate, parse, understand

EXAMPLES = "2018-06-15, 2018-05, 2018-05~ (about), ../2018-06 (by), or “May 2018”, “last month”"


class DateBoxForm(ModelForm):
    """A form of a dated noun; what it understood goes to ``notices`` and below the box.

    ``notices`` and ``warnings`` are told once the page is saved.
    """

    date_edtf = forms.CharField(
        label="Date",
        required=False,
        max_length=120,
        help_text=f"As exact as it is known: {EXAMPLES}. Printed words are understood as of the "
        "date of the source, and kept.",
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
            try:
                cleaned["date_edtf"] = parse(typed).edtf
            except EdtfError as error:
                self._understand(typed, str(error))
        return cleaned

    def _understand(self, typed: str, refusal: str) -> None:
        published = self.published()
        known = understand(typed, published)
        if known is None:
            self.add_error("date_edtf", ValidationError(not_understood(typed, refusal, published)))
            return
        self.cleaned_data["date_edtf"] = known.edtf
        if "date_printed" not in self.changed_data or not self.cleaned_data.get("date_printed"):
            self.cleaned_data["date_printed"] = typed
        relative = understand(typed, None) is None
        if relative and not self.cleaned_data.get("date_basis"):
            # Only an account of it, written then, says "last month".
            self.cleaned_data["date_basis"] = DateBasis.REPORTED
        as_of = f", as of the source's {published}" if relative and published else ""
        notice = f"“{typed}” was understood as {known} ({known.edtf}){as_of}."
        self.notices.append(notice)
        self["date_edtf"].help_text = escape(notice)  # the page prints help as it stands


def not_understood(typed: str, refusal: str, published: UncertainDate | None) -> str:
    """Why a date was not understood, and how one is written."""
    if not any(character.isalpha() for character in typed):
        return refusal
    if published is None:
        return (
            f"“{typed}” was not understood by itself. Choose a source that has a date, if it is "
            f"relative to one, or write {EXAMPLES}."
        )
    return f"“{typed}” was not understood, as of the source's {published}. Write {EXAMPLES}."
