"""What published statements say, folded, so that they are found however it is written. Derived."""

from __future__ import annotations

from django.db import models

from positions.models.searchable import FoldedText
from positions.models.statement import Statement


class StatementText(FoldedText):
    """Title, words, printed names, and summary with the kind, of a published statement."""

    statement = models.OneToOneField(
        Statement,
        models.CASCADE,
        primary_key=True,
        related_name="search_text",
        help_text="Whose words.",
    )

    def __str__(self) -> str:
        return str(self.statement)
