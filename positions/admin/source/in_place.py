"""A new source entered on a statement's page, under the other form's fields."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin

from positions.admin.bases import CompletingSelect
from positions.admin.editing.document_box import DocumentField, Entered
from positions.admin.source.form import SourceForm
from positions.choices import CaptureOrigin
from positions.models import Source
from positions.recording import Recording
from positions.recording.checking import keep_text

PREFIX = "source_"


class SourceInPlaceForm(SourceForm):
    """A new source entered on another noun's page, with its text where the editor has it."""

    text = DocumentField(
        label="Text as you have it",
        required=False,
        rows=6,
        help_text="Private: only the quotations are checked against it.",
    )

    class Meta(SourceForm.Meta):
        fields = (
            "title",
            "title_is_ours",
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

    origin = CaptureOrigin.PASTE

    def clean_text(self) -> str:
        entered: Entered = self.cleaned_data["text"]
        self.origin = entered.origin
        self.notices += entered.notices
        self.warnings += entered.warnings
        return entered.text

    def add_prefix(self, field_name: str) -> str:
        return f"{PREFIX}{field_name}"

    @property
    def is_filled_in(self) -> bool:
        """Whether anything was entered; the kind alone, a choice that may be preset, is nothing."""
        return bool(set(self.changed_data) - {"kind"})

    def keep(self, record: Recording, by: Any) -> Source:
        """Write the source, and its text if there is one, as this account's."""
        source: Source = self.save(commit=False)
        record.add(source)
        if text := self.cleaned_data["text"]:
            keep_text(source, text, self.origin, by)
        return source


def fields_in_place() -> dict[str, forms.Field]:
    """The same fields for the page to draw: none required, for the source may be chosen instead."""
    drawn = {f"{PREFIX}{name}": field for name, field in SourceInPlaceForm().fields.items()}
    for field in drawn.values():
        field.required = False
    publisher = Source._meta.get_field("publisher")
    drawn[f"{PREFIX}publisher"].widget = CompletingSelect(
        publisher,
        admin.site,
        choices=drawn[f"{PREFIX}publisher"].choices,  # type: ignore[attr-defined]
    )
    return drawn
