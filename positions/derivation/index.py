"""Keeps the index and the folded texts, by which lists filter, in step with what is published."""
# ruff: noqa: S608 - what is put into the texts are names made here

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from positions.choices import (
    Capacity,
    QuotationKind,
    StakeholderKind,
    StatementKind,
    WorkflowState,
)
from positions.derivation.sets import keys, run
from positions.models import Attribution, IndexEntry, Quotation, Statement, StatementText
from positions.models.bulk import batches, insert
from positions.words.folding import BETWEEN_TEXTS, folded, keyed

# Statements whose entries are derived by one query.
INDEXED_AT_ONCE = 5_000
KINDS = {kind.value: str(kind.label) for kind in StatementKind}
CONTENT = tuple(
    field.attname for field in IndexEntry._meta.concrete_fields if not field.primary_key
)
# One entry for each voice and proposition; a bare one where its own topic is not yet there. A
# withdrawn name is still found under its own voice, but no longer under a stance.
# SQLite goes through all rows of a NOT IN of two columns, and of a table made here that it does not
# take for large, for each row of another: so EXCEPT stands here, and statements are joined by key.
WANTED = f"""
    WITH these (id) AS ({{these}}), said AS MATERIALIZED (
        SELECT statement.id, statement.topic_id
        FROM these JOIN positions_statement AS statement ON statement.id = these.id
        WHERE statement.state = '{WorkflowState.PUBLISHED}'
    ), heard (statement_id, voice_id, stands, for_itself) AS (
        SELECT voice.statement_id, voice.stakeholder_id,
            CASE WHEN voice.withdrawn_on IS NULL THEN 1 ELSE 0 END,
            CASE WHEN voice.on_behalf_of_id IS NOT NULL
                AND voice.capacity = '{Capacity.ORGANISATIONAL}' THEN 0 ELSE 1 END
        FROM said JOIN positions_attribution AS voice ON voice.statement_id = said.id
        UNION ALL
        SELECT voice.statement_id, voice.on_behalf_of_id,
            CASE WHEN voice.withdrawn_on IS NULL THEN 1 ELSE 0 END, 1
        FROM said JOIN positions_attribution AS voice ON voice.statement_id = said.id
        WHERE voice.on_behalf_of_id IS NOT NULL AND voice.capacity = '{Capacity.ORGANISATIONAL}'
    ), voice AS (
        SELECT statement_id, voice_id, MAX(stands) AS stands, MAX(for_itself) AS for_itself
        FROM heard
        GROUP BY statement_id, voice_id
    ), judged (statement_id, topic_id, proposition_id, stance, directness) AS MATERIALIZED (
        SELECT judged.statement_id, proposition.topic_id, judged.proposition_id, judged.stance,
            judged.directness
        FROM said JOIN positions_assessment AS judged ON judged.statement_id = said.id
        JOIN positions_proposition AS proposition ON proposition.id = judged.proposition_id
        UNION
        SELECT asked.statement_id, proposition.topic_id, asked.proposition_id, '', ''
        FROM said JOIN positions_statement_asked_about AS asked ON asked.statement_id = said.id
        JOIN positions_proposition AS proposition ON proposition.id = asked.proposition_id
    ), subject (
        statement_id, topic_id, proposition_id, stance, directness, needs_standing) AS (
        SELECT judged.*, 1 FROM judged
        UNION ALL
        SELECT bare.id, bare.topic_id, NULL, '', '', 1 FROM (
            SELECT id, topic_id FROM said WHERE topic_id IS NOT NULL
            EXCEPT SELECT statement_id, topic_id FROM judged
        ) AS bare
        UNION ALL
        SELECT said.id, NULL, NULL, '', '', 1 FROM said
        WHERE said.topic_id IS NULL AND said.id NOT IN (SELECT statement_id FROM judged)
        UNION ALL
        SELECT said.id, said.topic_id, NULL, '', '', 0 FROM said
    ), wanted AS MATERIALIZED (
        SELECT voice.statement_id, voice.voice_id, party.kind AS voice_kind,
            subject.topic_id, subject.proposition_id, subject.stance, subject.directness,
            party.kind = '{StakeholderKind.PERSON}' AND voice.for_itself = 0 AS as_spokesperson,
            statement.kind, EXISTS (
                SELECT 1 FROM positions_quotation AS words
                WHERE words.statement_id = voice.statement_id
                AND words.kind <> '{QuotationKind.PARAPHRASE}') AS verbatim,
            COALESCE(statement.earliest, {{day}}'{date.min}') AS earliest,
            COALESCE(statement.latest, {{day}}'{date.max}') AS latest,
            COALESCE(statement.published_at, statement.created_at) AS published_at
        FROM voice JOIN positions_statement AS statement ON statement.id = voice.statement_id
        JOIN positions_stakeholder AS party ON party.id = voice.voice_id
        JOIN subject ON subject.statement_id = voice.statement_id
            AND subject.needs_standing = voice.stands
    )"""
