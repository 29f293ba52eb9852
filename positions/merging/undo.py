"""Undoes a merge: each of its steps backwards, or none where something was changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone

from positions.merging.journal import (
    Journal,
    Obstacle,
    Packed,
    naming_the_row,
    pack,
    rehearsal,
    unpack,
)
from positions.models import Editable, Merge
from positions.models.bulk import batches
from positions.recording import Recording

Step = dict[str, Any]  # of a merge, as its journal wrote it


@transaction.atomic
def undo(merge: Merge) -> None:
    """Bring both back as they were. What was entered for the kept one since then stays with it.

    Costs as much as the merge did. All or nothing; derives what follows.

    Raises:
        Obstacle: something that the merge wrote was changed since; nothing is undone.
    """
    undone = not Merge.objects.filter(pk=merge.pk, undone_at=None).update(undone_at=timezone.now())
    if undone:
        raise Obstacle("It is undone already.")
    statements = set(merge.steps["statements"])
    why = f"The merge of “{merge.merged_name}” into “{merge.kept_name}” was undone"
    with Recording(None, reason=why) as record:
        # Those merged before it was written down whom statements name have no “named”.
        record.include(statements.union(merge.steps.get("named", ())))
        journal = Journal(record)
        for steps in _together(reversed(merge.steps["rows"])):
            first = steps[0]
            REVERSALS[first["deed"]](journal, apps.get_model(first["model"]), steps)


def rehearse_undo(merge: Merge) -> str:
    """Why it cannot be undone, found by trying and taking that back; empty where it can."""
    try:
        with rehearsal():
            undo(merge)
    except Obstacle as obstacle:
        return str(obstacle)
    return ""


def _together(steps: Iterable[Step]) -> Iterator[list[Step]]:
    """Those that follow one another and change the same fields of different rows; others alone."""
    several: list[Step] = []
    there: set[int] = set()
    for step in steps:
        if several and (step["pk"] in there or not _change_alike(several[0], step)):
            yield several
            several, there = [], set()
        several.append(step)
        there.add(step["pk"])
    if several:
        yield several


def _change_alike(one: Step, other: Step) -> bool:
    changed = one["deed"] == other["deed"] == "changed" and one["model"] == other["model"]
    return changed and bool(one["before"].keys() == other["before"].keys())


def _unchange(journal: Journal, model: type[models.Model], steps: Sequence[Step]) -> None:
    rows = _present(model, steps)
    for row, step in zip(rows, steps, strict=True):
        _hold(row, step["after"])
        unpack(row, step["before"])
    with naming_the_row():
        journal.record.change_all(dict.fromkeys(rows, tuple(steps[0]["before"])))


def _unadd(journal: Journal, model: type[models.Model], steps: Sequence[Step]) -> None:
    [row], [step] = _present(model, steps), steps
    _hold(row, step["after"])
    journal.record.remove(row)


def _undrop(journal: Journal, model: type[models.Model], steps: Sequence[Step]) -> None:
    [step] = steps
    row: Any = model(pk=step["pk"])
    unpack(row, step["before"])
    if isinstance(row, Editable):
        row.version += 1  # a form that was opened before the merge is stale
    with naming_the_row():
        journal.record.add(row)
    # The moments that a new row would be given are those that it had.
    moments = {
        field.name: field.to_python(step["before"][field.name])
        for field in model._meta.concrete_fields
        if getattr(field, "auto_now_add", False)
    }
    if moments:
        model._base_manager.filter(pk=row.pk).update(**moments)


def _unchoose(journal: Journal, model: type[models.Model], steps: Sequence[Step]) -> None:
    [row], [step] = _present(model, steps), steps
    name, there = step["field"], set(step["after"])
    if set(getattr(row, name).values_list("pk", flat=True)) != there:
        label = model._meta.get_field(name).verbose_name  # type: ignore[union-attr]
        raise Obstacle(f"The {label} of “{row}” were changed since the merge.")
    chosen: Any = model._meta.get_field(name).related_model
    gone = set(step["before"]) - set(
        chosen._base_manager.filter(pk__in=step["before"]).values_list("pk", flat=True)
    )
    if gone:
        raise Obstacle(f"“{row}” named {len(gone)} that were deleted since the merge.")
    journal.choose(row, name, set(step["before"]))


def _present(model: type[models.Model], steps: Sequence[Step]) -> list[Any]:
    """The rows of these steps, in their order, held until the end."""
    there: dict[int, Any] = {}
    for some in batches([step["pk"] for step in steps]):
        held = model._base_manager.select_for_update().filter(pk__in=some).order_by("pk")
        there |= {row.pk: row for row in held}
    for step in steps:
        if step["pk"] not in there:
            noun = model._meta.verbose_name
            raise Obstacle(
                f"One {noun} (number {step['pk']}) was deleted, or merged on, since then."
            )
    return [there[step["pk"]] for step in steps]


def _hold(row: models.Model, after: Packed) -> None:
    """Refuse where one of these values is no longer what the merge left."""
    untold = {field.name for field in row._meta.concrete_fields if _is_moment(field)} | {"version"}
    now = pack(row, list(after))
    for name in after.keys() - untold:
        if now[name] != after[name]:
            field: Any = row._meta.get_field(name)
            raise Obstacle(
                f"The {row._meta.verbose_name} “{row}” was changed since the merge: its "
                f"{field.verbose_name} was “{after[name] or ''}” and is “{now[name] or ''}”."
            )


def _is_moment(field: Any) -> bool:
    return bool(getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False))


REVERSALS = {
    "changed": _unchange,
    "added": _unadd,
    "dropped": _undrop,
    "chosen": _unchoose,
}
