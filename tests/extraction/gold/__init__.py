"""Articles written for the project, each with the statements that a careful reader finds in it."""

from tests.extraction.gold.article import Article, Kind, Span, Speaker, Statement
from tests.extraction.gold.reader import ACTS, PARTS, GoldError, articles, parse

__all__ = [
    "ACTS",
    "PARTS",
    "Article",
    "GoldError",
    "Kind",
    "Span",
    "Speaker",
    "Statement",
    "articles",
    "parse",
]
