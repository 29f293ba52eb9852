"""A person or organisation of a Popolo file: its cells, other names and ties, as rows (pure)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Party:
    """One person or organisation: the cells of its first row, its other names and its ties."""

    key: str
    sheet: str
    cells: dict[str, str]
    aliases: dict[str, str] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)
    slug: str = ""

    def rows(self) -> Iterator[dict[str, str]]:
        """The first row, and further ones where there are several names or ties."""
        aliases = [{"alias": name, "alias_kind": kind} for name, kind in self.aliases.items()]
        ties = [tie.cells() for tie in self.ties]
        for place in range(max(1, len(aliases), len(ties))):
            row = {"slug": self.slug}
            for cells in (
                self.cells if not place else {},
                *aliases[place : place + 1],
                *ties[place : place + 1],
            ):
                row |= {name: text for name, text in cells.items() if text}
            yield row


@dataclass(slots=True)
class Tie:
    """One party in another in one role: all terms of it, from the first to the last."""

    to: Party
    kind: str
    role: str = ""
    terms: list[tuple[str, str]] = field(default_factory=list)
    behalf: list[str] = field(default_factory=list)

    def cells(self) -> dict[str, str]:
        starts, ends = zip(*self.terms, strict=True) if self.terms else ((), ())
        return {
            "affiliation": self.to.slug,
            "affiliation_kind": self.kind,
            "affiliation_role": self.role,
            "affiliation_from": min(starts) if starts and all(starts) else "",
            "affiliation_until": max(ends) if ends and all(ends) else "",
            "affiliation_note": "; ".join(f"On behalf of {name}" for name in self.behalf),
        }
