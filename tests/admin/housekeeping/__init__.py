"""Housekeeping: what is there twice, and what is lacking."""
