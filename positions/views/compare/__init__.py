"""The comparison of two to five organisations or people: its question, its form, its answers."""

from positions.views.compare.answers import data, page

__all__ = ["data", "page"]
