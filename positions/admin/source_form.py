"""The form of a source, on its own page and in place on a statement's."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html

from positions.admin.dates import DateBoxForm
from positions.admin.words_field import WordsField
from positions.choices import CaptureOrigin
from positions.models import Capture, Source

PREFIX = "source_"


class SourceForm(DateBoxForm):
    """A source. An address that is known already is refused with a link to the source there."""

    class Meta:
        model = Source
        fields: tuple[str, ...] = (
            "title",
            "kind",
            "publisher",
            "byline",
            "url",
            "archived_url",
            "date_edtf",
            "date_printed",
            "date_basis",
            "date_note",
            "language",
            "is_primary",
            "note",
            "slug",
        )

    def add_error(self, field: str | None, error: Any) -> None:
        if hasattr(error, "error_dict"):
            error = ValidationError(
                {
                    name: [_linked(each) for each in found]
                    for name, found in error.error_dict.items()
                }
            )
        super().add_error(field, error)


def _linked(error: ValidationError) -> ValidationError:
    if error.code != "known_address" or not error.params:
        return error
    link = format_html(
        'This address belongs to “<a href="{}" target="_blank">{}</a>” already. Use that source.',
        reverse("admin:positions_source_change", args=[error.params["pk"]]),
        error.params["title"],
    )
    return ValidationError(link, code=error.code)


class SourceInPlaceForm(SourceForm):
    """A new source entered on another noun's page, with its text where the editor has it."""

    text = WordsField(
        label="Text as you have it",
        required=False,
        rows=6,
        help_text="Private: only the quotations are checked against it.",
    )

    class Meta(SourceForm.Meta):
        fields = (
            "title",
            "kind",
            "publisher",
            "byline",
            "url",
            "date_edtf",
            "date_printed",
            "date_basis",
            "date_note",
            "is_primary",
        )

    def add_prefix(self, field_name: str) -> str:
        return f"{PREFIX}{field_name}"

    @property
    def is_filled_in(self) -> bool:
        """Whether anything was entered; the kind alone, a choice that may be preset, is nothing."""
        return bool(set(self.changed_data) - {"kind"})

    @transaction.atomic
    def keep(self) -> Source:
        """Save the source, and its text if there is one."""
        source: Source = self.save()
        if text := self.cleaned_data["text"]:
            Capture.objects.create(source=source, text=text, origin=CaptureOrigin.PASTE)
        return source


def fields_in_place() -> dict[str, forms.Field]:
    """The same fields for the page to draw: none required, for the source may be chosen instead."""
    drawn = {f"{PREFIX}{name}": field for name, field in SourceInPlaceForm().fields.items()}
    for field in drawn.values():
        field.required = False
    publisher = Source._meta.get_field("publisher")
    drawn[f"{PREFIX}publisher"].widget = AutocompleteSelect(
        publisher,
        admin.site,
        choices=drawn[f"{PREFIX}publisher"].choices,  # type: ignore[attr-defined]
    )
    return drawn
