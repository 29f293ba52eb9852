"""The editors' desk: a module or package for each noun, and what they share, each by its job."""

from positions.admin import (
    challenge,
    correction,
    proposition,
    site,
    source,
    stakeholder,
    statement,
    topic,
)
from positions.admin.housekeeping import site as housekeeping

__all__ = [
    "challenge",
    "correction",
    "housekeeping",
    "proposition",
    "site",
    "source",
    "stakeholder",
    "statement",
    "topic",
]
