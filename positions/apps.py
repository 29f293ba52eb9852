"""Tells Django our name, to keep the index of words whole, and how SQLite looks up many keys."""

from typing import Any

from django.apps import AppConfig
from django.db.models.fields.tuple_lookups import TupleIn
from django.db.models.lookups import In
from django.db.models.signals import post_migrate, pre_migrate

from positions.management.recorded import before_migrating
from positions.words.index import ensure_triggers


def in_one_list(lookup: Any, compiler: Any, connection: Any) -> Any:
    """The SQL of a lookup of rows by their keys, as a prefetch makes it, for SQLite.

    Django 5.2 writes ``id = 1 OR id = 2 OR …`` there, since SQLite knows no lists of tuples; and
    SQLite refuses an expression of more than 1,000 of them ("Expression tree is too large"). Keys
    of one column need no tuples: ``id IN (1, 2, …)``.
    """
    if not lookup.rhs_is_direct_value() or len(lookup.lhs) > 1:
        return lookup.as_sql(compiler, connection)
    [column] = lookup.lhs
    return compiler.compile(In(column, [key for (key,) in lookup.rhs]))


class PositionsConfig(AppConfig):
    """The domain, to Django."""

    name = "positions"
    verbose_name = "The record"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        pre_migrate.connect(before_migrating, sender=self)
        post_migrate.connect(ensure_triggers, sender=self)
        # Django's way to write an expression otherwise for one kind of database.
        TupleIn.as_sqlite = in_one_list  # type: ignore[attr-defined]
