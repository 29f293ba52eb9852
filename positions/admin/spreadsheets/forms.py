"""The two forms of an import: the file, and the word to load it as it was shown."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from import_export.forms import ConfirmImportForm

from positions.admin.editing.text_boxes import NoSubstanceBox, NoteBox, refuse_both
from positions.admin.spreadsheets.formats import ENDINGS
from positions.importers.sheets import tables

LARGEST = 5_000_000  # bytes


class FileForm(forms.Form):
    """A file of which the ending says what it is."""

    import_file = forms.FileField(
        label="File",
        help_text="CSV (UTF-8) or XLSX, with the columns of the sheet in the first row.",
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
        error_messages={"empty": tables.EMPTY},
    )

    note = NoteBox(
        rows=2,
        help_text="Public. Only where the file changes statements that readers have seen.",
    )
    no_substance = NoSubstanceBox(
        label_suffix="",
        help_text="Not for a stance, a date, a voice, quoted words or their source.",
    )
    dates_confirmed = forms.BooleanField(
        label="Dates later than those of the newest source are right",
        label_suffix="",
        required=False,
    )

    renaming = forms.BooleanField(
        label="Rename those that the file calls otherwise",
        label_suffix="",
        required=False,
        help_text="Without this, a row that gives somebody known another name is refused.",
    )

    def __init__(
        self,
        _formats: Any,
        _resources: Any,
        *,
        tells_readers: bool,
        has_names: bool,
        has_dates: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        if not has_dates:
            del self.fields["dates_confirmed"]
        if not has_names:
            del self.fields["renaming"]
        if not tells_readers:
            del self.fields["note"], self.fields["no_substance"]

    def clean(self) -> dict[str, Any]:
        refuse_both(self)
        return self.cleaned_data

    def clean_import_file(self) -> Any:
        file: Any = self.cleaned_data["import_file"]
        if (file.size or 0) > LARGEST:
            raise ValidationError(
                f"“{file.name}” has {file.size:,} bytes; {LARGEST:,} are the most. Divide it, or "
                "have it loaded by manage.py import_statements."
            )
        ending = PurePath(file.name or "").suffix.lower()
        if ending not in ENDINGS:
            raise ValidationError(
                f"“{file.name}” ends in neither {' nor '.join(ENDINGS)}. Save it as one of them."
            )
        self.cleaned_data["format"] = str(ENDINGS.index(ending))
        return file


class LoadForm(ConfirmImportForm):
    """Which file, and the fingerprint of the changes that were shown."""

    note = NoteBox(widget=forms.HiddenInput)
    no_substance = forms.BooleanField(required=False, widget=forms.HiddenInput)
    dates_confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)
    renaming = forms.BooleanField(required=False, widget=forms.HiddenInput)
    fingerprint = forms.CharField(widget=forms.HiddenInput)
    format = forms.TypedChoiceField(
        choices=[(str(place), ending) for place, ending in enumerate(ENDINGS)],
        widget=forms.HiddenInput,
    )
