"""How rows of the merged one are reconciled with rows of the kept one: one resolution a noun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import models
from django.db.models import Max, Q

from positions.choices import AttributionRole
from positions.merging.journal import Journal, Obstacle
from positions.models import Affiliation, Alias, Attribution, Capture, Quotation

Values = dict[str, Any]
# Parts of a statement meet only the kept one's parts of the same statement, which refer to it so.
WITHIN_STATEMENTS: dict[type[models.Model], tuple[str, ...]] = {
    Attribution: ("stakeholder", "on_behalf_of"),
    Quotation: ("source",),
}


def meeting(rows: Sequence[Any], kept: models.Model) -> list[Any]:
    """Those of these rows of one model that may meet a row of the kept one; one query at most.

    All others can be moved together.
    """
    model = type(rows[0]) if rows else None
    if model is None or model not in RESOLUTIONS:
        return []
    if model not in WITHIN_STATEMENTS:
        return list(rows)
    there = Q()
    for name in WITHIN_STATEMENTS[model]:
        there |= Q(**{name: kept})
    met = set(model._base_manager.filter(there).values_list("statement_id", flat=True))
    return [row for row in rows if row.statement_id in met]


def move(journal: Journal, row: models.Model, values: Values) -> str:
    """Let a row refer to the kept one, as ``values`` says; what was solved on the way, if any.

    Raises Obstacle where somebody has to decide first.
    """
    solve = RESOLUTIONS.get(type(row))
    if solve is None:
        journal.change(row, **values)
        return ""
    return solve(journal, row, values)


def _attribution(journal: Journal, row: Attribution, values: Values) -> str:
    told = ""
    voice = values.get("stakeholder", row.stakeholder)
    behalf = values.get("on_behalf_of", row.on_behalf_of)
    if behalf == voice:
        behalf = values["on_behalf_of"] = None
        if row.role == AttributionRole.SPOKESPERSON:
            values["role"] = AttributionRole.AUTHOR
        told = f"“{row.statement}”: {voice} now speaks for itself, on nobody's behalf."
    role = values.get("role", row.role)
    same = Attribution.objects.filter(statement=row.statement_id, stakeholder=voice, role=role)
    twin = same.exclude(pk=row.pk).first()
    if twin is None:
        journal.change(row, **values)
        return told
    one, other = (
        (twin.on_behalf_of, twin.capacity, twin.withdrawn_on),
        (behalf, row.capacity, row.withdrawn_on),
    )
    if one != other:
        raise Obstacle(
            f"Both are named under “{row.statement}” as {twin.get_role_display().lower()}, but not "
            "alike: on whose behalf, in what capacity, or whether withdrawn. "
            "Take one of the two names off that statement first."
        )
    if row.name_printed and not twin.name_printed:
        journal.change(twin, name_printed=row.name_printed)
    journal.drop(row, instead=twin)
    return f"“{row.statement}” names both as {twin.get_role_display().lower()}: one name stays."


def _affiliation(journal: Journal, row: Affiliation, values: Values) -> str:
    member, group = values.get("member", row.member), values.get("group", row.group)
    tie = f"{row.member}, {row.role or row.get_kind_display()} {row.group}"
    if member == group:
        journal.drop(row)
        return f"“{tie}” goes: nobody is tied to itself."
    same = Affiliation.objects.filter(member=member, group=group, kind=row.kind, role=row.role)
    if twin := same.exclude(pk=row.pk).first():
        journal.drop(row, instead=twin)
        return f"“{tie}” is there twice: the kept one's stays, with its dates and note."
    journal.change(row, **values)
    return ""


def _alias(journal: Journal, row: Alias, values: Values) -> str:
    if twin := Alias.objects.filter(name=row.name, **values).first():
        journal.drop(row, instead=twin)
        return f"The alias “{row}” belongs to both: it stays once."
    journal.change(row, **values)
    return ""


def _capture(journal: Journal, row: Capture, values: Values) -> str:
    if twin := Capture.objects.filter(sha256=row.sha256, **values).first():
        if row.taken_at and not twin.taken_at:
            journal.change(twin, taken_at=row.taken_at)
        journal.drop(row, instead=twin)
        return f"The text kept on {row.captured_at:%-d %B %Y} is the same in both: it stays once."
    journal.change(row, **values)
    return ""


def _quotation(journal: Journal, row: Quotation, values: Values) -> str:
    there = Quotation.objects.filter(statement=row.statement_id)
    words = {"kind": row.kind, "exact": row.exact, "date_edtf": row.date_edtf}
    if twin := there.filter(**words, **values).first():
        journal.drop(row, instead=twin)
        return f"{row} was quoted from both for “{row.statement}”: it stays once."
    if there.filter(order=row.order, **values).exists():
        values["order"] = (there.aggregate(last=Max("order"))["last"] or 0) + 1
        journal.change(row, **values)
        return f"{row} comes last among the words of “{row.statement}”."
    journal.change(row, **values)
    return ""


RESOLUTIONS: dict[type[models.Model], Callable[[Journal, Any, Values], str]] = {
    Affiliation: _affiliation,
    Alias: _alias,
    Attribution: _attribution,
    Capture: _capture,
    Quotation: _quotation,
}
