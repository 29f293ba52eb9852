"""The matrix: organisations by propositions, and what each cell says as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple

import msgspec
from django.db.models import F, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from positions.choices import Directness, Stance
from positions.dates import parse
from positions.listing import address
from positions.models import (
    IndexEntry,
    Position,
    Proposition,
    Stakeholder,
)
from positions.models.index_entry import SILENCE
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
Dated = tuple[date, str]  # the first day of words, and their date as it is written
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
    directness: Annotated[
        Directness | None,
        msgspec.Meta(description="Whether the stance is said, or follows; null without one."),
    ]


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


def columns_of(propositions: Iterable[Proposition], site: str = "") -> list[Column]:
    """The heads of these propositions, in their order. No query."""
    return [
        Column(each.pk, ref("proposition", each.slug, each.short_label, site), each.text)
        for each in propositions
    ]


def rows_of(
    organisations: Sequence[int],
    heads: Sequence[Column],
    day: date,
    *,
    today: date,
    agreement: Mapping[int, tuple[int, int]] | None = None,
    site: str = "",
) -> list[MatrixRow]:
    """The rows of these organisations, in their order. Three queries.

    ``agreement`` says on how many propositions each agrees with the one that rows are held against,
    and differs. The addresses of evidence name the day unless it is ``today``.
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
        agrees, differs = (agreement or {}).get(pk, (None, None))
        rows.append(MatrixRow(owner, day, cells, agrees, differs))
    return rows


class DayOfChange(NamedTuple):
    """A day on which cells changed, and the date of the words that changed one, as it is known."""

    day: date
    text: str


def days_of_change(
    held: Iterable[Dated], asked: QuerySet[IndexEntry], day: date
) -> tuple[DayOfChange | None, DayOfChange | None]:
    """The last change before the day of positions and of these silences, and the first after.

    ``held`` are the changes of positions that ``nearest`` or ``nearest_of_holder`` gives. Words
    whose beginning is not known change nothing on a day that could be named. Two queries.
    """
    changes = [*held, *nearest(asked.filter(SILENCE), "earliest", day)]
    before = (change for change in changes if change[0] < day)
    after = (change for change in changes if change[0] > day)
    return _change(max(before, default=None)), _change(min(after, default=None))


def nearest(rows: QuerySet[Any], column: str, day: date) -> list[Dated]:
    """Of positions or entries, by their ``column``: the last before a day, the first after it."""
    dated = rows.filter(**{f"{column}__gt": date.min}).values_list(column, "statement__date_edtf")
    before = dated.filter(**{f"{column}__lt": day}).order_by(f"-{column}", "-pk")[:1]
    after = dated.filter(**{f"{column}__gt": day}).order_by(column, "pk")[:1]
    return [*before, *after]


def nearest_of_holder(holder: int, day: date) -> list[Dated]:
    """What one holder said on each proposition last before a day, and first after it.

    Looked up for each proposition, so that it costs as much for somebody who has been silent for
    years as for the busiest. Two queries.
    """
    said = Position.objects.filter(holder=holder, proposition=OuterRef("pk"))
    said = said.filter(held_from__gt=date.min)
    before = said.filter(held_from__lt=day).order_by("-held_from").values("pk")[:1]
    after = said.filter(held_from__gt=day).order_by("held_from").values("pk")[:1]
    found = Proposition.objects.order_by().values_list(Subquery(before), Subquery(after))
    pks = [pk for pair in found for pk in pair if pk is not None]
    return list(
        Position.objects.filter(pk__in=pks)
        .order_by()
        .values_list("held_from", "statement__date_edtf")
    )


def _change(found: Dated | None) -> DayOfChange | None:
    return DayOfChange(found[0], parse(found[1]).printed) if found else None


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
            *("directness", "earliest", "latest", "held_from", *columns("statement__", DATED)),
        )
    }


def _asked(
    organisations: Sequence[int], propositions: Sequence[int], day: date
) -> dict[Pair, dict[str, Any]]:
    """The newest question of each pair that was not answered, then or since."""
    rows: QuerySet[Any] = (
        IndexEntry.objects.unanswered(day)
        .filter(voice__in=organisations, proposition__in=propositions)
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
    return MatrixCell(
        proposition=head.proposition,
        state=state,
        stance=Stance(held["stance"]) if held else None,
        n_statements=held["n_statements"] if held else 0,
        date=date_record(held, "statement__") if held else question,
        shift=bool(held and held["shift"]),
        conflicting=bool(held and held["conflicting"]),
        may_be_later=bool(held and (held["latest"] is None or day < held["latest"])),
        no_reply_since=question if held else None,
        changed=begun == day,
        url=""
        if state == "nothing"
        else evidence_url(owner, head.proposition.slug, None if day == today else day, site),
        directness=Directness(held["directness"]) if held else None,
    )
