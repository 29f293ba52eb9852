"""Which words stand for a statement on a card: those that lead, in the account that gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.models import Assessment, Quotation, Statement
from positions.records.lead import Judged, leading

if TYPE_CHECKING:
    from positions.views.details.accounts import Account, Given


@dataclass(frozen=True, slots=True)
class CardLead:
    """What leads, and which judgements may stand under it, as ``positions.records.lead`` has it.

    ``given`` are the words, as ``account`` has them; None where ``ours`` leads.
    """

    given: Given | None
    account: Account | None
    ours: str
    carried: Sequence[Assessment]
    others: Sequence[Judged[Quotation, Assessment]]


def lead_of(statement: Statement, accounts: Sequence[Account]) -> CardLead:
    """The words that lead, of the best account that gives some; no query."""
    every = {given.quotation: (given, account) for account in accounts for given in account.given}
    lead = leading(
        list(every),
        [Judged(each, each.quotation) for each in statement.assessments.all()],
        is_silence=statement.is_silence,
    )
    given, account = every.get(lead.source, (None, None)) if lead.source else (None, None)
    return CardLead(
        given if lead.theirs else None,
        account or next(iter(accounts), None),
        lead.ours,
        [each.judgement for each in lead.carried],
        lead.others,
    )
