"""What published statements say, folded so that words are found however they are written. Derived.

Case, accents, apostrophes and the sort of quotation marks do not count; “e-mail” is both “e mail”
and “email”. Folded here, not by the database, the words are the same on every database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import category, normalize

from django.db import models

from positions.models.statement import Statement

SILENT = "'’‘ʼ&"  # within words: “don't” is found as “dont”, “R&D” as “rd”
JOINING = "-‐‑."  # between words that are also written as one: “e-mail”, “U.S.”
JOINED = re.compile(rf"(?<=\w)[{re.escape(JOINING)}](?=\w)")
WORD = re.compile(r"[^\W_]+")


def word_forms(text: str, *, accents: bool = False) -> tuple[str, ...]:
    """The words of a text, folded, a space between them: “An E-mail!” is “an e mail”, “an email”.

    One form where nothing joins two words, none where there is no word. ``accents``: whether they
    stay, as they do where the database folds.
    """
    plain = "".join(
        character
        for character in normalize("NFKC" if accents else "NFKD", text).casefold()
        if not category(character).startswith(("M", "Cf")) and character not in SILENT
    )
    forms = (" ".join(WORD.findall(each)) for each in (plain, JOINED.sub("", plain)))
    return tuple(form for form in dict.fromkeys(forms) if form)


def folded(texts: Iterable[str]) -> str:
    """All forms of the texts, a line each, with a space before and after every word."""
    return "\n".join(f" {form} " for text in texts for form in word_forms(text))


class StatementText(models.Model):
    """Title, summary, words, printed names and kind of a published statement."""

    statement = models.OneToOneField(
        Statement,
        models.CASCADE,
        primary_key=True,
        related_name="search_text",
        help_text="Whose words.",
    )
    folded = models.TextField(help_text="All that it says, in lines of folded words.")

    def __str__(self) -> str:
        return str(self.statement)
