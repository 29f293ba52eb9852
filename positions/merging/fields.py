"""The fields in which two stakeholders, or two sources, differ, and which of the two is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils.text import capfirst

from positions.models import Source, Stakeholder

Mergeable = Stakeholder | Source
Same = TypeVar("Same", Stakeholder, Source)

# What belongs together is chosen together. The address of the page is not chosen: the kept one's
# stays, and the other's leads to it.
CHOSEN: dict[type[Mergeable], tuple[tuple[str, ...], ...]] = {
    Stakeholder: (
        *(("name",), ("abbreviation",), ("kind",), ("description",), ("size_note",)),
        *(("website",), ("wikidata_id",)),
    ),
    Source: (
        *(("title", "title_is_ours"), ("kind",), ("publisher",), ("byline",), ("url",)),
        ("archived_url",),
        ("date_edtf", "date_basis", "date_printed", "date_note"),
        *(("language",), ("is_primary",), ("note",)),
    ),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Fields that differ, as words of both; ``theirs`` where the merged one's is proposed."""

    key: str
    label: str
    kept: str
    merged: str
    theirs: bool


def choices(kept: Same, merged: Same) -> list[Choice]:
    """Where the two differ. The kept one's is proposed, the other's where that is empty."""
    return [
        Choice(
            names[0],
            capfirst(str(kept._meta.get_field(names[0]).verbose_name)),  # type: ignore[union-attr]
            _words(kept, names),
            _words(merged, names),
            not _given(kept, names) and _given(merged, names),
        )
        for names in CHOSEN[type(kept)]
        if any(_value(kept, name) != _value(merged, name) for name in names)
    ]


def proposed(kept: Same, merged: Same) -> set[str]:
    """The keys of the choices in which the merged one's value is proposed."""
    return {choice.key for choice in choices(kept, merged) if choice.theirs}


def taken_over(merged: Mergeable, theirs: Collection[str]) -> dict[str, Any]:
    """The values that the kept one takes over, by field."""
    return {
        name: getattr(merged, name)
        for names in CHOSEN[type(merged)]
        if names[0] in theirs
        for name in names
    }


def _value(row: Mergeable, name: str) -> Any:
    return getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]


def _given(row: Mergeable, names: tuple[str, ...]) -> bool:
    return bool(_value(row, names[0]))


def _words(row: Mergeable, names: tuple[str, ...]) -> str:
    return " · ".join(filter(None, (_shown(row, name) for name in names))) or "—"


def _shown(row: Mergeable, name: str) -> str:
    field: Any = row._meta.get_field(name)
    value = getattr(row, name)
    if isinstance(value, bool):
        if name == "title_is_ours":
            return "a title of ours" if value else ""
        return "yes" if value else "no"
    return str(dict(field.flatchoices).get(value, value)) if value else ""
