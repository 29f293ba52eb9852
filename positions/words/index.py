"""The index of the words of folded texts: what each database has for it, made and mended.

Beside a model with a ``FoldedField``, SQLite has an FTS5 table of its words, PostgreSQL a tsvector
column with a GIN index. Triggers keep both, so that whatever writes a text writes its words. Django
knows nothing of them: SQLite's way to alter a table drops its triggers, so they are looked for, and
made again, after every migration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connections, transaction

from positions.words.field import VECTOR, FoldedField, words_table

if TYPE_CHECKING:
    from django.db import models
    from django.db.backends.base.base import BaseDatabaseWrapper

# Folded texts part words by spaces and have no other ASCII mark: this is all that is to be parsed,
# and no database's own idea of letters is asked. Words stand without their places, for the order is
# read in the text; beginnings of two and three letters have an index of their own.
SQLITE = (
    """CREATE VIRTUAL TABLE IF NOT EXISTS {words} USING fts5(
        folded, content='{table}', content_rowid='{key}',
        tokenize='ascii', detail=none, prefix='2 3')""",
    """CREATE TRIGGER IF NOT EXISTS {words}_insert AFTER INSERT ON {table} BEGIN
        INSERT INTO {words}(rowid, folded) VALUES (new.{key}, new.folded);
    END""",
    """CREATE TRIGGER IF NOT EXISTS {words}_delete AFTER DELETE ON {table} BEGIN
        INSERT INTO {words}({words}, rowid, folded) VALUES ('delete', old.{key}, old.folded);
    END""",
    """CREATE TRIGGER IF NOT EXISTS {words}_update AFTER UPDATE ON {table} BEGIN
        INSERT INTO {words}({words}, rowid, folded) VALUES ('delete', old.{key}, old.folded);
        INSERT INTO {words}(rowid, folded) VALUES (new.{key}, new.folded);
    END""",
    "INSERT INTO {words}({words}) VALUES ('rebuild')",
)
POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION positions_words() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        new.{vector} := array_to_tsvector(array_remove(string_to_array(new.folded, ' '), ''));
        RETURN new;
    END $$""",
    "ALTER TABLE {table} ADD COLUMN IF NOT EXISTS {vector} tsvector",
    "CREATE INDEX IF NOT EXISTS {words} ON {table} USING gin ({vector})",
    """CREATE OR REPLACE TRIGGER {words}_write BEFORE INSERT OR UPDATE ON {table}
        FOR EACH ROW EXECUTE FUNCTION positions_words()""",
    "UPDATE {table} SET folded = folded",
)
TRIGGERS = {
    "sqlite": ("{words}_insert", "{words}_delete", "{words}_update"),
    "postgresql": ("{words}_write",),
}
STATEMENTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
FIND_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def ensure_triggers(sender: Any, using: str, **_: Any) -> None:
    """After a migration: see that every folded text has its index, whole. Costs two queries.

    An index that lacks a trigger may have missed a text: it is made anew from the texts.
    """
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        cursor.execute(FIND_TRIGGERS[connection.vendor])
        triggers = {name for (name,) in cursor.fetchall()}
    for model in sender.get_models():
        names = {
            "table": model._meta.db_table,
            "key": model._meta.pk.column,
            "words": words_table(model),
            "vector": VECTOR,
        }
        wanted = {name.format(**names) for name in TRIGGERS[connection.vendor]}
        if _has_words(model) and names["table"] in tables and not wanted <= triggers:
            _make(connection, names)


def _has_words(model: type[models.Model]) -> bool:
    return any(isinstance(field, FoldedField) for field in model._meta.concrete_fields)


def _make(connection: BaseDatabaseWrapper, names: dict[str, str]) -> None:
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        for statement in STATEMENTS[connection.vendor]:
            cursor.execute(statement.format(**names))
