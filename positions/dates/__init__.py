"""The date block: an uncertain date in EDTF, its first and last day, and how a page prints it."""

from positions.dates.columns import EdtfField, overlap
from positions.dates.edtf import EdtfError, Precision, UncertainDate, parse
from positions.dates.expressions import understand
from positions.dates.spans import Span, between

__all__ = [
    "EdtfError",
    "EdtfField",
    "Precision",
    "Span",
    "UncertainDate",
    "between",
    "overlap",
    "parse",
    "understand",
]
