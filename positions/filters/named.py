"""Conditions on a noun that is named by its slug: an organisation, a topic, a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import Combinable
from django.urls import reverse

from positions import search
from positions.filters.condition import Condition, refused
from positions.listing import Choice, Instead, Offer
from positions.models import Proposition, Source, Stakeholder, Topic
from positions.models.address import Addressed
from positions.models.names import names_for
from positions.naming import Names
from positions.naming.parts import parts

# A datalist shows so many; whoever types more letters than these begin with asks the list's JSON.
MOST_OFFERS = 30
# Where names are counted, so many are shown with their numbers instead; any other is typed.
MOST_COUNTED = 8
# Of what may be meant by a name that nothing has: how many are named, how many are compared by
# their letters, and how alike these must be (1 is the same).
MOST_LIKE = 4
MOST_COMPARED = 1000
ALIKE = 0.75

Row = tuple[int, str, str]  # id, slug, label


@dataclass(frozen=True, slots=True)
class Noun:
    """How one noun is found by what people type, and which of its columns name it.

    ``search`` leaves those of its rows that have some words. ``names`` are the columns that may be
    typed instead of the slug; ``label`` is the one shown. ``data`` names the address that completes
    what is typed; without one, all are offered.
    """

    word: str
    model: type[Addressed]
    rows: Callable[[], QuerySet[Any]]
    search: Callable[[QuerySet[Any], search.Query], QuerySet[Any]]
    label: str
    names: tuple[str, ...]
    order: tuple[str, ...]
    data: str = ""
    group: str = ""
    called: Callable[[Iterable[str]], Names] | None = None

    def meant(self, text: str) -> list[Row]:
        """(id, slug, label) of at most five whom a text means. One query, two for parties.

        Parties are meant by any of their names, as decision 32 says; others by theirs, case aside.
        """
        if self.called is None:
            return list(self.by("iexact", text)[: MOST_LIKE + 1])
        keys = [each.pk for each in self.called([text]).find(text, people=self.people)]
        found = Q(pk__in=keys) if keys else Q(slug=text.lower())
        return list(self._shown(self.rows().filter(found))[: MOST_LIKE + 1])

    @property
    def people(self) -> bool:
        return self.word == "person"

    def by(self, lookup: str, text: str) -> QuerySet[Any, Row]:
        """(id, slug, label) of those with a name, or the slug, that has this relation to a text."""
        return self._shown(self.rows().filter(self._names(lookup, text)))

    def like(self, text: str) -> list[Row]:
        """(id, slug, label) of at most four that may be meant: by words of a name, or by letters.

        Letters are compared among the names that begin with the same one. Costs up to four queries.
        """
        query = search.read(text)
        by_words = self._shown(self.search(self.rows(), query))
        if query.sought and (found := list(by_words[:MOST_LIKE])):
            return found
        if self.called and (found := self._in_parts(text)):
            return found
        spelt: dict[str, Row] = {}
        for pk, slug, label, *names in (
            self._starting(text[0]).values_list("pk", "slug", self.label, *self.names).distinct()
        )[:MOST_COMPARED]:
            for name in filter(None, (slug, *names)):
                spelt.setdefault(name.casefold(), (pk, slug, label))
        close = get_close_matches(text.casefold(), spelt, n=MOST_LIKE, cutoff=ALIKE)
        return list(dict.fromkeys(spelt[name] for name in close))

    def _in_parts(self, text: str) -> list[Row]:
        """Those whom a part of the text means: “ACLU, Northern chapter” may mean the ACLU."""
        several = parts(text)
        names = self.called(several) if self.called and several else Names()
        keys = {each.pk for part in several for each in names.find(part, people=self.people)}
        return list(self._shown(self.rows().filter(pk__in=keys))[:MOST_LIKE]) if keys else []

    def _starting(self, text: str) -> QuerySet[Any]:
        return self.rows().filter(self._names("istartswith", text)).order_by(*self.order)

    def _names(self, lookup: str, text: str) -> Q:
        found = Q()
        for name in ("slug", *self.names):
            found |= Q((f"{name}__{lookup}", text))
        return found

    def _shown(self, rows: QuerySet[Any]) -> QuerySet[Any, Row]:
        return rows.order_by(*self.order).values_list("pk", "slug", self.label).distinct()


STAKEHOLDER_NAMES = ("name", "abbreviation", "aliases__name")
ORGANISATION = Noun(
    "organisation",
    Stakeholder,
    lambda: Stakeholder.objects.public().organisations(),
    search.stakeholders,
    "name",
    STAKEHOLDER_NAMES,
    ("name", "pk"),
    "organisation-list-data",
    called=names_for,
)
PERSON = Noun(
    "person",
    Stakeholder,
    lambda: Stakeholder.objects.public().people(),
    search.stakeholders,
    "name",
    STAKEHOLDER_NAMES,
    ("name", "pk"),
    "person-list-data",
    called=names_for,
)
TOPIC = Noun("topic", Topic, Topic.objects.all, search.topics, "name", ("name",), ("name", "pk"))
PROPOSITION = Noun(
    "proposition",
    Proposition,
    Proposition.objects.all,
    search.propositions,
    "short_label",
    ("short_label", "text"),
    ("topic__name", "order", "pk"),
    group="topic__name",
)
SOURCE = Noun(
    "source",
    Source,
    Source.objects.public,
    search.sources,
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
        self.most = MOST_COUNTED if noun.data else None
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
        """The one that has this name, or had this slug. Costs up to seven queries."""
        named = self.noun.meant(text)
        if not named and (slug := self.noun.model.moved(text)):
            named = list(self.noun.by("exact", slug)[:1])
        if len(named) == 1:
            pk, slug, label = named[0]
            return Choice(slug, label, pk)
        word = self.noun.word
        if named:
            message = f"Several are called “{text}”: write {_either(named)}."
            raise refused(text, message, _instead(word, named))
        if (twin := TWINS.get(word)) and (other := twin.meant(text)[:1]):
            message = f"{other[0][2]} is no {word}: write {twin.word}={other[0][1]}."
            raise refused(text, message, _instead(twin.word, other))
        message = f"No {word} is called “{text}”."
        if like := self.noun.like(text):
            message = f"{message} Did you mean {_either(like)}?"
            raise refused(text, message, _instead(word, like))
        raise refused(text, f"{message} Write one by its slug, as in {self.example}.")

    def offers(self, chosen: Sequence[Choice]) -> list[Offer]:
        columns = ["slug", self.noun.label, *([self.noun.group] if self.noun.group else [])]
        rows = self.noun.rows().order_by(*self.noun.order).values_list(*columns)
        if not self.noun.data:
            return [Offer(*row) for row in rows]
        selected = {choice.value: Offer(choice.value, choice.label) for choice in chosen}
        if self.noun is SOURCE:  # the first thirty of many titles help nobody, and cost a sort
            return list(selected.values())
        return [
            *selected.values(),
            *(Offer(*row) for row in rows[:MOST_OFFERS] if row[0] not in selected),
        ]

    def counted(self) -> Combinable:
        return F(self.field_name)

    def named(self) -> QuerySet[Any, Row]:
        return self.noun.rows().order_by().values_list("pk", "slug", self.noun.label)


def _instead(key: str, rows: Iterable[Row]) -> list[Instead]:
    return [Instead(key, slug, label) for _, slug, label in rows]


def _either(rows: Iterable[Row]) -> str:
    return " or ".join(f"{slug} ({label})" for _, slug, label in rows)
