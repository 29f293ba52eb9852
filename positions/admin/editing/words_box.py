"""A form field for words to the letter: blanks stay, and lines end as they do in a text."""

from __future__ import annotations

from typing import Any

from django import forms

from positions.models.texts import Longest, storable


class WordsField(forms.CharField):
    """A text area. Browsers send line ends as CR LF; offsets count them as one character."""

    def __init__(self, *, rows: int = 3, strip: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", forms.Textarea(attrs={"rows": rows, "class": "vLargeTextField"})
        )
        longest = kwargs.pop("max_length", None)  # which a browser would cut off without a word
        super().__init__(strip=strip, **kwargs)
        self.validators = [storable, *([Longest(longest)] if longest else [])]

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text
