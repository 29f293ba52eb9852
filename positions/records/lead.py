"""Which words lead where there is room for a few lines, and which judgements may stand under them.

One rule for rows, search results, cards and pictures: a stance never stands under words that do not
carry it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from positions.choices import QuotationKind
from positions.quoting import begins_a_sentence
from positions.records.quotation import QuotationRecord
from positions.records.statement import StanceRecord, StatementRecord


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement, and the quotation that carries it; None where none was chosen."""

    judgement: StanceRecord
    quotation: QuotationRecord | None

    @property
    def theirs(self) -> str:
        """The speaker's words that carry it, as shown; "" where no whole ones do."""
        named = self.quotation
        return named.words if named and named.kind == QuotationKind.VERBATIM else ""

    @property
    def ours(self) -> str:
        """What it rests on, in our words: the paraphrase that it names, else its reason."""
        named = self.quotation
        return named.exact if named and named.is_paraphrase else self.judgement.reason

    @property
    def grounds(self) -> tuple[str, str]:
        """What is shown of what it rests on: their words and "", or "" and ours."""
        return (self.theirs, "") if self.theirs else ("", self.ours)


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads: words of the speaker, ``theirs``, or else ``ours``, "" where there are none.

    ``source`` is the quotation that either is taken from. ``carried`` are the judgements that name
    just these words, or rest on just that of ours; ``others`` stand under their own.
    """

    theirs: QuotationRecord | None
    ours: str
    source: QuotationRecord | None
    carried: Sequence[Judged]
    others: Sequence[Judged]

    @property
    def further(self) -> list[tuple[str, str, list[Judged]]]:
        """The others under what they rest on: their words or ours, each once."""
        found: dict[tuple[str, str], list[Judged]] = {}
        for each in self.others:
            found.setdefault(each.grounds, []).append(each)
        return [(theirs, ours, judged) for (theirs, ours), judged in found.items()]


def leading(
    quotations: Sequence[QuotationRecord], judged: Sequence[Judged], *, is_silence: bool
) -> Lead:
    """The words that can stand alone, of those that carry a stance; ``quotations`` best first.

    The first whole sentence that is quoted to the letter, else the first clause. Where there are
    judgements, only words that one of them names may lead. A fragment cannot stand alone, a
    paraphrase is not theirs, and words about somebody's silence are another's: then the first
    judgement leads with what it rests on, or without any the first paraphrase.
    """
    named = [each.quotation for each in judged]
    quoted: list[QuotationRecord] = [
        each
        for each in quotations
        if each.kind == QuotationKind.VERBATIM and not is_silence and (not judged or each in named)
    ]
    whole: list[QuotationRecord] = [each for each in quoted if begins_a_sentence(each.exact)]
    if quoted:
        return led_by((whole or quoted)[0], judged)
    if judged:
        first = judged[0]
        same: list[Judged] = [each for each in judged if each.grounds == first.grounds]
        others: list[Judged] = [each for each in judged if each.grounds != first.grounds]
        return Lead(None, first.ours, first.quotation, same, others)
    paraphrases = [each for each in quotations if each.is_paraphrase]
    return led_by(paraphrases[0], []) if paraphrases else Lead(None, "", None, [], [])


def led_by(words: QuotationRecord, judged: Sequence[Judged]) -> Lead:
    """A quotation as what leads, of whatever kind."""
    carried: list[Judged] = [each for each in judged if each.quotation == words]
    others: list[Judged] = [each for each in judged if each.quotation != words]
    if words.is_paraphrase:
        return Lead(None, words.exact, words, carried, others)
    return Lead(words, "", words, carried, others)


def judged_of(record: StatementRecord) -> list[Judged]:
    """The judgements of a record, each with its words."""
    return [
        Judged(each, None if each.quotation is None else record.quotations[each.quotation])
        for each in record.stances
    ]


def lead_of(record: StatementRecord) -> Lead:
    """What leads a row of a list."""
    return leading(record.quotations, judged_of(record), is_silence=record.is_silence)
