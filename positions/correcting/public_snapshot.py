"""What readers see of a statement that its editors enter: two of them that differ are a change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from positions.models import Assessment, Attribution, Quotation, Reply, Statement

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Seen:
    """Columns under the name that readers are given for them.

    ``substance`` says who holds what, when and in which words: a change of it is never spelling or
    layout. ``wording`` are texts of the editors' own, printed names and the order of rows.
    """

    substance: tuple[str, ...] = ()
    wording: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.substance, *self.wording)


@dataclass(frozen=True, slots=True)
class SeenRows(Seen):
    """The columns of a part, whose rows are found by ``key``, their key to the statement."""

    model: Any = None
    key: str = "statement_id"


DATE_WORDING = ("date_printed", "date_basis", "date_note")
STATEMENT_COLUMNS: Mapping[str, Seen] = {
    "the title": Seen(wording=("title",)),
    "the form in which it was said": Seen(("kind",)),
    "the summary": Seen(wording=("summary",)),
    "the topic": Seen(wording=("topic_id",)),
    "the venue": Seen(wording=("venue",)),
    "the date": Seen(("date_edtf",), DATE_WORDING),
}
# A check of words and the words around them are the machine's, the address of a page redirects: no
# change.
PART_COLUMNS: Mapping[str, SeenRows] = {
    "who makes it": SeenRows(
        ("stakeholder_id", "role", "on_behalf_of_id", "capacity", "withdrawn_on"),
        ("order", "name_printed"),
        Attribution,
    ),
    "the words": SeenRows(
        ("source_id", "kind", "exact", "date_edtf"), ("order", *DATE_WORDING), Quotation
    ),
    "the stances": SeenRows(
        ("proposition_id", "stance", "directness", "condition", "disputed"),
        ("reason", "dispute_note", "quotation__exact"),
        Assessment,
    ),
    "what it answers": SeenRows(("to_statement_id", "kind"), (), Reply, "from_statement_id"),
    "the addressees": SeenRows(("stakeholder_id",), (), Statement.addressees.through),
    "what was asked": SeenRows(("proposition_id",), (), Statement.asked_about.through),
}


@dataclass(frozen=True, slots=True)
class SeenValues:
    """What stands under one name: its substance, and all of it."""

    substance: Rows
    whole: Rows


Snapshot = Mapping[str, SeenValues]


def snapshots(statements: Collection[int]) -> dict[int, tuple[str, Snapshot]]:
    """Of each of these statements its state and its snapshot, as stored. Seven queries."""
    columns = [column for seen in STATEMENT_COLUMNS.values() for column in seen.columns]
    found: dict[int, tuple[str, dict[str, SeenValues]]] = {
        row["pk"]: (
            row["state"],
            {
                called: _shown(seen, [tuple(row[column] for column in seen.columns)])
                for called, seen in STATEMENT_COLUMNS.items()
            },
        )
        for row in Statement.objects.filter(pk__in=statements)
        .order_by()
        .values("pk", "state", *columns)
    }
    for called, seen in PART_COLUMNS.items():
        rows: defaultdict[int, Rows] = defaultdict(list)
        for statement, *values in (
            seen.model._default_manager.filter(**{f"{seen.key}__in": list(found)})
            .order_by()
            .values_list(seen.key, *seen.columns)
        ):
            rows[statement].append(tuple(values))
        for statement, (_, snapshot) in found.items():
            snapshot[called] = _shown(seen, rows[statement])
    return dict(found)


def differing(before: Snapshot, after: Snapshot) -> list[str]:
    """What differs between two snapshots, in words."""
    return [called for called in before if before[called] != after[called]]


def differing_in_substance(before: Snapshot, after: Snapshot) -> list[str]:
    """What differs in more than its wording, in words."""
    return [called for called in before if before[called].substance != after[called].substance]


def _shown(seen: Seen, rows: Rows) -> SeenValues:
    n_substance = len(seen.substance)
    return SeenValues(sorted((row[:n_substance] for row in rows), key=repr), sorted(rows, key=repr))
