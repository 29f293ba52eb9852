"""What the search over everything is asked: the words, the order, the page."""

from __future__ import annotations

from django.db.models import QuerySet

from positions import search
from positions.filters import shared
from positions.filters.filter_set import ListFilters
from positions.listing import Choice
from positions.models import IndexEntry

# In which order what it finds of statements is shown; the first unless another is asked for.
ORDERS = {"best": "Best first", "newest": "Newest first"}
PAGE_SIZE = 20
PAGES = search.CANDIDATES // PAGE_SIZE


class SearchFilters(ListFilters):
    """On rows of IndexEntry: what is found of statements. Other nouns are asked for the same."""

    q = shared.words(
        help_text="Words, each the beginning of one, “phrases” whole; a minus before either "
        "leaves out what has it.",
        example='police -"body cameras"',
    )

    def having_words(
        self, rows: QuerySet[IndexEntry], key: str, chosen: list[Choice]
    ) -> QuerySet[IndexEntry]:
        del key
        return search.statements(rows, chosen[0].meaning)
