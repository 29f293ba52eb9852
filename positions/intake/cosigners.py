"""Those who say a card's words with its speaker, read as a list of signatories is."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from positions.choices import StakeholderKind
from positions.intake.party_names import kind_of_line
from positions.intake.signatories import decide, line_key
from positions.naming import Names
from positions.naming.lines import Line, read_lines

_MARKED_NEW = re.compile(r"(?<!\s)\s*+\(new\)\s*+$", re.IGNORECASE)


def read_cosigners(typed: str, kinds: Mapping[str, str], names: Names) -> list[Line]:
    """Whom each line means; with whom to add where ``kinds`` has a kind under its key.

    A line may end in “(new)”, which is no part of it.
    """
    lines = read_lines("\n".join(_bare(typed)), names)
    return decide(lines, names, kinds, StakeholderKind.values)


def proposed_kinds(typed: str, lines: Collection[Line]) -> dict[str, str]:
    """What the unknown lines that are marked as new are rather added as, by their keys."""
    marked = {
        bare.strip()
        for bare, line in zip(_bare(typed), typed.splitlines(), strict=True)
        if bare != line
    }
    return {
        line_key(line): kind_of_line(line.printed).value
        for line in lines
        if line.text in marked and not line.candidates and not line.is_doubtful
    }


def cosigner_lines(others: list[str], names: Names) -> str:
    """A line for each; who is not known is marked as new, for the editor to see."""
    return "\n".join(each if names.find(each) else f"{each} (new)" for each in others)


def _bare(typed: str) -> list[str]:
    return [_MARKED_NEW.sub("", line) for line in typed.splitlines()]
