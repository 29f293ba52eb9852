"""Nouns → rows: the sheet that, loaded into an empty database, gives them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from django.db.models import Prefetch, QuerySet

from positions.importers.sheets.cells import written
from positions.importers.sheets.reading import SEPARATOR
from positions.importers.sheets.sheet import Column, Sheet
from positions.importers.sheets.words import ENDS_IN_ORDER
from positions.models import Quotation
from positions.models.bulk import batches


def rows(sheet: Sheet, nouns: QuerySet[Any]) -> Iterator[list[str]]:
    """The rows of these nouns, oldest first; a fixed number of queries for each five hundred.

    The first row of a noun has its own columns; each row one of its names, one of its words, one of
    its judgements. Texts that are kept of sources, history, corrections, challenges
    and former addresses are not in it.
    """
    pks = list(nouns.order_by("pk").values_list("pk", flat=True).distinct())
    for some in batches(pks):
        for noun in _fetched(sheet, some):
            yield from _rows(sheet, noun)


def _fetched(sheet: Sheet, pks: Sequence[int]) -> Iterable[Any]:
    model: Any = sheet.model
    found = model._base_manager.filter(pk__in=pks).order_by("pk")
    found = found.select_related(*(c.field for c in sheet.columns if c.of.many_to_one))
    found = found.prefetch_related(*(c.field for c in sheet.columns if c.of.many_to_many))
    for part in sheet.parts:
        of: Any = part.model
        several = of._base_manager.order_by("pk")
        referred = [c.field for c in part.columns if c.of.many_to_one]
        if "quotation" in referred:
            referred.append("quotation__source")
        several = several.select_related(*referred)
        found = found.prefetch_related(Prefetch(part.related_name, several))
    return found  # type: ignore[no-any-return]


def _rows(sheet: Sheet, noun: Any) -> Iterator[list[str]]:
    several = [getattr(noun, part.related_name).all() for part in sheet.parts]
    first = [_cell(column, noun) for column in sheet.columns]
    further = [noun.slug if column.field == "slug" else "" for column in sheet.columns]
    for place, parts in enumerate(zip_longest(*several) if any(several) else [()]):
        row = list(further if place else first)
        for part, thing in zip(sheet.parts, parts or [None] * len(sheet.parts), strict=True):
            row += ["" if thing is None else _cell(column, thing) for column in part.columns]
        yield row


def _cell(column: Column, thing: Any) -> str:
    value = getattr(thing, column.field)
    if column.of.many_to_many:
        return f"{SEPARATOR} ".join(sorted(each.slug for each in value.all()))
    if isinstance(value, Quotation):
        return f"{value.source.slug}{ENDS_IN_ORDER}{value.order}"
    return value.slug if column.of.is_relation and value is not None else written(value)
