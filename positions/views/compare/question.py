"""What a query string asks to compare, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse

from positions.filters import Choice, CompareFilters, Condition
from positions.filters.compare import FEWEST, MOST, NAMES
from positions.listing import OPEN, Problem, address, read_open
from positions.listing.address import replaced
from positions.models import Position
from positions.records import PartyRecord, StakeholderRef

Given = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """Who is to be compared on what, as of which day.

    ``chosen`` is what was understood, by key, ``typed`` what was not; ``parameters`` are the
    canonical form of what was understood, ``unfolded`` the filters of whose choices all are shown.
    """

    filters: CompareFilters
    chosen: Mapping[str, list[Choice]]
    problems: list[Problem]
    typed: Mapping[str, list[str]] = field(default_factory=dict)
    unfolded: tuple[str, ...] = ()

    @property
    def parameters(self) -> Given:
        return {
            key: [choice.value for choice in self.chosen[key]]
            for key in CompareFilters.conditions()
            if self.chosen.get(key)
        }

    @property
    def names(self) -> list[tuple[str, Choice]]:
        """(key, choice) of those who are named, organisations first."""
        return [(key, choice) for key in NAMES for choice in self.chosen.get(key, [])]

    @property
    def is_narrowed(self) -> bool:
        """Whether it is about some topics or propositions, and not about all."""
        return bool(self.chosen.get("topic") or self.chosen.get("proposition"))

    @property
    def complete(self) -> bool:
        """Whether it can be answered."""
        return not self.problems and len(self.names) >= FEWEST


def ask(data: QueryDict, path: str, *, is_page: bool = False) -> Question:
    """Understand a query string; ``path`` is where the addresses of what may be meant lead.

    A page may be asked to show all choices of a filter, a file may not.
    Costs a query for each key that names objects, and some more for a name that is not known.
    """
    known = CompareFilters.conditions()
    keys = [*known, *([OPEN] if is_page else [])]
    given = {
        key: [text for value in values if (text := value.strip())]
        for key, values in data.lists()
        if key in known
    }
    problems = [
        Problem(
            key[:60],
            values[0][:60] if values else "",
            f"“{key[:60]}” is no part of a comparison. It knows {', '.join(keys)}.",
        )
        for key, values in data.lists()
        if key not in keys
    ]
    unfolded = read_open(data, known, problems) if is_page else ()
    filters = CompareFilters(data, Position.objects.all())
    for key, value, message, meant in filters.problems():
        instead = tuple(
            (each.label, address(path, replaced(given, key, value, each.key, each.value)))
            for each in meant
        )
        problems.append(Problem(key, value, message, instead))
    if not problems:
        return Question(filters, filters.chosen, [], unfolded=unfolded)
    chosen, typed = _kept(known, given)
    return Question(filters, chosen, problems, typed, unfolded)


def address_of(*parties: StakeholderRef | PartyRecord) -> str:
    """The address of the comparison of these."""
    slugs: Given = {}
    for key, people in zip(NAMES, (False, True), strict=True):
        slugs[key] = [each.slug for each in parties if each.is_person == people]
    return address(reverse("compare"), slugs)


def too_few(question: Question) -> Problem:
    """Why nothing is compared, where all was understood."""
    number = {0: "Nobody is", 1: "Only one is"}[len(question.names)]
    example = "organisation=aclu&organisation=amazon"
    return Problem("organisation", "", f"{number} named. Name {FEWEST} to {MOST}, as in {example}.")


def _kept(
    conditions: Mapping[str, Condition], given: Given
) -> tuple[dict[str, list[Choice]], Given]:
    """Each value by itself: what is understood, and what is not, so that nothing typed is lost."""
    chosen: dict[str, list[Choice]] = {}
    typed: Given = {}
    for key, values in given.items():
        for value in values[: 2 * MOST]:
            try:
                chosen.setdefault(key, []).extend(_understood(conditions[key], value))
            except ValidationError:
                typed.setdefault(key, []).append(value)
    return chosen, typed


def _understood(condition: Condition, value: str) -> list[Choice]:
    found: Any = condition.field.clean([value])
    return list(found)
