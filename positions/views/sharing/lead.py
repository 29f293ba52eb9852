"""Which words stand for a statement where there is room for a few lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.choices import QuotationKind
from positions.models import Assessment, Statement

if TYPE_CHECKING:
    from positions.views.details.accounts import Account, Given

OPENINGS = "[(‘“'\""  # what may stand before the first word of a sentence


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads, and which judgements may stand under it.

    ``given`` are the words, as ``account`` has them; None where ``ours`` leads: the paraphrase or
    the reason of a judgement, "" where there is none. ``carried`` are the judgements that name just
    these words, or rest on ours; ``others`` stand under their own.
    """

    given: Given | None
    account: Account | None
    ours: str
    carried: Sequence[Assessment]
    others: Sequence[Assessment]


def lead_of(statement: Statement, accounts: Sequence[Account]) -> Lead:
    """The words that can stand alone, of those that carry a stance; no query.

    The first whole sentence that is quoted to the letter, of the best account that has one; else
    the first clause. Where there are judgements, only words that one of them names may lead: a
    stance never stands under words that do not carry it. A fragment cannot stand alone, a
    paraphrase is not theirs, and words about somebody's silence are another's.
    """
    judged = list(statement.assessments.all())
    named = {each.quotation_id for each in judged}
    every = [(given, account) for account in accounts for given in account.given]
    quoted = [
        (given, account)
        for given, account in every
        if given.quotation.kind == QuotationKind.VERBATIM
        and not statement.is_silence
        and (not judged or given.quotation.pk in named)
    ]
    whole = [each for each in quoted if not _begins_within(each[0].quotation.exact)]
    if lead := next(iter([*whole, *quoted]), None):
        given, account = lead
        carried = [each for each in judged if each.quotation_id == given.quotation.pk]
        return Lead(given, account, "", carried, [one for one in judged if one not in carried])
    first = judged[0] if judged else None
    of_first = [each[1] for each in every if first and each[0].quotation.pk == first.quotation_id]
    return Lead(
        None,
        next(iter([*of_first, *accounts]), None),
        grounds(first) if first else "",
        judged[:1],
        judged[1:],
    )


def grounds(judged: Assessment) -> str:
    """What a judgement rests on, in our words: the paraphrase that it names, else its reason."""
    named = judged.quotation
    return named.exact if named and named.is_paraphrase else judged.reason


def _begins_within(words: str) -> bool:
    return words.lstrip(OPENINGS)[:1].islower()
