"""Statements in the admin: the one page, its rows and its list."""

from positions.admin.statement.page import StatementAdmin

__all__ = ["StatementAdmin"]
