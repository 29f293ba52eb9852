"""Deleting in the admin: what goes is shown before, and the way back to it after."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from positions.admin.bases import ModelAdmin
from positions.admin.editing.deletion_obstacles import (
    SHOWN,
    DeletionObstacle,
    deletion_obstacles,
    fetch_related,
)
from positions.admin.housekeeping.nouns import page_of
from positions.models import Capture
from positions.models.parts import WHOLE
from positions.recording import REFUSALS, Recording

KNOWN_PARTS = {*WHOLE, Capture}  # to editors, who see them on the pages of nouns

# The lists that Django's page shows, how many go of what, what may not go, what forbids it.
ToBeDeleted = tuple[list[Any], dict[str, int], set[str], list[DeletionObstacle]]


def to_be_deleted(chosen: Collection[models.Model], request: HttpRequest) -> ToBeDeleted:
    """What goes with these, kind by kind; a few queries a kind, however many they are.

    Named are nouns and their parts, which editors know; what is only derived from them is not.
    """
    first = next(iter(chosen), None)
    if first is None:
        return [], {}, set(), []
    collector = NestedObjects(using=router.db_for_write(type(first)), origin=chosen)
    collector.collect(list(chosen))
    found_by_model: Any = collector.model_objs
    pages: Any = admin.site._registry  # noqa: SLF001
    going: dict[type[models.Model], list[models.Model]] = {
        model: list(found)
        for model, found in found_by_model.items()
        if model in pages or model in KNOWN_PARTS
    }
    lacking = {
        str(model._meta.verbose_name)
        for model, found in going.items()
        if (page := pages.get(model)) is not None
        and not all(page.has_delete_permission(request, each) for each in found)
    }
    listed: list[Any] = []
    for model, found in going.items():
        if isinstance(first, model):
            listed = [*_named(found), *listed]
        else:
            listed += [capfirst(str(model._meta.verbose_name_plural)), _named(found)]
    counts = {str(model._meta.verbose_name_plural): len(found) for model, found in going.items()}
    return listed, counts, lacking, deletion_obstacles(chosen, list(collector.protected), request)


class DeletingAdmin(ModelAdmin):
    """Deletes by the one way in which the record is written, and leads back to what is deleted."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        return to_be_deleted(objs, request)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        try:
            return super().changelist_view(request, extra_context)
        except REFUSALS as refusal:  # of a deletion: other actions tell it themselves
            return self._not_deleted(request, refusal)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        try:
            return super().delete_view(request, object_id, extra_context)
        except REFUSALS as refusal:
            return self._not_deleted(request, refusal)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self._delete(request, [obj])

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        self._delete(request, list(queryset))

    def _delete(self, request: HttpRequest, going: Sequence[Any]) -> None:
        with Recording() as record:
            record.remove_all(going)
        if len(going) == 1:
            way = page_of(going[0], "history")
            told = format_html(
                '“{}” can be brought back <a href="{}">from its history</a>.', going[0], way
            )
        else:
            way = reverse("admin:housekeeping_deleted")
            told = format_html(
                'These {} can be brought back: <a href="{}">deleted lately</a>.', len(going), way
            )
        self.message_user(request, told, messages.INFO)

    def _not_deleted(self, request: HttpRequest, refusal: Exception) -> HttpResponse:
        self.message_user(request, f"Nothing was deleted. {refusal}", messages.ERROR)
        return HttpResponseRedirect(reverse(f"admin:positions_{self.opts.model_name}_changelist"))


def _named(things: Sequence[models.Model]) -> list[Any]:
    first = things[:SHOWN]
    fetch_related(first)
    shown: list[Any] = [_name(each) for each in first]
    more = len(things) - len(shown)
    return [*shown, f"and {more:,} more"] if more else shown


def _name(thing: models.Model) -> Any:
    return format_html("{}: {}", capfirst(str(thing._meta.verbose_name)), thing)
