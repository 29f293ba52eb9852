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

__all__ = [
    "challenge",
    "correction",
    "proposition",
    "site",
    "source",
    "stakeholder",
    "statement",
    "topic",
]
