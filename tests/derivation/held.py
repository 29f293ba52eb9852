"""The published rule for a few claims that no table has: what ``derivation`` applies to all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from positions.choices import Stance
from positions.derivation.rule import RULE
from positions.derivation.sets import found
from positions.models import Position


@dataclass(frozen=True, slots=True)
class Claim:
    """That one statement gives one holder a stance on one proposition, by their keys."""

    holder: int
    proposition: int
    statement: int
    stance: Stance
    earliest: date | None
    latest: date | None

    @property
    def first(self) -> date:
        return self.earliest or date.min

    @property
    def last(self) -> date:
        return self.latest or date.max


@dataclass(frozen=True, slots=True)
class Held:
    """A claim with the span for which it holds, and how it stands to those around it."""

    claim: Claim
    held_from: date
    held_until: date | None
    previous: Claim | None
    shift: bool
    conflicting: bool
    n_statements: int


COLUMNS = (
    *("statement_id", "held_from", "held_until", "previous_statement_id", "shift"),
    *("conflicting", "n_statements", "previous_stance"),
)


def hold(claims: Sequence[Claim]) -> list[Held]:
    """What the database makes of the claims of one holder on one proposition; oldest first."""
    given = " UNION ALL ".join(
        "SELECT CAST(%s AS bigint) AS holder_id, CAST(%s AS bigint) AS proposition_id,"
        " CAST(%s AS bigint) AS statement_id, CAST(%s AS text) AS stance,"
        " CAST('explicit' AS text) AS directness,"
        f" {_day(claim.earliest)} AS earliest, {_day(claim.latest)} AS latest, 0 AS seen_at"
        for claim in claims
    )
    if not claims:
        return []
    rows = found(
        f"WITH claim AS ({given}), {RULE}"
        f" SELECT {', '.join(COLUMNS)} FROM held ORDER BY n_statements",
        [
            value
            for each in claims
            for value in (each.holder, each.proposition, each.statement, each.stance.value)
        ],
    )
    by_statement = {claim.statement: claim for claim in claims}
    return [_held(dict(zip(COLUMNS, row, strict=True)), by_statement) for row in rows]


def _held(row: dict[str, Any], claims: dict[int, Claim]) -> Held:
    before = row["previous_statement_id"]
    previous = None if before is None else claims[before]
    assert row["previous_stance"] == (previous.stance if previous else "")
    return Held(
        claims[row["statement_id"]],
        _read(row["held_from"]) or date.min,
        _read(row["held_until"]),
        previous,
        bool(row["shift"]),
        bool(row["conflicting"]),
        row["n_statements"],
    )


def _read(value: str | date | None) -> date | None:
    day: date | None = Position._meta.get_field("held_until").to_python(value)
    return day


def _day(day: date | None) -> str:
    return "CAST(NULL AS date)" if day is None else f"{{day}}'{day}'"
