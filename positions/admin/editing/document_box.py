"""A box for a whole text: pasted, or taken from a file, and said back either way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from positions.admin.editing.text_boxes import WordsField
from positions.choices import CaptureOrigin
from positions.documents import (
    MAX_BYTES,
    MAX_CHARACTERS,
    SUFFIXES,
    Document,
    Unreadable,
    read_document,
)

_WORDS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of the box: a text, empty where none was given, and the file that it is from."""

    text: str = ""
    document: Document | None = None

    @property
    def origin(self) -> CaptureOrigin:
        return CaptureOrigin.FILE if self.document else CaptureOrigin.PASTE

    @property
    def notices(self) -> list[str]:
        """How much was read from the file, and its first and last words, for the editor to see."""
        if self.document is None:
            return []
        words = self.text.split()
        first, last = " ".join(words[:_WORDS_SHOWN]), " ".join(words[-_WORDS_SHOWN:])
        count = f"{len(words):,} word{'s' if len(words) != 1 else ''}"
        return [f"“{self.document.name}” was read: {count}, from “{first}” to “{last}”."]

    @property
    def warnings(self) -> list[str]:
        """What had to be assumed while the file was read."""
        if self.document is None:
            return []
        return [f"“{self.document.name}”: {note}" for note in self.document.notes]


class DocumentBox(forms.Textarea):
    """A text area with a box for a file under it, whose name is that of the field and ``_file``."""

    template_name = "admin/positions/document_box.html"
    needs_multipart_form = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return super().value_from_datadict(data, files, name), files.get(f"{name}_file")

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data and f"{name}_file" not in files

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        text, read_from = value if isinstance(value, tuple) else (value, "")
        context = super().get_context(name, text, attrs)
        context["widget"] |= {"accepted": ",".join(SUFFIXES), "read_from": read_from}
        return context


class DocumentField(forms.Field):
    """Cleans to ``Entered``. A file is read once a request, which takes half a second or more."""

    default_error_messages = {
        "required": "Paste the text, or choose a file.",
        "both": "Paste a text or choose a file, not both.",
    }

    def __init__(self, *, rows: int = 10, **kwargs: Any) -> None:
        kwargs["widget"] = DocumentBox(attrs={"rows": rows, "class": "vLargeTextField"})
        super().__init__(**kwargs)
        self._words = WordsField(required=False, max_length=MAX_CHARACTERS)

    def clean(self, value: Any) -> Entered:
        typed, file = value
        text = self._words.clean(typed)
        if file is not None:
            if text.strip():
                raise ValidationError(self.error_messages["both"], code="both")
            document = _document(file)
            return Entered(document.text, document)
        if self.required and not text:
            raise ValidationError(self.error_messages["required"], code="required")
        return Entered(text)

    def has_changed(self, initial: Any, data: Any) -> bool:
        typed, file = data
        return bool(typed) or file is not None

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What a page that was refused shows: no browser sends a file twice, so the file's text."""
        typed, file = data
        document = vars(file).get("_document") if file is not None else None
        return (document.text, document.name) if document and not typed else (typed, "")


def _document(file: UploadedFile[Any]) -> Document:
    if "_document" not in vars(file):
        try:
            vars(file)["_document"] = read_document(file.name or "", file.read(MAX_BYTES + 1))
        except Unreadable as refusal:
            raise ValidationError(str(refusal), code="unreadable") from refusal
        finally:
            file.seek(0)
    document: Document = vars(file)["_document"]
    return document
