"""What readers see of a statement that its editors enter: two of them that differ are a change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from positions.models import Assessment, Attribution, Quotation, Reply, Statement

DATED = ("date_edtf", "date_printed", "date_basis", "date_note")
# By what it is called: the columns of the statement itself.
OWN: Mapping[str, tuple[str, ...]] = {
    "the title": ("title",),
    "the form in which it was said": ("kind",),
    "the summary": ("summary",),
    "the topic": ("topic_id",),
    "the venue": ("venue",),
    "the date": DATED,
}
# By what they are called: the rows of a part, its key to the statement, and its columns. A check
# of words and the words around them are the machine's, the address of a page redirects: no change.
PARTS: Mapping[str, tuple[Any, str, tuple[str, ...]]] = {
    "who makes it": (
        Attribution,
        "statement_id",
        (
            *("order", "stakeholder_id", "role", "on_behalf_of_id", "capacity"),
            *("name_printed", "withdrawn_on"),
        ),
    ),
    "the words": (
        Quotation,
        "statement_id",
        ("order", "source_id", "kind", "exact", *DATED),
    ),
    "the stances": (
        Assessment,
        "statement_id",
        (
            *("proposition_id", "stance", "directness", "condition", "reason"),
            *("disputed", "dispute_note", "quotation__exact"),
        ),
    ),
    "what it answers": (Reply, "from_statement_id", ("to_statement_id", "kind")),
    "the addressees": (Statement.addressees.through, "statement_id", ("stakeholder_id",)),
    "what was asked": (Statement.asked_about.through, "statement_id", ("proposition_id",)),
}

Face = Mapping[str, Any]


def faces(statements: Collection[int]) -> dict[int, tuple[str, Face]]:
    """Of each of these statements its state and its face, as stored. Seven queries."""
    columns = [column for names in OWN.values() for column in names]
    found: dict[int, tuple[str, dict[str, Any]]] = {
        row["pk"]: (
            row["state"],
            {called: tuple(row[column] for column in names) for called, names in OWN.items()},
        )
        for row in Statement.objects.filter(pk__in=statements)
        .order_by()
        .values("pk", "state", *columns)
    }
    for called, (model, key, names) in PARTS.items():
        rows: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
        for statement, *values in (
            model._default_manager.filter(**{f"{key}__in": list(found)})
            .order_by()
            .values_list(key, *names)
        ):
            rows[statement].append(tuple(values))
        for statement, (_, face) in found.items():
            face[called] = sorted(rows[statement], key=repr)
    return dict(found)


def differing(before: Face, after: Face) -> list[str]:
    """What differs between two faces, in words."""
    return [called for called in before if before[called] != after[called]]
