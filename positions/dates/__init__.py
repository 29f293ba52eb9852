"""Dates: EDTF and its bounds, how a page prints them, and what printed words mean (pure)."""

from positions.dates.edtf import EdtfError, Precision, UncertainDate, parse
from positions.dates.reading import (
    EXAMPLES,
    Found,
    Refused,
    Understood,
    find,
    is_words,
    not_understood,
    said_back,
    the_time_itself,
    understand,
)
from positions.dates.spans import Span, between

__all__ = [
    "EXAMPLES",
    "EdtfError",
    "Found",
    "Precision",
    "Refused",
    "Span",
    "UncertainDate",
    "Understood",
    "between",
    "find",
    "is_words",
    "not_understood",
    "parse",
    "said_back",
    "the_time_itself",
    "understand",
]
