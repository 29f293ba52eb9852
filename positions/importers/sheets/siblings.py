"""The parts of one kind that a noun has or is to have, known again however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from positions.importers.sheets.planned import Planned


class Siblings:
    """Finds a part by what it is known by, at the same cost among five and five thousand.

    ``planned`` are the plans made for them, by the identity of the object.
    """

    def __init__(self, stored: Iterable[Any]) -> None:
        self._things = list(stored)
        self._indexed: dict[tuple[str, ...], dict[tuple[Any, ...], Any]] = {}
        self._looked_at: dict[tuple[str, ...], int] = {}
        self._last, self._ordered = 0, 0
        self.planned: dict[int, Planned] = {}

    def find(self, identity: Mapping[str, Any]) -> Any | None:
        """The first that has these values. A part that is added is read when it is looked for."""
        names = tuple(identity)
        index = self._indexed.setdefault(names, {})
        for thing in self._things[self._looked_at.get(names, 0) :]:
            index.setdefault(tuple(getattr(thing, name) for name in names), thing)
        self._looked_at[names] = len(self._things)
        return index.get(tuple(identity.values()))

    def next_place(self) -> int:
        """The place after the last of those that have one."""
        for thing in self._things[self._ordered :]:
            self._last = max(self._last, thing.order)
        self._ordered = len(self._things)
        return self._last + 1

    def add(self, thing: Any) -> None:
        """Count a new one among them."""
        self._things.append(thing)
