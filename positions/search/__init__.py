"""Search: what was typed, which objects have it, which of them come first, where it stands."""

from positions.search.marking import Excerpt, Piece, excerpt
from positions.search.matching import (
    FEW,
    Hit,
    among,
    any_key,
    hits,
    propositions,
    sources,
    stakeholders,
    statements,
    texts,
    topics,
)
from positions.search.ranking import CANDIDATES, ranked_by_name, ranked_statements
from positions.search.reading import Part, Reading
from positions.search.recognising import recognise
from positions.search.spelling import Meant
from positions.search.typed import Query, Term, read

__all__ = [
    "CANDIDATES",
    "FEW",
    "Excerpt",
    "Hit",
    "Meant",
    "Part",
    "Piece",
    "Query",
    "Reading",
    "Term",
    "among",
    "any_key",
    "excerpt",
    "hits",
    "propositions",
    "ranked_by_name",
    "ranked_statements",
    "read",
    "recognise",
    "sources",
    "stakeholders",
    "statements",
    "texts",
    "topics",
]
