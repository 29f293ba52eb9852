"""Which words stand for a statement where there is room for a few lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from positions.choices import QuotationKind
from positions.models import Statement

if TYPE_CHECKING:
    from positions.views.details.accounts import Account, Given

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


def _begins_within(words: str) -> bool:
    return words.lstrip(OPENINGS)[:1].islower()
