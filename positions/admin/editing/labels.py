"""What a choice is called where a name is completed, and the marks by which stances are known."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db import models
from django.template import engines
from django.utils.safestring import SafeString, mark_safe

from positions.models import Proposition, Source, Stakeholder, Statement


def label_of(choice: models.Model) -> str:
    """The name of a choice with what tells it from another of that name."""
    if isinstance(choice, Stakeholder):
        short = f" ({choice.abbreviation})" if choice.abbreviation else ""
        return f"{choice.name}{short} · {choice.get_kind_display()}"
    if isinstance(choice, Source | Statement) and choice.date:
        return f"{choice} · {choice.date}"
    if isinstance(choice, Proposition):
        return f"{choice.short_label} · {choice.text}"
    return str(choice)


class LabelledAutocomplete(AutocompleteJsonView):
    """Django's answer to what is typed into such a box, with these labels."""

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        return {**super().serialize_result(obj, to_field_name), "text": label_of(obj)}


@cache
def stance_mark(stance: str, directness: str = "") -> SafeString:
    """The mark of that stance, nothing for none; drawn once."""
    if not stance:
        return SafeString()
    pages = cast("Any", engines["jinja2"]).env
    macros = pages.get_template("components/stance.html").make_module({})
    return mark_safe(str(macros.mark(stance, directness)))  # noqa: S308 - a macro of ours, escaped by Jinja2
