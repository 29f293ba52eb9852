"""The search over everything: its page, the same as data, and suggestions while one types."""

from positions.views.search.data import data, suggestions
from positions.views.search.pages import search_page

__all__ = ["data", "search_page", "suggestions"]
