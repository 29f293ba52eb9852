"""Boxes that complete names, in rows: the labels of all rows are fetched at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest

from positions.admin.bases import CompletingSelect, StackedInline
from positions.admin.editing.labels import label_of
from positions.admin.editing.rows import EditedRows


class CompletedField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice that takes its label from what is known of the page's rows, at no query."""

    known: dict[str, models.Model] = {}

    def label_from_instance(self, obj: models.Model) -> str:
        return label_of(obj)


class CompletedSelect(CompletingSelect):
    """Django's box; it asks the database only for what is not known."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        known: dict[str, models.Model] = self.choices.field.known
        chosen = [str(each) for each in value if str(each)]
        if any(each not in known for each in chosen):
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options += [
            self.create_option(name, each, label_of(known[each]), True, place)
            for place, each in enumerate(chosen, start=len(options))
        ]
        return [(None, options, 0)]


class CompletedRows(EditedRows):
    """Rows whose ``CompletedField`` choices are fetched with one query for each model."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for name, field in form.fields.items():
            if isinstance(field, CompletedField):
                field.known = self._known(name, field)

    def _known(self, name: str, field: CompletedField) -> dict[str, models.Model]:
        found: dict[str, dict[str, models.Model]] = vars(self).setdefault("_found", {})
        if name not in found and not self.is_bound:
            keys = {getattr(row, f"{name}_id") for row in self.get_queryset()} - {None}
            chosen = field.queryset.in_bulk(keys) if keys else {}  # type: ignore[union-attr]
            found[name] = {str(pk): each for pk, each in chosen.items()}
        return found.get(name, {})


class CompletedInline(StackedInline):
    """Numbered rows, with such boxes for the fields in ``completed_fields``."""

    template = "admin/positions/numbered_rows.html"
    completed_fields: list[str] = []

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.completed_fields:
            kwargs["form_class"] = CompletedField
            kwargs["widget"] = CompletedSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related(*self.completed_fields)
