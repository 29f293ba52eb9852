"""Corrections in the admin: made by saving a statement, and reworded here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from positions.admin.editing.editable import EditableAdmin
from positions.models import Correction


@admin.register(Correction)
class CorrectionAdmin(EditableAdmin):
    """The list of corrections, and the page on which the note of one is reworded."""

    list_display = ["statement", "kind", "made_on", "note"]
    list_filter = ["kind"]
    list_select_related = ["statement"]
    list_per_page = 50
    show_full_result_count = False
    readonly_fields = ["statement", "kind", "made_on"]
    fieldsets = [(None, {"fields": ["statement", ("kind", "made_on"), "note"]})]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
