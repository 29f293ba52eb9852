"""Keeps in step whom published statements name, and with it which parties readers see."""
# ruff: noqa: S608 - what is put into the texts are names made here

from __future__ import annotations

from collections.abc import Collection, Sequence

from positions.choices import WorkflowState
from positions.derivation.sets import found, hold_rows, keys, run
from positions.models import Stakeholder
from positions.models.bulk import batches

# (statement_id, stakeholder_id) of each party that a published statement names. ``{of}`` limits
# the statements, which are ``said``.
NAMED = f"""
    WITH said AS (
        SELECT id FROM positions_statement
        WHERE state = '{WorkflowState.PUBLISHED}' AND {{of}}
    ), named (statement_id, stakeholder_id) AS (
        SELECT voice.statement_id, voice.stakeholder_id
        FROM said JOIN positions_attribution AS voice ON voice.statement_id = said.id
        UNION
        SELECT voice.statement_id, voice.on_behalf_of_id
        FROM said JOIN positions_attribution AS voice ON voice.statement_id = said.id
        WHERE voice.on_behalf_of_id IS NOT NULL
        UNION
        SELECT told.statement_id, told.stakeholder_id
        FROM said JOIN positions_statement_addressees AS told ON told.statement_id = said.id
        UNION
        SELECT words.statement_id, source.publisher_id
        FROM said JOIN positions_quotation AS words ON words.statement_id = said.id
        JOIN positions_source AS source ON source.id = words.source_id
        WHERE source.publisher_id IS NOT NULL
    )"""
NEW = """NOT EXISTS (
    SELECT 1 FROM positions_mention AS there WHERE there.statement_id = named.statement_id
        AND there.stakeholder_id = named.stakeholder_id)"""
GONE = """NOT EXISTS (
    SELECT 1 FROM named WHERE named.statement_id = positions_mention.statement_id
        AND named.stakeholder_id = positions_mention.stakeholder_id)"""
WRITE = f"""INSERT INTO positions_mention (statement_id, stakeholder_id)
    SELECT statement_id, stakeholder_id FROM named WHERE {NEW}
    ORDER BY statement_id, stakeholder_id ON CONFLICT DO NOTHING"""
THESE = "id IN ({these})"


def refresh_mentions(statements: Collection[int]) -> None:
    """Write down anew whom these statements name, also those that are deleted by now.

    Costs a query for each batch of statements where nothing changed, and some for each five hundred
    parties where something did. Call inside a transaction, before anything else that locks
    parties: all of them are locked here, in the order of their keys.
    """
    changed: list[Sequence[int]] = []
    parties: set[int] = set()
    moved: set[int] = set()
    for some in batches(sorted(statements)):
        of = keys(some)
        now = f"{NAMED.format(of=THESE)} SELECT stakeholder_id, 0 FROM named"
        rows = found(f"""{now} WHERE {NEW}
            UNION SELECT stakeholder_id, 1 FROM named WHERE NOT {NEW}
            UNION SELECT stakeholder_id, 0 FROM positions_mention
            WHERE statement_id IN ({{these}}) AND {GONE}""", [of, of])  # fmt: skip
        here = {party for party, stays in rows if not stays}
        parties |= {party for party, _ in rows}
        moved |= here
        if here:
            changed.append(some)
    if not moved:
        return
    for some in batches(sorted(parties)):
        hold_rows(Stakeholder.objects.filter(pk__in=some))
    for some in changed:
        of = keys(some)
        gone = f"DELETE FROM positions_mention WHERE statement_id IN ({{these}}) AND {GONE}"
        run(f"{NAMED.format(of=THESE)} {gone}", [of, of])
        run(f"{NAMED.format(of=THESE)} {WRITE}", [of])
    for some in batches(sorted(moved)):
        Stakeholder.objects.filter(pk__in=some).settle_public()


def rebuild_mentions() -> None:
    """Write all of it down anew from the record. Call inside a transaction."""
    everything = NAMED.format(of="TRUE")
    run(f"{everything} DELETE FROM positions_mention WHERE {GONE}")
    run(f"{everything} {WRITE}")
    Stakeholder.objects.all().settle_public()
