"""Keeps the rows of Position in step with the assessments that they follow from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, models

from positions.choices import Stance, WorkflowState
from positions.derivation.index import DELETED_AT_ONCE, batched
from positions.derivation.rule import Claim, Held, hold
from positions.models import Assessment, Position, Proposition, Stakeholder
from positions.models.attribution import holder_of

Pair = tuple[int, int]  # (holder, proposition)

VOICE = ("stakeholder_id", "on_behalf_of_id", "capacity", "withdrawn_on")
FOLLOWS = [
    "stance",
    "earliest",
    "latest",
    "held_from",
    "held_until",
    "previous_stance",
    "previous_statement_id",
    "shift",
    "conflicting",
    "n_statements",
]


def pairs_of(statements: Collection[int]) -> set[Pair]:
    """Holder and proposition of all that these statements bear on, as derived or now assessed."""
    pairs: set[Pair] = set()
    for some in batched(sorted(statements)):
        derived = Position.objects.filter(statement__in=some).order_by()
        pairs.update(derived.values_list("holder_id", "proposition_id"))
        now = _claims(models.Q(statement__in=some), None)
        pairs.update((claim.holder, claim.proposition) for claim in now)
    return pairs


def refresh_pairs(pairs: Collection[Pair]) -> None:
    """Derive anew the positions of these pairs. Call inside a transaction."""
    by_holder: dict[int, set[int]] = defaultdict(set)
    for holder, proposition in pairs:
        by_holder[holder].add(proposition)
    for some in batched(sorted(by_holder)):
        _refresh_holders(some, {(h, p) for h in some for p in by_holder[h]})


def rebuild() -> int:
    """Derive all positions from nothing; how many there are. Call inside a transaction."""
    hold_rows(Stakeholder.objects.all())
    Position.objects.all().delete()
    count = 0
    for proposition in Proposition.objects.values_list("pk", flat=True):
        rows = [_row(held) for held in _derive(_claims(models.Q(), [proposition]))]
        count += len(Position.objects.bulk_create(rows, batch_size=1000))
    return count


def hold_rows(rows: models.QuerySet[Any]) -> None:
    """Let nobody else derive from these rows until the transaction ends; in the order of keys.

    Those who only refer to them need not wait. SQLite has one writer at a time in any case.
    """
    if connection.features.has_select_for_update:
        held = rows.order_by("pk").select_for_update(no_key=True)
        list(held.values_list("pk", flat=True))


def _refresh_holders(holders: Sequence[int], pairs: set[Pair]) -> None:
    hold_rows(Stakeholder.objects.filter(pk__in=holders))  # one derivation at a time for a holder
    propositions = {proposition for _, proposition in pairs}
    theirs = models.Q(statement__attributions__stakeholder__in=holders) | models.Q(
        statement__attributions__on_behalf_of__in=holders
    )
    claims = (
        claim
        for claim in _claims(theirs, propositions)
        if (claim.holder, claim.proposition) in pairs
    )
    wanted = {_key(row): row for row in map(_row, _derive(claims))}
    there = {
        _key(row): row
        for row in Position.objects.filter(holder__in=holders, proposition__in=propositions)
        if (row.holder_id, row.proposition_id) in pairs
    }
    gone = [row.pk for key, row in there.items() if key not in wanted]
    for some in batched(gone, DELETED_AT_ONCE):
        Position.objects.filter(pk__in=some).delete()
    changed = []
    for key, row in wanted.items():
        if (old := there.get(key)) and _content(old) != _content(row):
            row.pk = old.pk
            changed.append(row)
    # As bulk_update, at a tenth of its time: that writes a condition for each row and column.
    Position.objects.bulk_create(
        changed,
        batch_size=1000,
        update_conflicts=True,
        update_fields=[column.removesuffix("_id") for column in FOLLOWS],
        unique_fields=["pk"],
    )
    Position.objects.bulk_create(
        [row for key, row in wanted.items() if key not in there], batch_size=1000
    )


def _claims(of: models.Q, propositions: Collection[int] | None) -> Iterator[Claim]:
    """What the attributions ``of`` claim on these propositions (None: on all). Costs one query."""
    judged = Assessment.objects.filter(
        of, statement__state=WorkflowState.PUBLISHED, statement__attributions__withdrawn_on=None
    )
    if propositions is not None:
        judged = judged.filter(proposition__in=propositions)
    rows = judged.order_by().values_list(
        "statement_id",
        "proposition_id",
        "stance",
        "statement__earliest",
        "statement__latest",
        *(f"statement__attributions__{column}" for column in VOICE),
    )
    for statement, proposition, stance, earliest, latest, *voice in rows.iterator():
        holder = holder_of(*voice)
        if holder is not None:
            yield Claim(holder, proposition, statement, Stance(stance), earliest, latest)


def _derive(claims: Iterable[Claim]) -> Iterator[Held]:
    grouped: dict[Pair, list[Claim]] = defaultdict(list)
    for claim in set(claims):  # one claim, however many of its voices speak for the holder
        grouped[claim.holder, claim.proposition].append(claim)
    for pair in sorted(grouped):
        yield from hold(grouped[pair])


def _row(held: Held) -> Position:
    claim, before = held.claim, held.previous
    return Position(
        holder_id=claim.holder,
        proposition_id=claim.proposition,
        statement_id=claim.statement,
        stance=claim.stance.value,
        earliest=claim.earliest,
        latest=claim.latest,
        held_from=held.held_from,
        held_until=held.held_until,
        previous_stance=before.stance.value if before else "",
        previous_statement_id=before.statement if before else None,
        shift=held.shift,
        conflicting=held.conflicting,
        n_statements=held.n_statements,
    )


def _key(row: Position) -> tuple[int, int, int]:
    return (row.statement_id, row.holder_id, row.proposition_id)


def _content(row: Position) -> tuple[Any, ...]:
    return tuple(getattr(row, field) for field in FOLLOWS)
