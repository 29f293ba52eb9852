"""A shift as it leaves the database: who changed sides on what, with the words of then and now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec

from positions.choices import Direction, Directness, Stance
from positions.dates import between, parse
from positions.models import Position
from positions.records.evidence import Evidence, evidence_of
from positions.records.parts import (
    DATED,
    NAMED,
    DateRecord,
    Ref,
    SourceRef,
    StakeholderRef,
    Url,
    address,
    by_value,
    columns,
    date_record,
    ref,
    stakeholder_ref,
)

STANCES = by_value(Stance)
OF_BOTH = ("previous_statement", "statement")


class SaidRecord(msgspec.Struct, frozen=True):
    """What one statement says on the proposition, in the editors' judgement, and by which words."""

    url: Annotated[Url, msgspec.Meta(description="Where the statement's page says so.")]
    stance: Annotated[Stance, msgspec.Meta(description="For, against, or neither.")]
    directness: Annotated[Directness, msgspec.Meta(description="Said, or following from it.")]
    condition: Annotated[
        str, msgspec.Meta(description="Under which condition, or which part; empty without one.")
    ]
    reason: Annotated[
        str, msgspec.Meta(description="Which words carry the judgement, and how; the editors' own.")
    ]
    words: Annotated[
        str,
        msgspec.Meta(description="Its best quotation, as shown; empty where that is a paraphrase."),
    ]
    paraphrase: Annotated[
        str,
        msgspec.Meta(description="The same in the editors' words, where that is all there is."),
    ]
    statement: Annotated[Ref, msgspec.Meta(description="The statement.")]
    source: Annotated[
        SourceRef | None,
        msgspec.Meta(description="Where the words were published; null where none was chosen."),
    ]
    date: Annotated[DateRecord, msgspec.Meta(description="Date of the statement.")]


class ShiftRecord(msgspec.Struct, frozen=True):
    """That a holder changed sides on a proposition between one clear statement and the next."""

    url: Annotated[Url, msgspec.Meta(description="Where the later statement's page says so.")]
    holder: Annotated[StakeholderRef, msgspec.Meta(description="Who changed sides.")]
    proposition: Annotated[Ref, msgspec.Meta(description="On what.")]
    direction: Annotated[Direction, msgspec.Meta(description="Which way it went.")]
    then: Annotated[SaidRecord, msgspec.Meta(description="The last clear words before.")]
    now: Annotated[SaidRecord, msgspec.Meta(description="The words with which the side changed.")]
    interval: Annotated[
        str,
        msgspec.Meta(
            description="When it happened, in words, as in “between May 2018 and 7 February 2019”."
        ),
    ]
    earliest: Annotated[
        dt.date | None,
        msgspec.Meta(description="First day on which it can have happened; null where open."),
    ]
    latest: Annotated[
        dt.date | None,
        msgspec.Meta(description="Last day on which it can have happened; null where open."),
    ]
    conflicting: Annotated[
        bool,
        msgspec.Meta(
            description="Whether words of the opposite side overlap the later ones in date, so "
            "that it cannot be said which came first."
        ),
    ]
    held_until: Annotated[
        dt.date | None,
        msgspec.Meta(description="Day on which the next words on it came; null while none have."),
    ]
    modified: Annotated[
        dt.datetime,
        msgspec.Meta(description="When the entry of either statement last changed, in UTC."),
    ]
    added: Annotated[
        dt.datetime,
        msgspec.Meta(description="Since when readers can see both statements, in UTC."),
    ]

    @property
    def order_is_open(self) -> bool:
        """Whether the two may date from the same time, so that neither is known to come first."""
        ended = self.then.date.latest or dt.date.max
        return self.conflicting or ended >= (self.now.date.earliest or dt.date.min)


def fetch_shifts(ids: Sequence[int], site: str = "") -> list[ShiftRecord]:
    """The shifts among these positions, in the order of ``ids``. Costs two queries."""
    rows = {
        row["pk"]: row
        for row in Position.objects.shifts()
        .filter(pk__in=ids, previous_statement__isnull=False)
        .values(
            *("pk", "proposition_id", "statement_id", "previous_statement_id"),
            *("stance", "previous_stance", "conflicting", "held_until", "shift_seen_at"),
            *columns("holder__", NAMED),
            *("proposition__slug", "proposition__short_label"),
            *(
                column
                for of in OF_BOTH
                for column in columns(f"{of}__", ("slug", "title", "modified_at", *DATED))
            ),
        )
    }
    judged = evidence_of(
        {row[f"{of}_id"] for row in rows.values() for of in OF_BOTH},
        {row["proposition_id"] for row in rows.values()},
        site,
    )
    return [_record(row, judged, site) for row in (rows[pk] for pk in ids if pk in rows)]


Judged = Mapping[tuple[int, int], Evidence]


def _record(row: Mapping[str, Any], judged: Judged, site: str) -> ShiftRecord:
    then = _said(row, "previous_statement", row["previous_stance"], judged, site)
    now = _said(row, "statement", row["stance"], judged, site)
    span = between(parse(then.date.edtf), parse(now.date.edtf))
    return ShiftRecord(
        url=now.url,
        holder=stakeholder_ref(row, "holder__", site),
        proposition=ref(
            "proposition", row["proposition__slug"], row["proposition__short_label"], site
        ),
        direction=Direction.of(then.stance, now.stance),
        then=then,
        now=now,
        interval=span.printed,
        earliest=span.earliest,
        latest=span.latest,
        conflicting=row["conflicting"],
        held_until=row["held_until"],
        modified=max(row["previous_statement__modified_at"], row["statement__modified_at"]),
        added=row["shift_seen_at"],
    )


def _said(row: Mapping[str, Any], of: str, stance: str, judged: Judged, site: str) -> SaidRecord:
    evidence = judged[row[f"{of}_id"], row["proposition_id"]]
    slug = row[f"{of}__slug"]
    return SaidRecord(
        url=f"{address('statement', slug, site)}#stance-{row['proposition__slug']}",
        stance=STANCES[stance],
        directness=evidence.directness,
        condition=evidence.condition,
        reason=evidence.reason,
        words=evidence.words,
        paraphrase=evidence.paraphrase,
        statement=ref("statement", slug, row[f"{of}__title"], site),
        source=evidence.source,
        date=date_record(row, f"{of}__"),
    )
