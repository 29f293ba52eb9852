"""The words of statements as they leave the database, each as one source gives them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec

from positions.choices import FOUND_IN_SOURCE, QuotationCheck, QuotationKind
from positions.models import Quotation
from positions.models.quotation import shown_words
from positions.records.parts import (
    CITED,
    DATED,
    DateRecord,
    SourceRef,
    Url,
    anchored,
    by_value,
    columns,
    date_record,
    source_ref,
)

CHECKS = by_value(QuotationCheck)
QUOTATION_KINDS = by_value(QuotationKind)
QUOTED = (
    *("pk", "exact", "kind", "prefix", "suffix", "start", "end"),
    *("check_result", "checked_at", "text_taken", *DATED, *columns("source__", CITED)),
)


class QuotationRecord(msgspec.Struct, frozen=True):
    """Words of a statement as one source gives them, and where they stand in it."""

    exact: Annotated[
        str,
        msgspec.Meta(
            description="The words to the letter, without enclosing marks; of a paraphrase, the "
            "editors' words."
        ),
    ]
    kind: Annotated[QuotationKind, msgspec.Meta(description="Verbatim, fragment or paraphrase.")]
    prefix: Annotated[
        str, msgspec.Meta(description="The 32 characters before them in the source; may be empty.")
    ]
    suffix: Annotated[
        str, msgspec.Meta(description="The 32 characters after them in the source; may be empty.")
    ]
    start: Annotated[
        int | None,
        msgspec.Meta(description="Offset of the first character in its text; null if not known."),
    ]
    end: Annotated[
        int | None,
        msgspec.Meta(description="Offset after the last character; null if not known."),
    ]
    source: Annotated[SourceRef, msgspec.Meta(description="Where they were published.")]
    date: Annotated[
        DateRecord | None,
        msgspec.Meta(description="When they were said by this source; null where it gives none."),
    ]
    check: Annotated[
        QuotationCheck | None,
        msgspec.Meta(
            description="Whether they stand in the source's text; null of a paraphrase, of which "
            "that cannot be asked."
        ),
    ]
    checked_on: Annotated[dt.date | None, msgspec.Meta(description="Day of that check, in UTC.")]
    words: Annotated[
        str,
        msgspec.Meta(description="The same as shown: without a reporter's comma at their end."),
    ]
    text_taken_on: Annotated[
        dt.date | None,
        msgspec.Meta(
            description="Day on which the editors took the text that they were checked against, "
            "in UTC; null where that text is not kept."
        ),
    ]

    url: Annotated[Url, msgspec.Meta(description="Where the statement's page shows them.")]

    @property
    def is_paraphrase(self) -> bool:
        return self.kind == QuotationKind.PARAPHRASE

    @property
    def is_found(self) -> bool:
        """Whether the words were found in the source's text; those of a paraphrase never are."""
        return self.check in FOUND_IN_SOURCE

    @property
    def anchor(self) -> str:
        """Its place on the page of its statement, the same as long as it is kept."""
        return self.url.partition("#")[2]


def quotations_of(
    slugs: Mapping[int, str], site: str
) -> defaultdict[int, dict[int, QuotationRecord]]:
    """The quotations of statements by statement and by key, in order. Costs one query.

    ``slugs`` has those of the statements by key.
    """
    found: defaultdict[int, dict[int, QuotationRecord]] = defaultdict(dict)
    rows = Quotation.objects.filter(statement__in=list(slugs)).with_text_taken()
    for row in rows.order_by("order", "pk").values("statement_id", *QUOTED):
        statement = row["statement_id"]
        found[statement][row["pk"]] = quotation_record(row, slugs[statement], site)
    return found


def quotation_record(row: Mapping[str, Any], statement: str, site: str) -> QuotationRecord:
    """From the columns ``QUOTED`` of a row that was read ``with_text_taken``, and the slug."""
    kind = QUOTATION_KINDS[row["kind"]]
    checked_at, taken = row["checked_at"], row["text_taken"]
    return QuotationRecord(
        exact=row["exact"],
        kind=kind,
        prefix=row["prefix"],
        suffix=row["suffix"],
        start=row["start"],
        end=row["end"],
        source=source_ref(row, "source__", site),
        date=date_record(row) if row["date_edtf"] else None,
        check=None if kind == QuotationKind.PARAPHRASE else CHECKS[row["check_result"]],
        checked_on=checked_at.date() if checked_at else None,
        words=shown_words(row["exact"], row["kind"]),
        text_taken_on=taken.date() if taken else None,
        url=anchored(statement, "quotation", row["pk"], site),
    )
