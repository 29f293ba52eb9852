"""Keeps the rows of Position in step with the assessments that they follow from."""
# ruff: noqa: S608 - what is put into the texts are names made here

from __future__ import annotations

from collections.abc import Collection

from django.db import models

from positions.choices import Capacity, WorkflowState
from positions.derivation.rule import RULE
from positions.derivation.sets import found, hold_rows, keys, pairs, run
from positions.models import Position, Proposition, Stakeholder
from positions.models.bulk import batches

Pair = tuple[int, int]  # (holder, proposition)

# Pairs whose positions are derived by one query.
PAIRS_AT_ONCE = 100_000
# Assessments that one query of the whole record works on, which reads all attributions for them.
JUDGED_AT_ONCE = 1_000_000
FOLLOWS = (
    *("stance", "directness", "earliest", "latest", "held_from", "held_until", "previous_stance"),
    *("previous_statement_id", "shift", "conflicting", "n_statements"),
    *("seen_at", "shift_seen_at"),
)
COLUMNS = ("statement_id", "holder_id", "proposition_id", *FOLLOWS)
# Whose words count for whom, as ``models.attribution.holder_of`` says.
HOLDER = f"""CASE
    WHEN voice.capacity = '{Capacity.ORGANISATIONAL}' AND voice.on_behalf_of_id IS NOT NULL
    THEN voice.on_behalf_of_id ELSE voice.stakeholder_id END"""
SAID = f"""
    FROM positions_assessment AS judged
    JOIN positions_statement AS said
        ON said.id = judged.statement_id AND said.state = '{WorkflowState.PUBLISHED}'
    JOIN positions_attribution AS voice
        ON voice.statement_id = said.id AND voice.withdrawn_on IS NULL"""
CLAIMS = f"""
    SELECT DISTINCT {HOLDER} AS holder_id, judged.proposition_id, judged.statement_id,
        judged.stance, judged.directness, said.earliest, said.latest,
        COALESCE(said.published_at, said.created_at) AS seen_at
    {SAID}"""
CLAIM = "holder_id, proposition_id, statement_id, stance, directness, earliest, latest, seen_at"
# What was derived from these statements that they claim no longer. Their own rows are read first: a
# claim by itself would be looked for among all that its holder has said on the proposition.
UNCLAIMED = f"""
    WITH derived AS MATERIALIZED (
        SELECT id, statement_id, holder_id, proposition_id FROM positions_position
        WHERE statement_id IN ({{these}})
    )
    DELETE FROM positions_position WHERE id IN (
        SELECT id FROM derived EXCEPT
        SELECT derived.id FROM ({CLAIMS} WHERE said.id IN ({{these}})) AS claim
        JOIN derived ON derived.statement_id = claim.statement_id
            AND derived.holder_id = claim.holder_id
            AND derived.proposition_id = claim.proposition_id
    )"""
UNCLAIMED_BY_ANY = f"""
    DELETE FROM positions_position WHERE NOT EXISTS (
        SELECT 1 {SAID} WHERE judged.statement_id = positions_position.statement_id
            AND judged.proposition_id = positions_position.proposition_id
            AND {HOLDER} = positions_position.holder_id)"""
# What is stored already is left out as a set: one by one, each would be looked for among all that
# its holder has said on the proposition.
WRITE = f"""
    INSERT INTO positions_position ({", ".join(COLUMNS)})
    SELECT * FROM (
        SELECT {", ".join(COLUMNS)} FROM held
        EXCEPT SELECT {", ".join(f"there.{column}" for column in COLUMNS)}
        FROM positions_position AS there {{stored}}
    ) AS differing
    ORDER BY proposition_id, holder_id, n_statements
    ON CONFLICT (statement_id, holder_id, proposition_id) DO UPDATE SET
    {", ".join(f"{column} = excluded.{column}" for column in FOLLOWS)}"""
OF_SAME_PAIR = """JOIN pair
    ON pair.holder_id = there.holder_id AND pair.proposition_id = there.proposition_id"""
