"""Import and export in the admin: a file in, shown first and then loaded; a file out."""

from positions.admin.spreadsheets.page import SpreadsheetAdmin

__all__ = ["SpreadsheetAdmin"]
