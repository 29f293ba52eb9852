"""Quotations: words of a statement as one source gives them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import ExpressionWrapper, F, OuterRef, Q, Subquery
from django.db.models.functions import TruncDate
from django.utils import timezone
from simple_history.models import HistoricalRecords

from positions.choices import QuotationCheck, QuotationKind
from positions.models.dated import Dated, date_constraints
from positions.models.source import Capture, Source
from positions.models.statement import Statement
from positions.models.texts import WORDS, ProseField, SelectorField
from positions.quoting import Match, enclosing_marks, find, without_closing_comma


class QuotationQuerySet(models.QuerySet["Quotation"]):
    """Sets of quotations."""

    def get_by_natural_key(self, statement: str, source: str, order: int) -> Quotation:
        return self.get(statement__slug=statement, source__slug=source, order=order)

    def in_words(self) -> QuotationQuerySet:
        """Those that give the speaker's own words, whole or in part."""
        return self.exclude(kind=QuotationKind.PARAPHRASE)

    def unchecked(self) -> QuotationQuerySet:
        """Those that were never held against a text."""
        return self.filter(check_result=QuotationCheck.NOT_CHECKED)

    def with_text_taken(self) -> QuotationQuerySet:
        """Each with ``text_taken``: when an editor took the text that its words were held against.

        None where they were not checked, or against a text that is not kept. A check and the taking
        of a text may be one write, so that their days are compared.
        """
        checked = ExpressionWrapper(OuterRef("checked_at"), models.DateTimeField())
        kept = Capture.objects.filter(
            source=OuterRef("source"), taken_at__date__lte=TruncDate(checked)
        )
        newest = kept.order_by("-taken_at").values("taken_at")[:1]
        return self.annotate(text_taken=Subquery(newest))


class Quotation(Dated):
    """Words of a statement as one source gives them, with the date that this source gives it.

    ``exact``, ``prefix`` and ``suffix`` are a W3C TextQuoteSelector; ``start`` and ``end`` a
    TextPositionSelector in code points. Of a paraphrase, ``exact`` is in the editors' words and the
    selector says which passage of the source it stands for.
    """

    statement = models.ForeignKey(
        Statement,
        models.CASCADE,
        db_index=False,  # the uniqueness below has one
        related_name="quotations",
        help_text="Of which statement.",
    )
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        db_index=False,  # the index below begins with it
        related_name="quotations",
        help_text="In which document.",
    )
    kind = models.CharField(
        max_length=20, choices=QuotationKind.choices, help_text="How closely it keeps to the words."
    )
    exact = ProseField(
        "words", help_text="To the letter, without the quotation marks.", longest=WORDS
    )
    prefix = SelectorField(
        "words before",
        max_length=64,
        blank=True,
        help_text="The 32 characters before, as a selector.",
    )
    suffix = SelectorField(
        "words after", max_length=64, blank=True, help_text="The 32 characters after."
    )
    start = models.PositiveIntegerField(
        null=True, blank=True, help_text="Offset of the first character in the text of the source."
    )
    end = models.PositiveIntegerField(
        null=True, blank=True, help_text="Offset after the last character."
    )
    check_result = models.CharField(
        "check",
        max_length=20,
        choices=QuotationCheck.choices,
        default=QuotationCheck.NOT_CHECKED,
        editable=False,
        help_text="What came of holding it against the source's text.",
    )
    checked_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When that was."
    )
    order = models.PositiveSmallIntegerField(
        default=0, help_text="Place among the words of the statement."
    )

    objects = QuotationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "id"]
        indexes = [
            models.Index(fields=["source", "statement"], name="quotation_source"),
            models.Index(fields=["check_result", "kind", "source"], name="quotation_check"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "source", "order"], name="quotation_order_once"
            ),
            models.CheckConstraint(condition=~Q(exact=""), name="quotation_has_words"),
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(start__isnull=False, end__isnull=False, start__lt=F("end")),
                name="quotation_start_before_end",
            ),
            models.CheckConstraint(
                condition=Q(check_result=QuotationCheck.NOT_CHECKED, checked_at__isnull=True)
                | ~Q(check_result=QuotationCheck.NOT_CHECKED) & Q(checked_at__isnull=False),
                name="quotation_check_has_time",
            ),
            *date_constraints("quotation"),
        ]

    def __str__(self) -> str:
        words = self.exact if len(self.exact) <= 60 else f"{self.exact[:59]}…"
        return words if self.kind == QuotationKind.PARAPHRASE else f"“{words}”"

    def natural_key(self) -> tuple[str, str, int]:
        return (self.statement.slug, self.source.slug, self.order)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "positions.statement",
        "positions.source",
    ]

    @property
    def is_paraphrase(self) -> bool:
        return self.kind == QuotationKind.PARAPHRASE

    def hold_against(self, text: str) -> Match | None:
        """Check the words in a text and set check, time and selector; None for a paraphrase.

        A text that is empty, or a paraphrase, leaves the words unchecked and without offsets. The
        offsets stay empty too where typography gives the same words another length in the text.
        Nothing is saved.
        """
        self.start = self.end = None
        self.check_result = QuotationCheck.NOT_CHECKED
        self.checked_at = None
        if self.is_paraphrase or not text:
            return None
        match = find(text, self.exact, self.prefix, self.suffix)
        self.check_result = QuotationCheck(match.check)
        self.checked_at = timezone.now()
        if (place := match.selector) is not None:
            self.prefix, self.suffix = place.prefix, place.suffix
            if place.end - place.start == len(self.exact):
                self.start, self.end = place.start, place.end
        return match

    def clean(self) -> None:
        super().clean()
        if (self.start is None) != (self.end is None):
            raise ValidationError({"end": "Give both offsets, start and end, or neither."})
        if self.is_paraphrase:
            return
        if enclosing_marks(self.exact):
            raise ValidationError(
                {"exact": "Leave the enclosing quotation marks out; the page adds them."}
            )
        length = len(self.exact)
        if self.start is not None and self.end is not None and self.end - self.start != length:
            raise ValidationError(
                {"end": f"From {self.start} to {self.end} are not the {length} characters quoted."}
            )


def shown_words(exact: str, kind: str) -> str:
    """A quotation as readers are shown it: without a reporter's comma at the end.

    Of a paraphrase, which is the editors' own, nothing is left out.
    """
    return exact if kind == QuotationKind.PARAPHRASE else without_closing_comma(exact)
