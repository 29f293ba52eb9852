"""Enters what was accepted of one article, in one transaction."""

from __future__ import annotations

from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from positions import derivation
from positions.admin.desk.card import Card
from positions.admin.desk.entering.document import source_of
from positions.admin.desk.entering.parties import Parties, settle
from positions.admin.desk.entering.refusal import Refusal, Refused
from positions.admin.desk.entering.statement import Entering
from positions.admin.desk.grouping import leads
from positions.admin.desk.keeping import keep
from positions.models import Intake, Proposition, Statement


@transaction.atomic
def enter(intake: Intake, cards: list[Card], state: str, *, publishing: bool) -> list[Statement]:
    """Write the accepted cards as statements in that state, and derive; the statements, in order.

    Raises Refused, with the errors of all cards, and StaleEdit where somebody else has saved the
    article meanwhile. Then nothing of it is written.
    """
    accepted = [card for card in cards if card.decision == "accept" and not card.is_entered]
    refusal = Refusal()
    moment = timezone.now()
    parties = Parties(refusal, moment)
    groups = _together(cards, accepted, refusal)
    source = source_of(intake, parties, refusal, moment)
    if source is None:
        raise Refused(refusal)
    named = {each.proposition for card in accepted for each in card.judgements}
    entering = Entering(
        intake=intake,
        source=source,
        parties=parties,
        refusal=refusal,
        moment=moment,
        state=state,
        publishing=publishing,
        propositions=Proposition.objects.in_bulk([pk for pk in named if pk is not None]),
    )
    for lead, members in groups:
        entering.enter(lead, members)
    if refusal:
        raise Refused(refusal)
    derivation.refresh({statement.pk for statement in entering.entered.values()})
    for card in accepted:
        card.statement = entering.entered[card.number].pk
    settle((card for card in cards if not card.is_entered), parties.made)
    intake.source = source
    keep(intake, cards)
    return list({each.pk: each for each in entering.entered.values()}.values())


def _together(
    cards: list[Card], accepted: list[Card], refusal: Refusal
) -> list[tuple[Card, list[Card]]]:
    """The accepted cards by the card that leads them, in the order of the text."""
    found: dict[int, list[Card]] = defaultdict(list)
    lead_of = leads(cards)
    for card in accepted:
        lead = lead_of[card.number]
        if lead.decision != "accept" and not lead.is_entered:
            refusal.add(
                card.number,
                "belongs",
                f"Card {lead.number}, whose statement these words belong to, is not accepted. "
                "Accept that too, or empty this box: then they are a statement of their own.",
            )
        found[lead.number].append(card)
    by_number = {card.number: card for card in cards}
    return [(by_number[number], members) for number, members in found.items()]
