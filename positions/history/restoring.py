"""Puts a noun and its parts back as they were at a moment of their history."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from positions.history.timeline import as_last_known, last_standing, recorded
from positions.models import Merge, Source, Stakeholder
from positions.models.parts import PARTS
from positions.recording import Recording

# What may have been merged into another since a record was made.
MERGEABLE = (Stakeholder, Source)


def restore(record: Recording, model: type[models.Model], pk: int, moment: datetime) -> Any:
    """Put a noun and its parts back as they were; what was added since goes, what went returns.

    The row's version goes on counting, so that a form opened before is stale.

    Raises:
        LookupError: it did not exist at that moment.
        ValidationError: what it was then is not valid now; undo what is written.
    """
    then = {
        part: [each for each in records if each.history_date <= moment]
        for part, records in recorded(model, pk).items()
    }
    last = last_standing(then[model])
    if last is None:
        raise LookupError(f"It did not exist on {moment:%d %B %Y at %H:%M}.")
    whole: Any = model._base_manager.filter(pk=pk).first() or as_last_known(model, pk)
    _write(record, [(whole, last)])
    for one in model._meta.many_to_many:
        record.choose(whole, one.name, _chosen(one, last))
    for part, key in PARTS.get(model, ()):
        by_pk: dict[int, list[Any]] = {}
        for each in then[part]:
            by_pk.setdefault(each.id, []).append(each)
        wanted = {each: kept for each, rows in by_pk.items() if (kept := last_standing(rows))}
        there = {row.pk: row for row in part._base_manager.filter(**{key: whole})}
        record.remove_all([row for each, row in there.items() if each not in wanted])
        changed = []
        for each, kept in wanted.items():
            row = there.get(each) or part(pk=each)
            if row._state.adding or _differs(row, kept):
                setattr(row, key, whole)
                changed.append((row, kept))
        _write(record, changed)
    return whole


def _write(record: Recording, changed: Sequence[tuple[Any, Any]]) -> None:
    """Write rows of one model as their records have them."""
    _take_over(changed)
    tracked = changed[0][1].tracked_fields if changed else []
    names = [one.name for one in tracked if not one.primary_key]
    record.add_all([row for row, _ in changed if row._state.adding])
    record.change_all({row: names for row, _ in changed if not row._state.adding})


def _now(one: Any, keys: Collection[int]) -> dict[int, int]:
    """What these keys of a relation are now, where what they led to was merged into another."""
    return Merge.led_on(str(one.related_model._meta.model_name), keys)


def _chosen(one: Any, record: Any) -> set[int]:
    """What a many-to-many field held at the record, or what that was merged into."""
    through = getattr(type(record), one.name).model
    held = set(
        through.objects.filter(history=record.history_id).values_list(
            f"{one.m2m_reverse_field_name()}_id", flat=True
        )
    )
    now = _now(one, held)
    held = {now.get(pk, pk) for pk in held}
    there = set(one.related_model._base_manager.in_bulk(held))
    if gone := held - there:
        raise ValidationError(
            f"{one.verbose_name}: {len(gone)} of those it had were deleted since."
        )
    return there


def _differs(row: models.Model, record: Any) -> bool:
    return any(
        getattr(row, one.attname) != getattr(record, one.attname) for one in record.tracked_fields
    )


def _take_over(changed: Sequence[tuple[Any, Any]]) -> None:
    """Give rows of one model what their records have, or what that was merged into.

    Costs a query or two for each relation, however many they are.
    """
    for one in changed[0][1].tracked_fields if changed else ():
        values = [getattr(record, one.attname) for _, record in changed]
        merged: dict[Any, Any] = {}
        if one.is_relation and one.related_model in MERGEABLE:
            merged = _now(one, {value for value in values if value})
        for (row, _), value in zip(changed, values, strict=True):
            setattr(row, one.attname, merged.get(value, value))
