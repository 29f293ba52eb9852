"""What refers to a stakeholder or a source: the rows that move with it when it is merged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import ForeignObjectRel, Q
from simple_history.models import HistoricalChanges

from positions.models import FoldedText, IndexEntry, Mention, Position

# Derived rows follow from the others; they are not moved.
DERIVED = (Position, IndexEntry, Mention, FoldedText)

# The field that names the party itself, where a row has further ones.
FIRST = "stakeholder"

# How those that move are counted on the page, by model and field.
COUNTED = {
    ("attribution", "stakeholder"): "attributions",
    ("attribution", "on_behalf_of"): "attributions on its behalf",
    ("affiliation", "member"): "ties to others",
    ("affiliation", "group"): "ties of others to it",
    ("alias", "stakeholder"): "aliases",
    ("statement", "addressees"): "statements addressed to it",
    ("source", "publisher"): "sources published",
    ("quotation", "source"): "quotations",
    ("capture", "source"): "private texts",
    ("otheraddress", "source"): "other addresses",
    ("intake", "source"): "articles on the desk",
}


def relations(model: type[models.Model]) -> list[Any]:
    """The relations that others have to this model, in a fixed order, derived rows aside."""
    # Hidden ones, which have no name on this side, are asked for too.
    found = [
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, ForeignObjectRel) and not _is_derived(relation)
    ]
    return sorted(found, key=lambda one: (one.related_model._meta.label, one.field.name))


def _is_derived(relation: ForeignObjectRel) -> bool:
    """Whether its rows are kept by others: what is derived, choices of many, the history."""
    related: Any = relation.related_model
    return issubclass(related, (*DERIVED, HistoricalChanges)) or related._meta.auto_created


def counted_as(relation: Any) -> str:
    """What the rows of a relation are called where they are counted."""
    noun, name = relation.related_model._meta.model_name, relation.field.name
    plural = str(relation.related_model._meta.verbose_name_plural)
    return COUNTED.get((noun, name), plural)


def referring_rows(merged: models.Model) -> Iterator[dict[Any, list[Any]]]:
    """By model, each row that refers to it by a key, with the relations by which it does.

    Rows in which it is the party itself come last: they may meet those that only name it. A query
    a model.
    """
    keys = [relation for relation in relations(type(merged)) if not relation.many_to_many]
    for model in dict.fromkeys(relation.related_model for relation in keys):
        theirs = [relation for relation in keys if relation.related_model is model]
        any_of = Q()
        for relation in theirs:
            any_of |= Q(**{relation.field.name: merged.pk})
        named = [relation.field.name for relation in theirs]
        rows = model._base_manager.filter(any_of).select_related(*named).order_by("pk")
        met = [
            (row, [each for each in theirs if _refers(row, each, merged)])
            for row in rows.select_for_update(of=("self",))
        ]
        yield dict(sorted(met, key=lambda each: any(one.field.name == FIRST for one in each[1])))


def choosing_rows(merged: models.Model) -> Iterator[tuple[Any, Any]]:
    """Each row that has it among its many-to-many choices, with the relation."""
    for relation in relations(type(merged)):
        if relation.many_to_many:
            chosen = relation.related_model._base_manager.filter(**{relation.field.name: merged.pk})
            for row in chosen.order_by("pk"):
                yield row, relation


def _refers(row: Any, relation: Any, merged: models.Model) -> bool:
    return bool(getattr(row, relation.field.attname) == merged.pk)
