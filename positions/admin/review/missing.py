"""What a statement may lack: each is one condition, by which the queue shows it and is narrowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse

from positions.choices import QuotationCheck, StatementKind
from positions.models import Assessment, Attribution, Capture, Quotation, Statement
from positions.recording.publication import NEEDS

SILENT = Q(kind=StatementKind.NO_REPLY)


@dataclass(frozen=True, slots=True)
class Lack:
    """``place`` is where on the statement's page it is mended; ``blocks`` keeps it from readers."""

    key: str
    words: str
    place: str
    condition: Q
    blocks: bool = False

    @property
    def column(self) -> Case:
        """The condition as a column of a row."""
        met = When(self.condition, then=Value(value=True))
        return Case(met, default=Value(value=False), output_field=BooleanField())


def _of(rows: Any) -> Any:
    return rows.filter(statement=OuterRef("pk")).order_by()


def _words(check: QuotationCheck) -> Any:
    return _of(Quotation.objects.in_words()).filter(check_result=check)


_KEPT = Exists(Capture.objects.taken().filter(source=OuterRef("source")))
_WAITING = Exists(Capture.objects.waiting().filter(source=OuterRef("source")))
_UNKNOWN = Q(stakeholder__is_public=False) | Q(on_behalf_of__is_public=False)
_UNCHECKED = _words(QuotationCheck.NOT_CHECKED)
# Where what publication needs is given.
PLACES = {
    "date": "#id_date_edtf",
    "voice": "#attributions-group",
    "words": "#quotations-group",
    "not_found": "#quotations-group",
}
# In the order in which one mends them.
LACKS = (
    *(Lack(need.key, need.lack, PLACES[need.key], need.missing, blocks=True) for need in NEEDS),
    Lack(
        "text",
        "no text of the source, so words are unchecked",
        "",
        Q(Exists(_UNCHECKED.filter(~Q(_KEPT), ~Q(_WAITING)))),
    ),
    Lack(
        "proposed",
        "a contributor's text of the source, not taken",
        "",
        Q(Exists(_of(Quotation.objects.in_words()).filter(Q(_WAITING)))),
    ),
    Lack(
        "party",
        "a party that readers do not know yet, and will see with it",
        "#attributions-group",
        Q(Exists(_of(Attribution.objects).filter(_UNKNOWN))),
    ),
    Lack(
        "unchecked",
        "words not checked, though the text is kept",
        "#quotations-group",
        Q(Exists(_UNCHECKED.filter(_KEPT))),
    ),
    Lack(
        "typography",
        "words that differ in typography",
        "#quotations-group",
        Q(Exists(_words(QuotationCheck.TYPOGRAPHY))),
    ),
    Lack(
        "stance",
        "no stance",
        "#assessments-group",
        ~SILENT & ~Q(Exists(_of(Assessment.objects))),
    ),
    Lack(
        "asked",
        "silent, and nothing it was asked about",
        "#id_asked_about",
        SILENT & ~Q(Exists(_of(Statement.asked_about.through.objects))),
    ),
)
NOTED = ("note", "a note to the contributor", ~Q(review_note=""))
BY_KEY = {**{lack.key: lack.condition for lack in LACKS}, NOTED[0]: NOTED[2]}
CHOICES = [*((lack.key, lack.words) for lack in LACKS), NOTED[:2]]


def columns() -> dict[str, Case]:
    """A column for each lack, named for it; one that is true is a lack of the row."""
    return {f"lacks_{lack.key}": lack.column for lack in LACKS}


def lacking(statement: Any) -> list[tuple[Lack, str]]:
    """What a row with these columns lacks, with the address where that is mended.

    Its quotations have been read.
    """
    page = reverse("admin:positions_statement_change", args=[statement.pk])
    return [
        (lack, f"{page}{lack.place}" if lack.place else _source(statement))
        for lack in LACKS
        if getattr(statement, f"lacks_{lack.key}")
    ]


def _source(statement: Any) -> str:
    """Where a text of its source is given or taken: of the first whose words are unchecked."""
    words = [each for each in statement.quotations.all() if not each.is_paraphrase]
    words.sort(key=lambda each: each.check_result != QuotationCheck.NOT_CHECKED)
    source = words[0].source_id
    return f"{reverse('admin:positions_source_change', args=[source])}#captures-group"
