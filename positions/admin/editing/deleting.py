"""What goes when something is deleted, for the page that asks: of very many of a kind the first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.text import capfirst

SHOWN = 20  # of a kind

# The lists that Django's page shows, how many go of what, what may not go, what forbids it.
Doomed = tuple[list[Any], dict[str, int], set[str], list[Any]]


def doomed(chosen: Collection[models.Model], request: HttpRequest) -> Doomed:
    """What goes with these, kind by kind; a fixed number of queries, with a few for each shown."""
    first = next(iter(chosen), None)
    if first is None:
        return [], {}, set(), []
    collector = NestedObjects(using=router.db_for_write(type(first)), origin=chosen)
    collector.collect(list(chosen))
    found_by_model: Any = collector.model_objs
    going: dict[type[models.Model], list[models.Model]] = {
        model: list(found) for model, found in found_by_model.items()
    }
    lacking = {
        str(model._meta.verbose_name)
        for model, found in going.items()
        if (page := admin.site._registry.get(model)) is not None  # noqa: SLF001
        and not all(page.has_delete_permission(request, each) for each in found)
    }
    listed: list[Any] = []
    for model, found in going.items():
        if isinstance(first, model):
            listed = [*_named(found), *listed]
        else:
            listed += [capfirst(str(model._meta.verbose_name_plural)), _named(found)]
    counts = {str(model._meta.verbose_name_plural): len(found) for model, found in going.items()}
    return listed, counts, lacking, _named(list(collector.protected))


def _named(things: Collection[models.Model]) -> list[Any]:
    shown: list[Any] = [_name(each) for each in _first(things)]
    more = len(things) - len(shown)
    return [*shown, f"and {more:,} more"] if more else shown


def _first(things: Iterable[models.Model]) -> list[models.Model]:
    return [each for _, each in zip(range(SHOWN), things, strict=False)]


def _name(thing: models.Model) -> Any:
    return format_html("{}: {}", capfirst(str(thing._meta.verbose_name)), thing)
