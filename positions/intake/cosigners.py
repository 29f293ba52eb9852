"""Those who say it together with the first: one a line, known, or marked as new (pure)."""

from __future__ import annotations

import re

from positions.choices import StakeholderKind
from positions.intake.party_kinds import kind_of_name
from positions.naming import Names

NEW_LINE = re.compile(r"(?<!\s)\s*+\(new\)\s*+$", re.IGNORECASE)
_AND = re.compile(r",\s++and\s++|,\s++|(?<![\s,])\s++and\s++")
_WITHIN = re.compile(r"\b(?:of|for|from|in|with|at|on|to)\b")


def apart(name: str) -> list[str]:
    """The groups that a list without names is of: canoe clubs and river wardens.

    A phrase that may be one group is left whole: groups of parents and teachers.
    """
    parts = [each.strip() for each in _AND.split(name)]
    plural = all(each.endswith("s") and each.split()[-1].islower() for each in parts)
    if len(parts) < 2 or not plural or _WITHIN.search(name):
        return [name]
    return [each[:1].upper() + each[1:] for each in parts]


def as_lines(others: list[str], names: Names) -> str:
    """A line for each; who is not known is marked as new, for the editor to see."""
    return "\n".join(each if names.find(each) else f"{each} (new)" for each in others)


def kind_of_line(name: str) -> StakeholderKind:
    """The kind of a new one: who is described and not named is a collective."""
    last = name.rsplit(maxsplit=1)[-1]
    described = last.islower() and last.endswith("s")
    return StakeholderKind.COLLECTIVE if described else kind_of_name(name)
