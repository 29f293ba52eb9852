"""What differs between two historical records of a noun or of one of its parts, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from simple_history.utils import get_history_manager_for_model

from positions.models import (
    Affiliation,
    Alias,
    Assessment,
    Attribution,
    Merge,
    OtherAddress,
    Quotation,
    Reply,
)
from positions.models.parts import PARTS

NAMING_FIELD = {
    Attribution: "stakeholder",
    Quotation: "exact",
    Assessment: "proposition",
    Reply: "to_statement",
    Alias: "name",
    Affiliation: "group",
    OtherAddress: "url",
}
DEEDS = {"+": "added", "~": "changed", "-": "removed"}
DERIVED_FIELDS_SHOWN = {"check_result"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, before and after, as words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Event:
    """What was done to the noun or to one part of it. ``name`` is empty for the noun itself."""

    deed: str
    noun: str
    name: str
    changes: list[FieldChange]


def history_of(model: type[models.Model]) -> Any:
    """The manager of a model's historical records."""
    return get_history_manager_for_model(model)


class RecordReader:
    """Turns records into words. Names of other objects are fetched once for each model."""

    def __init__(
        self,
        model: type[models.Model],
        found: dict[type[models.Model], list[Any]],
        without: Collection[str] = (),
    ) -> None:
        self.model = model
        self.without = without
        self.keys = dict(PARTS.get(model, ()))
        self.many = _many(found[model], model)
        self.names: dict[type[models.Model], dict[int, str]] = defaultdict(dict)

    def load(self, records: Iterable[tuple[type[models.Model], Any]]) -> None:
        """Fetch the names of all that these records refer to."""
        wanted: dict[type[models.Model], set[int]] = defaultdict(set)
        for part, record in records:
            for one, value in self._values(part, record).items():
                if one.is_relation and value:
                    wanted[one.related_model] |= set(value) if one.many_to_many else {value}
        for model, pks in wanted.items():
            names = {pk: str(named) for pk, named in model._base_manager.in_bulk(pks).items()}
            self.names[model] = names
            if gone := pks - names.keys():
                noun = str(model._meta.model_name)
                merges = Merge.objects.filter(noun=noun, merged_id__in=gone, undone_at=None)
                told = merges.values_list("merged_id", "merged_name", "kept_name")
                names |= {pk: f"{name}, since merged into {kept}" for pk, name, kept in told}

    def event(
        self, part: type[models.Model], before: Any | None, after: Any | None, *, back: bool = False
    ) -> Event | None:
        """The difference between two records, or None where there is none that a reader sees."""
        if after is not None and after.history_type == "-" and not back:
            return Event(DEEDS["-"], *self._called(part, after), [])
        if before is None and after is None:
            return None
        if after is None:
            return Event(DEEDS["-"], *self._called(part, before), [])
        if before is not None and before.history_type == "-":
            before = None
        deed = "~" if before is not None else "+"
        if not back and before is None and after.history_type == "~":
            # Loaded without a record: what it was before is not known.
            return Event(DEEDS["~"], *self._called(part, after), [])
        old = self._values(part, before) if before is not None else {}
        changes = [
            FieldChange(capfirst(str(one.verbose_name)), words, now)
            for one, value in self._values(part, after).items()
            if (words := self._words(one, old.get(one))) != (now := self._words(one, value))
        ]
        return Event(DEEDS[deed], *self._called(part, after), changes) if changes else None

    def _called(self, part: type[models.Model], record: Any) -> tuple[str, str]:
        noun = str(part._meta.verbose_name)
        if part is self.model:
            return noun, ""
        one: Any = part._meta.get_field(NAMING_FIELD[part])
        words = self._words(one, getattr(record, one.attname))
        return noun, words if len(words) <= 80 else f"{words[:79]}…"

    def _values(self, part: type[models.Model], record: Any) -> dict[Any, Any]:
        shown = {
            one: getattr(record, one.attname)
            for one in record.tracked_fields
            if (one.editable or one.name in DERIVED_FIELDS_SHOWN)
            and not one.primary_key
            and one.name != self.keys.get(part)
            and not (part is self.model and one.name in self.without)
        }
        if part is self.model:
            shown |= self.many.get(record.history_id, {})
        return shown

    def _words(self, one: Any, value: Any) -> str:
        if value is None or value == "" or value == frozenset():
            return "—"
        if one.many_to_many:
            return ", ".join(sorted(self._name(one, pk) for pk in value))
        if one.is_relation:
            return self._name(one, value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return str(dict(one.flatchoices).get(value, value))

    def _name(self, one: Any, pk: int) -> str:
        called = str(one.related_model._meta.verbose_name)
        return self.names[one.related_model].get(pk, f"a {called} since deleted (number {pk})")


def _many(records: list[Any], model: Any) -> dict[int, dict[Any, frozenset[int]]]:
    """What the many-to-many fields held at each record. One query for each field."""
    held: dict[int, dict[Any, frozenset[int]]] = {
        record.history_id: {one: frozenset() for one in model._meta.many_to_many}
        for record in records
    }
    for one in model._meta.many_to_many:
        through = getattr(history_of(model).model, one.name).model
        rows = through.objects.filter(history__in=list(held))
        for record, pk in rows.values_list("history_id", f"{one.m2m_reverse_field_name()}_id"):
            held[record][one] |= {pk}
    return held
