"""Whom the lines of a pasted list add to the record: those who sign, or say it together."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max

from positions.choices import AttributionRole, Capacity, StakeholderKind
from positions.intake.party_names import kind_of_line, reads_as_person
from positions.models import Attribution, Stakeholder, Statement
from positions.models.texts import on_a_line
from positions.naming import Named, Names, fold
from positions.naming.lines import Line, New, organisation_in, read_lines
from positions.recording import Recording

FOR_ALL = "add_unknown"  # under this the kind that all unknown lines are added as is given
_AFTER_A_NAME = re.compile(
    r"(?<!\s)\s*+[,;|]\s*+(?!(?:jr|sr|i{2,3}|iv)\b)|(?<!\s)\s++[-–—]\s++|(?<!\s)\s*+\(",
    re.IGNORECASE,
)
_MARKED_NEW = re.compile(r"(?<!\s)\s*+\(new\)\s*+$", re.IGNORECASE)


LINE_KEY = "unknown-"  # with which the keys of lines begin


def line_key(line: Line) -> str:
    """A name for a line that stays the same while other lines of its list are edited."""
    return f"{LINE_KEY}{hashlib.sha256(line.text.encode()).hexdigest()[:12]}"


def decide(
    lines: Iterable[Line], names: Names, chosen: Mapping[str, Any], kinds: Collection[str]
) -> list[Line]:
    """The lines, each unknown one with whom to add where one of the kinds is chosen for it.

    ``chosen`` has the kind for all lines under ``FOR_ALL``, for one line under its ``line_key``,
    which also counts for the lines that name the same organisation. A line that may mean somebody
    else, or that reads as a person's where all are organisations, is added only where a kind is
    chosen for it alone.
    """
    lines = list(lines)
    own = {line: kind for line in lines if (kind := chosen.get(line_key(line), "")) in kinds}
    of_same = {line.called.name: kind for line, kind in own.items()}
    return [
        line
        if line.candidates
        else _decide(line, names, own.get(line) or _of_all(line, chosen, of_same), kinds)
        for line in lines
    ]


def _of_all(line: Line, chosen: Mapping[str, Any], of_same: Mapping[str, str]) -> str:
    """The kind that is chosen for a line with others, if it is to be one of them."""
    same, for_all = of_same.get(line.called.name, ""), str(chosen.get(FOR_ALL, ""))
    if same and same != StakeholderKind.PERSON:
        return same
    return "" if asks_alone(line, for_all) else for_all


def asks_alone(line: Line, for_all: str) -> bool:
    """Whether a kind that is chosen for all unknown lines is not taken for this one."""
    person = for_all == StakeholderKind.PERSON
    return line.is_doubtful or (not person and reads_as_person(line.printed))


def _decide(line: Line, names: Names, kind: str, kinds: Collection[str]) -> Line:
    if kind not in kinds:
        return line
    if kind == StakeholderKind.PERSON:
        name, rest = person_in(line.printed)
        new = New(name, "", kind)
        return replace(line, new=new, organisation=organisation_in(rest, names))
    new = New(line.called.name, line.called.abbreviation, kind)
    if twins := names.same(new.name, people=False):
        return replace(line, near=twins)
    return replace(line, new=new)


def read_cosigners(typed: str, kinds: Mapping[str, str], names: Names) -> list[Line]:
    """Whom each line means; with whom to add where ``kinds`` has a kind under its key.

    A line may end in “(new)”, which is no part of it.
    """
    lines = read_lines("\n".join(_bare(typed)), names)
    return decide(lines, names, kinds, StakeholderKind.values)


def proposed_kinds(typed: str, lines: Collection[Line]) -> dict[str, str]:
    """What the unknown lines that are marked as new are rather added as, by their keys."""
    marked = {
        bare.strip()
        for bare, line in zip(_bare(typed), typed.splitlines(), strict=True)
        if bare != line
    }
    return {
        line_key(line): kind_of_line(line.printed).value
        for line in lines
        if line.text in marked and not line.candidates and not line.is_doubtful
    }


def cosigner_lines(others: list[str], names: Names) -> str:
    """A line for each; who is not known is marked as new, for the editor to see."""
    return "\n".join(each if names.find(each) else f"{each} (new)" for each in others)


def _bare(typed: str) -> list[str]:
    return [_MARKED_NEW.sub("", line) for line in typed.splitlines()]


def person_in(printed: str) -> tuple[str, str]:
    """(name, rest): a person is called what stands before the first comma, bar, dash or bracket."""
    if not (found := _AFTER_A_NAME.search(printed)):
        return printed, ""
    return printed[: found.start()], printed[found.end() :].strip(" )")


def once_each(lines: Iterable[Line]) -> tuple[list[Line], list[Line]]:
    """(the first line for each who is meant, the lines that repeat one), in order.

    Of lines that all mean or add somebody.
    """
    first: dict[int | str | None, Line] = {}
    again = [line for line in lines if first.setdefault(line.who, line) is not line]
    return list(first.values()), again


def clashes(lines: Iterable[Line]) -> list[ValidationError]:
    """What lines that are to add one and the same contradict each other in."""
    by_who: dict[int | str | None, list[Line]] = defaultdict(list)
    for line in lines:
        if line.new is not None:
            by_who[line.who].append(line)
    return [error for same in by_who.values() for error in _clashes(same)]


def _clashes(same: Sequence[Line]) -> Iterable[ValidationError]:
    first, *rest = same
    for line in rest:
        if first.new and line.new and first.new.kind != line.new.kind:
            why = "choose one kind for both"
        elif (
            line.new
            and line.new.kind == StakeholderKind.PERSON
            and fold(line.printed) != fold(first.printed)
        ):
            why = "take one of them out if they are one person, else add the second by its link"
        else:
            continue
        yield ValidationError(
            f"“{first.text}” and “{line.text}” name the same: {why}.", code="signatory"
        )


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
        attribution(statement, line, known)
        for line in lines
        if line.match and line.match.pk not in there
    ]
    for order, row in enumerate(added, start=highest or 0):
        row.order = order + 1
    record.add_all(added)
    return [str(row.stakeholder) for row in added]


def attribution(
    statement: Statement,
    line: Line,
    known: Mapping[int, Stakeholder],
    role: str = AttributionRole.SIGNATORY,
) -> Attribution:
    """The row of whom a line means; ``known`` has them, and the organisation, by their keys.

    A person who signs with an organisation behind the name speaks for themselves, by default. Many
    letters say just that ("affiliations for identification only"); that it is otherwise is for the
    editor to judge.
    """
    assert line.match is not None  # noqa: S101 - only such lines are kept
    printed = line.text if line.text != line.match.name else ""
    capacity = Capacity.ORGANISATIONAL
    if line.match.is_person:
        capacity = Capacity.AFFILIATION_ONLY if line.organisation else Capacity.PERSONAL
    return Attribution(
        statement=statement,
        stakeholder=known[line.match.pk],
        role=role,
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
    return [now_known(line, parties[line.who]) if line.new else line for line in lines]


def now_known(line: Line, party: Stakeholder) -> Line:
    """The line that named somebody new, now that they are written."""
    found = Named(party.pk, party.name, party.slug, party.is_person)
    return replace(line, candidates=(found,), new=None)


def _party(new: New) -> Stakeholder:
    return Stakeholder(name=new.name, abbreviation=new.abbreviation, kind=new.kind)
