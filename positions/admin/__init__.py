"""The editors' desk: a module or package for each noun, and what they share, each by its job."""

from positions.admin import (
    accounts,
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
    "accounts",
    "challenge",
    "correction",
    "proposition",
    "site",
    "source",
    "stakeholder",
    "statement",
    "topic",
]
