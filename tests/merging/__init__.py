"""Merging two that are one, and undoing it."""
