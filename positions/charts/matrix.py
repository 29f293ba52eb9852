"""The matrix: organisations by propositions, and what each cell says as of a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from positions.choices import Stance, StatementKind
from positions.derivation.agreement import OPPOSITE
from positions.listing import address
from positions.models import IndexEntry, Position, Proposition, Stakeholder
from positions.records import DateRecord, Ref, StakeholderRef
from positions.records.parts import (
    DATED,
    NAMED,
    bare_date,
    columns,
    date_record,
    ref,
    stakeholder_ref,
)

Pair = tuple[int, int]  # organisation, proposition
State = Literal["position", "no_reply", "nothing"]


class MatrixCell(msgspec.Struct, frozen=True):
    """What is known of one organisation on one proposition, as of the day asked."""

    proposition: Annotated[Ref, msgspec.Meta(description="The column.")]
    state: Annotated[
        State,
        msgspec.Meta(
            description="A position; asked without a reply, and no position; or nothing found."
        ),
    ]
    stance: Annotated[Stance | None, msgspec.Meta(description="Of the position; null if none.")]
    n_statements: Annotated[int, msgspec.Meta(description="That took a stance on it, so far.")]
    date: Annotated[
        DateRecord | None,
        msgspec.Meta(description="Of the newest of these, or of the newest question unanswered."),
    ]
    shift: Annotated[bool, msgspec.Meta(description="Whether the position changed sides.")]
    conflicting: Annotated[
        bool, msgspec.Meta(description="Whether one of the opposite side overlaps it in date.")
    ]
    may_be_later: Annotated[
        bool, msgspec.Meta(description="Whether its statement may be later than the day asked.")
    ]
    no_reply_since: Annotated[
        DateRecord | None,
        msgspec.Meta(description="When it was last asked, after its position, without a reply."),
    ]
    changed: Annotated[bool, msgspec.Meta(description="Whether this was new on the day asked.")]
    url: Annotated[str, msgspec.Meta(description="Where the evidence stands; empty where none.")]


class MatrixRow(msgspec.Struct, frozen=True):
    """One organisation with its cells, one a proposition, in the order of the columns."""

    organisation: Annotated[StakeholderRef, msgspec.Meta(description="Whose row it is.")]
    as_of: Annotated[date, msgspec.Meta(description="The day for which stances are read.")]
    cells: Annotated[
        list[MatrixCell], msgspec.Meta(description="One for each proposition, in order.")
    ]
    agrees: Annotated[
        int | None,
        msgspec.Meta(description="Propositions on the same side as the one chosen; null if none."),
    ] = None
    differs: Annotated[
        int | None,
        msgspec.Meta(description="Propositions on the opposite side; null if none was chosen."),
    ] = None


class Column(msgspec.Struct, frozen=True):
    """A proposition at the head of a column."""

    pk: int
    proposition: Ref
    text: str


def columns_of(propositions: Sequence[int], site: str = "") -> list[Column]:
    """The heads of these propositions, in their order. One query."""
    rows = Proposition.objects.in_bulk(propositions)
    return [
        Column(pk, ref("proposition", found.slug, found.short_label, site), found.text)
        for pk, found in ((pk, rows[pk]) for pk in propositions if pk in rows)
    ]


def rows_of(
    organisations: Sequence[int],
    heads: Sequence[Column],
    day: date,
    *,
    today: date,
    sides: Mapping[int, str] | None = None,
    site: str = "",
) -> list[MatrixRow]:
    """The rows of these organisations, in their order. Three queries.

    ``sides`` are those of the organisation that rows are held against: by proposition, for or
    against. The addresses of evidence name the day unless it is ``today``.
    """
    shown = [head.pk for head in heads]
    named = {
        row["pk"]: row
        for row in Stakeholder.objects.filter(pk__in=organisations).values("pk", *NAMED)
    }
    held = _held(organisations, shown, day)
    asked = _asked(organisations, shown, day)
    there = [pk for pk in organisations if pk in named]
    rows = []
    for pk in there:
        owner = stakeholder_ref(named[pk], "", site)
        cells = [
            _cell(owner, head, held.get((pk, head.pk)), asked.get((pk, head.pk)), day, today, site)
            for head in heads
        ]
        agrees = differs = None
        if sides is not None:
            taken = {
                head.pk: cell.stance.side
                for head, cell in zip(heads, cells, strict=True)
                if cell.stance
            }
            agrees = sum(taken.get(one) == side for one, side in sides.items())
            differs = sum(taken.get(one) == OPPOSITE[side] for one, side in sides.items())
        rows.append(MatrixRow(owner, day, cells, agrees, differs))
    return rows


def days_of_change(
    organisations: QuerySet[Stakeholder], propositions: Collection[int], day: date
) -> tuple[date | None, date | None]:
    """The last day before, and the first after, on which a cell changed. Four queries.

    The beginning of a statement whose beginning is not known is no such day.
    """
    held = Position.objects.filter(proposition__in=propositions, held_from__gt=date.min)
    silent = IndexEntry.objects.filter(
        proposition__in=propositions, kind=StatementKind.NO_REPLY, earliest__gt=date.min
    )
    held = held.filter(holder__in=organisations.order_by().values("pk"))
    silent = silent.filter(voice__in=organisations.order_by().values("pk"))
    before = [
        held.filter(held_from__lt=day)
        .order_by("-held_from")
        .values_list("held_from", flat=True)[:1],
        silent.filter(earliest__lt=day)
        .order_by("-earliest")
        .values_list("earliest", flat=True)[:1],
    ]
    after = [
        held.filter(held_from__gt=day)
        .order_by("held_from")
        .values_list("held_from", flat=True)[:1],
        silent.filter(earliest__gt=day).order_by("earliest").values_list("earliest", flat=True)[:1],
    ]
    return (
        max((found for days in before for found in days), default=None),
        min((found for days in after for found in days), default=None),
    )


def evidence_url(
    organisation: StakeholderRef, proposition: str, day: date | None, site: str = ""
) -> str:
    """Where all that an organisation said on a proposition stands, as of a day."""
    asked = {
        "person" if organisation.is_person else "organisation": [organisation.slug],
        "proposition": [proposition],
        **({"as_of": [day.isoformat()]} if day else {}),
    }
    return site + address(reverse("evidence"), asked)


def _held(
    organisations: Sequence[int], propositions: Sequence[int], day: date
) -> dict[Pair, dict[str, Any]]:
    rows = Position.objects.as_of(day).filter(
        holder__in=organisations, proposition__in=propositions
    )
    return {
        (row["holder_id"], row["proposition_id"]): row
        for row in rows.order_by().values(
            *("holder_id", "proposition_id", "stance", "shift", "conflicting", "n_statements"),
            *("earliest", "latest", "held_from", *columns("statement__", DATED)),
        )
    }


def _asked(
    organisations: Sequence[int], propositions: Sequence[int], day: date
) -> dict[Pair, dict[str, Any]]:
    """The newest question without a reply of each pair."""
    rows: QuerySet[Any] = (
        IndexEntry.objects.filter(
            voice__in=organisations,
            proposition__in=propositions,
            kind=StatementKind.NO_REPLY,
            earliest__lte=day,
        )
        .annotate(
            place=Window(
                RowNumber(),
                partition_by=[F("voice"), F("proposition")],
                order_by=[F("earliest").desc(), F("statement").desc()],
            )
        )
        .filter(place=1)
    )
    return {
        (row["voice_id"], row["proposition_id"]): row
        for row in rows.order_by().values(
            "voice_id", "proposition_id", "earliest", "statement__date_edtf"
        )
    }


def _cell(
    owner: StakeholderRef,
    head: Column,
    held: Mapping[str, Any] | None,
    asked: Mapping[str, Any] | None,
    day: date,
    today: date,
    site: str,
) -> MatrixCell:
    question = bare_date(asked["statement__date_edtf"]) if asked else None
    state: State = "position" if held else "no_reply" if asked else "nothing"
    begun = held["held_from"] if held else asked["earliest"] if asked else None
    since = held and asked and asked["earliest"] > (held["latest"] or held["held_from"])
    return MatrixCell(
        proposition=head.proposition,
        state=state,
        stance=Stance(held["stance"]) if held else None,
        n_statements=held["n_statements"] if held else 0,
        date=date_record(held, "statement__") if held else question,
        shift=bool(held and held["shift"]),
        conflicting=bool(held and held["conflicting"]),
        may_be_later=bool(held and (held["latest"] is None or day < held["latest"])),
        no_reply_since=question if since else None,
        changed=begun == day,
        url=""
        if state == "nothing"
        else evidence_url(owner, head.proposition.slug, None if day == today else day, site),
    )
