"""What happened to a noun and its parts, in one readable timeline; and what a return would undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import models

from positions.history.differences import Event, RecordReader, history_of
from positions.models.parts import PARTS

# What is written without an account (by a command) within this time is one entry.
ONE_COMMAND = timedelta(seconds=60)
# A deletion reaches the parts one by one.
ONE_DELETION = timedelta(seconds=2)


@dataclass(slots=True)
class Entry:
    """What one person did at one moment; ``moment`` is that of the last of its records.

    ``reason`` is what the history says of why, where it does: “… was merged into …”.
    """

    moment: datetime
    by: str
    reason: str = ""
    events: list[Event] = field(default_factory=list)


def recorded(model: type[models.Model], pk: int) -> dict[type[models.Model], list[Any]]:
    """The historical records of a noun and its parts, oldest first. One query for each model."""
    found = {model: _records(model, id=pk)}
    for part, key in PARTS.get(model, ()):
        found[part] = _records(part, **{f"{key}_id": pk})
    return found


def timeline(
    model: type[models.Model],
    pk: int,
    since: datetime | None = None,
    without: Collection[str] = (),
) -> list[Entry]:
    """All entries, newest first; of those after ``since`` only. A fixed number of queries.

    ``without`` are the noun's fields that are not to be told of.
    """
    found = recorded(model, pk)
    reader = RecordReader(model, found, without)
    pairs = sorted(
        ((part, *pair) for part, records in found.items() for pair in _successive(records)),
        key=lambda each: (each[2].history_date, each[2].history_id),
    )
    shown = [pair for pair in pairs if since is None or pair[2].history_date > since]
    reader.load((part, record) for part, *both in shown for record in both if record)
    entries: list[Entry] = []
    last: Any = None
    said = ((after.history_date, after.history_change_reason) for _, _, after in shown)
    reasons = {moment: reason for moment, reason in said if reason}
    for part, before, after in shown:
        event = reader.event(part, before, after)
        reason = after.history_change_reason or ""
        if event is None and not reason:
            continue
        if last is None or not _together(last, after):
            entries.append(Entry(after.history_date, str(after.history_user or "a command")))
        entries[-1].moment = after.history_date
        # What was said last of the entry, be it with another of its rows.
        entries[-1].reason = reasons.get(after.history_date, entries[-1].reason)
        entries[-1].events += [event] if event else []
        last = after
    return entries[::-1]


def as_last_known(model: type[models.Model], pk: int) -> Any | None:
    """A noun that is deleted, unsaved, as its last record has it; None where there is no record.

    Its version is later than any that it had, so that every form opened before is stale.
    """
    records = _records(model, id=pk)
    if not records:
        return None
    gone = records[-1].instance
    gone.version = len(records) + 1  # each save, which counts the version up, left a record
    return gone


def changes_of_return(model: type[models.Model], pk: int, moment: datetime) -> list[Event]:
    """What would change if all were put back as it was at that moment."""
    found = recorded(model, pk)
    reader = RecordReader(model, found)
    pairs = [
        (part, now[-1], last_standing(then))
        for part, records in found.items()
        for now, then in _by_object(records, moment)
    ]
    reader.load((part, record) for part, *both in pairs for record in both if record)
    events = [
        reader.event(part, None if now.history_type == "-" else now, then, back=True)
        for part, now, then in pairs
    ]
    return [event for event in events if event]


def last_standing(records: list[Any]) -> Any | None:
    """The last of the records of one object, or None where it did not exist after it."""
    return records[-1] if records and records[-1].history_type != "-" else None


def _by_object(records: list[Any], moment: datetime) -> Iterator[tuple[list[Any], list[Any]]]:
    """For each object all of its records, and those up to the moment."""
    grouped: dict[int, list[Any]] = defaultdict(list)
    for record in records:
        grouped[record.id].append(record)
    for all_of_it in grouped.values():
        yield all_of_it, [each for each in all_of_it if each.history_date <= moment]


def _records(model: Any, **which: Any) -> list[Any]:
    found = history_of(model).filter(**which).select_related("history_user")
    return list(found.order_by("history_date", "history_id"))


def _successive(records: list[Any]) -> Iterator[tuple[Any | None, Any]]:
    before: dict[int, Any] = {}
    for record in records:
        yield before.get(record.id), record
        before[record.id] = record


def _together(one: Any, other: Any) -> bool:
    if one.history_user_id != other.history_user_id:
        return False
    apart = other.history_date - one.history_date
    if one.history_type == other.history_type == "-":
        return bool(apart < ONE_DELETION)
    return not apart or (one.history_user_id is None and bool(apart < ONE_COMMAND))
