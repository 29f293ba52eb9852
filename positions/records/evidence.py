"""What a judgement rests on: by which words a statement says so on a proposition, and where."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from positions.choices import Directness, QuotationKind
from positions.models import Assessment
from positions.models.quotation import shown_words
from positions.records.parts import CITED, SourceRef, by_value, columns, source_ref

DIRECTNESSES = by_value(Directness)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One judgement, by the speaker's ``words`` as shown, or by our ``paraphrase`` of them."""

    directness: Directness
    condition: str
    reason: str
    words: str
    paraphrase: str
    source: SourceRef | None


def evidence_of(
    statements: Collection[int], propositions: Collection[int], site: str = ""
) -> dict[tuple[int, int], Evidence]:
    """The judgement of each of these statements on each of these propositions. One query."""
    found = {}
    for row in Assessment.objects.filter(
        statement__in=statements, proposition__in=propositions
    ).values(
        *("statement_id", "proposition_id", "directness", "condition", "reason"),
        *("quotation__exact", "quotation__kind", *columns("quotation__source__", CITED)),
    ):
        exact = row["quotation__exact"] or ""
        ours = row["quotation__kind"] == QuotationKind.PARAPHRASE
        found[row["statement_id"], row["proposition_id"]] = Evidence(
            directness=DIRECTNESSES[row["directness"]],
            condition=row["condition"],
            reason=row["reason"],
            words="" if ours else shown_words(exact, QuotationKind.VERBATIM),
            paraphrase=exact if ours else "",
            source=source_ref(row, "quotation__source__", site) if exact else None,
        )
    return found
