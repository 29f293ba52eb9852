"""Stage 7: for whom an office counts: a party, a country, the body named, or nobody but oneself."""

from positions.extraction.lexicon.places import (
    COUNTRIES,
    COUNTRY_OF,
    LAWMAKERS,
    PARTIES,
    PARTY_OFFICES,
    STATE_OFFICES,
    STATES,
)
from positions.extraction.lexicon.roles import PORTFOLIOS, STANDING, UNHELD
from positions.extraction.lexicon.verbs import FORMS
from positions.extraction.lexicon.words import (
    BODIES,
    COMMON_CAPITALS,
    DETERMINERS,
    PREPOSITIONS,
    SHORT_TITLES,
    TITLES,
)
from positions.extraction.phrases.name_edges import only_describes
from positions.extraction.phrases.organisations import OF_PERSONS

HEADS_OF_GOVERNMENT = ("prime minister", "first minister")
"""Offices of which a country has one, who speaks in her own name as often as in its."""
_WHOSE = frozenset(["party", "country", "nation", "state", "body", "majority", "minority", "side"])
"""What a text calls by such a word alone is understood from elsewhere, or not at all."""
_UNNAMED = frozenset(
    ["union", "group", "company", "party", "firm", "organisation", "charity", "campaign"]
)
_OF_STATES = STATE_OFFICES | frozenset(
    ["governor", "gov", "secretary", "general", "treasurer", "commissioner", "director"]
)
"""Offices of a state of a federation."""
_SAYING_NOTHING = frozenset(
    ["unnamed", "anonymous", "unidentified", "senior", "top", "prominent", "leading", "longtime"]
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
    if not words or held.lower() in _FIELDS_OF_WORK:
        return "" if words else party_of(role)  # a TV chef
    head = _head(role)
    titled = words[0].rstrip(".") in _TITLES and words[-1] not in OF_PERSONS
    if titled or head in UNHELD:
        return ""  # Mr Brae's deputy
    if role.endswith(HEADS_OF_GOVERNMENT):
        return ""
    if held.lower() in PARTIES:
        return held if head in PARTY_OFFICES else ""
    adjective = words[0] in COUNTRY_OF
    if adjective and all(word in PORTFOLIOS for word in words[1:]):
        return COUNTRY_OF[words[0]] if head in STATE_OFFICES else ""
    for lands, offices in ((STATES, _OF_STATES), (COUNTRIES, STATE_OFFICES)):
        if held.lower() in lands:
            return held if head in offices else ""
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


def tidied(held: str) -> str:
    """Give the name of a body without the small words and the possessive around it.

    So “a prominent Amber Board member” has the Amber Board. "" where the small words tell of a
    deed (“a video showed Amber Council”), and for what only describes (Amber-based).
    """
    words = held.split()
    while words and words[0] in _SAYING_NOTHING:
        words = words[1:]  # an unnamed state official
    named = next((k for k, word in enumerate(words) if not word.islower()), len(words))
    before = words[:named]
    if before and named < len(words) and BODIES.isdisjoint(before):
        deed = any(word in FORMS and FORMS[word].form == "past" for word in before)
        words = [] if deed else words[named:]
    if not words or only_describes(words[-1]):
        return ""
    if len(words) > 1 and words[-1].endswith(("'s", "’s")):
        words[-1] = words[-1][:-2]
    return " ".join(words)


def is_plausible(held: str) -> bool:
    """Say whether words may name a body: not "the party", nor "the choice of many party"."""
    words = held.lower().split()
    if not held or not held.islower():
        return held.lower() not in _NO_NAMES
    if len(words) == 1:
        return words[0] not in _WHOSE
    plain = (DETERMINERS | {"to"}).isdisjoint(words)
    return len(words) <= _PHRASE and words[-1] in BODIES and plain


def _head(role: str) -> str:
    """Give the noun of a role: leader of "deputy leader of the board"."""
    words = role.lower().split()
    end = next((k for k, word in enumerate(words) if word in PREPOSITIONS), len(words))
    return words[end - 1].rstrip(".") if end else ""
