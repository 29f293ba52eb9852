"""Keeps what was decided on an article's cards, with how much of it is left."""

from __future__ import annotations

from django.utils import timezone

from positions.intake.card import Card, written
from positions.models import Intake


def keep(intake: Intake, cards: list[Card]) -> None:
    """Save the article as it lies on the desk. Raises StaleEdit where another has saved it."""
    intake.cards = written(cards)
    intake.undecided = sum(card.is_open for card in cards)
    intake.entered = sum(card.is_entered for card in cards)
    finished = not intake.undecided
    intake.finished_at = (intake.finished_at or timezone.now()) if finished else None
    intake.save()
