"""A field of folded texts, and the lookup that finds words in them by an index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Lookup, TextField
from django.db.models.expressions import Col

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models import Model
    from django.db.models.sql.compiler import SQLCompiler

    Folded = TextField[str, str]
    Found = Lookup[Any]
else:  # Django's own take no parameters while they run
    Folded, Found = TextField, Lookup

# PostgreSQL's column of a text's words; ``index`` makes it.
VECTOR = "vector"


def words_table(model: type[Model]) -> str:
    """The name of the index of a model's words: on SQLite that of a table."""
    return f"{model._meta.db_table}_words"


class FoldedField(Folded):
    """What ``folding.folded`` makes of texts. The database has an index of the words in it.

    Its model is narrow: this field beside a primary key that is a number.
    """


@FoldedField.register_lookup
class HasWords(Found):
    """``folded__words=patterns``: the rows that contain any of these patterns, by the index.

    A pattern is words with a space before each; with one after the last it is whole, without one
    the last may go on: " an e mail " or " amaz". The index gives the rows that have all words of a
    pattern; that they follow one another is then read in the text.
    """

    lookup_name = "words"
    prepare_rhs = False
    lhs: Col
    rhs: Sequence[str]

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, list[Any]]:
        model = self.lhs.target.model
        table = connection.ops.quote_name(words_table(model))
        key, _ = compiler.compile(Col(self.lhs.alias, model._meta.pk))
        found = f"{key} IN (SELECT rowid FROM {table} WHERE {table} MATCH %s)"  # noqa: S608 - names
        sought = " OR ".join(_all_of(each, '"', " AND ", "*") for each in self.rhs)
        return self._in_order(compiler, found, sought, "INSTR")

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, list[Any]]:
        alias = compiler.quote_name_unless_alias(self.lhs.alias)
        found = f"{alias}.{connection.ops.quote_name(VECTOR)} @@ %s::tsquery"
        sought = " | ".join(_all_of(each, "'", " & ", ":*") for each in self.rhs)
        return self._in_order(compiler, found, sought, "STRPOS")

    def _in_order(
        self, compiler: SQLCompiler, found: str, sought: str, place: str
    ) -> tuple[str, list[Any]]:
        """The condition; of several words, also that they follow one another."""
        if all(len(pattern.split()) == 1 for pattern in self.rhs):
            return found, [sought]
        folded, _ = compiler.compile(self.lhs)
        contained = " OR ".join(f"{place}({folded}, %s) > 0" for _ in self.rhs)
        return f"({found} AND ({contained}))", [sought, *self.rhs]


def _all_of(pattern: str, mark: str, together: str, goes_on: str) -> str:
    """The pattern as an index is asked: its words, between marks that no word contains."""
    words = [f"{mark}{word}{mark}" for word in pattern.split()]
    if not pattern.endswith(" "):
        words[-1] += goes_on
    return f"({together.join(words)})"
