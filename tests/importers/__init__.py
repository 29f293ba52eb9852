"""The importers, entry by entry."""
