"""What an editor says to readers of a change: a note, or that nothing of substance has changed."""

from __future__ import annotations

from typing import Any

from django import forms

from positions.models.texts import NOTE, Longest, ProseBox, legible_prose

BOTH = "Either tell readers, or say that there is nothing to."


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
