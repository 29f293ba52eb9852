"""A published statement with all that its pages, its card and its citations tell of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet
from django.http import Http404

from positions.choices import WorkflowState
from positions.models import Statement
from positions.records import StatementRecord, fetch_documents
from positions.records.accounts import Account, accounts_of
from positions.records.byline import byline_of
from positions.records.statement import STATED, Part, statement_records
from positions.records.voices import First, Rule, first_of, standing
from positions.views.details.lookup import Withdrawn, find_by_slug

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Published:
    """A statement as it is shown by itself.

    Those who make it may be thousands: ``record`` has none of them, ``voices`` the first by each
    rule that was asked for. ``entered`` is when the editors began it.
    """

    pk: int
    record: StatementRecord
    entered: datetime
    voices: Mapping[Rule, First]
    accounts: list[Account]

    @property
    def who(self) -> str:
        """Who makes it, without those who withdrew their names; read with STANDING_BYLINE."""
        return str(byline_of(self.voices[standing]))


def published(slug: str, voices: Mapping[Rule, int], *, unread: Collection[Part] = ()) -> Published:
    """The statement with this slug, and the first of its voices by each rule, so many.

    Eleven queries, however much was said, one less for each part that is ``unread``. What it
    answers and what answers it is never read.

    Raises Moved or Http404 as ``find_by_slug`` does, Withdrawn where readers have seen it; a draft
    is not found.
    """
    row = find_published(Statement.objects.published().values(*STATED), slug)
    [record] = statement_records([row], unread={"voices", "replies", *unread})
    documents = fetch_documents({each.slug for each in record.sources})
    return Published(
        pk=row["pk"],
        record=record,
        entered=row["created_at"],
        voices=first_of(row["pk"], voices),
        accounts=accounts_of(record.quotations, documents),
    )


def find_published(rows: QuerySet[Statement, Row], slug: str) -> Row:
    """The one of these published statements with this slug.

    Raises as ``find_by_slug`` does, and Withdrawn where readers have seen one that is taken back.
    """
    try:
        return find_by_slug(rows, slug)
    except Http404:
        seen = Statement.objects.filter(state=WorkflowState.WITHDRAWN, published_at__isnull=False)
        raise Withdrawn(find_by_slug(seen, slug)) from None
