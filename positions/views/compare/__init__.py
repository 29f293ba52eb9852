"""The comparison of two to five organisations or people: its question, its form, its answers."""

from positions.views.compare.answers import compare_page, data, picture

__all__ = ["compare_page", "data", "picture"]
