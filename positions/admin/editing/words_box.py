"""A form field for words to the letter: blanks stay, and lines end as they do in a text."""

from __future__ import annotations

from typing import Any

from django import forms


class WordsField(forms.CharField):
    """A text area. Browsers send line ends as CR LF; offsets count them as one character."""

    def __init__(self, *, rows: int = 3, strip: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", forms.Textarea(attrs={"rows": rows, "class": "vLargeTextField"})
        )
        super().__init__(strip=strip, **kwargs)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text
