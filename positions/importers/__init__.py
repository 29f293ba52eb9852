"""Importers: file → rows (pure) → database (one transaction) → report."""
