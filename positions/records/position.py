"""A position as it leaves the database: who stands where on what, since when, by which words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

import msgspec
from django.db.models import Case, Exists, OuterRef, Subquery, Value, When
from django.db.models.expressions import Combinable

from positions.choices import Directness, Stance
from positions.models import IndexEntry, Position
from positions.records.evidence import evidence_of
from positions.records.parts import (
    DATED,
    NAMED,
    DateRecord,
    Ref,
    SourceRef,
    StakeholderRef,
    Url,
    address,
    bare_date,
    by_value,
    columns,
    date_record,
    ref,
    stakeholder_ref,
)

STANCES = by_value(Stance)
OF_BOTH = ("statement_id", "previous_statement_id")


class PositionRecord(msgspec.Struct, frozen=True):
    """That a holder stood so on a proposition, from one statement until the next on it."""

    url: Annotated[Url, msgspec.Meta(description="Where the statement's page says so.")]
    holder: Annotated[StakeholderRef, msgspec.Meta(description="Whose position.")]
    proposition: Annotated[Ref, msgspec.Meta(description="On what.")]
    stance: Annotated[Stance, msgspec.Meta(description="For, against, or neither.")]
    directness: Annotated[Directness, msgspec.Meta(description="Said, or following from it.")]
    condition: Annotated[
        str, msgspec.Meta(description="Under which condition, or which part; empty without one.")
    ]
    reason: Annotated[
        str, msgspec.Meta(description="Which words carry the judgement, and how; the editors' own.")
    ]
    statement: Annotated[Ref, msgspec.Meta(description="The statement it rests on.")]
    words: Annotated[
        str,
        msgspec.Meta(description="Its best quotation, as shown; empty where that is a paraphrase."),
    ]
    paraphrase: Annotated[
        str,
        msgspec.Meta(description="The same in the editors' words, where that is all there is."),
    ]
    source: Annotated[
        SourceRef | None,
        msgspec.Meta(description="Where these were published; null where none was chosen."),
    ]
    date: Annotated[DateRecord, msgspec.Meta(description="Date of that statement.")]
    held_from: Annotated[
        dt.date | None, msgspec.Meta(description="First day; null where the beginning is open.")
    ]
    held_until: Annotated[
        dt.date | None, msgspec.Meta(description="Day on which it ended; null while it holds.")
    ]
    previous_stance: Annotated[
        Stance | None, msgspec.Meta(description="The last clear stance before; null if none.")
    ]
    shift: Annotated[bool, msgspec.Meta(description="Whether it changed sides.")]
    conflicting: Annotated[
        bool, msgspec.Meta(description="Whether one of the opposite side overlaps it in date.")
    ]
    n_statements: Annotated[
        int, msgspec.Meta(description="The holder's statements on it, up to this one.")
    ]
    may_be_later: Annotated[
        bool, msgspec.Meta(description="Whether the statement may be later than the day asked.")
    ]
    modified: Annotated[
        dt.datetime, msgspec.Meta(description="When the statement's entry last changed, in UTC.")
    ]
    previous_directness: Annotated[
        Directness | None,
        msgspec.Meta(description="Whether the stance before was said, or followed; null if none."),
    ]
    as_of: Annotated[dt.date, msgspec.Meta(description="The day for which it was read.")]
    no_reply_since: Annotated[
        DateRecord | None,
        msgspec.Meta(description="When the holder was last asked on it since, without a reply."),
    ]
    added: Annotated[
        dt.datetime, msgspec.Meta(description="Since when readers can see it, in UTC.")
    ]


def fetch_positions(ids: Sequence[int], day: dt.date, site: str = "") -> list[PositionRecord]:
    """These positions as of ``day``, in the order of ``ids``. Costs two queries."""
    rows = {
        row["pk"]: row
        for row in Position.objects.filter(pk__in=ids)
        .annotate(no_reply=_unanswered(day))
        .values(
            *("pk", "statement_id", "previous_statement_id", "proposition_id"),
            *("stance", "latest", "held_from"),
            *(
                "held_until",
                "previous_stance",
                "shift",
                "conflicting",
                "n_statements",
                "seen_at",
                "no_reply",
            ),
            *columns("holder__", NAMED),
            *("proposition__slug", "proposition__short_label"),
            *columns("statement__", ("slug", "title", "modified_at", *DATED)),
        )
    }
    judged = evidence_of(
        {row[of] for row in rows.values() for of in OF_BOTH if row[of]},
        {row["proposition_id"] for row in rows.values()},
        site,
    )
    found = []
    for row in (rows[pk] for pk in ids if pk in rows):
        evidence = judged[row["statement_id"], row["proposition_id"]]
        proposition = row["proposition__slug"]
        slug = row["statement__slug"]
        before = row["previous_stance"]
        said_before = judged.get((row["previous_statement_id"], row["proposition_id"]))
        found.append(
            PositionRecord(
                url=f"{address('statement', slug, site)}#stance-{proposition}",
                holder=stakeholder_ref(row, "holder__", site),
                proposition=ref("proposition", proposition, row["proposition__short_label"], site),
                stance=STANCES[row["stance"]],
                directness=evidence.directness,
                condition=evidence.condition,
                reason=evidence.reason,
                statement=ref("statement", slug, row["statement__title"], site),
                words=evidence.words,
                paraphrase=evidence.paraphrase,
                source=evidence.source,
                date=date_record(row, "statement__"),
                held_from=None if row["held_from"] == dt.date.min else row["held_from"],
                held_until=row["held_until"],
                previous_stance=STANCES[before] if before else None,
                shift=row["shift"],
                conflicting=row["conflicting"],
                n_statements=row["n_statements"],
                may_be_later=row["latest"] is None or day < row["latest"],
                modified=row["statement__modified_at"],
                previous_directness=said_before.directness if before and said_before else None,
                as_of=day,
                no_reply_since=bare_date(row["no_reply"]),
                added=row["seen_at"],
            )
        )
    return found


def _unanswered(day: dt.date) -> Combinable:
    """Of a position that holds on ``day``: the date of the newest question since, unanswered."""
    asked = IndexEntry.objects.unanswered(day).filter(
        voice=OuterRef("holder"), proposition=OuterRef("proposition")
    )
    newest = Subquery(asked.order_by("-earliest", "-statement").values("statement__date_edtf")[:1])
    held = Position.objects.as_of(day).filter(pk=OuterRef("pk"))
    return Case(When(Exists(held), then=newest), default=Value(None))
