"""A change between two days as it leaves the database: what was held then, and what is held now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from django.db.models import Subquery

from positions.derivation.changes import Change, kind_of_change, position_of, withdrawn_on
from positions.models import IndexEntry
from positions.records.parts import (
    DATED,
    NAMED,
    DateRecord,
    Ref,
    StakeholderRef,
    Url,
    address,
    by_value,
    columns,
    date_record,
    ref,
    stakeholder_ref,
)
from positions.records.position import PositionRecord, fetch_positions

CHANGES = by_value(Change)


class ChangeRecord(msgspec.Struct, frozen=True):
    """How a holder's position on a proposition on one day differs from that on an earlier day."""

    url: Annotated[Url, msgspec.Meta(description="Where the statement's page says so.")]
    holder: Annotated[StakeholderRef, msgspec.Meta(description="Whose position.")]
    proposition: Annotated[
        Ref | None,
        msgspec.Meta(description="On what; null for a name taken back, which may be on several."),
    ]
    change: Annotated[Change, msgspec.Meta(description="In which way it changed.")]
    statement: Annotated[
        Ref,
        msgspec.Meta(
            description="The newest words, the question without a reply, or what the name was "
            "taken back from."
        ),
    ]
    date: Annotated[DateRecord, msgspec.Meta(description="Date of that statement.")]
    then: Annotated[
        PositionRecord | None,
        msgspec.Meta(description="The position as of the first day; null without one."),
    ]
    now: Annotated[
        PositionRecord | None,
        msgspec.Meta(description="The position as of the second day; null without one."),
    ]
    withdrawn_on: Annotated[
        dt.date | None,
        msgspec.Meta(description="Day on which the name was taken back; null where it was not."),
    ]
    since: Annotated[
        dt.date | None, msgspec.Meta(description="The first day; null where none was asked for.")
    ]
    until: Annotated[dt.date, msgspec.Meta(description="The second day.")]
    modified: Annotated[
        dt.datetime, msgspec.Meta(description="When the statement's entry last changed, in UTC.")
    ]
    added: Annotated[
        dt.datetime, msgspec.Meta(description="Since when readers can see it, in UTC.")
    ]


def fetch_changes(
    ids: Sequence[int], first: dt.date | None, last: dt.date, site: str = ""
) -> list[ChangeRecord]:
    """These index entries as changes since ``first``, by ``last``, in order. Five queries."""
    rows = {
        row["pk"]: row
        for row in IndexEntry.objects.filter(pk__in=ids)
        .annotate(
            change=kind_of_change(first),
            then=Subquery(position_of(first or dt.date.min).values("pk")[:1]),
            now=Subquery(position_of(last).values("pk")[:1]),
            withdrawn_on=withdrawn_on(),
        )
        .values(
            *("pk", "change", "then", "now", "withdrawn_on", "published_at"),
            *columns("voice__", NAMED),
            *("proposition__slug", "proposition__short_label"),
            *columns("statement__", ("slug", "title", "modified_at", *DATED)),
        )
    }
    then = _held(rows, "then", first, site) if first else {}
    now = _held(rows, "now", last, site)
    return [_record(rows[pk], then, now, first, last, site) for pk in ids if pk in rows]


Rows = Mapping[int, Mapping[str, Any]]
Held = Mapping[tuple[str, str], PositionRecord]


def _held(rows: Rows, which: str, day: dt.date, site: str) -> Held:
    """The positions then, or now, by the slugs of holder and proposition. Two queries."""
    keys = [row[which] for row in rows.values() if row[which]]
    found = fetch_positions(keys, day, site)
    return {(each.holder.slug, each.proposition.slug): each for each in found}


def _record(
    row: Mapping[str, Any],
    then: Held,
    now: Held,
    first: dt.date | None,
    last: dt.date,
    site: str,
) -> ChangeRecord:
    change = CHANGES[row["change"]]
    proposition = row["proposition__slug"]
    slug = row["statement__slug"]
    url = address("statement", slug, site)
    return ChangeRecord(
        url=url if change in (Change.SILENT, Change.WITHDRAWN) else f"{url}#stance-{proposition}",
        holder=stakeholder_ref(row, "voice__", site),
        proposition=ref("proposition", proposition, row["proposition__short_label"], site)
        if proposition
        else None,
        change=change,
        statement=ref("statement", slug, row["statement__title"], site),
        date=date_record(row, "statement__"),
        then=then.get((row["voice__slug"], proposition)),
        now=now.get((row["voice__slug"], proposition)),
        withdrawn_on=row["withdrawn_on"] if change == Change.WITHDRAWN else None,
        since=first,
        until=last,
        modified=row["statement__modified_at"],
        added=row["published_at"],
    )
