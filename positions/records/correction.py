"""Corrections and challenges as they leave the database: what readers are told of both."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Annotated

import msgspec

from positions.choices import ChallengeState, CorrectionKind
from positions.models import Challenge, Correction
from positions.records.parts import (
    NAMED,
    Ref,
    StakeholderRef,
    Url,
    anchored,
    by_value,
    columns,
    maybe_stakeholder_ref,
    ref,
)

CORRECTION_KINDS = by_value(CorrectionKind)
CHALLENGE_STATES = by_value(ChallengeState)


class CorrectedRecord(msgspec.Struct, frozen=True):
    """That a statement was changed after readers had seen it, and why."""

    url: Annotated[Url, msgspec.Meta(description="Where the statement's page says so.")]
    kind: Annotated[CorrectionKind, msgspec.Meta(description="What was done.")]
    made: Annotated[dt.date, msgspec.Meta(description="The day of the change.")]
    note: Annotated[
        str, msgspec.Meta(description="What was put right, or why; in the editors' words.")
    ]


class CorrectionRecord(CorrectedRecord, frozen=True):
    """A correction in the list of all of them, with the statement that it is of."""

    statement: Annotated[
        Ref, msgspec.Meta(description="Of what. One that is withdrawn answers 410 Gone.")
    ]
    modified: Annotated[
        dt.datetime, msgspec.Meta(description="When its note was last worded, in UTC.")
    ]


class ChallengeRecord(msgspec.Struct, frozen=True):
    """That somebody disputes a statement or a judgement, and what came of it."""

    url: Annotated[Url, msgspec.Meta(description="Where the statement's page says so.")]
    received: Annotated[dt.date, msgspec.Meta(description="The day on which it reached us.")]
    challenger: Annotated[
        StakeholderRef | None,
        msgspec.Meta(
            description="Who; null where they did not agree to be named, or have no page."
        ),
    ]
    challenger_name: Annotated[
        str, msgspec.Meta(description="Their name; empty where they did not agree to be named.")
    ]
    proposition: Annotated[
        Ref | None, msgspec.Meta(description="On which the stance is disputed; null: on none.")
    ]
    disputed: Annotated[str, msgspec.Meta(description="What they dispute, in the editors' words.")]
    state: Annotated[ChallengeState, msgspec.Meta(description="How far it is.")]
    decided: Annotated[
        dt.date | None, msgspec.Meta(description="The day of the decision; null while open.")
    ]
    outcome: Annotated[
        str, msgspec.Meta(description="What was found and done, in the editors' words.")
    ]
    correction: Annotated[
        Url | None, msgspec.Meta(description="The correction to which it led; null where to none.")
    ]


def fetch_corrections(ids: Sequence[int], site: str = "") -> list[CorrectionRecord]:
    """The public ones of these, in the order of ``ids``. Costs one query."""
    rows = {
        row["pk"]: row
        for row in Correction.objects.public()
        .filter(pk__in=ids)
        .values(
            *("pk", "kind", "made_on", "note", "modified_at"),
            *("statement__slug", "statement__title"),
        )
    }
    return [
        CorrectionRecord(
            url=anchored(row["statement__slug"], "correction", pk, site),
            kind=CORRECTION_KINDS[row["kind"]],
            made=row["made_on"],
            note=row["note"],
            statement=ref("statement", row["statement__slug"], row["statement__title"], site),
            modified=row["modified_at"],
        )
        for pk, row in ((pk, rows[pk]) for pk in ids if pk in rows)
    ]


def corrections_of(ids: Sequence[int], site: str = "") -> defaultdict[int, list[CorrectedRecord]]:
    """By statement, its corrections, the newest first. Costs one query."""
    found: defaultdict[int, list[CorrectedRecord]] = defaultdict(list)
    for row in (
        Correction.objects.filter(statement__in=ids)
        .order_by("-made_on", "-pk")
        .values("pk", "statement_id", "statement__slug", "kind", "made_on", "note")
    ):
        found[row["statement_id"]].append(
            CorrectedRecord(
                url=anchored(row["statement__slug"], "correction", row["pk"], site),
                kind=CORRECTION_KINDS[row["kind"]],
                made=row["made_on"],
                note=row["note"],
            )
        )
    return found


def challenges_of(ids: Sequence[int], site: str = "") -> defaultdict[int, list[ChallengeRecord]]:
    """By statement, its challenges, the newest first; names where they agreed. One query."""
    found: defaultdict[int, list[ChallengeRecord]] = defaultdict(list)
    for row in (
        Challenge.objects.filter(statement__in=ids, is_public=True)
        .order_by("-received_on", "-pk")
        .values(
            *("pk", "statement_id", "statement__slug", "received_on", "disputed", "state"),
            *("decided_on", "outcome", "correction_id", "name_public", "challenger_name"),
            *("assessment__proposition__slug", "assessment__proposition__short_label"),
            *columns("challenger__", (*NAMED, "is_public")),
        )
    ):
        slug, label = (
            row["assessment__proposition__slug"],
            row["assessment__proposition__short_label"],
        )
        agreed = row["name_public"]
        given = (row["challenger__name"] or row["challenger_name"]) if agreed else ""
        linked = agreed and row["challenger__is_public"]
        named = maybe_stakeholder_ref(row, "challenger__", site) if linked else None
        of = row["statement__slug"]
        corrected = row["correction_id"]
        found[row["statement_id"]].append(
            ChallengeRecord(
                url=anchored(of, "challenge", row["pk"], site),
                received=row["received_on"],
                challenger=named,
                challenger_name=given,
                proposition=ref("proposition", slug, label, site) if slug else None,
                disputed=row["disputed"],
                state=CHALLENGE_STATES[row["state"]],
                decided=row["decided_on"],
                outcome=row["outcome"],
                correction=anchored(of, "correction", corrected, site) if corrected else None,
            )
        )
    return found