SAME = " AND ".join(f"NOT (there.{column} {{is_not}} wanted.{column})" for column in CONTENT)
# Those that stay are found one by one by an index, and not by comparing each with each, as is done
# for the few rows that a database expects here: a letter of a thousand has thousands.
REMOVE = f"""{WANTED}, kept AS (
        SELECT there.id FROM wanted JOIN positions_indexentry AS there
            ON there.statement_id = wanted.statement_id AND there.voice_id = wanted.voice_id
            AND {SAME}
    )
    DELETE FROM positions_indexentry
    WHERE statement_id IN ({{these}}) AND id NOT IN (SELECT id FROM kept)"""
ADD = f"""{WANTED}
    INSERT INTO positions_indexentry ({", ".join(CONTENT)})
    SELECT {", ".join(CONTENT)} FROM wanted
    WHERE NOT EXISTS (SELECT 1 FROM positions_indexentry AS there
        WHERE wanted.statement_id = there.statement_id AND wanted.voice_id = there.voice_id
        AND {SAME})
    ORDER BY statement_id, voice_id, proposition_id"""


def refresh_index(statements: Collection[int]) -> None:
    """Bring the entries and the texts of these statements up to date.

    What is so already is not written. Call inside a transaction.
    """
    for some in batches(sorted(statements), INDEXED_AT_ONCE):
        these = keys(some)
        run(REMOVE, [these, these])
        run(ADD, [these])
    for some in batches(sorted(statements)):
        _refresh_texts(some)


def _refresh_texts(statements: Sequence[int]) -> None:
    stored = StatementText.objects.filter(statement__in=statements)
    there = {pk: (text, day) for pk, text, day in stored.values_list("pk", "folded", "earliest")}
    wanted = _texts(statements)
    gone = [pk for pk in there if pk not in wanted]
    if gone:
        StatementText.objects.filter(pk__in=gone).delete()
    changed = [(pk, row) for pk, row in wanted.items() if there.get(pk) not in (None, row)]
    StatementText.objects.bulk_create(
        [StatementText(pk=pk, folded=text, earliest=day) for pk, (text, day) in changed],
        update_conflicts=True,
        update_fields=["folded", "earliest"],
        unique_fields=["pk"],
    )
    new = [(pk, *row) for pk, row in wanted.items() if pk not in there]
    insert(StatementText, ("statement_id", "folded", "earliest"), new)


def _texts(statements: Sequence[int]) -> dict[int, tuple[str, date]]:
    """By indexed statement the texts by which it is found, and its first day. Four queries.

    In the order in which they count: title, words, printed names, summary with the kind. Then the
    keys of its voices and propositions, which the index of statements says.
    """
    voices: defaultdict[int, set[int]] = defaultdict(set)
    subjects: defaultdict[int, set[int]] = defaultdict(set)
    entries = IndexEntry.objects.filter(statement__in=statements).order_by()
    for pk, voice, proposition in entries.values_list("statement", "voice", "proposition"):
        voices[pk].add(voice)
        if proposition is not None:
            subjects[pk].add(proposition)
    own = Statement.objects.filter(pk__in=list(voices)).order_by()
    words = _by_statement(Quotation, statements, "exact")
    names = _by_statement(Attribution, statements, "name_printed")
    return {
        pk: (
            folded([title], words.get(pk, ()), names.get(pk, ()), [summary, KINDS[kind]])
            + f"{BETWEEN_TEXTS}{keyed(sorted(voices[pk]), sorted(subjects[pk]))}",
            earliest or date.min,
        )
        for pk, title, summary, kind, earliest in own.values_list(
            "pk", "title", "summary", "kind", "earliest"
        )
    }


def _by_statement(model: Any, statements: Sequence[int], column: str) -> Mapping[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = model.objects.filter(statement__in=statements).exclude(**{column: ""})
    for statement, text in rows.order_by("order", "pk").values_list("statement_id", column):
        found[statement].append(text)
    return found
