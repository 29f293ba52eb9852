"""Statements: as a list, and drawn along time."""

from __future__ import annotations

from dataclasses import replace

from positions.filters import StatementFilters
from positions.listing import Declaration
from positions.models import IndexEntry, Statement
from positions.records import StatementRecord, columns, entries, fetch_statements
from positions.views.declarations.orders import alphabetical, by_day, last_added

STATEMENTS = Declaration(
    noun="statement",
    plural="statements",
    title="Statements",
    description="Acts of saying, each with its words, its source and what it says on what.",
    filters=StatementFilters,
    rows=IndexEntry.objects.all,
    key="statement_id",
    objects=Statement.objects.published,
    repeated=True,
    record=StatementRecord,
    fetch=lambda ids, _, site: fetch_statements(ids, site),
    sorts={
        **by_day("earliest"),
        "added": last_added("published_at"),
        "title": alphabetical("Title, A to Z", "statement__title"),
    },
    feed_sort="added",
    columns=columns.STATEMENT_COLUMNS,
    entry=entries.statement_entry,
    chart="timeline-list",
)

# What the list of statements lists, drawn; it leaves in the formats of that list.
TIMELINE = replace(
    STATEMENTS,
    noun="timeline",
    plural="timeline",
    title="Timeline",
    description="Who spoke when, and where that put them: a lane for each voice, a mark for each "
    "statement. Filtered as the list of statements is.",
    sorts={"newest": STATEMENTS.sorts["newest"]},
    chart="",
    objects=None,
)