# Of these pairs, what these statements claim now and what was derived from all others before:
# nothing else of the record is read, however much a holder has said.
OF_PAIRS = f"""
    WITH these (id) AS ({{these}}), pair (holder_id, proposition_id) AS ({{pairs}}), claim AS (
        SELECT there.holder_id, there.proposition_id, there.statement_id, there.stance,
            there.directness, there.earliest, there.latest, there.seen_at
        FROM positions_position AS there {OF_SAME_PAIR}
        WHERE there.statement_id NOT IN (SELECT id FROM these)
        UNION ALL
        SELECT fresh.* FROM ({CLAIMS} WHERE said.id IN (SELECT id FROM these)) AS fresh
        JOIN pair ON pair.holder_id = fresh.holder_id
            AND pair.proposition_id = fresh.proposition_id
    ), {RULE} {WRITE.format(stored=OF_SAME_PAIR)}"""
OF_PROPOSITIONS = f"""
    WITH these (id) AS ({{these}}),
        claim AS ({CLAIMS} WHERE judged.proposition_id IN (SELECT id FROM these)),
        {RULE} {WRITE.format(stored="WHERE there.proposition_id IN (SELECT id FROM these)")}"""


def _changed(statements: Collection[int]) -> set[Pair]:
    """The pairs on which these statements claim anything else than was derived from them."""
    derived = f"SELECT {CLAIM} FROM positions_position WHERE statement_id IN ({{these}})"
    now = f"SELECT {CLAIM} FROM ({CLAIMS} WHERE said.id IN ({{these}})) AS claim"
    differing = " UNION ALL ".join(
        f"SELECT * FROM (SELECT * FROM ({one}) AS one EXCEPT SELECT * FROM ({other}) AS other) AS n"
        for one, other in ((derived, now), (now, derived))
    )
    changed: set[Pair] = set()
    for some in batches(sorted(statements)):
        asked = f"SELECT holder_id, proposition_id FROM ({differing}) AS differing"
        changed.update(found(asked, [keys(some)] * 4))
    return changed


def pairs_of(statements: Collection[int]) -> set[Pair]:
    """Holder and proposition of all that these statements bear on, as derived or now assessed."""
    there: set[Pair] = set()
    for some in batches(sorted(statements)):
        of = keys(some)
        derived = "SELECT holder_id, proposition_id FROM positions_position WHERE statement_id"
        now = (
            f"SELECT holder_id, proposition_id FROM ({CLAIMS} WHERE said.id IN ({{these}})) AS now"
        )
        there.update(found(f"{derived} IN ({{these}}) UNION {now}", [of, of]))
    return there


def refresh_pairs(statements: Collection[int], also: Collection[Pair] = ()) -> None:
    """Derive anew the positions of the pairs that these statements bear on, and of others.

    All that other statements claim is as it was derived before: so a pair of which these claim what
    they did is as it was, and is not read. Call inside a transaction.
    """
    holders = sorted({holder for holder, _ in {*pairs_of(statements), *also}})
    for some in batches(holders):
        hold_rows(Stakeholder.objects.filter(pk__in=some))  # one derivation at a time for a holder
    these = keys(statements)
    changed = {*_changed(statements), *also}
    if changed:
        for some in batches(sorted(statements), PAIRS_AT_ONCE):
            run(UNCLAIMED, [keys(some)] * 2)
    for few in batches(sorted(changed), PAIRS_AT_ONCE):
        run(OF_PAIRS, [these, pairs(few)])


def rebuild() -> int:
    """Derive all positions from the record; how many there are. Call inside a transaction.

    What is so already is not written.
    """
    hold_rows(Stakeholder.objects.all())
    run(UNCLAIMED_BY_ANY)
    judged = Proposition.objects.order_by("pk").annotate(n=models.Count("assessments"))
    several: list[int] = []
    size = 0
    for proposition, number in judged.values_list("pk", "n"):
        if several and size + number > JUDGED_AT_ONCE:
            run(OF_PROPOSITIONS, [keys(several)])
            several, size = [], 0
        several.append(proposition)
        size += number
    run(OF_PROPOSITIONS, [keys(several)])
    return Position.objects.count()
