"""Spreadsheets: a sheet of documented columns for each noun, read, loaded and written again."""

from positions.importers.sheets.declared import SHEETS
from positions.importers.sheets.loading import Loader
from positions.importers.sheets.outcome import Did, Problem, Report, RowChange
from positions.importers.sheets.rights import Rights
from positions.importers.sheets.sheet import Column, Line, Part, Sheet, TableError

__all__ = [
    "SHEETS",
    "Column",
    "Did",
    "Line",
    "Loader",
    "Part",
    "Problem",
    "Report",
    "Rights",
    "RowChange",
    "Sheet",
    "TableError",
]
