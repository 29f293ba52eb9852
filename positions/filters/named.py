"""Conditions on a noun that is named by its slug: an organisation, a topic, a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from positions.filters.condition import Choice, Condition, Offer, refused
from positions.models import Proposition, Source, Stakeholder, Topic
from positions.models.address import Addressed

# A datalist shows so many; whoever types more letters than these begin with asks the list's JSON.
MOST_OFFERS = 30


@dataclass(frozen=True, slots=True)
class Noun:
    """How one noun is found by what people type, and which of its columns name it.

    ``names`` are the columns that may be typed instead of the slug; ``label`` is the one shown.
    ``data`` names the address that completes what is typed; without one, all are offered.
    """

    word: str
    model: type[Addressed]
    rows: Callable[[], QuerySet[Any]]
    label: str
    names: tuple[str, ...]
    order: tuple[str, ...]
    data: str = ""
    group: str = ""

    def by(self, lookup: str, text: str) -> Any:
        """(id, slug, label) of those with a name, or the slug, that has this relation to a text."""
        found = Q()
        for name in ("slug", *self.names):
            found |= Q((f"{name}__{lookup}", text))
        return (
            self.rows()
            .filter(found)
            .order_by(*self.order)
            .values_list("pk", "slug", self.label)
            .distinct()
        )


STAKEHOLDER_NAMES = ("name", "abbreviation", "aliases__name")
ORGANISATION = Noun(
    "organisation",
    Stakeholder,
    Stakeholder.objects.organisations,
    "name",
    STAKEHOLDER_NAMES,
    ("name", "pk"),
    "organisation-list-data",
)
PERSON = Noun(
    "person",
    Stakeholder,
    Stakeholder.objects.people,
    "name",
    STAKEHOLDER_NAMES,
    ("name", "pk"),
    "person-list-data",
)
TOPIC = Noun("topic", Topic, Topic.objects.all, "name", ("name",), ("name", "pk"))
PROPOSITION = Noun(
    "proposition",
    Proposition,
    Proposition.objects.all,
    "short_label",
    ("short_label", "text"),
    ("topic__name", "order", "pk"),
    group="topic__name",
)
SOURCE = Noun(
    "source",
    Source,
    Source.objects.all,
    "title",
    ("title",),
    ("title", "pk"),
    "source-list-data",
)
# Where one may have been meant by another's key.
TWINS = {"organisation": PERSON, "person": ORGANISATION}


class Named(Condition):
    """Any of the objects named: by slug, by a former slug, or by a name that only one has."""

    def __init__(self, noun: Noun, field_name: str | None = None, **options: Any) -> None:
        self.noun = noun
        self.kind = "autocomplete" if noun.data else "choices"
        super().__init__(field_name, **options)

    def data_url(self) -> str:
        return reverse(self.noun.data, args=["json"]) if self.noun.data else ""

    def read(self, values: list[str]) -> list[Choice]:
        known = {
            slug: Choice(slug, label, pk)
            for pk, slug, label in self.noun.rows()
            .filter(slug__in=values)
            .order_by()
            .values_list("pk", "slug", self.noun.label)
        }
        found = [known.get(value) or self._by_name(value) for value in values]
        return list({choice.value: choice for choice in found}.values())

    def _by_name(self, text: str) -> Choice:
        """The one that has this name, or had this slug. Costs up to six queries."""
        named = list(self.noun.by("iexact", text)[:4])
        if not named and (slug := self.noun.model.moved(text)):
            named = list(self.noun.by("exact", slug)[:1])
        if len(named) == 1:
            pk, slug, label = named[0]
            return Choice(slug, label, pk)
        word = self.noun.word
        if named:
            raise refused(text, f"Several are called “{text}”: write {_either(named)}.")
        if (twin := TWINS.get(word)) and (other := list(twin.by("iexact", text)[:1])):
            raise refused(text, f"{other[0][2]} is no {word}: write {twin.word}={other[0][1]}.")
        message = f"No {word} is called “{text}”."
        for stem in dict.fromkeys((text, text[:4], text[:2])):
            if like := list(self.noun.by("istartswith", stem)[:4]):
                raise refused(text, f"{message} Did you mean {_either(like)}?")
        raise refused(text, f"{message} Write one by its slug, as in {self.example}.")

    def offers(self, chosen: Sequence[Choice]) -> list[Offer]:
        columns = ["slug", self.noun.label, *([self.noun.group] if self.noun.group else [])]
        rows = self.noun.rows().order_by(*self.noun.order).values_list(*columns)
        if not self.noun.data:
            return [Offer(*row) for row in rows]
        selected = {choice.value: Offer(choice.value, choice.label) for choice in chosen}
        return [
            *selected.values(),
            *(Offer(*row) for row in rows[:MOST_OFFERS] if row[0] not in selected),
        ]


def _either(rows: Iterable[tuple[Any, str, str]]) -> str:
    return " or ".join(f"{slug} ({label})" for _, slug, label in rows)
