"""The conditions that need no table of their own: words, dates, a switch, fixed vocabularies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from positions import search
from positions.choices import Vocabulary
from positions.dates import (
    EdtfError,
    Refused,
    UncertainDate,
    Understood,
    parse,
    the_time_itself,
    understand,
)
from positions.filters.condition import Condition, refused
from positions.listing import Choice, Offer

MOST_WORDS = 30  # each is a search by itself


class Words(Condition):
    """Words and phrases in quotation marks that must all occur, or, after a minus, must not."""

    kind = "text"
    many = False

    def read(self, values: list[str]) -> list[Choice]:
        words = " ".join(values[0].split())
        query = search.read(words)
        if not query.terms:
            raise refused(words, f"“{words}” has no letter or digit to look for. Write a word.")
        if not query.sought:
            message = f"“{words}” only says what to leave out. Write a word to look for before it."
            raise refused(words, message)
        if len(query.terms) > MOST_WORDS:
            message = f"These are {len(query.terms)} words. Write at most {MOST_WORDS}."
            raise refused(words, message)
        return [Choice(words, f"“{words}”", query)]


class Since(Condition):
    """Not over before the first day of a date: one in EDTF, or as people write it."""

    kind = "date"
    many = False

    def read(self, values: list[str]) -> list[Choice]:
        meaning = _meant(values[0])
        if isinstance(meaning, Refused):
            raise refused(values[0], meaning.told(values[0]))
        known = meaning.date
        return [Choice(known.edtf, known.printed, known)]

    def filter(self, qs: QuerySet[Any], value: list[Choice]) -> QuerySet[Any]:
        if not value or value[0].meaning.earliest is None:
            return qs
        return qs.filter((f"{self.field_name}__gte", value[0].meaning.earliest))


class Until(Since):
    """Begun by the last day of such a date."""

    def filter(self, qs: QuerySet[Any], value: list[Choice]) -> QuerySet[Any]:
        if not value or value[0].meaning.latest is None:
            return qs
        return qs.filter((f"{self.field_name}__lte", value[0].meaning.latest))


class OneDay(Since):
    """A date that is one day; the filter set says what follows."""

    def read(self, values: list[str]) -> list[Choice]:
        meaning = _meant(values[0])
        # Of any other, that it is no day says more than why it is no date.
        if isinstance(meaning, Refused) and meaning.cause in {"unclear", "none"}:
            raise refused(values[0], meaning.told(values[0]))
        if not (isinstance(meaning, Understood) and _is_one_day(meaning.date)):
            no_day = f"{values[0][:60]} is not one day. Write a day, as in {self.example}."
            raise refused(values[0], no_day)
        known = meaning.date
        return [Choice(str(known.earliest), known.printed, known)]

    def filter(self, qs: QuerySet[Any], value: list[Choice]) -> QuerySet[Any]:
        del value
        return qs

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


def _meant(value: str) -> Understood | Refused:
    """What a reader means by a date. Who writes EDTF wrongly is told how: “2018-99” is no span."""
    try:
        return Understood(parse(value), "edtf")
    except EdtfError as error:
        if not error.lists_forms:
            return Refused(error.cure)
    meaning = the_time_itself(understand(value, None))
    if isinstance(meaning, Refused) and meaning.cause == "no day":
        return replace(meaning, reason="its year is missing, or the day from which it is counted")
    return meaning


def _is_one_day(known: UncertainDate) -> bool:
    return (
        known.precision == "day" and known.earliest is not None and known.earliest == known.latest
    )


class AsOf(OneDay):
    """The day as of which positions are read."""

    def read(self, values: list[str]) -> list[Choice]:
        [choice] = super().read(values)
        return [Choice(choice.value, choice.label, choice.meaning.earliest)]


class Switch(Condition):
    """On with the value 1, off when left out."""

    kind = "switch"
    many = False

    def read(self, values: list[str]) -> list[Choice]:
        if values != ["1"]:
            raise refused(values[0], f"“{values[0]}” is no switch. Write 1, or leave it out.")
        return [Choice("1", "yes", True)]

    def counted(self) -> Combinable:
        return Case(When(Q((self.field_name, True)), then=Value("1")))

    def offers(self, chosen: Sequence[Choice]) -> list[Offer]:
        del chosen
        return [Offer("1", self.label)]

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": ["1"]}


class FromVocabulary(Condition):
    """Any of the values of a fixed vocabulary."""

    kind = "choices"

    def __init__(
        self,
        vocabulary: type[Vocabulary],
        field_name: str | None = None,
        *,
        without: Sequence[Vocabulary] = (),
        **options: Any,
    ) -> None:
        self.members = {str(member.value): member for member in vocabulary if member not in without}
        super().__init__(field_name, **options)

    def read(self, values: list[str]) -> list[Choice]:
        for value in values:
            if value not in self.members:
                known = ", ".join(self.members)
                raise refused(value, f"“{value}” is not known. Write one of: {known}.")
        return [Choice(v, str(self.members[v].label), v) for v in values]

    def counted(self) -> Combinable:
        return F(self.field_name)

    def offers(self, chosen: Sequence[Choice]) -> list[Offer]:
        del chosen
        return [Offer(value, str(member.label)) for value, member in self.members.items()]

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.members)}
