"""Form fields for what an editor writes: words to the letter, and notes to readers."""

from __future__ import annotations

from typing import Any

from django import forms

from positions.models.texts import NOTE, Longest, ProseBox, legible_prose, storable

BOTH = "Either tell readers, or say that there is nothing to."


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


class NoteBox(ProseBox):
    """A note to readers, as long as one is kept; empty where they are told nothing."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        box = forms.Textarea(attrs={"rows": rows, "class": "vLargeTextField"})
        usual = {"label": "Note to readers", "required": False, "widget": box}
        super().__init__(validators=[legible_prose, Longest(NOTE)], **{**usual, **kwargs})


class NoSubstanceBox(forms.BooleanField):
    """The editor's word that readers need not be told."""

    def __init__(self, **kwargs: Any) -> None:
        usual = {"label": "No change in substance: spelling, layout", "required": False}
        super().__init__(**{**usual, **kwargs})


def refuse_both(form: forms.BaseForm, note: str = "note") -> None:
    """Refuse a note, whose field is called so, together with the word that there is none."""
    if form.cleaned_data.get(note) and form.cleaned_data.get("no_substance"):
        form.add_error("no_substance", BOTH)
