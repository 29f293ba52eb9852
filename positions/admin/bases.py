"""Django's generic classes, under names that the type checker and the interpreter both accept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.forms.models import BaseInlineFormSet

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
    ModelAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
    InlineFormSet = BaseInlineFormSet[Any, Any, Any]
else:  # Django's own are not subscriptable when they run
    ModelForm = forms.ModelForm
    ModelAdmin = admin.ModelAdmin
    StackedInline = admin.StackedInline
    InlineFormSet = BaseInlineFormSet

__all__ = ["InlineFormSet", "ModelAdmin", "ModelForm", "StackedInline"]
