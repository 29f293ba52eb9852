"""What a statement needs before readers may see it: the one list, for every door."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, Value, When

from positions.choices import QuotationCheck
from positions.models import Attribution, Quotation, Statement
from positions.models.bulk import batches
from positions.models.workflow import is_seen


def of_statement(rows: Any) -> Any:
    """Those of these rows that are parts of the statement of the query around them."""
    return rows.filter(statement=OuterRef("pk")).order_by()


def as_column(condition: Q) -> Case:
    """Whether a condition is met, as a column of a row."""
    met = When(condition, then=Value(value=True))
    return Case(met, default=Value(value=False), output_field=BooleanField())


@dataclass(frozen=True, slots=True)
class Need:
    """``lack`` says that it is missing, as in “no date”; ``cure`` what to give, in a sentence."""

    key: str
    lack: str
    cure: str
    missing: Q


DATE = Need("date", "no date", "a date, as exact as it is known", Q(date_edtf=""))
VOICE = Need(
    "voice",
    "nobody who makes it",
    "somebody who makes it",
    ~Q(Exists(of_statement(Attribution.objects))),
)
WORDS = Need(
    "words",
    "no words with a source",
    "words with their source",
    ~Q(Exists(of_statement(Quotation.objects))),
)
UNFOUND = Quotation.objects.in_words().filter(check_result=QuotationCheck.NOT_FOUND)
FOUND = Need(
    "not_found",
    "words that are not in the source's text",
    "words that are in the text of their source",
    Q(Exists(of_statement(UNFOUND))),
)
# In the order in which one mends them.
NEEDS = (DATE, VOICE, WORDS, FOUND)


class Unpublishable(Exception):
    """A published statement would lack what readers need. Undo all that was written."""

    def __init__(self, statement: int, needs: list[Need]) -> None:
        """``unfound`` are its words that are not in the text, asked of the database."""
        self.statement, self.needs = statement, needs
        self.unfound = [
            f"{each} is not in the text of its source."
            for each in (UNFOUND.filter(statement=statement) if FOUND in needs else ())
        ]
        needed = f"A published statement needs {_listed([need.cure for need in needs])}."
        super().__init__(" ".join([needed, *self.unfound]))


class SeenByReaders(Exception):
    """A statement that readers see, or saw, was to be deleted. Undo all that was written."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement.pk
        super().__init__(f"“{statement}”: what readers have seen is withdrawn, never deleted.")


def refuse_if_seen(statements: Collection[int]) -> None:
    """Raise SeenByReaders of the first of these that is no draft any more; the rest are held so.

    One query a batch, which locks them where the database locks rows.
    """
    for some in batches(sorted(statements)):
        stored = Statement.objects.filter(pk__in=some).order_by("pk").select_for_update()
        for statement in stored:
            if is_seen(statement.state):
                raise SeenByReaders(statement)


def lacking(statements: Collection[int], *, published: bool = False) -> dict[int, list[Need]]:
    """What each of these statements lacks, as it is stored; those that lack nothing left out.

    With ``published``, of those alone that are.

    A query for each five hundred.
    """
    found: dict[int, list[Need]] = {}
    columns = {f"lacks_{need.key}": as_column(need.missing) for need in NEEDS}
    for some in batches(sorted(statements)):
        rows = Statement.objects.filter(pk__in=some).order_by().annotate(**columns)
        rows = rows.published() if published else rows
        for pk, *lacks in rows.values_list("pk", *columns):
            if needs := [need for need, lack in zip(NEEDS, lacks, strict=True) if lack]:
                found[pk] = needs
    return found


def _listed(cures: list[str]) -> str:
    if len(cures) == 1:
        return cures[0]
    return f"{', '.join(cures[:-1])} and {cures[-1]}"
