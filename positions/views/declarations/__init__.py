"""The lists of the site, each declared once for all of its formats."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import DateField, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Greatest, Lower

from positions.charts.matrix import MatrixRow
from positions.filters import (
    MatrixFilters,
    OrganisationFilters,
    PersonFilters,
    PositionFilters,
    PropositionFilters,
    ShiftFilters,
    SourceFilters,
    StatementFilters,
    TopicFilters,
)
from positions.listing import Declaration, Key, Sort
from positions.models import (
    IndexEntry,
    Position,
    Proposition,
    Source,
    Stakeholder,
    Topic,
)
from positions.records import (
    OrganisationRecord,
    PersonRecord,
    PositionRecord,
    PropositionRecord,
    ShiftRecord,
    SourceRecord,
    StatementRecord,
    TopicRecord,
    columns,
    entries,
    fetch_organisations,
    fetch_people,
    fetch_positions,
    fetch_propositions,
    fetch_shifts,
    fetch_sources,
    fetch_statements,
    fetch_topics,
)
from positions.views.declarations.corrections import CORRECTIONS


def _recent(relation: str) -> Sort:
    """By the first day of a row's newest statement as of the day; year 1 where there is none."""

    def made(day: date) -> dict[str, Any]:
        spoken = IndexEntry.objects.filter(**{relation: OuterRef("pk")}, earliest__lte=day)
        newest = Subquery(spoken.order_by("-earliest").values("earliest")[:1])
        return {"newest_day": Coalesce(newest, Value(date.min), output_field=DateField())}

    return Sort("Newest statement first", (Key("newest_day", date),), descending=True, made=made)


def _alphabetical(label: str, column: str) -> Sort:
    """By a text without regard to case."""
    return Sort(label, (Key("folded", str),), made=lambda _: {"folded": Lower(column)})


# What the filters of the matrix put rows in order by, before anything else.
PLACES = (Key("grouped", int), Key("apart", int), Key("differing", int))


def _seen(statement: str) -> Coalesce:
    """When readers first saw a statement; never null."""
    return Coalesce(F(f"{statement}__published_at"), F(f"{statement}__created_at"))


STATEMENTS = Declaration(
    noun="statement",
    plural="statements",
    title="Statements",
    description="Acts of saying, each with its words, its source and what it says on what.",
    filters=StatementFilters,
    rows=IndexEntry.objects.all,
    key="statement_id",
    repeated=True,
    record=StatementRecord,
    fetch=lambda ids, _, site: fetch_statements(ids, site),
    sorts={
        "newest": Sort("Newest first", (Key("earliest", date),), descending=True),
        "oldest": Sort("Oldest first", (Key("earliest", date),)),
        "added": Sort("Last added first", (Key("published_at", datetime),), descending=True),
        "title": _alphabetical("Title, A to Z", "statement__title"),
    },
    feed_sort="added",
    columns=columns.STATEMENT_COLUMNS,
    entry=entries.statement_entry,
    chart="timeline-list",
)

ORGANISATIONS = Declaration(
    noun="organisation",
    plural="organisations",
    title="Organisations",
    description="Companies, groups, agencies and coalitions, and where each stands as of a day.",
    filters=OrganisationFilters,
    rows=lambda: Stakeholder.objects.public().organisations(),
    record=OrganisationRecord,
    fetch=fetch_organisations,
    sorts={
        "name": _alphabetical("Name, A to Z", "name"),
        "recent": _recent("voice"),
    },
    feed_sort="recent",
    columns=columns.ORGANISATION_COLUMNS,
    entry=entries.stakeholder_entry,
)

PEOPLE = Declaration(
    noun="person",
    plural="people",
    title="People",
    description="People who spoke, for whom they did, and where they stand for themselves.",
    filters=PersonFilters,
    rows=lambda: Stakeholder.objects.public().people(),
    record=PersonRecord,
    fetch=fetch_people,
    sorts={
        "name": _alphabetical("Name, A to Z", "name"),
        "recent": _recent("voice"),
    },
    feed_sort="recent",
    columns=columns.PERSON_COLUMNS,
    entry=entries.stakeholder_entry,
)

PROPOSITIONS = Declaration(
    noun="proposition",
    plural="propositions",
    title="Propositions",
    description="Sentences that one can support or oppose, and how many stand where as of a day.",
    filters=PropositionFilters,
    rows=Proposition.objects.all,
    record=PropositionRecord,
    fetch=fetch_propositions,
    sorts={
        "topic": Sort("By topic", (Key("topic__name", str), Key("order", int))),
        "label": _alphabetical("A to Z", "short_label"),
        "recent": _recent("proposition"),
    },
    feed_sort="recent",
    columns=columns.PROPOSITION_COLUMNS,
    entry=entries.proposition_entry,
)

