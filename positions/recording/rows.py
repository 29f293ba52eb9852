"""Rows are validated and written here, one or thousands by the same steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, models, router, transaction

from positions.models import Editable, Searchable, Stakeholder, StaleEdit, Statement, bulk
from positions.models.bulk import BATCH, batches
from positions.models.names import names_for
from positions.models.parts import PARTS
from positions.naming import either, fold
from positions.recording.history import REMOVED, History


class Invalid(ValidationError):
    """What a model, or the database, says against a row; ``row`` is that row."""

    def __init__(self, row: models.Model, error: ValidationError) -> None:
        super().__init__(error)
        self.row = row


def insert(fresh: Sequence[Any], moment: datetime) -> None:
    """Write new rows of one model. Raises Invalid of the first that the database refuses."""
    keys = [row.pk for row in fresh]  # those that are brought back have one
    if len(fresh) > 1:
        try:
            with transaction.atomic():
                return _insert_together(fresh, moment)
        except IntegrityError:
            for row, key in zip(fresh, keys, strict=True):  # the one that is wrong says so
                row.pk, row._state.adding = key, True
    for row in fresh:
        _save(row)
    return None


def update(changed: Mapping[Any, Collection[str]], moment: datetime) -> None:
    """Write these fields of stored rows of one model; of a noun with none, that it was written.

    Raises Invalid of the first that the database refuses, and StaleEdit.
    """
    alone = len(changed) == 1
    for row, names in changed.items():
        if alone or row._state.adding or "slug" in names:
            _save(row)
    if not alone:
        rest = {
            row: names
            for row, names in changed.items()
            if not row._state.adding and "slug" not in names
        }
        versions = [getattr(row, "version", None) for row in rest]
        try:
            with transaction.atomic():
                return _update_together(rest, moment)
        except IntegrityError:
            for row, version in zip(rest, versions, strict=True):
                if version is not None:
                    row.version = version
        for row in rest:  # the one that is wrong says so
            _save(row)
    return None


def delete(doomed: Sequence[Any], history: History, reason: str = "") -> None:
    """Delete rows of one model, with their parts. The objects keep their keys.

    Of rows to which nothing refers that costs a query a batch; others are deleted one by one.
    """
    if not doomed:
        return
    model = type(doomed[0])._meta.concrete_model
    keys = [row.pk for row in doomed]
    for part, key in reversed(PARTS.get(model, ())):
        delete(
            [
                row
                for some in batches(keys)
                for row in part._base_manager.filter(**{f"{key}__in": some}).order_by("pk")
            ],
            history,
            reason,
        )
    if model._meta.related_objects:
        for row in doomed:
            history.sign(row, reason)  # simple-history notes what Django deletes
            key = row.pk
            row.delete()
            row.pk = key
        return
    for row in doomed:
        history.note(row, REMOVED, reason)
    for some in batches(keys):
        # With signals Django would delete one by one, and the history note each for itself.
        model._base_manager.filter(pk__in=some)._raw_delete(router.db_for_write(model))  # noqa: SLF001


def validate(row: models.Model, changed: Collection[str] | None = None) -> None:
    """What the model says of the row, and of these fields of it (None: of all).

    What the database refuses, uniqueness and constraints and whether a key exists, is not asked for
    beforehand, which would cost six queries a row: it is put in words when it does. Raises Invalid.
    """
    rest = set()
    if changed is not None:
        rest = {field.name for field in row._meta.concrete_fields} - set(changed)
    relations = {field.name for field in row._meta.concrete_fields if field.is_relation}
    errors: dict[str, Any] = {}
    try:
        row.clean_fields(exclude=rest | relations)
    except ValidationError as error:
        errors |= error.error_dict
    for field in row._meta.concrete_fields:
        if field.name in relations - rest and not field.null and _is_empty(row, field):
            errors[field.name] = ValidationError(field.error_messages["null"], code="null")
    if errors:
        raise Invalid(row, ValidationError(errors))
    try:
        row.clean()
    except ValidationError as error:
        raise Invalid(row, error) from error
    except ObjectDoesNotExist:
        check_keys([row])
        raise


def check_keys(several: Sequence[models.Model]) -> None:
    """Whether what these rows of one model refer to is there; it is fetched with them.

    A query for each relation and five hundred keys, none for what was fetched before. Raises
    Invalid of the first that is wrong.
    """
    relations: list[Any] = [
        field for row in several[:1] for field in row._meta.concrete_fields if field.is_relation
    ]
    for field in relations:
        asked: dict[Any, list[models.Model]] = defaultdict(list)
        for row in several:
            key = getattr(row, field.attname)
            if key is not None and not field.is_cached(row):
                asked[key].append(row)
        for some in batches(sorted(asked)):
            there = field.related_model._base_manager.in_bulk(some)
            for key in some:
                if key not in there:
                    gone = ValidationError({field.name: f"It was deleted (number {key})."})
                    raise Invalid(asked[key][0], gone)
                for row in asked[key]:
                    setattr(row, field.name, there[key])


def check_names(several: Sequence[models.Model]) -> None:
    """Whether an organisation would be called by a name of another one. Raises Invalid if so.

    One query where there are organisations among these rows, a second where one has a namesake:
    what was called so before may be written as it is.
    """
    named = [row for row in several if isinstance(row, Stakeholder) and not row.is_person]
    if not named:
        return
    known = names_for(row.name for row in named)
    here: dict[str, Stakeholder] = {}
    for row in named:
        others = [each for each in known.same(row.name, people=False) if each.pk != row.pk]
        if others:
            before = Stakeholder.objects.filter(pk=row.pk).values_list("name", flat=True).first()
            if before != row.name:
                raise _namesake(row, either(others))
        elif (first := here.setdefault(fold(row.name), row)) is not row:
            raise _namesake(row, first.name)


def _namesake(row: Stakeholder, others: str) -> Invalid:
    said = f"This is a name of {others}, which is known already. Write one that tells them apart."
    return Invalid(row, ValidationError({"name": said}))


@contextmanager
def without_history(row: models.Model) -> Iterator[None]:
    """Within, simple-history notes nothing of this row: the recording does."""
    vars(row)["skip_history_when_saving"] = True
    try:
        yield
    finally:
        vars(row).pop("skip_history_when_saving", None)


def _save(row: Any) -> None:
    """Write one row as its model does; what the database refuses is said as the model says it."""
    for field in row._meta.concrete_fields:
        if field.is_relation and field.is_cached(row):
            # What it refers to may have got its key a moment ago.
            setattr(row, field.name, getattr(row, field.name))
    try:
        with transaction.atomic(), without_history(row):
            row.save()
    except IntegrityError:
        try:
            row.full_clean()
        except ValidationError as error:
            raise Invalid(row, error) from error
        raise


def _insert_together(fresh: Sequence[Any], moment: datetime) -> None:
    model = type(fresh[0])
    for row in fresh:
        if isinstance(row, Statement):
            row.keep_moments(None, moment)
        if isinstance(row, Stakeholder):
            row.is_public = row.released
    bulk.create(fresh)
    if issubclass(model, Searchable):
        model.write_texts(fresh)


def _update_together(changed: Mapping[Any, Collection[str]], moment: datetime) -> None:
    if not changed:
        return
    model = type(next(iter(changed)))._meta.concrete_model
    if issubclass(model, Editable):
        _count_versions(model, list(changed), moment)
    by_names: dict[frozenset[str], list[Any]] = defaultdict(list)
    for row, names in changed.items():
        by_names[frozenset(_with_followers(model, names))].append(row)
    for names, rows in by_names.items():
        if names:
            model._base_manager.bulk_update(rows, sorted(names), batch_size=BATCH)
    if issubclass(model, Searchable):
        model.write_texts(changed)
    if issubclass(model, Stakeholder):
        model.objects.filter(pk__in=[row.pk for row in changed]).settle_public()


def _count_versions(model: Any, changed: Sequence[Any], moment: datetime) -> None:
    """Count up the versions of nouns that are as they were read, and hold them; else StaleEdit."""
    by_key = {row.pk: row for row in changed}
    names = ("pk", "version", *(("state",) if issubclass(model, Statement) else ()))
    stored: dict[int, list[Any]] = {}
    for some in batches(sorted(by_key)):
        held = model._base_manager.filter(pk__in=some).order_by("pk").select_for_update(no_key=True)
        stored |= {pk: values for pk, *values in held.values_list(*names)}
    for pk, row in by_key.items():
        version, *state = stored.get(pk, (None,))
        if version != row.version:
            raise StaleEdit(row)
        row.version += 1
        row.modified_at = moment
        if state:
            row.keep_moments(state[0], moment)


def _with_followers(model: Any, names: Collection[str]) -> set[str]:
    """The fields to be written with these: what models set by themselves when they are saved."""
    found = set(names)
    for name in names:
        field = model._meta.get_field(name)
        found |= {getattr(field, "earliest_field", name), getattr(field, "latest_field", name)}
    if "url" in names:
        found.add("url_key")
    if issubclass(model, Editable):
        found |= {"version", "modified_at"}
    if issubclass(model, Statement) and "state" in names:
        found |= {"state_since", "published_at", "review_note"}
    return found


def _is_empty(row: models.Model, field: Any) -> bool:
    """Whether a key is missing that the row needs; one that is new has its key when written."""
    return getattr(row, field.attname) is None and not field.is_cached(row)
