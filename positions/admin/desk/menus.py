"""The choices of the page's boxes, and marks of stances: each is drawn once, not for each card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from django.template import engines
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from positions.choices import (
    AttributionRole,
    Capacity,
    DateBasis,
    Directness,
    QuotationKind,
    StakeholderKind,
    Stance,
    StatementKind,
    Vocabulary,
)
from positions.models import Intake, Proposition

MOST_PROPOSITIONS = 300
USUAL = "as usual"  # what follows from the rest of the card

Option = tuple[str, str]


@dataclass(slots=True)
class Menu:
    """Options in groups, a group without a name standing by itself."""

    groups: Sequence[tuple[str, Sequence[Option]]]
    _drawn: dict[str, SafeString] = field(default_factory=dict)

    def options(self, chosen: str) -> SafeString:
        """The option elements, with the chosen one selected."""
        if chosen not in self._drawn:
            parts = [self._group(name, options, chosen) for name, options in self.groups]
            self._drawn[chosen] = format_html_join("", "{}", ((part,) for part in parts))
        return self._drawn[chosen]

    def _group(self, name: str, options: Sequence[Option], chosen: str) -> SafeString:
        drawn = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (value, SafeString(" selected") if value == chosen else "", label)
                for value, label in options
            ),
        )
        return format_html('<optgroup label="{}">{}</optgroup>', name, drawn) if name else drawn


def of(vocabulary: type[Vocabulary], blank: str = "") -> Menu:
    """The values of a vocabulary; before them, with that label, none."""
    first = [("", blank)] if blank else []
    return Menu([("", [*first, *((each.value, str(each.label)) for each in vocabulary)])])


@dataclass(frozen=True, slots=True)
class Menus:
    """All lists of choices that the page draws."""

    propositions: Menu
    left_out: int = 0
    kinds: Menu = field(default_factory=lambda: of(StatementKind))
    quotations: Menu = field(default_factory=lambda: of(QuotationKind))
    bases: Menu = field(default_factory=lambda: of(DateBasis, USUAL))
    parties: Menu = field(default_factory=lambda: of(StakeholderKind))
    parts: Menu = field(default_factory=lambda: of(AttributionRole, USUAL))
    capacities: Menu = field(default_factory=lambda: of(Capacity, USUAL))
    stances: Menu = field(default_factory=lambda: of(Stance, "stance…"))
    directness: Menu = field(default_factory=lambda: of(Directness))


def menus(intake: Intake, chosen: Iterable[int]) -> Menus:
    """The lists, with the propositions of the article's topic, and those chosen. One query.

    Without a topic those of all topics, as many as a list can hold.
    """
    every = Proposition.objects.select_related("topic").order_by("topic__name", "order", "pk")
    if intake.topic_id is not None:
        wanted = every.filter(topic=intake.topic_id) | every.filter(pk__in=list(chosen))
    else:
        wanted = every
    found = list(wanted[: MOST_PROPOSITIONS + 1])
    groups: dict[str, list[Option]] = {}
    for each in found[:MOST_PROPOSITIONS]:
        groups.setdefault(each.topic.name, []).append((str(each.pk), each.short_label))
    blank: list[tuple[str, Sequence[Option]]] = [("", [("", "proposition…")])]
    return Menus(Menu([*blank, *groups.items()]), left_out=max(0, len(found) - MOST_PROPOSITIONS))


@cache
def stance_mark(stance: str) -> SafeString:
    """The mark of that stance, nothing for none; drawn once."""
    if not stance:
        return SafeString()
    pages = cast("Any", engines["jinja2"]).env
    macros = pages.get_template("components/stance.html").make_module({})
    return mark_safe(str(macros.mark(stance, "")))  # noqa: S308 - a macro of ours, escaped by Jinja2
