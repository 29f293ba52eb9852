"""The published rule: from the claims of each holder on each proposition to its positions.

Claims are sorted by (earliest, latest, statement). A position holds from its earliest day until
the next one's earliest day. A shift is a change of side between one and the next, an unclear one
being passed over. Two whose dates overlap and whose sides are opposite conflict. An open side of a
date counts as the first or the last day that a calendar date can hold.

The rule is one text of SQL, since it is applied to a million statements at once.
"""
# ruff: noqa: S608 - what is put into the texts are names made here

from __future__ import annotations

from datetime import date

from positions.choices import Stance

_SIDES = " ".join(f"WHEN '{stance.value}' THEN '{stance.side}'" for stance in Stance)

# Tables that follow one another in a WITH, of which the last, ``held``, has the positions.
# Before them stands ``claim`` (holder_id, proposition_id, statement_id, stance, directness,
# earliest, latest, seen_at), each row once. A run is a clear claim with the unclear ones that
# follow it: what was said clearly before a claim is how its own run began, or, where it begins one,
# the run before.
RULE = f"""
told AS (
    SELECT claim.*, COALESCE(earliest, {{day}}'{date.min}') AS first_day,
        COALESCE(latest, {{day}}'{date.max}') AS last_day,
        CASE stance {_SIDES} END AS side,
        CASE stance WHEN '{Stance.UNCLEAR}' THEN 0 ELSE 1 END AS clear
    FROM claim
), placed AS (
    SELECT told.*, ROW_NUMBER() OVER place AS n_statements,
        LEAD(first_day) OVER place AS held_until,
        SUM(clear) OVER (place ROWS UNBOUNDED PRECEDING) AS run,
        MAX(CASE side WHEN 'for' THEN last_day END) OVER earlier AS for_until,
        MAX(CASE side WHEN 'against' THEN last_day END) OVER earlier AS against_until,
        MIN(CASE side WHEN 'for' THEN first_day END) OVER later AS for_from,
        MIN(CASE side WHEN 'against' THEN first_day END) OVER later AS against_from
    FROM told
    WINDOW place AS (
            PARTITION BY holder_id, proposition_id ORDER BY first_day, last_day, statement_id),
        earlier AS (place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
        back AS (
            PARTITION BY holder_id, proposition_id
            ORDER BY first_day DESC, last_day DESC, statement_id DESC),
        later AS (back ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), begun AS (
    SELECT placed.*,
        CASE WHEN run > 0 THEN FIRST_VALUE(statement_id) OVER run END AS run_statement,
        CASE WHEN run > 0 THEN FIRST_VALUE(stance) OVER run END AS run_stance,
        CASE WHEN run > 0 THEN FIRST_VALUE(side) OVER run END AS run_side,
        FIRST_VALUE(seen_at) OVER run AS run_seen
    FROM placed
    WINDOW run AS (PARTITION BY holder_id, proposition_id, run ORDER BY n_statements)
), before AS (
    SELECT begun.*,
        CASE clear WHEN 1 THEN LAG(run_statement) OVER place ELSE run_statement END AS was_said,
        CASE clear WHEN 1 THEN LAG(run_stance) OVER place ELSE run_stance END AS was,
        CASE clear WHEN 1 THEN LAG(run_side) OVER place END AS was_side,
        LAG(run_seen) OVER place AS was_seen
    FROM begun
    WINDOW place AS (PARTITION BY holder_id, proposition_id ORDER BY n_statements)
), held AS (
    SELECT holder_id, proposition_id, statement_id, stance, directness, earliest, latest,
        first_day AS held_from, held_until, COALESCE(was, '') AS previous_stance,
        was_said AS previous_statement_id, COALESCE(was_side <> side, FALSE) AS shift,
        COALESCE(
            side = 'for' AND (
                COALESCE(against_until >= first_day, FALSE) OR against_from <= last_day)
            OR side = 'against' AND (
                COALESCE(for_until >= first_day, FALSE) OR for_from <= last_day),
            FALSE) AS conflicting,
        n_statements, seen_at,
        CASE WHEN was_side <> side THEN
            CASE WHEN was_seen > seen_at THEN was_seen ELSE seen_at END
        END AS shift_seen_at
    FROM before
)"""
