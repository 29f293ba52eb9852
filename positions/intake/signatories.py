"""Whom the lines of a pasted list of signatories add to the record, and the adding of them all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max

from positions.choices import AttributionRole, Capacity, StakeholderKind
from positions.models import Attribution, Stakeholder, Statement
from positions.models.texts import on_a_line
from positions.naming import Named, Names, with_initials
from positions.naming.lines import Line, New
from positions.recording import Recording

FOR_ALL = "add_unknown"  # under this the kind that all unknown lines are added as is given
_AFTER_A_NAME = re.compile(
    r"(?<!\s)\s*+[,;|]\s*+(?!(?:jr|sr|i{2,3}|iv)\b)|(?<!\s)\s++[-–—]\s++|(?<!\s)\s*+\(",
    re.IGNORECASE,
)


def line_key(line: Line) -> str:
    """A name for a line that stays the same while other lines of its list are edited."""
    return f"unknown-{hashlib.sha256(line.text.encode()).hexdigest()[:12]}"


def decide(
    lines: Iterable[Line], names: Names, chosen: Mapping[str, Any], kinds: Collection[str]
) -> list[Line]:
    """The lines, each unknown one with whom to add where one of the kinds is chosen for it.

    ``chosen`` has the kind for all lines under ``FOR_ALL``, for one line under its ``line_key``. A
    line that may mean somebody known is added only where a kind is chosen for it alone.
    """
    return [_decide(line, names, chosen, kinds) for line in lines]


def _decide(line: Line, names: Names, chosen: Mapping[str, Any], kinds: Collection[str]) -> Line:
    if line.candidates:
        return line
    kind = chosen.get(line_key(line)) or ("" if line.near else chosen.get(FOR_ALL))
    if kind not in kinds:
        return line
    new = _new(line.printed, str(kind))
    if kind != StakeholderKind.PERSON and names.same(new.name, people=False):
        return replace(line, near=names.same(new.name, people=False))
    return replace(line, new=new)


def _new(printed: str, kind: str) -> New:
    """A person is called what stands before the first comma; all else is role and place."""
    if kind == StakeholderKind.PERSON:
        return New(_AFTER_A_NAME.split(printed)[0], "", kind)
    name, short = with_initials(printed)
    return New(name, short, kind)


def wrong(line: Line) -> ValidationError | None:
    """Why nobody can be added under this name, if so."""
    try:
        if line.new is not None:
            party = _party(line.new)
            party.slug = party.noun()  # any: the free ones are looked up at once, when it is added
            party.clean_fields()
    except ValidationError as error:
        return ValidationError(f"“{line.text}”: {' '.join(error.messages)}", code="signatory")
    return None


def add_signatories(record: Recording, statement: Statement, found: list[Line]) -> list[str]:
    """Write an attribution for each line that means somebody; the names of those added."""
    lines = _add_unknown(record, found)
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


def _add_unknown(record: Recording, lines: list[Line]) -> list[Line]:
    """Write those to be added, one for each name; their lines then mean them."""
    parties = {line.who: _party(line.new) for line in lines if line.new is not None}
    if not parties:
        return lines
    record.add_all(list(parties.values()))
    return [_now_known(line, parties) for line in lines]


def _now_known(line: Line, parties: Mapping[int | str | None, Stakeholder]) -> Line:
    if line.new is None:
        return line
    party = parties[line.who]
    return replace(
        line, candidates=(Named(party.pk, party.name, party.slug, party.is_person),), new=None
    )


def _party(new: New) -> Stakeholder:
    return Stakeholder(name=new.name, abbreviation=new.abbreviation, kind=new.kind)
