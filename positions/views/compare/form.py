"""The form of a comparison: who is chosen, and fields for those who may be added."""

from __future__ import annotations

from dataclasses import dataclass

from positions.filters import CompareFilters
from positions.filters.compare import FEWEST, MOST, NAMES
from positions.formats.as_html import field_of, fold_url
from positions.listing import FilterField, address, without
from positions.views.compare.question import Question


@dataclass(frozen=True, slots=True)
class Chosen:
    """One who is compared, and the address of the same comparison without them."""

    key: str
    value: str
    label: str
    without_url: str


@dataclass(frozen=True, slots=True)
class NameField:
    """A field for one name: a number of its own, its key, and what was typed into it before."""

    number: int
    field: FilterField
    typed: str


@dataclass(frozen=True, slots=True)
class Form:
    """Who is chosen, fields for more of them, and what is compared; ``room`` for so many more."""

    chosen: list[Chosen]
    names: list[NameField]
    narrowing: list[FilterField]
    room: int


def form_of(question: Question, path: str) -> Form:
    """The form as the question leaves it. Costs a query for each key that names objects."""
    asked = {
        key: [*question.parameters.get(key, []), *question.typed.get(key, [])]
        for key in CompareFilters.conditions()
    }
    fields = {
        key: field_of(
            key,
            condition,
            question.chosen.get(key, []),
            typed=question.typed.get(key, []),
            unfolded=key in question.unfolded,
            other_url=fold_url(path, asked, question.unfolded, key),
        )
        for key, condition in CompareFilters.conditions().items()
    }
    room = MOST - len(question.names)
    names = [
        NameField(0, fields[key], typed) for key in NAMES for typed in question.typed.get(key, [])
    ]
    if room > 0:
        lacking = max(1, FEWEST - len(question.names) - len(names))
        names += [NameField(0, fields["organisation"], "")] * lacking
        names.append(NameField(0, fields["person"], ""))
    return Form(
        chosen=[
            Chosen(
                key,
                choice.value,
                choice.label,
                address(path, without(question.parameters, key, choice.value)),
            )
            for key, choice in question.names
        ],
        names=[NameField(number, each.field, each.typed) for number, each in enumerate(names, 1)],
        narrowing=[field for key, field in fields.items() if key not in NAMES],
        room=room,
    )
