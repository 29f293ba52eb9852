"""A quotation in a text: find it, select it, compare it, and link to its words (pure Python)."""

from positions.quoting.comparing import Segment, counterparts, difference, similarity
from positions.quoting.departure import Departure
from positions.quoting.finding import Check, Match, find
from positions.quoting.linking import NO_ADDRESS, fragment_link, place_in_words
from positions.quoting.marks import (
    begins_a_sentence,
    enclosing_marks,
    strip_marks,
    without_closing_comma,
)
from positions.quoting.selector import CONTEXT, Selector, select

__all__ = [
    "CONTEXT",
    "NO_ADDRESS",
    "Check",
    "Departure",
    "Match",
    "Segment",
    "Selector",
    "begins_a_sentence",
    "counterparts",
    "difference",
    "enclosing_marks",
    "find",
    "fragment_link",
    "place_in_words",
    "select",
    "similarity",
    "strip_marks",
    "without_closing_comma",
]
