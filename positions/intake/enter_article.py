"""Enters the accepted cards of an article: its source, parties and statements, or nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from positions.choices import DateBasis, StakeholderKind
from positions.intake.card import Card, keep_cards
from positions.intake.grouping import leads
from positions.intake.parties import Parties, settle
from positions.intake.refusal import ARTICLE, CardsRefused, Refusal
from positions.intake.statement import StatementEntering
from positions.intake.titles import our_title
from positions.models import Intake, Proposition, Source, Stakeholder, Statement, workflow
from positions.recording import CorrectionNote, DateDoubted, Recording
from positions.recording.checking import check_source, keep_text


@dataclass(frozen=True, slots=True)
class Entered:
    """The statements that were entered, in order, and what is to be said of them."""

    statements: list[Statement]
    notices: list[str]


@transaction.atomic
def enter_article(
    intake: Intake,
    cards: list[Card],
    state: str,
    *,
    role: workflow.Role,
    by: Any = None,
    dates_confirmed: bool = False,
) -> Entered:
    """Write the accepted cards as statements in that state, as one write.

    ``by`` is the account that enters them; ``dates_confirmed`` says that a statement may be newer
    than the article, or than its sources.

    Nothing is written where it raises CardsRefused, with the errors of all cards, or StaleEdit,
    where somebody else has saved the article meanwhile.
    """
    accepted = [card for card in cards if card.decision == "accept" and not card.is_entered]
    refusal, entered = Refusal(), dict[int, Statement]()
    try:
        with Recording(dates_confirmed=dates_confirmed) as record:
            parties = Parties(refusal, record)
            source = source_of(intake, parties, refusal, record, by)
            if source is None:
                raise CardsRefused(refusal)
            record.correction_note = CorrectionNote(f"Words were added as “{source}” gives them.")
            named = {each.proposition for card in accepted for each in card.judgements}
            entering = StatementEntering(
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
                raise CardsRefused(refusal)
    except DateDoubted as doubt:
        numbers = [number for number, each in entered.items() if each.pk == doubt.statement]
        refusal.add(numbers[0], "date", f"{doubt} To confirm it, tick “The dates are right”.")
        refusal.doubts_dates = True
        raise CardsRefused(refusal) from doubt
    for card in accepted:
        card.statement = entered[card.number].pk
    settle((card for card in cards if not card.is_entered), parties.made)
    intake.source = source
    keep_cards(intake, cards)
    statements = list({each.pk: each for each in entered.values()}.values())
    return Entered(statements, parties.notices)


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


def source_of(
    intake: Intake, parties: Parties, refusal: Refusal, record: Recording, by: Any
) -> Source | None:
    """The source that the article is, with its text kept; None where it cannot be made.

    ``by`` is the account that enters it: what a contributor pasted, an editor is yet to take.
    """
    source = intake.source or _new_source(intake, parties, refusal, record)
    if source is not None and keep_text(source, intake.text, intake.origin, by):
        check_source(source)  # words quoted from it before, those that this text is for
    return source


def _new_source(
    intake: Intake, parties: Parties, refusal: Refusal, record: Recording
) -> Source | None:
    source = Source(
        title=intake.title or our_title(intake),
        title_is_ours=not intake.title,
        kind=intake.kind,
        publisher=_publisher(intake.publisher, parties, refusal),
        byline=intake.byline,
        url=intake.url,
        date_printed=intake.date_printed,
        date_edtf=intake.date_edtf,
        date_basis=intake.date_basis or (DateBasis.PUBLICATION if intake.date_edtf else ""),
        date_note=intake.date_note,
        language=intake.language,
    )
    if not source.title:
        refusal.add(ARTICLE, "title", "Give the article a title, as published, or its publisher.")
        return None
    try:
        record.add(source)
    except ValidationError as error:
        refusal.add_all(ARTICLE, error, {name: name for name in error.message_dict})
        return None
    return source


def _publisher(name: str, parties: Parties, refusal: Refusal) -> Stakeholder | None:
    if not name:
        return None
    known = parties.names.find(name)
    if len(known) > 1:
        several = ", ".join(f"{each.name} [{each.slug}]" for each in known)
        refusal.add(ARTICLE, "publisher", f"“{name}” can mean several: write one of {several}.")
        return None
    if known:
        return parties.get(known[0].pk)
    return parties.add(ARTICLE, "publisher", name, StakeholderKind.OUTLET)
