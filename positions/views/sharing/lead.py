"""What stands for a statement where there is room for a few lines: its words and its by-line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from positions.choices import AttributionRole, QuotationKind
from positions.models import Attribution, Statement

if TYPE_CHECKING:
    from positions.views.details.accounts import Account, Given

MOST_NAMES = 3
OPENINGS = "[(‘“'\""  # what may stand before the first word of a sentence


def leading(statement: Statement, accounts: Sequence[Account]) -> tuple[Given, Account] | None:
    """The words that can stand alone, and who gives them; None where there are none.

    The first whole sentence that is quoted to the letter, of the best account that has one; else
    the first clause. A fragment cannot stand alone, a paraphrase is not theirs, and words about
    somebody's silence are another's.
    """
    if statement.is_silence:
        return None
    quoted = [
        (given, account)
        for account in accounts
        for given in account.of_kind(QuotationKind.VERBATIM)
    ]
    whole = [each for each in quoted if not _begins_within(each[0].quotation.exact)]
    return next(iter([*whole, *quoted]), None)


def byline(statement: Statement) -> str:
    """Who says it, as the page has it; those who withdrew their names are not named. No query.

    Its attributions with both stakeholders have been read.
    """
    every = [each for each in statement.attributions.all() if each.withdrawn_on is None]
    principals = {each.on_behalf_of_id for each in every if each.speaks_for}
    speaking = [each for each in every if each.stakeholder_id not in principals]
    names = ", ".join(
        _called(each, first=place == 0) for place, each in enumerate(speaking[:MOST_NAMES])
    )
    left = len(speaking) - MOST_NAMES
    return f"{names} and {left:,} more" if left > 0 else names


def _begins_within(words: str) -> bool:
    return words.lstrip(OPENINGS)[:1].islower()


def _called(attribution: Attribution, *, first: bool) -> str:
    """Nobody is called by name who is not named: “A spokesperson for Amazon”."""
    voice, behalf = attribution.stakeholder, attribution.speaks_for
    name = voice.short_name
    if attribution.role == AttributionRole.SPOKESPERSON and not voice.is_person:
        name = attribution.name_printed or f"a spokesperson of {voice.short_name}"
        name = name[0].upper() + name[1:] if first else name
    return f"{name} for {behalf.short_name}" if behalf else name
