"""Those of a pasted list whom nobody knows yet: what each is to be added as, and the adding."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from positions.admin.statement.signatories.matching import Line, New
from positions.choices import StakeholderKind
from positions.models import Organisation, Person, Stakeholder
from positions.naming import Named, Names, with_initials
from positions.recording import Recording

MOST_BOXES = 300  # lines with a box of their own: keeps the page of a long list small
_AFTER_A_NAME = re.compile(
    r"(?<!\s)\s*+[,;|]\s*+(?!(?:jr|sr|i{2,3}|iv)\b)|(?<!\s)\s++[-–—]\s++|(?<!\s)\s*+\(",
    re.IGNORECASE,
)


def kinds_for(may: Collection[type[Any]]) -> list[tuple[str, str]]:
    """The kinds that an account may add, as choices: of organisations, of people, or both."""
    return [
        (kind.value, str(kind.label))
        for kind in StakeholderKind
        if (Person if kind == StakeholderKind.PERSON else Organisation) in may
    ]


def box_of(line: Line) -> str:
    """The name of the box that says what a line is added as; it stays where the list is edited."""
    return f"unknown-{hashlib.sha256(line.text.encode()).hexdigest()[:12]}"


def decide(
    lines: Iterable[Line], names: Names, chosen: Mapping[str, Any], kinds: Collection[str]
) -> list[Line]:
    """The lines, each unknown one with whom to add where a kind is chosen for it.

    ``chosen`` has the kind for all under “add_unknown”, for a line under its own box. A line that
    may mean somebody known is added for its own box alone.
    """
    return [_decide(line, names, chosen, kinds) for line in lines]


def _decide(line: Line, names: Names, chosen: Mapping[str, Any], kinds: Collection[str]) -> Line:
    if line.candidates:
        return line
    kind = chosen.get(box_of(line)) or ("" if line.near else chosen.get("add_unknown"))
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


def boxes(lines: Iterable[Line], kinds: Any, chosen: Mapping[str, Any]) -> dict[str, SafeString]:
    """For each unknown line, by its text, the box that says what it is added as."""
    unknown = [line for line in lines if not line.candidates][:MOST_BOXES]
    return {line.text: _box(line, kinds, str(chosen.get(box_of(line), ""))) for line in unknown}


def _box(line: Line, kinds: Any, chosen: str) -> SafeString:
    first = "choose a kind" if line.near else "as all that are unknown"
    options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (value, SafeString(" selected") if value == chosen else "", label)
            for value, label in (("", first), *kinds)
        ),
    )
    return format_html(
        ' <label>Add as <select name="{}" aria-label="Add {} as">{}</select></label>',
        box_of(line),
        line.printed,
        options,
    )


def add(record: Recording, lines: list[Line]) -> list[Line]:
    """Write those to be added, one for each name; their lines then mean them."""
    parties = {line.who: _party(line.new) for line in lines if line.new is not None}
    if not parties:
        return lines
    record.add_all(list(parties.values()))
    return [_met(line, parties) for line in lines]


def _met(line: Line, parties: Mapping[int | str | None, Stakeholder]) -> Line:
    if line.new is None:
        return line
    party = parties[line.who]
    return replace(
        line, candidates=(Named(party.pk, party.name, party.slug, party.is_person),), new=None
    )


def _party(new: New) -> Stakeholder:
    return Stakeholder(name=new.name, abbreviation=new.abbreviation, kind=new.kind)
