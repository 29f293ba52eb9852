"""What published statements say, folded, so that they are found however it is written. Derived."""

from __future__ import annotations

from datetime import date

from django.db import models

from positions.models.searchable import FoldedText
from positions.models.statement import Statement


class StatementText(FoldedText):
    """Title, words, printed names, and summary with the kind, of a published statement.

    Behind them stand the keys of its voices and of the propositions that it is on, as words: what
    is called by a word is found in the same index as what has it.
    """

    statement = models.OneToOneField(
        Statement,
        models.CASCADE,
        primary_key=True,
        related_name="search_text",
        help_text="Whose words.",
    )

    earliest = models.DateField(default=date.min, help_text="The first day it may be.")

    class Meta:
        indexes = [models.Index(fields=["-earliest", "-statement"], name="text_date")]

    def __str__(self) -> str:
        return str(self.statement)