TOPICS = Declaration(
    noun="topic",
    plural="topics",
    title="Topics",
    description="Contested subjects, with the propositions that belong to each.",
    filters=TopicFilters,
    rows=Topic.objects.all,
    record=TopicRecord,
    fetch=lambda ids, _, site: fetch_topics(ids, site),
    sorts={
        "name": _alphabetical("Name, A to Z", "name"),
        "recent": _recent("topic"),
    },
    feed_sort="recent",
    columns=columns.TOPIC_COLUMNS,
    entry=entries.topic_entry,
)

SOURCES = Declaration(
    noun="source",
    plural="sources",
    title="Sources",
    description="Published documents, how much was taken from each, and how much was checked.",
    filters=SourceFilters,
    rows=lambda: Source.objects.public().annotate(
        first_day=Coalesce("earliest", Value(date.min), output_field=DateField())
    ),
    record=SourceRecord,
    fetch=lambda ids, _, site: fetch_sources(ids, site),
    sorts={
        "newest": Sort("Newest first", (Key("first_day", date),), descending=True),
        "oldest": Sort("Oldest first", (Key("first_day", date),)),
        "title": _alphabetical("Title, A to Z", "title"),
    },
    feed_sort="newest",
    columns=columns.SOURCE_COLUMNS,
    entry=entries.source_entry,
)

POSITIONS = Declaration(
    noun="position",
    plural="positions",
    title="Positions",
    description="Who stands where on what as of a day, and by which words.",
    filters=PositionFilters,
    rows=Position.objects.all,
    record=PositionRecord,
    fetch=fetch_positions,
    sorts={
        "newest": Sort("Newest first", (Key("held_from", date),), descending=True),
        "oldest": Sort("Oldest first", (Key("held_from", date),)),
        "added": Sort(
            "Last added first",
            (Key("seen_at", datetime),),
            descending=True,
            made=lambda _: {"seen_at": _seen("statement")},
        ),
        "holder": Sort(
            "By holder",
            (Key("folded", str), Key("proposition__order", int)),
            made=lambda _: {"folded": Lower("holder__name")},
        ),
    },
    feed_sort="added",
    columns=columns.POSITION_COLUMNS,
    entry=entries.position_entry,
    path="positions/list",
)

# The rows of the matrix. Its records and columns depend on the propositions asked for, and are
# bound to them by the view.
MATRIX: Declaration[MatrixRow] = Declaration(
    noun="matrix",
    plural="matrix",
    title="Who stands where",
    description="Who stands where on what, in one look, as of any day.",
    filters=MatrixFilters,
    rows=lambda: Stakeholder.objects.public().organisations(),
    record=MatrixRow,
    fetch=lambda *_: [],
    sorts={
        "spoken": Sort("Most positions first", (*PLACES, Key("unspoken", int), Key("folded", str))),
        "name": Sort("Name, A to Z", (*PLACES, Key("folded", str))),
    },
    feed_sort="name",
    columns={},
    entry=lambda row: row,
    formats=("json", "csv"),
)

SHIFTS = Declaration(
    noun="shift",
    plural="shifts",
    title="Shifts",
    description="Who changed sides on what: the words of then beside the words of now.",
    filters=ShiftFilters,
    rows=Position.objects.shifts,
    record=ShiftRecord,
    fetch=lambda ids, _, site: fetch_shifts(ids, site),
    sorts={
        "newest": Sort("Newest first", (Key("held_from", date),), descending=True),
        "oldest": Sort("Oldest first", (Key("held_from", date),)),
        # It is on record once readers can see both of its statements.
        "added": Sort(
            "Last added first",
            (Key("seen_at", datetime),),
            descending=True,
            made=lambda _: {"seen_at": Greatest(_seen("previous_statement"), _seen("statement"))},
        ),
        "holder": Sort(
            "By holder",
            (Key("folded", str), Key("proposition__order", int)),
            made=lambda _: {"folded": Lower("holder__name")},
        ),
    },
    feed_sort="added",
    columns=columns.SHIFT_COLUMNS,
    entry=entries.shift_entry,
)

DECLARATIONS: tuple[Declaration[Any], ...] = (
    STATEMENTS,
    ORGANISATIONS,
    PEOPLE,
    PROPOSITIONS,
    TOPICS,
    SOURCES,
    POSITIONS,
    SHIFTS,
    CORRECTIONS,
)

# All that is described to programs: the lists, and the matrix made from them.
DESCRIBED: tuple[Declaration[Any], ...] = (*DECLARATIONS, MATRIX)
