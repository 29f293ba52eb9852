"""What a statement may lack: each is one condition, by which the queue shows it and is narrowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q

from positions.choices import QuotationCheck, StatementKind
from positions.models import Assessment, Attribution, Capture, Quotation, Statement
from positions.recording.publication import NEEDS, as_column, of_statement

SILENT = Q(kind=StatementKind.NO_REPLY)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a statement may lack; ``blocks`` where it keeps it from readers."""

    key: str
    words: str
    condition: Q
    blocks: bool = False


def _words(check: QuotationCheck) -> Any:
    return of_statement(Quotation.objects.in_words()).filter(check_result=check)


_KEPT = Exists(Capture.objects.taken().filter(source=OuterRef("source")))
_WAITING = Exists(Capture.objects.waiting().filter(source=OuterRef("source")))
_UNKNOWN = Q(stakeholder__is_public=False) | Q(on_behalf_of__is_public=False)
_UNCHECKED = _words(QuotationCheck.NOT_CHECKED)
# In the order in which one mends them.
LACKS = (
    *(Lack(need.key, need.lack, need.missing, blocks=True) for need in NEEDS),
    Lack(
        "text",
        "no text of the source, so words are unchecked",
        Q(Exists(_UNCHECKED.filter(~Q(_KEPT), ~Q(_WAITING)))),
    ),
    Lack(
        "proposed",
        "a contributor's text of the source, not taken",
        Q(Exists(of_statement(Quotation.objects.in_words()).filter(Q(_WAITING)))),
    ),
    Lack(
        "party",
        "a party that readers do not know yet, and will see with it",
        Q(Exists(of_statement(Attribution.objects).filter(_UNKNOWN))),
    ),
    Lack(
        "unchecked",
        "words not checked, though the text is kept",
        Q(Exists(_UNCHECKED.filter(_KEPT))),
    ),
    Lack(
        "typography",
        "words that differ in typography",
        Q(Exists(_words(QuotationCheck.TYPOGRAPHY))),
    ),
    Lack(
        "stance",
        "no stance",
        ~SILENT & ~Q(Exists(of_statement(Assessment.objects))),
    ),
    Lack(
        "asked",
        "silent, and nothing it was asked about",
        SILENT & ~Q(Exists(of_statement(Statement.asked_about.through.objects))),
    ),
)
NOTED = ("note", "a note to the contributor", ~Q(review_note=""))
BY_KEY = {**{lack.key: lack.condition for lack in LACKS}, NOTED[0]: NOTED[2]}
CHOICES = [*((lack.key, lack.words) for lack in LACKS), NOTED[:2]]


def columns() -> dict[str, Case]:
    """A column for each lack, named for it; one that is true is a lack of the row."""
    return {f"lacks_{lack.key}": as_column(lack.condition) for lack in LACKS}


def lacking(statement: Any) -> list[Lack]:
    """What a statement that was read with these columns lacks."""
    return [lack for lack in LACKS if getattr(statement, f"lacks_{lack.key}")]
