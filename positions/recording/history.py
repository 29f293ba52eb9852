"""The history of one write: who wrote which row, when and why, in one record for each row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import models
from simple_history.utils import get_history_manager_for_model

from positions.models import bulk

ADDED, CHANGED, REMOVED = "+", "~", "-"
# What a record has beside the columns of its row.
TOLD = ("history_id", "history_date", "history_type", "history_user_id", "history_change_reason")


@cache  # simple-history makes a class to answer that, which takes a millisecond
def records_of(model: type[models.Model]) -> Any:
    """The model of a noun's historical records; None where none are kept."""
    concrete: Any = model._meta.concrete_model
    kept = hasattr(concrete._meta, "simple_history_manager_attribute")
    return get_history_manager_for_model(concrete).model if kept else None


@dataclass(slots=True)
class Record:
    """What is to be kept of one row: what was done, by whom and why, and how the row is left."""

    deed: str
    by: Any
    why: str
    left: list[Any]


class History:
    """The records of one write, gathered while it goes on and written together at its end.

    All have one moment, so that they are one entry, and one account: ``by``, or that of the
    request (None: a command). A row that is written twice has one record, of how it is left.
    """

    def __init__(self, moment: datetime, by: Any = None) -> None:
        self.moment = moment
        self.by = by
        self._records: dict[Any, dict[Any, Record]] = defaultdict(dict)

    def note(self, row: models.Model, deed: str, reason: str = "") -> None:
        """Remember that this row was added, changed or removed, and how it is now."""
        model = records_of(type(row))
        if model is None:
            return
        before = self._records[model].pop(row.pk, None)
        if before is not None and before.deed == ADDED:
            if deed == REMOVED:
                return  # it never was
            deed = ADDED
        self._records[model][row.pk] = Record(
            deed,
            self.by or model.get_default_history_user(row),
            _cut(reason or (before.why if before is not None else ""), model),
            [getattr(row, field.attname) for field in model.tracked_fields],
        )

    def sign(self, row: models.Model, reason: str = "") -> None:
        """Let what simple-history itself notes of this row be part of this write."""
        model = records_of(type(row))
        self._records[model].pop(row.pk, None)
        why = _cut(reason, model) if model is not None else ""
        vars(row).update(_history_date=self.moment, _change_reason=why or None)
        if self.by is not None:
            vars(row)["_history_user"] = self.by

    def write(self) -> None:
        """Write the records; two queries a model, and two for each list of choices it has."""
        for model, records in self._records.items():
            if not records:
                continue
            found = dict(zip(records, bulk.keys(model, len(records)), strict=True))
            names = [field.attname for field in model.tracked_fields]
            bulk.insert(
                model,
                [*names, *TOLD],
                (
                    [*each.left, found[pk], self.moment, each.deed, _key(each.by), each.why or None]
                    for pk, each in records.items()
                ),
            )
            stays = {pk: found[pk] for pk, each in records.items() if each.deed != REMOVED}
            for choices in model._history_m2m_fields:  # noqa: SLF001 - it has no other name
                _write_choices(choices, model, stays)
        self._records.clear()


def _key(account: Any) -> int | None:
    return None if account is None else account.pk


def _cut(reason: str, model: Any) -> str:
    """As much of the reason as these records have room for."""
    longest = model._meta.get_field("history_change_reason").max_length
    if longest and len(reason) > longest:
        return f"{reason[: longest - 1]}…"
    return reason


def _write_choices(choices: Any, model: Any, records: Mapping[int, int]) -> None:
    """Keep what a many-to-many field holds of rows; ``records`` has, by row, its record's key."""
    through = choices.remote_field.through
    kept = getattr(model, choices.name).model
    of = f"{choices.m2m_field_name()}_id"
    names = [field.attname for field in through._meta.concrete_fields]
    for some in bulk.batches(sorted(records)):
        chosen = through.objects.filter(**{f"{of}__in": some}).order_by("pk")
        bulk.create(
            [kept(history_id=records[values[of]], **values) for values in chosen.values(*names)]
        )
