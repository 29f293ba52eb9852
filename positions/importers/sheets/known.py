"""The nouns that the rows of a file speak of, as they are stored, with the parts they have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import Prefetch

from positions.choices import StakeholderKind
from positions.importers.sheets.names import moved
from positions.importers.sheets.sheet import Part, Sheet
from positions.models import Stakeholder, url_key
from positions.models.names import names_for

Key = tuple[str, str]  # (column, text)


def known(sheet: Sheet, keys: Collection[Key], parts: Collection[Part]) -> dict[Key, list[Any]]:
    """Those known by these keys; several where a name is not clear. A fixed number of queries."""
    fields = {column.name: column.field for column in sheet.columns}
    pks: dict[Key, set[int]] = defaultdict(set)
    for name in ("slug", *sheet.otherwise):
        field = "url_key" if fields[name] == "url" else fields[name]
        said: dict[str, list[Key]] = defaultdict(list)
        for key in keys:
            if key[0] == name:
                said[url_key(key[1]) if field == "url_key" else key[1]].append(key)
        for text, found in _found(sheet, field, said).items() if said else ():
            for key in said[text]:
                pks[key] |= found
    nouns = _with_parts(sheet, {pk for found in pks.values() for pk in found}, parts)
    return {key: [nouns[pk] for pk in found if pk in nouns] for key, found in pks.items()}


def _found(sheet: Sheet, field: str, texts: Collection[str]) -> dict[str, set[int]]:
    """The keys of those that have these texts in a field, or in what stands for it."""
    model: Any = sheet.model
    if (field, model) == ("name", Stakeholder):
        return _called(sheet, texts)
    found: dict[str, set[int]] = defaultdict(set)
    for each in (field, "other_addresses__url_key") if field == "url_key" else (field,):
        rows = model._base_manager.filter(**{f"{each}__in": list(texts)})
        for pk, value in rows.values_list("pk", each):
            found[value].add(pk)
    for slug, pk in moved(model, texts).items() if field == "slug" else ():
        found[slug].add(pk)
    return found


def _called(sheet: Sheet, texts: Collection[str]) -> dict[str, set[int]]:
    """The parties of this sheet that the names mean; one query."""
    names = names_for(texts)
    people = sheet.kinds == frozenset({StakeholderKind.PERSON})
    return {text: {each.pk for each in names.find(text, people=people)} for text in texts}


def _with_parts(sheet: Sheet, pks: Collection[int], parts: Collection[Part]) -> dict[int, Any]:
    if not pks:
        return {}
    model: Any = sheet.model
    referring = [c.field for c in sheet.columns if c.of.many_to_one]
    several = [c.field for c in sheet.columns if c.of.many_to_many]
    rows = model._base_manager.select_related(*referring).prefetch_related(
        *several,
        *(Prefetch(part.related_name, _referring(part)) for part in parts),
    )
    return {noun.pk: noun for noun in rows.filter(pk__in=list(pks))}


def _referring(part: Part) -> Any:
    model: Any = part.model
    fields = [c.field for c in part.columns if c.of.many_to_one]
    return model._base_manager.select_related(*fields).order_by("pk")
