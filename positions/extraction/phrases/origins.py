"""Before stage 5: where somebody is from: a town's state or country, a lawmaker's seat."""

from collections.abc import Sequence

from positions.extraction.lexicon.places import COUNTRIES, STATE_OF, STATES
from positions.extraction.text.outline import Token

_LANDS = COUNTRIES | STATES
_WORDS = 2  # of the longest name of a state or of a country
_SEATED = frozenset(["r", "d", "i"])


def land(tokens: Sequence[Token], at: int) -> int:
    """Say how many tokens from an index name a state or a country, 0 for none: Mo.; New York."""
    for size in range(_WORDS, 0, -1):
        words = tokens[at : at + size]
        name = " ".join(token.lower for token in words).removesuffix(".")
        known = name in _LANDS or (size == 1 and name in STATE_OF)
        if known and all(token.capital for token in words):
            return size
    return 0


def is_after_town(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a name and a comma stand before an index, as a town does before its state."""
    return 1 < at <= len(tokens) and tokens[at - 1].text == "," and tokens[at - 2].capital


def is_town(tokens: Sequence[Token], end: int) -> bool:
    """Say whether a name that ends before an index is a town's, its land behind it: Amber, Mo."""
    return is_after_town(tokens, end + 1) and land(tokens, end + 1) > 0


def states(words: Sequence[str]) -> set[str]:
    """Give the states that words in small letters name: West Virginia, and not Virginia too."""
    found, at = set(), 0
    while at < len(words):
        names = ((size, " ".join(words[at : at + size])) for size in range(_WORDS, 0, -1))
        size, name = next(((size, name) for size, name in names if name in STATES), (1, ""))
        found.add(name)
        at += size
    return found - {""}


def seat(token: Token) -> str:
    """Give the place of a lawmaker with a party before it, in small letters: ohio, of D-Ohio."""
    party, _, place = token.lower.partition("-")
    return STATE_OF.get(place, place) if token.capital and party in _SEATED else ""
