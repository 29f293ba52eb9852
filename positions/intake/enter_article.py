"""Enters what was accepted of one article, in one transaction."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db import transaction

from positions.intake.article_source import source_of
from positions.intake.card import Card
from positions.intake.grouping import leads
from positions.intake.keeping import keep
from positions.intake.parties import Parties, settle
from positions.intake.refusal import Refusal, Refused
from positions.intake.statement import Entering
from positions.models import Intake, Proposition, Statement, workflow
from positions.recording import Account, DateDoubted, Recording


@transaction.atomic
def enter(
    intake: Intake,
    cards: list[Card],
    state: str,
    *,
    role: workflow.Role,
    by: Any = None,
    dates_confirmed: bool = False,
) -> list[Statement]:
    """Write the accepted cards as statements in that state, as one write; the statements, in order.

    ``by`` is the account that enters them; ``dates_confirmed`` says that a statement may be newer
    than the article, or than its sources.

    Raises Refused, with the errors of all cards, and StaleEdit where somebody else has saved the
    article meanwhile. Then nothing of it is written.
    """
    accepted = [card for card in cards if card.decision == "accept" and not card.is_entered]
    refusal, entered = Refusal(), dict[int, Statement]()
    try:
        with Recording(dates_confirmed=dates_confirmed) as record:
            parties = Parties(refusal, record)
            source = source_of(intake, parties, refusal, record, by)
            if source is None:
                raise Refused(refusal)
            record.account = Account(f"Words were added as “{source}” gives them.")
            named = {each.proposition for card in accepted for each in card.judgements}
            entering = Entering(
                intake=intake,
                source=source,
                parties=parties,
                refusal=refusal,
                record=record,
                state=state,
                role=role,
                propositions=Proposition.objects.in_bulk([pk for pk in named if pk is not None]),
                entered=entered,
            )
            for lead, members, standing in _together(cards, accepted):
                entering.enter(lead, members, standing)
            if refusal:
                raise Refused(refusal)
    except DateDoubted as doubt:
        numbers = [number for number, each in entered.items() if each.pk == doubt.statement]
        refusal.add(numbers[0], "date", f"{doubt} To confirm it, tick “The dates are right”.")
        refusal.doubts_dates = True
        raise Refused(refusal) from doubt
    for card in accepted:
        card.statement = entered[card.number].pk
    settle((card for card in cards if not card.is_entered), parties.made)
    intake.source = source
    keep(intake, cards)
    return list({each.pk: each for each in entered.values()}.values())


def _together(cards: list[Card], accepted: list[Card]) -> list[tuple[Card, list[Card], int | None]]:
    """The accepted cards under the card that leads them, in the order of the text.

    With each the statement that others of them have become before.
    """
    lead_of = leads(cards)
    standing = {
        lead_of[card.number].number: card.statement for card in cards if card.statement is not None
    }
    found: dict[int, list[Card]] = defaultdict(list)
    for card in accepted:
        found[lead_of[card.number].number].append(card)
    by_number = {card.number: card for card in cards}
    return [(by_number[number], members, standing.get(number)) for number, members in found.items()]
