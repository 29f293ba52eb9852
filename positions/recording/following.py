"""Which statements a row belongs to, and from which of its fields something of theirs follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db import models
from django.db.models import Q

from positions.models import Proposition, Source, Stakeholder, Statement
from positions.models.bulk import batches
from positions.models.parts import PARTS

# By which attribute a part of a statement refers to it.
PART_OF = {part: f"{key}_id" for part, key in PARTS[Statement]}
# Lists filter by the kind of a party and by the topic of a proposition, and show publishers.
FOLLOWED: Mapping[type[models.Model], tuple[str, ...]] = {
    Stakeholder: ("kind",),
    Proposition: ("topic_id",),
    Source: ("publisher_id",),
}
NAMED: Mapping[type[models.Model], tuple[str, ...]] = {
    Stakeholder: ("attributions__stakeholder", "attributions__on_behalf_of"),
    Proposition: ("assessments__proposition", "asked_about"),
    Source: ("quotations__source",),
}
# Readers are shown these lists too, which go with a row that is deleted.
LISTED: Mapping[type[models.Model], tuple[str, ...]] = {
    Stakeholder: ("addressees",),
    Proposition: ("asked_about",),
}


def belonging_to(rows: Sequence[models.Model]) -> set[int]:
    """The statements that these rows are or are parts of; those without a key yet left out."""
    found = set()
    for row in rows:
        key = row.pk if isinstance(row, Statement) else getattr(row, _part_key(row), None)
        if key is not None and (isinstance(row, Statement) or type(row) in PART_OF):
            found.add(key)
    return found


def following(rows: Sequence[models.Model]) -> set[int]:
    """The statements of which something follows from how these stored rows are now changed.

    One query for the fields as they are stored, a second where one differs.
    """
    changed: dict[type[models.Model], list[Any]] = defaultdict(list)
    for model, names in FOLLOWED.items():
        mine = {row.pk: row for row in rows if isinstance(row, model) and not row._state.adding}
        for some in batches(sorted(mine)):
            stored = model._base_manager.filter(pk__in=some).values_list("pk", *names)
            changed[model] += [
                pk
                for pk, *values in stored
                if values != [getattr(mine[pk], name) for name in names]
            ]
    return {pk for model, keys in changed.items() for pk in naming(model, keys)}


def losing(rows: Sequence[models.Model]) -> set[int]:
    """The statements that name these rows in a list, and lose them when they are deleted."""
    return {
        pk
        for model, paths in LISTED.items()
        for pk in _naming(paths, [row.pk for row in rows if isinstance(row, model)])
    }


def naming(model: type[models.Model], keys: Sequence[int]) -> set[int]:
    """The statements that name these parties, propositions or sources. A query a batch."""
    return _naming(NAMED[model], keys)


def _naming(paths: Collection[str], keys: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for some in batches(keys):
        any_of = Q()
        for path in paths:
            any_of |= Q(**{f"{path}__in": some})
        found.update(Statement.objects.filter(any_of).order_by().values_list("pk", flat=True))
    return found


def _part_key(row: models.Model) -> str:
    return PART_OF.get(type(row), "pk")
