"""The query string of a list: read strictly, written in one canonical form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from positions.listing.declaration import AnyDeclaration

Parameters = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Problem:
    """A key of the query string that was not understood; the message says why, and the cure.

    ``instead`` are (label, address) of the same list with what may have been meant.
    """

    key: str
    value: str
    message: str
    instead: tuple[tuple[str, str], ...] = ()


class BadQuery(Exception):
    """A query string that says something unknown: answered with 400, never with some other list.

    ``understood_url`` is the address without the keys that were not understood; empty where
    nothing would be left.
    """

    def __init__(
        self,
        declaration: AnyDeclaration,
        problems: Sequence[Problem],
        path: str,
        given: Parameters,
    ) -> None:
        self.declaration = declaration
        self.problems = list(problems)
        bad = {problem.key for problem in self.problems}
        understood = {key: values for key, values in given.items() if key not in bad}
        self.understood_url = address(path, understood) if understood else ""
        super().__init__("; ".join(f"{p.key}={p.value}: {p.message}" for p in self.problems))


def unknown_keys(given: Iterable[tuple[str, Sequence[str]]], known: Sequence[str]) -> list[Problem]:
    """A problem for each key that the list does not know."""
    return [
        Problem(
            key[:60],
            values[0][:60] if values else "",
            f"“{key[:60]}” is no filter of this list. It knows {', '.join(known)}.",
        )
        for key, values in given
        if key not in known
    ]


def address(path: str, parameters: Parameters) -> str:
    """The path with its query string, keys in the order given, blank ones left out."""
    query = urlencode([(k, v) for k, values in parameters.items() for v in values], safe="~:,/")
    return f"{path}?{query}" if query else path


def replaced(
    given: Parameters, key: str, value: str, new_key: str, new_value: str
) -> dict[str, list[str]]:
    """The parameters with one value of a key in the place of another, or under another key."""
    left = without(given, key, value)
    kept = [each for each in left.get(new_key, []) if each != new_value]
    return {**left, new_key: [*kept, new_value]}


def without(parameters: Parameters, key: str, value: str | None = None) -> dict[str, list[str]]:
    """The parameters less one value of a key, or less the whole key."""
    left = {
        k: [v for v in values if k != key or (value is not None and v != value)]
        for k, values in parameters.items()
    }
    return {k: values for k, values in left.items() if values}
