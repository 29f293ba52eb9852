"""Django's generic classes as this admin uses them, typed for the checker and the interpreter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from positions.numbers import key_of

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
    _ModelAdmin = admin.ModelAdmin[Any]
    _StackedInline = admin.StackedInline[Any, Any]
    _Options = admin.options.BaseModelAdmin[Any]
    InlineFormSet = BaseInlineFormSet[Any, Any, Any]
else:  # Django's own are not subscriptable when they run
    ModelForm = forms.ModelForm
    _ModelAdmin = admin.ModelAdmin
    _StackedInline = admin.StackedInline
    _Options = object
    InlineFormSet = BaseInlineFormSet


NO_DAY = "This is no day: write it with year, month and day, as 2018-06-15."
CHOSEN_AND_NEW = (
    "Choose one here or enter a new one below, not both. To keep the one chosen, empty the fields "
    "of the new one."
)


def take_errors(form: Any, entered: Any, prefix: str) -> None:
    """Show what is wrong with a noun that was entered in place at its fields on the page.

    ``form`` is the page's or the row's, which draws the fields of ``entered`` as its own, under
    their names with ``prefix``; what is wrong with no field of them stands above all.
    """
    for name, errors in entered.errors.as_data().items():
        form.errors.pop(f"{prefix}{name}", None)  # found on the page's own copy of the field
        form.add_error(f"{prefix}{name}" if name in entered.fields else None, errors)


def _keys(sent: Any) -> list[Any]:
    return [each for each in sent if not each or key_of(str(each))]


class CompletingSelect(AutocompleteSelect):
    """Django's box that completes a name; a value that is no key chooses nothing in it.

    Django looks up whatever was sent, or stands in the address, before the form has refused it.
    """

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, _keys(value), attr)


class CompletingSelectMultiple(AutocompleteSelectMultiple):
    """The same for several names."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, _keys(value), attr)


class _Boxes(_Options):
    """Gives the fields in ``autocomplete_fields`` these boxes, and a day one that says how."""

    formfield_overrides = {models.DateField: {"error_messages": {"invalid": NO_DAY}}}

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", CompletingSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", CompletingSelectMultiple(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class ModelAdmin(_Boxes, _ModelAdmin):
    """The pages of a noun."""


class StackedInline(_Boxes, _StackedInline):
    """Rows of a part on a noun's page."""


__all__ = [
    "CHOSEN_AND_NEW",
    "CompletingSelect",
    "InlineFormSet",
    "ModelAdmin",
    "ModelForm",
    "StackedInline",
    "take_errors",
]
