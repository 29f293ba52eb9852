"""Entries → database: whatever was never entered is added, all or nothing.

An entry that is there is left as it is, and so is one that editors have since renamed, rearranged
or deleted: the history knows that it was there. Loading twice therefore changes nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from types import NoneType
from typing import TYPE_CHECKING, Any

from django.core.exceptions import (
    NON_FIELD_ERRORS,
    FieldDoesNotExist,
    ObjectDoesNotExist,
    ValidationError,
)
from django.db import models

from positions.importers.fixture_file import FixtureError
from positions.models import (
    Affiliation,
    Alias,
    Assessment,
    Attribution,
    EdtfField,
    OtherAddress,
    Proposition,
    Quotation,
    Reply,
    Source,
    Stakeholder,
    Statement,
    Topic,
)
from positions.models.address import Addressed
from positions.recording import (
    REFUSALS,
    CorrectionNote,
    DateDoubted,
    Invalid,
    NoteNeeded,
    Recording,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from positions.importers.fixture_file import Entry

# Each noun with the fields by which an entry of it is known again. Those that are referred to come
# before those that refer to them: this is the order of loading.
NOUNS: dict[type[models.Model], tuple[str, ...]] = {
    Topic: ("slug",),
    Proposition: ("slug",),
    Stakeholder: ("slug",),
    Alias: ("stakeholder", "name"),
    Affiliation: ("member", "group", "kind", "role"),
    Source: ("slug",),
    OtherAddress: ("source", "url"),
    Statement: ("slug",),
    Attribution: ("statement", "stakeholder", "role"),
    Quotation: ("statement", "source", "order"),
    Reply: ("from_statement", "to_statement", "kind"),
    Assessment: ("statement", "proposition"),
}
# What to do where a write is refused once it is done.
CURES: dict[type[Exception], str] = {
    NoteNeeded: " Give the note with --note.",
    DateDoubted: " Confirm it with --dates-confirmed.",
}
# YAML takes “No” or “12:30” without quotes for something else than a text: there it is refused.
_TEXTS = (models.CharField, models.TextField)
BY_LABEL = {model._meta.label_lower: model for model in NOUNS}


@dataclass(frozen=True, slots=True)
class Report:
    """How many entries of each noun were added, and how many were left as they are."""

    added: Counter[type[models.Model]] = field(default_factory=Counter)
    left: Counter[type[models.Model]] = field(default_factory=Counter)

    def lines(self) -> list[str]:
        """One line a noun, as in “Statements: 20 added, 0 already there”; one if all is there."""
        if not any(self.added.values()):
            return [f"All {sum(self.left.values())} entries are there already."]
        return [
            f"{str(model._meta.verbose_name_plural).capitalize()}: "
            f"{self.added[model]} added, {self.left[model]} already there"
            for model in NOUNS
        ]


class _RemovedError(Exception):
    """What an entry refers to was entered once and has been deleted since."""


def load(entries: Iterable[Entry], note: str = "", *, dates_confirmed: bool = False) -> Report:
    """Add what was never entered, as one write.

    ``note`` is what readers are told where something is added to a statement that they have seen;
    ``dates_confirmed`` says that a statement may be newer than its sources. Raises FixtureError,
    and writes nothing, when an entry has an unknown noun or field, refers to something unknown, is
    given twice or is invalid, and when a statement that is to be published lacks what readers need.
    """
    report = Report()
    seen: dict[tuple[Any, ...], Entry] = {}
    statements: dict[int, Entry] = {}
    try:
        with Recording(CorrectionNote(note), dates_confirmed=dates_confirmed) as record:
            for model, entry in _in_order(entries):
                noun = _add(record, model, entry, seen)
                (report.left if noun is None else report.added)[model] += 1
                if isinstance(noun, Statement):
                    statements[noun.pk] = entry
    except REFUSALS as refusal:
        cure = CURES.get(type(refusal), "")
        if (said := statements.get(refusal.statement)) is not None:
            raise said.error(f"{said.fields['slug']}: {refusal}{cure}") from refusal
        slug = Statement.objects.values_list("slug", flat=True).get(pk=refusal.statement)
        raise FixtureError(f"{slug}: {refusal}{cure}") from refusal
    return report


def _in_order(entries: Iterable[Entry]) -> list[tuple[type[models.Model], Entry]]:
    pairs = []
    for entry in entries:
        if entry.label not in BY_LABEL:
            raise entry.error(f"there is no such noun. Use one of {', '.join(BY_LABEL)}.")
        pairs.append((BY_LABEL[entry.label], entry))
    place = {model: number for number, model in enumerate(NOUNS)}
    return sorted(pairs, key=lambda pair: place[pair[0]])


def _add(
    record: Recording,
    model: type[models.Model],
    entry: Entry,
    seen: dict[tuple[Any, ...], Entry],
) -> models.Model | None:
    """Write what an entry says, unless it was entered before; ``seen`` are those of this load."""
    absent = [name for name in NOUNS[model] if name not in entry.fields]
    if absent:
        raise entry.error(f"{absent[0]}: missing, and needed to know the entry again.")
    try:
        identity = {name: _value(model, name, entry) for name in NOUNS[model]}
        twin = seen.setdefault((model, *identity.values()), entry)
        if twin is not entry:
            raise entry.error(f"it stands in {twin.file}, line {twin.line}, already. Keep one.")
        if _was_entered(model, identity):
            return None
        values = {name: _value(model, name, entry) for name in entry.fields}
    except _RemovedError:
        return None
    lists = {name: values.pop(name) for name in _many(model) if name in values}
    noun = model(**values)
    try:
        record.add(noun)
    except Invalid as error:
        if _was_entered(model, identity):
            raise  # by another, since it was looked for: all is done again
        raise entry.error(_explain(noun, error)) from error
    for name, others in lists.items():
        record.choose(noun, name, others)
    return noun


def _value(model: type[models.Model], name: str, entry: Entry) -> Any:
    """What the entry says in a field, in the field's own type. Costs a query for a reference."""
    written = entry.fields[name]
    try:
        field = model._meta.get_field(name)
        if isinstance(field, models.ManyToManyField):
            return [_referred(field.related_model, key) for key in written]
        if isinstance(field, models.ForeignKey):
            return None if written is None else _referred(field.related_model, written)
        if isinstance(field, _TEXTS) and not isinstance(written, _readable_in(field)):
            raise entry.error(f"{name}: YAML reads {written!r} here. Put the text between quotes.")
        return field.to_python(written)  # type: ignore[union-attr]
    except FieldDoesNotExist:
        raise entry.error(f"{name}: there is no such field.") from None
    except (ObjectDoesNotExist, TypeError):
        raise entry.error(f"{name}: {written!r} names nothing that is known.") from None
    except ValidationError as error:
        raise entry.error(f"{name}: {written!r}. {' '.join(error.messages)}") from error


