"""Stage 7: for whom an office counts: a party, a country, the body named, or nobody but oneself."""

from positions.extraction.lexicon.places import (
    COUNTRIES,
    COUNTRY_OF,
    LAWMAKERS,
    PARTIES,
    PARTY_OFFICES,
    STATE_OFFICES,
)
from positions.extraction.lexicon.roles import PORTFOLIOS, STANDING, UNHELD
from positions.extraction.lexicon.words import (
    BODIES,
    COMMON_CAPITALS,
    DETERMINERS,
    PREPOSITIONS,
    SHORT_TITLES,
    TITLES,
)

HEADS_OF_GOVERNMENT = ("prime minister", "first minister")
"""Offices of which a country has one, who speaks in her own name as often as in its."""
_WHOSE = frozenset(["party", "country", "nation", "state", "body", "majority", "minority", "side"])
"""What a text calls by such a word alone is understood from elsewhere, or not at all."""
_UNNAMED = frozenset(
    ["union", "group", "company", "party", "firm", "organisation", "charity", "campaign"]
)
_PHRASE = 5  # words of a body that has no name
_FIELDS_OF_WORK = frozenset(["tv", "radio", "television", "internet", "web", "it", "pr", "pop"])
_TITLES = TITLES | SHORT_TITLES - {"prime", "vice"}
_NO_NAMES = COMMON_CAPITALS | _UNNAMED


def counted_for(held: str, role: str) -> str:
    """Give the body for which somebody of a role counts, given what stands before the role.

    A party's spokesman counts for the party, its senator for himself; a country's minister for
    the country, its leading baker for himself. "" where it is nobody else. Costs a few look-ups.
    """
    words = held.lower().split()
    if not words:
        return party_of(role)
    if len(words) == 1 and words[0] in _FIELDS_OF_WORK:
        return ""  # a TV chef
    head = _head(role)
    if words[0] in _TITLES or head in UNHELD:
        return ""  # Mr Brae's deputy
    if role.endswith(HEADS_OF_GOVERNMENT):
        return ""
    if held.lower() in PARTIES:
        return held if head in PARTY_OFFICES else ""
    adjective = words[0] in COUNTRY_OF
    if adjective and all(word in PORTFOLIOS for word in words[1:]):
        return COUNTRY_OF[words[0]] if head in STATE_OFFICES else ""
    if held.lower() in COUNTRIES:
        return held if head in STATE_OFFICES else ""
    if head in STANDING:
        return ""  # the Senate candidate
    if head in LAWMAKERS and BODIES.isdisjoint(words):
        return ""
    return held


def party_of(role: str) -> str:
    """Give the party that a role begins with, where who has it speaks for the party."""
    words = role.split()
    for upto in (2, 1):
        party = " ".join(words[:upto]).lower()
        if len(words) > upto and party in PARTIES and _head(role) in PARTY_OFFICES:
            return party.upper() if len(party) < 4 else party.title()
    return ""


def is_plausible(held: str) -> bool:
    """Say whether words may name a body: not "the party", nor "the choice of many party"."""
    words = held.lower().split()
    if not held or not held.islower():
        return held.lower() not in _NO_NAMES
    if len(words) == 1:
        return words[0] not in _WHOSE
    return len(words) <= _PHRASE and words[-1] in BODIES and DETERMINERS.isdisjoint(words)


def _head(role: str) -> str:
    """Give the noun of a role: leader of "deputy leader of the board"."""
    words = role.lower().split()
    end = next((k for k, word in enumerate(words) if word in PREPOSITIONS), len(words))
    return words[end - 1].rstrip(".") if end else ""
