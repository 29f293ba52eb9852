"""What a statement lacks, each with the address of the field where it is given."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from positions.choices import QuotationCheck
from positions.models import Statement
from positions.publishing.lacks import LACKS, Lack, columns, lacking

# Where on a statement's page what it lacks is given, and what is given on that of its source.
PLACES = {
    "date": "id_date_edtf",
    "voice": "attributions-group",
    "words": "quotations-group",
    "not_found": "quotations-group",
    "party": "attributions-group",
    "unchecked": "quotations-group",
    "typography": "quotations-group",
    "stance": "assessments-group",
    "asked": "id_asked_about",
}
OF_SOURCE = ("text", "proposed")
LACKED_BY_NEW = ("date", "voice", "words", "stance")


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is missing, and where it is given."""

    lack: Lack
    address: str


def missing_of(statement: Statement | None) -> list[Missing]:
    """What a statement lacks as it is stored; of a new one, all that it will need. Two queries.

    One that somebody has deleted meanwhile is as good as new.
    """
    row = None
    if statement is not None:
        rows = Statement.objects.annotate(**columns()).prefetch_related("quotations")
        row = rows.filter(pk=statement.pk).first()
    if row is None:
        return [
            Missing(each, f"#{PLACES[each.key]}") for each in LACKS if each.key in LACKED_BY_NEW
        ]
    return [Missing(each, mended_at(each, row, here=True)) for each in lacking(row)]


def mended_at(lack: Lack, statement: Statement, *, here: bool = False) -> str:
    """Where it is mended: on the statement's page, or on that of its source whose text is wanted.

    ``here`` is that page. Of several sources it is the first whose words are unchecked. The
    quotations have been read.
    """
    if lack.key not in OF_SOURCE:
        page = "" if here else reverse("admin:positions_statement_change", args=[statement.pk])
        return f"{page}#{PLACES[lack.key]}"
    words = [each for each in statement.quotations.all() if not each.is_paraphrase]
    words.sort(key=lambda each: each.check_result != QuotationCheck.NOT_CHECKED)
    source = reverse("admin:positions_source_change", args=[words[0].source_id])
    return f"{source}#captures-group"
