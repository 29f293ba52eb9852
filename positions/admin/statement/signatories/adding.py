"""Adds the signatories that a pasted list named."""

from __future__ import annotations

from django.db.models import Max

from positions.admin.statement.sheet import sheet_of
from positions.admin.statement.signatories.matching import Line
from positions.admin.statement.signatories.unknown import add as add_unknown
from positions.choices import AttributionRole, Capacity
from positions.models import Attribution, Stakeholder, Statement
from positions.models.texts import on_a_line
from positions.recording import Recording


def add_signatories(record: Recording, statement: Statement) -> list[str]:
    """Write an attribution for each line found on the sheet; the names of those added."""
    sheet = sheet_of(statement)
    lines = add_unknown(record, sheet.signatories)
    sheet.signatories = []
    if not lines:
        return []
    keys = {each.pk for line in lines for each in (line.match, line.organisation) if each}
    known = Stakeholder.objects.in_bulk(keys)
    there = set(
        statement.attributions.filter(role=AttributionRole.SIGNATORY).values_list(
            "stakeholder_id", flat=True
        )
    )
    highest = statement.attributions.aggregate(highest=Max("order"))["highest"]
    added = [
        _attribution(statement, line, known)
        for line in lines
        if line.match and line.match.pk not in there
    ]
    for order, attribution in enumerate(added, start=highest or 0):
        attribution.order = order + 1
    record.add_all(added)
    return [str(attribution.stakeholder) for attribution in added]


def _attribution(statement: Statement, line: Line, known: dict[int, Stakeholder]) -> Attribution:
    """A person who signs with an organisation behind the name speaks for themselves, by default.

    Many letters say just that ("affiliations for identification only"); that it is otherwise is
    for the editor to judge.
    """
    assert line.match is not None  # noqa: S101 - only such lines are kept
    printed = line.text if line.text != line.match.name else ""
    capacity = Capacity.ORGANISATIONAL
    if line.match.is_person:
        capacity = Capacity.AFFILIATION_ONLY if line.organisation else Capacity.PERSONAL
    return Attribution(
        statement=statement,
        stakeholder=known[line.match.pk],
        role=AttributionRole.SIGNATORY,
        capacity=capacity,
        on_behalf_of=known[line.organisation.pk] if line.organisation else None,
        name_printed=on_a_line(printed)[:200],
    )
