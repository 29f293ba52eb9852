"""What was deleted lately and has not come back: of every noun with pages of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from positions.history.differences import history_of
from positions.models import (
    Challenge,
    Correction,
    Merge,
    Proposition,
    Source,
    Stakeholder,
    Statement,
    Topic,
)

LATELY = timedelta(days=90)
# What each noun is called by: one of its fields.
CALLED: Mapping[type[Any], str] = {
    Statement: "title",
    Source: "title",
    Stakeholder: "name",
    Proposition: "short_label",
    Topic: "name",
    Correction: "note",
    Challenge: "disputed",
}


@dataclass(frozen=True, slots=True)
class Deletion:
    """One row that is gone: what it was, unsaved; what it was called; when it went, and by whom."""

    row: Any
    name: str
    moment: datetime
    by: str

    @property
    def noun(self) -> str:
        return str(self.row._meta.verbose_name)


def deleted_lately(most: int) -> list[Deletion]:
    """The newest deletions, ``most`` at most, the last first; a query for each noun.

    Merged ones are left out, which come back by undoing the merge, and what was brought back.
    """
    since = timezone.now() - LATELY
    found = [
        Deletion(
            model(**{one.attname: getattr(record, one.attname) for one in record.tracked_fields}),
            getattr(record, name),
            record.history_date,
            str(record.history_user or "a command"),
        )
        for model, name in CALLED.items()
        for record in _records(model, since)[:most]
    ]
    return sorted(found, key=lambda each: each.moment, reverse=True)[:most]


def _records(model: type[Any], since: datetime) -> Any:
    there = model._base_manager.filter(pk=OuterRef("id"))
    merged = Merge.objects.filter(
        noun=model._meta.model_name, merged_id=OuterRef("id"), undone_at=None
    )
    history = history_of(model)
    later = history.filter(id=OuterRef("id"), history_id__gt=OuterRef("history_id"))
    return (
        history.filter(history_type="-", history_date__gte=since)
        .exclude(Exists(there))
        .exclude(Exists(merged))
        .exclude(Exists(later.order_by()))
        .select_related("history_user")
        .order_by("-history_date", "-history_id")
    )
