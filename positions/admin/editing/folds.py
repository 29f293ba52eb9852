"""Folds of a form's page: none is shut over an error, or over what was just typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest

from positions.admin.bases import ModelAdmin

FOLDED = "collapse"


class UnfoldingAdmin(ModelAdmin):
    """Opens the folds of a page that comes back, its own and those of its rows, where it must.

    Django does so for fields that have a line to themselves, and not for those that share one.
    """

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        own = context["adminform"]
        own.fieldsets = list(unfolded(own.fieldsets, [own.form]))
        for rows in context.get("inline_admin_formsets", ()):
            rows.fieldsets = list(unfolded(rows.fieldsets, rows.formset.forms))
            if any(_is_there(row) for row in rows.formset.forms):
                rows.classes = ""  # a fold over rows that are there
        return super().render_change_form(request, context, *args, **kwargs)


def _is_there(row: Any) -> bool:
    return bool(row.instance.pk or (row.is_bound and row.has_changed()))


def unfolded(fieldsets: Iterable[Any], bound: Iterable[forms.BaseForm]) -> Iterator[Any]:
    """The fieldsets, open where a form has an error, or something typed, in one of their fields."""
    seen = {name for form in bound if form.is_bound for name in (*form.errors, *form.changed_data)}
    for title, options in fieldsets:
        classes = tuple(options.get("classes", ()))
        if FOLDED in classes and seen.intersection(flatten_fieldsets([(title, options)])):
            classes = tuple(each for each in classes if each != FOLDED)
        yield title, {**options, "classes": classes}
