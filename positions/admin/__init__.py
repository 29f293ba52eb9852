"""The editors' pages: a module or package for each noun, the rooms, and what the pages share."""

from positions.admin import (
    accounts,
    challenge,
    correction,
    proposition,
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
    "source",
    "stakeholder",
    "statement",
    "topic",
]
