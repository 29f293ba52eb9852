"""The page of a source: what it is, and which words were taken from it, checked or not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from positions.choices import DateBasis, WorkflowState
from positions.models import OtherAddress, Quotation, Source
from positions.records import Byline, DateRecord, Ref, bylines_of
from positions.records.accounts import Given, given
from positions.records.parts import DATED, columns, date_record, ref
from positions.records.quotation import QUOTED, quotation_record
from positions.records.source import DESCRIBED, document_record
from positions.views.details.lookup import find_by_slug, follow_moves
from positions.views.sharing.offer import of_source

MOST = 300  # passages; a document from which more was taken is cut short, and says so


@dataclass(frozen=True, slots=True)
class Taken:
    """A statement with what was taken from the source for it."""

    statement: Ref
    date: DateRecord
    by_line: Byline
    passages: list[Given]


@require_safe
@follow_moves
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """One source with the passages of published statements. Four queries."""
    row = find_by_slug(
        Source.objects.public().values("pk", "note", "modified_at", *DESCRIBED), slug
    )
    record = document_record(row)
    taken, cut = _taken(row["pk"])
    others = OtherAddress.objects.filter(source=row["pk"])
    context = {
        "record": record,
        "offer": of_source(request, record),
        # A date that is not known may have a note, too.
        "printed": row["date_printed"],
        "basis": DateBasis(row["date_basis"]).label if row["date_basis"] else "",
        "how_dated": row["date_note"],
        "other_addresses": others.values_list("url", flat=True),
        "note": row["note"],
        "modified": row["modified_at"],
        "taken": taken,
        "cut": cut,
        "most": MOST,
    }
    return render(request, "details/source.html", context)


def _taken(source: int) -> tuple[list[Taken], bool]:
    """What was taken from a source, of the newest statement first; whether there is more."""
    passages = (
        Quotation.objects.filter(source=source, statement__state=WorkflowState.PUBLISHED)
        .with_text_taken()
        .order_by("-statement__earliest", "-statement_id", "order", "pk")
    )
    rows = list(
        passages.values(
            "statement_id", *QUOTED, *columns("statement__", ("slug", "title", *DATED))
        )[: MOST + 1]
    )
    by_lines = bylines_of({row["statement_id"] for row in rows[:MOST]})
    taken = []
    for statement, group in groupby(rows[:MOST], lambda row: row["statement_id"]):
        of_one = list(group)
        slug, title = of_one[0]["statement__slug"], of_one[0]["statement__title"]
        taken.append(
            Taken(
                ref("statement", slug, title, ""),
                date_record(of_one[0], "statement__"),
                by_lines[statement],
                [given(quotation_record(row, slug, "")) for row in of_one],
            )
        )
    return taken, len(rows) > MOST
