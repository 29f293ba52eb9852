"""Which words stand for a statement on a card: those that lead, in the account that gives them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.records import StanceRecord
from positions.records.accounts import Account, Given
from positions.records.lead import Judged, judged_of, leading
from positions.records.statement import Part

if TYPE_CHECKING:  # its page offers the card
    from positions.views.details.published import Published

# What a card does not tell.
UNREAD: Collection[Part] = ("addressees", "corrections", "challenges")


@dataclass(frozen=True, slots=True)
class CardLead:
    """What leads, and which judgements may stand under it, as ``positions.records.lead`` has it.

    ``given`` are the words, as ``account`` has them; None where ``ours`` leads.
    """

    given: Given | None
    account: Account | None
    ours: str
    carried: Sequence[StanceRecord]
    others: Sequence[Judged]


def card_lead_of(shown: Published) -> CardLead:
    """The words that lead, of the best account that gives some; no query."""
    every = {
        given.quotation: (given, account) for account in shown.accounts for given in account.given
    }
    lead = leading(list(every), judged_of(shown.record), is_silence=shown.record.is_silence)
    given, account = every.get(lead.source, (None, None)) if lead.source else (None, None)
    return CardLead(
        given if lead.theirs else None,
        account or next(iter(shown.accounts), None),
        lead.ours,
        [each.judgement for each in lead.carried],
        lead.others,
    )
