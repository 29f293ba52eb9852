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
from django.db import models, transaction

from positions import derivation
from positions.correcting import Account, Ledger, NoteNeeded
from positions.importers.fixture_file import FixtureError
from positions.models import (
    Affiliation,
    Alias,
    Assessment,
    Attribution,
    EdtfField,
    Proposition,
    Quotation,
    Reply,
    Source,
    Stakeholder,
    Statement,
    Topic,
)
from positions.models.address import Addressed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
    Statement: ("slug",),
    Attribution: ("statement", "stakeholder", "role"),
    Quotation: ("statement", "source", "order"),
    Reply: ("from_statement", "to_statement", "kind"),
    Assessment: ("statement", "proposition"),
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


@transaction.atomic
def load(entries: Iterable[Entry], note: str = "") -> Report:
    """Add what was never entered, with history, and derive what follows from it.

    ``note`` is what readers are told where something is added to a statement that they have seen.
    Raises FixtureError, and writes nothing, when an entry has an unknown noun or field, refers to
    something unknown, is given twice or is invalid, and when a statement that is to be published
    lacks what readers need.
    """
    report = Report()
    seen: dict[tuple[Any, ...], Entry] = {}
    statements: dict[Statement, Entry] = {}
    touched: set[int] = set()
    ledger, fresh = Ledger(), set[int]()

    def remember(part: models.Model) -> None:
        whole = part.from_statement_id if isinstance(part, Reply) else _statement_of(part)
        if whole is not None and whole not in fresh:
            ledger.open([whole])

    for model, entry in _in_order(entries):
        noun = _add(model, entry, seen, remember)
        if noun is None:
            report.left[model] += 1
            continue
        report.added[model] += 1
        if isinstance(noun, Statement):
            statements[noun] = entry
            fresh.add(noun.pk)
            touched.add(noun.pk)
        elif isinstance(noun, (Attribution, Quotation, Assessment)):
            touched.add(noun.statement_id)
    for statement, entry in statements.items():
        missing = statement.missing_for_publication() if statement.is_published else []
        if missing:
            raise entry.error(f"{statement.slug} cannot be published without {missing[0]}.")
    try:
        ledger.settle(Account(note))
    except NoteNeeded as needed:
        slug = Statement.objects.values_list("slug", flat=True).get(pk=needed.statement)
        raise FixtureError(f"{slug}: {needed} Give the note with --note.") from needed
    derivation.refresh(touched)
    return report


def _in_order(entries: Iterable[Entry]) -> list[tuple[type[models.Model], Entry]]:
    pairs = []
    for entry in entries:
        if entry.label not in BY_LABEL:
            raise entry.error(f"there is no such noun. Use one of {', '.join(BY_LABEL)}.")
        pairs.append((BY_LABEL[entry.label], entry))
    place = {model: number for number, model in enumerate(NOUNS)}
    return sorted(pairs, key=lambda pair: place[pair[0]])


def _statement_of(part: models.Model) -> int | None:
    return part.statement_id if isinstance(part, Attribution | Quotation | Assessment) else None


def _add(
    model: type[models.Model],
    entry: Entry,
    seen: dict[tuple[Any, ...], Entry],
    remember: Callable[[models.Model], None],
) -> models.Model | None:
    """Save what an entry says, unless it was entered before; ``seen`` are those of this load.

    ``remember`` is told of it before it is written.
    """
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
        noun.full_clean()
    except ValidationError as error:
        raise entry.error(_explain(noun, error)) from error
    remember(noun)
    noun.save()
    for name, others in lists.items():
        getattr(noun, name).set(others)
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
