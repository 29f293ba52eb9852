"""Two to five holders side by side: on which propositions they agree, and in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from positions.choices import Agreement, Stance
from positions.derivation.agreement import agreement
from positions.models import Position, Proposition, Stakeholder, Statement
from positions.models.index_entry import IndexEntryQuerySet
from positions.records import PositionRecord, StakeholderRef, fetch_positions
from positions.records.comparison import (
    AgreementCounts,
    ComparedRecord,
    ComparisonRecord,
    SilenceRecord,
    StandsRecord,
)
from positions.records.parts import DATED, NAMED, address, date_record, ref, stakeholder_ref

MOST = 100  # propositions that are shown; all are counted

Pair = tuple[int, int]  # (holder, proposition)


@dataclass(frozen=True, slots=True)
class Stand:
    """The position of a holder on a proposition as of the day, in its narrow form."""

    key: int
    stance: Stance


def compare(
    parties: Sequence[int],
    positions: QuerySet[Position],
    silences: IndexEntryQuerySet,
    sought: Collection[int],
    day: date,
    site: str = "",
) -> ComparisonRecord:
    """These holders as of ``day``, in this order, from these ``positions`` and ``silences``.

    Shown is what one of them has spoken on or was asked about, and what is ``sought`` in any case.
    Seven queries, however many propositions.
    """
    stands = {
        (holder, proposition): Stand(key, Stance(stance))
        for key, holder, proposition, stance in positions.filter(holder__in=parties).values_list(
            "pk", "holder_id", "proposition_id", "stance"
        )
    }
    silent = _unanswered(parties, silences, day)
    rows = _propositions({proposition for _, proposition in (*stands, *silent)} | set(sought))
    judged = {
        proposition: agreement(
            stands[holder, proposition].stance if (holder, proposition) in stands else None
            for holder in parties
        )
        for proposition in rows
    }
    order = list(Agreement)
    shown = sorted(rows, key=lambda proposition: order.index(judged[proposition]))[:MOST]
    pairs = [(holder, proposition) for proposition in shown for holder in parties]
    keys = {pair: stands[pair].key for pair in pairs if pair in stands}
    said = dict(zip(keys, fetch_positions(list(keys.values()), day, site), strict=True))
    unanswered = _silences({pair: silent[pair] for pair in pairs if pair in silent}, site)
    named = _named(parties, site)
    counts = Counter(judged.values())
    return ComparisonRecord(
        as_of=day,
        parties=list(named.values()),
        counts=AgreementCounts(**{str(each.value): counts[each] for each in Agreement}),
        total=len(rows),
        propositions=[
            ComparedRecord(
                proposition=ref("proposition", row["slug"], row["short_label"], site),
                text=row["text"],
                topic=ref("topic", row["topic__slug"], row["topic__name"], site),
                agreement=judged[proposition],
                stands=[
                    _stands(
                        voice,
                        said.get((holder, proposition)),
                        unanswered.get((holder, proposition)),
                    )
                    for holder, voice in named.items()
                ],
            )
            for proposition, row in ((each, rows[each]) for each in shown)
        ],
    )


def _unanswered(parties: Sequence[int], silences: IndexEntryQuerySet, day: date) -> dict[Pair, int]:
    """The newest silence of each holder on each proposition, unless they have spoken since."""
    asked = (
        silences.unanswered(day)
        .filter(voice__in=parties, proposition__isnull=False)
        .order_by("earliest", "statement_id")
    )
    return {
        (holder, proposition or 0): statement
        for holder, proposition, statement in asked.values_list(
            "voice_id", "proposition_id", "statement_id"
        )
    }


def _propositions(keys: Iterable[int]) -> dict[int, Mapping[str, Any]]:
    """The propositions, topic by topic."""
    return {
        row["pk"]: row
        for row in Proposition.objects.filter(pk__in=list(keys))
        .order_by("topic__name", "order", "pk")
        .values("pk", "slug", "short_label", "text", "topic__slug", "topic__name")
    }


def _silences(silent: Mapping[Pair, int], site: str) -> dict[Pair, SilenceRecord]:
    rows = {
        row["pk"]: row
        for row in Statement.objects.filter(pk__in=set(silent.values())).values(
            "pk", "slug", "title", *DATED
        )
    }
    return {
        pair: SilenceRecord(
            url=address("statement", rows[key]["slug"], site),
            statement=ref("statement", rows[key]["slug"], rows[key]["title"], site),
            date=date_record(rows[key]),
        )
        for pair, key in silent.items()
    }


def _named(parties: Sequence[int], site: str) -> dict[int, StakeholderRef]:
    rows = {
        row["pk"]: row for row in Stakeholder.objects.filter(pk__in=parties).values("pk", *NAMED)
    }
    return {holder: stakeholder_ref(rows[holder], "", site) for holder in parties}


def _stands(
    holder: StakeholderRef, position: PositionRecord | None, silence: SilenceRecord | None
) -> StandsRecord:
    if position:
        return StandsRecord(holder, "spoken", position, silence)
    return StandsRecord(holder, "no_reply" if silence else "nothing_found", None, silence)
