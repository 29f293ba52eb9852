"""The unknown names of one list, held against each other by the rule of names (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from positions.naming.folding import LONGEST_KEY, fold
from positions.naming.names import MOST_NEAR, SHORTEST_MISPRINT, with_initials


@dataclass(frozen=True, slots=True)
class UnknownName:
    """The name and abbreviation of whom a text names; ``like`` are names before it to ask about."""

    name: str
    abbreviation: str
    like: tuple[str, ...] = ()


def match_unknown_names(texts: Sequence[str]) -> list[UnknownName]:
    """Whom each text of a list names, in its order. Linear in their length.

    Those that fold to the same are one, and one is who is called by the abbreviation of another;
    the abbreviation of two, and a name one slip of the hand from an earlier one, are asked about.
    """
    each = [with_initials(text) for text in texts]
    by_name: dict[str, tuple[str, str]] = {}
    for name, short in each:
        known = by_name.setdefault(_key(name), (name, short))
        if short and not known[1]:
            by_name[_key(name)] = (name, short)
    owners: dict[str, list[str]] = defaultdict(list)
    for key, (_, short) in by_name.items():
        if short and _key(short) != key:
            owners[_key(short)].append(key)
    slips = _slips(by_name)
    found = []
    for name, short in each:
        key, alike = _key(name), list[str]()
        called_so = owners.get(key, [])
        if len(called_so) == 1:
            key = called_so[0]
        elif called_so:
            alike += called_so
        if short:
            alike += _before(key, owners.get(_key(short), ()))
        alike += slips.get(key, ())
        like = tuple(by_name[other][0] for other in dict.fromkeys(alike) if other != key)
        found.append(UnknownName(*by_name[key], like[:MOST_NEAR]))
    return found


def _key(name: str) -> str:
    return fold(name) or name


def _before(key: str, keys: Iterable[str]) -> Iterator[str]:
    for other in keys:
        if other == key:
            return
        yield other


def _slips(keys: Iterable[str]) -> dict[str, list[str]]:
    """For each key those before it that are one slip of the hand from it.

    Two such have the same rest once a letter is taken out of one of them, or of both. Of those that
    have the same rest, the first four are looked at.
    """
    by_rest: dict[tuple[str, str], list[str]] = defaultdict(list)
    found = {}
    for key in keys:
        if not SHORTEST_MISPRINT <= len(key) <= LONGEST_KEY:
            continue
        digits = "".join(filter(str.isdigit, key))  # Local 12 is not Local 13
        rests = {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}
        there = [by_rest[rest, digits] for rest in rests]
        alike = dict.fromkeys(other for others in there for other in others)
        if near := [other for other in alike if OSA.distance(key, other) <= 1]:
            found[key] = near
        for others in there:
            if len(others) < MOST_NEAR:
                others.append(key)
    return found
