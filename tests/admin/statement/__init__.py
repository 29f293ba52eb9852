"""Statements on the desk: the one page, its rows and its list."""
