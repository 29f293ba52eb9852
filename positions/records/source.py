"""A source as it leaves the database: the document, and how much was taken from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any

import msgspec
from django.db.models import Count, Q

from positions.choices import FOUND_IN_SOURCE, QuotationKind, SourceKind, WorkflowState
from positions.models import Quotation, Source
from positions.records.parts import (
    DATED,
    NAMED,
    DateRecord,
    Slug,
    StakeholderRef,
    Url,
    address,
    by_value,
    columns,
    date_record,
    maybe_stakeholder_ref,
)

SOURCE_KINDS = by_value(SourceKind)
DESCRIBED = (
    *("slug", "title", "title_is_ours", "kind", "byline", "url", "archived_url", "language"),
    *("is_primary", *DATED, *columns("publisher__", NAMED)),
)


class DocumentRecord(msgspec.Struct, frozen=True):
    """A published document, without what was taken from it."""

    slug: Slug
    url: Url
    title: Annotated[str, msgspec.Meta(description="Its title.")]
    kind: Annotated[SourceKind, msgspec.Meta(description="What sort of document.")]
    publisher: Annotated[StakeholderRef | None, msgspec.Meta(description="Who published it.")]
    byline: Annotated[str, msgspec.Meta(description="By whom, as printed; may be empty.")]
    address: Annotated[
        str, msgspec.Meta(description="Where it is on the web; empty where none is on record.")
    ]
    archived: Annotated[str, msgspec.Meta(description="An archived copy; may be empty.")]
    language: Annotated[str, msgspec.Meta(description="BCP 47, as in en.")]
    date: Annotated[DateRecord | None, msgspec.Meta(description="When it was published.")]
    primary: Annotated[
        bool, msgspec.Meta(description="The speaker's own document, not an account of it.")
    ]
    title_is_ours: Annotated[
        bool, msgspec.Meta(description="It has no title of its own; the editors gave it this one.")
    ]

    @property
    def teller(self) -> str:
        """Who gives what it tells: its publisher, or the document where none is known."""
        return self.publisher.name if self.publisher else self.title


class SourceRecord(DocumentRecord, frozen=True):
    """A published document."""

    n_quotations: Annotated[
        int, msgspec.Meta(description="Quotations and paraphrases taken from it.")
    ]
    n_checked: Annotated[
        int, msgspec.Meta(description="Of these, how many were found in its text.")
    ]
    modified: Annotated[datetime, msgspec.Meta(description="When the entry last changed, in UTC.")]
    n_paraphrases: Annotated[
        int,
        msgspec.Meta(description="Of n_quotations, those in our words: none is to be checked."),
    ]
    added: Annotated[datetime, msgspec.Meta(description="When it was entered, in UTC.")]

    @property
    def n_in_words(self) -> int:
        """How many of the passages are the speakers' own words."""
        return self.n_quotations - self.n_paraphrases


def fetch_sources(ids: Sequence[int], site: str = "") -> list[SourceRecord]:
    """These sources, in the order of ``ids``. Costs two queries."""
    rows = {
        row["pk"]: row
        for row in Source.objects.filter(pk__in=ids).values(
            "pk", "modified_at", "created_at", *DESCRIBED
        )
    }
    counts = {
        source: (number, checked, ours)
        for source, number, checked, ours in Quotation.objects.filter(
            source__in=ids, statement__state=WorkflowState.PUBLISHED
        )
        .order_by()
        .values("source_id")
        .annotate(
            number=Count("pk"),
            checked=Count("pk", filter=Q(check_result__in=FOUND_IN_SOURCE)),
            ours=Count("pk", filter=Q(kind=QuotationKind.PARAPHRASE)),
        )
        .values_list("source_id", "number", "checked", "ours")
    }
    found = []
    for pk, row in ((pk, rows[pk]) for pk in ids if pk in rows):
        n_quotations, n_checked, n_paraphrases = counts.get(pk, (0, 0, 0))
        found.append(
            SourceRecord(
                **_described(row, site),
                n_quotations=n_quotations,
                n_checked=n_checked,
                modified=row["modified_at"],
                added=row["created_at"],
                n_paraphrases=n_paraphrases,
            )
        )
    return found


def document_record(row: Mapping[str, Any], site: str = "") -> DocumentRecord:
    """From the columns ``DESCRIBED``."""
    return DocumentRecord(**_described(row, site))


def fetch_documents(slugs: Collection[str], site: str = "") -> dict[str, DocumentRecord]:
    """The sources with these slugs, by slug. Costs one query, none where there are no slugs."""
    rows = Source.objects.filter(slug__in=slugs).values(*DESCRIBED)
    return {row["slug"]: document_record(row, site) for row in rows}


def _described(row: Mapping[str, Any], site: str) -> dict[str, Any]:
    return {
        "slug": row["slug"],
        "url": address("source", row["slug"], site),
        "title": row["title"],
        "kind": SOURCE_KINDS[row["kind"]],
        "publisher": maybe_stakeholder_ref(row, "publisher__", site),
        "byline": row["byline"],
        "address": row["url"],
        "archived": row["archived_url"],
        "language": row["language"],
        "date": date_record(row) if row["date_edtf"] else None,
        "primary": row["is_primary"],
        "title_is_ours": row["title_is_ours"],
    }