def _readable_in(field: models.Field[Any, Any]) -> tuple[type, ...]:
    """What YAML may have read where a text belongs: of a date, a day or a year says the same."""
    return (str, NoneType, date, int) if isinstance(field, EdtfField) else (str, NoneType)


def _referred(model: Any, key: list[Any]) -> models.Model:
    """What a natural key names, under its present name if it was renamed."""
    try:
        return model.objects.get_by_natural_key(*key)  # type: ignore[no-any-return]
    except ObjectDoesNotExist:
        if issubclass(model, Addressed):
            if (present := model.moved(key[0])) is not None:
                return model.objects.get_by_natural_key(present)  # type: ignore[no-any-return]
            if _was_entered(model, {"slug": key[0]}):
                raise _RemovedError from None
        raise


def _was_entered(model: Any, identity: dict[str, Any]) -> bool:
    """Whether it is there, or was and has been changed or deleted since. One or two queries."""
    there: bool = model.objects.filter(**identity).exists()
    return there or model.history.filter(**identity).exists()


def _many(model: type[models.Model]) -> list[str]:
    return [field.name for field in model._meta.many_to_many]


def _explain(noun: models.Model, error: ValidationError) -> str:
    said = []
    for name, messages in error.message_dict.items():
        where = "" if name == NON_FIELD_ERRORS else f"{name}: {getattr(noun, name)!r}. "
        said.append(where + " ".join(messages))
    return " ".join(said)
