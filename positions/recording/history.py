"""The history of one write: who wrote which row, when and why, in one record for each row."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db import models
from simple_history.utils import get_history_manager_for_model

BATCH = 500  # records of one insertion: bounds the parameters of one query
ADDED, CHANGED, REMOVED = "+", "~", "-"


def records_of(model: type[models.Model]) -> Any:
    """The model of a noun's historical records; None where none are kept."""
    concrete: Any = model._meta.concrete_model
    kept = hasattr(concrete._meta, "simple_history_manager_attribute")
    return get_history_manager_for_model(concrete).model if kept else None


class History:
    """The records of one write, gathered while it goes on and written together at its end.

    All have one moment, so that they are one entry, and one account: ``by``, or that of the
    request (None: a command). A row that is written twice has one record, of how it is left.
    """

    def __init__(self, moment: datetime, by: Any = None) -> None:
        self.moment = moment
        self.by = by
        self._records: dict[tuple[Any, Any], Any] = {}

    def note(self, row: models.Model, deed: str, reason: str = "") -> None:
        """Remember that this row was added, changed or removed, and how it is now."""
        model = records_of(type(row))
        if model is None:
            return
        before = self._records.pop((model, row.pk), None)
        if before is not None and before.history_type == ADDED:
            if deed == REMOVED:
                return  # it never was
            deed = ADDED
        why = reason or (before.history_change_reason if before is not None else None)
        self._records[model, row.pk] = model(
            history_date=self.moment,
            history_type=deed,
            history_user=self.by or model.get_default_history_user(row),
            history_change_reason=_cut(why or "", model) or None,
            **{field.attname: getattr(row, field.attname) for field in model.tracked_fields},
        )

    def sign(self, row: models.Model, reason: str = "") -> None:
        """Let what simple-history itself notes of this row be part of this write."""
        model = records_of(type(row))
        self._records.pop((model, row.pk), None)
        why = _cut(reason, model) if model is not None else ""
        vars(row).update(_history_date=self.moment, _change_reason=why or None)
        if self.by is not None:
            vars(row)["_history_user"] = self.by

    def write(self) -> None:
        """Write the records; two queries a model, and two for each list of choices it has."""
        by_model: dict[Any, list[Any]] = defaultdict(list)
        for (model, _), record in self._records.items():
            by_model[model].append(record)
        for model, records in by_model.items():
            model.objects.bulk_create(records, batch_size=BATCH)
            for choices in model._history_m2m_fields:  # noqa: SLF001 - it has no other name
                _write_choices(choices, records)
        self._records.clear()


def _cut(reason: str, model: Any) -> str:
    """As much of the reason as these records have room for."""
    longest = model._meta.get_field("history_change_reason").max_length
    if longest and len(reason) > longest:
        return f"{reason[: longest - 1]}…"
    return reason


def _write_choices(choices: Any, records: list[Any]) -> None:
    """Keep what a many-to-many field holds of each row that these records are of."""
    through = choices.remote_field.through
    kept = getattr(type(records[0]), choices.name).model
    of = f"{choices.m2m_field_name()}_id"
    names = [field.attname for field in through._meta.concrete_fields]
    by_row = {record.id: record for record in records if record.history_type != REMOVED}
    keys = sorted(by_row)
    for start in range(0, len(keys), BATCH):
        chosen = through.objects.filter(**{f"{of}__in": keys[start : start + BATCH]}).order_by("pk")
        kept.objects.bulk_create(
            (
                kept(history_id=by_row[values[of]].history_id, **values)
                for values in chosen.values(*names)
            ),
            batch_size=BATCH,
        )
