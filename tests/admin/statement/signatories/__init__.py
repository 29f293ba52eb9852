"""Pasted lists of signatories."""
