"""Parts of a noun written many at a time, each with its record in the history."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, router, transaction
from simple_history.utils import bulk_create_with_history

from positions.admin.history.differences import history_of
from positions.admin.history.timeline import stamp

BATCH = 500


def is_plain(part: type[models.Model]) -> bool:
    """Whether nothing refers to rows of this part, and saving one does no more than write it."""
    return not part._meta.related_objects and part.save is models.Model.save


def remove(rows: Sequence[Any], moment: datetime) -> None:
    """Delete rows of a part, all with one moment.

    Of a plain part that costs two queries for each batch, however many they are; the rows of any
    other are deleted one by one.
    """
    if rows and not is_plain(type(rows[0])):
        for row in rows:
            stamp(row, moment)
            row.delete()
        return
    for some in _batches(rows):
        part = type(some[0])
        record: Any = history_of(part).model
        record.objects.bulk_create(
            record(
                history_date=moment,
                history_type="-",
                history_user=record.get_default_history_user(row),
                **{one.attname: getattr(row, one.attname) for one in record.tracked_fields},
            )
            for row in some
        )
        # With signals, which simple-history listens to, Django deletes and records one by one.
        doomed = part._base_manager.filter(pk__in=[row.pk for row in some])
        doomed._raw_delete(router.db_for_write(part))  # noqa: SLF001


def add(rows: Sequence[Any], moment: datetime) -> bool:
    """Write new rows of a plain part; whether they could be, else nothing is written.

    All is checked but whether keys exist and nothing is there twice, which the database refuses.
    Costs two queries for each batch, and one for each relation.
    """
    try:
        with transaction.atomic():
            _check(rows)
            for some in _batches(rows):
                bulk_create_with_history(some, type(some[0]), default_date=moment)
    except (IntegrityError, ValidationError):
        return False
    return True


def _check(rows: Sequence[Any]) -> None:
    relations = [one for one in rows[0]._meta.concrete_fields if one.is_relation] if rows else []
    for one in relations:
        keys = {getattr(row, one.attname) for row in rows} - {None}
        found: dict[Any, Any] = one.related_model._base_manager.in_bulk(keys)
        for row in rows:
            if (key := getattr(row, one.attname)) is not None:
                if key not in found:
                    raise ValidationError(f"{one.verbose_name}: it was deleted since.")
                setattr(row, one.name, found[key])
    for row in rows:
        row.clean_fields(exclude={one.name for one in relations})
        row.clean()


def _batches(rows: Sequence[Any]) -> Collection[Sequence[Any]]:
    return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]
