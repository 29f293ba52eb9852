"""Before stage 5: noun phrases beside a verb, by their edges, and what stands in apposition."""

from collections.abc import Sequence
from typing import NamedTuple

from positions.extraction.lexicon import listed
from positions.extraction.lexicon.names import MEN, WOMEN
from positions.extraction.lexicon.roles import ROLES
from positions.extraction.lexicon.verbs import FORMS, NOUN_LIKE
from positions.extraction.lexicon.words import (
    ARTICLES,
    BE,
    BREAKS,
    COLLECTIVE,
    COMMON_CAPITALS,
    DETERMINERS,
    DO,
    DOCUMENTS,
    FINDINGS,
    GENDERED,
    HAVE,
    MODALS,
    NO_SUBJECT,
    OPENERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)
from positions.extraction.text.outline import Token

REACH = 40  # tokens to either side; a longer subject is not looked for
AUXILIARY = BE | HAVE | MODALS | DO
STOPS = listed(" , ; : . ! ? — – …")
_NO_ADVERB = (
    WOMEN
    | MEN
    | listed("nearly assembly family supply reply monopoly anomaly elderly weekly daily")
)
_SENT = listed(
    "delegation mission ambassador envoy adviser advisor aide assistant counsel delegate"
)
_SPEAKING = listed(
    """some many most one two three others those half number majority man woman person voice pair
    people men women children handful dozens hundreds thousands kind chunk part host string"""
)
GENERIC = PEOPLE | ROLES | COLLECTIVE | DOCUMENTS | FINDINGS
_ADDRESSED = DOCUMENTS | _SENT
_EMPTY = NO_SUBJECT - {"this", "these", "those", "one"}


class Noun(NamedTuple):
    """Token indices of a noun phrase, `first` to `last` exclusive, and of its apposition."""

    first: int
    last: int
    beside: tuple[int, int] = (0, 0)


def is_generic(tokens: Sequence[Token], noun: Noun) -> bool:
    """Say whether a phrase names people, a role, an organisation or a document, or has a name."""
    return any(
        token.lower in GENERIC
        or token.lower in GENDERED
        or (token.capital and token.lower not in COMMON_CAPITALS)
        for token in tokens[noun.first : noun.last]
    )


def can_speak(tokens: Sequence[Token], noun: Noun) -> bool:
    """Say whether the head of a phrase may be said to speak: not the cost of what a board does."""
    end = next(
        (k for k in range(noun.first + 1, noun.last) if tokens[k].lower in PREPOSITIONS), noun.last
    )
    if end == noun.last:
        return True
    head = tokens[end - 1]
    lower = head.lower
    return head.capital or lower in GENERIC or lower in _SPEAKING or lower.endswith("s")


def is_adverb(lower: str) -> bool:
    """Say whether a word in -ly is an adverb that says how something is said, no first name."""
    return lower.endswith("ly") and len(lower) > 4 and lower not in _NO_ADVERB


def is_time(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token belongs to a time expression (last month, on Friday)."""
    lower = tokens[at].lower
    if lower in TIMES or (lower == "night" and at):
        return True
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return lower in {"last", "this", "earlier", "late", "early", "on", "next"} and (
        following in TIMES or following in {"last", "this", "night"}
    )


_OPENING = frozenset(["but", "and", "so", "yet"])
_PLACING = frozenset(["in", "on", "at", "for", "with", "into", "from", "of", "during"])


def phrase_before(tokens: Sequence[Token], end: int, floor: int) -> Noun | None:
    """Find the noun phrase that ends before an index; None when it does not look like one."""
    first = end
    while first > floor:
        token = tokens[first - 1]
        lower = token.lower
        if lower == ")":
            first = _opening_bracket(tokens, first - 1, floor)
            continue
        if token.capital and lower in FORMS and 1 < first < end:
            first -= 1
            continue
        if lower in STOPS or lower in BREAKS or lower in AUXILIARY or lower in PRONOUNS:
            if lower == "," and _is_list(tokens, first - 1, end, floor):
                first -= 1
                continue
            break
        if _bars(tokens, first - 1, floor):
            break
        first -= 1
        if lower in ARTICLES and first > floor and _is_named(tokens[first - 1]):
            break  # according to Vell the minister said
    return trimmed(tokens, first, end)


def _is_named(token: Token) -> bool:
    """Say whether a word may end a name, so that an article after it begins another phrase."""
    return token.capital and token.lower not in COMMON_CAPITALS and token.lower not in PREPOSITIONS


def _bars(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """Say whether a token cannot stand in a noun phrase that goes on after it."""
    lower = tokens[at].lower
    before = tokens[at - 1] if at > floor else None
    if lower == "to":
        return before is None or before.lower not in _ADDRESSED  # a letter to tenants
    if lower in {"(", '"', "“", "'", "not"}:
        return True
    form = FORMS.get(lower)
    if form and form.form != "base" and lower not in NOUN_LIKE and lower not in GENERIC:
        return True
    if lower.endswith("ed") and not tokens[at].capital and before is not None:
        return before.capital or before.lower in PEOPLE
    return lower == "and" and not _joins(tokens, at, floor)


def trimmed(tokens: Sequence[Token], first: int, end: int) -> Noun | None:
    """Leave out what opens a clause before its subject (But, On Monday, In a letter)."""
    while first < end and (
        tokens[first].lower in OPENERS or is_adverb(tokens[first].lower) or is_time(tokens, first)
    ):
        first += 1
    if first < end and tokens[first].lower in PREPOSITIONS:
        at = _governed(tokens, first, end)
        if at is None:
            return None
        first = at
    if first >= end:
        return None
    head, last = tokens[first], tokens[end - 1]
    if head.lower in _EMPTY and end - first < 3:
        return None
    if head.text[0].isdigit() and end - first == 1:
        return None
    if (
        head.lower in DETERMINERS
        or head.capital
        or head.lower in GENERIC
        or last.capital
        or last.lower in GENERIC
        or last.lower.endswith("s")
        or head.lower.endswith(("'s", "s'"))
    ):
        return Noun(first, end)
    return None


def _governed(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Say where the subject begins after a phrase with a preposition (In Amber the board)."""
    at = end - 1
    while at > first and not (
        tokens[at].lower in DETERMINERS or (tokens[at].capital and not tokens[at - 1].capital)
    ):
        at -= 1
    if at == first or (
        at == first + 1 and not tokens[at].capital and tokens[first].lower in _PLACING
    ):
        return None  # the object of the preposition itself: in the past
    if tokens[at - 1].lower in {"of", "for"} and at - 2 > first:
        agent = tokens[first].lower == "by" and tokens[first + 1].lower in DETERMINERS
        return first + 1 if agent else None  # backed by the leader of Amber council
    return at


def is_name(tokens: Sequence[Token], noun: Noun) -> bool:
    """Say whether a phrase ends in a name."""
    last = tokens[noun.last - 1]
    return last.capital and last.lower not in COMMON_CAPITALS


def _joins(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """Say whether "and" stands inside a phrase: no verb before it in its clause."""
    position = at - 1
    if position < floor or tokens[position].lower in STOPS:
        return False
    while position >= floor and tokens[position].lower not in STOPS:
        token = tokens[position]
        lower = token.lower
        if position == floor and lower in _OPENING:
            return True  # But the Office of Land and Water said
        if (
            lower in AUXILIARY
            or lower in PRONOUNS
            or lower in BREAKS
            or (
                not token.capital
                and (
                    (lower in FORMS and lower not in NOUN_LIKE and lower not in GENERIC)
                    or lower.endswith("ed")
                )
            )
        ):
            return False
        position -= 1
    return True


def _is_list(tokens: Sequence[Token], comma: int, end: int, floor: int) -> bool:
    """Say whether a comma stands in a list of names (Amber, Birch and Cedar said)."""
    if comma - 1 < floor or not tokens[comma - 1].capital or not tokens[comma + 1].capital:
        return False
    between = [token.lower for token in tokens[comma + 1 : end]]
    return "and" in between and all(
        token.capital or token.lower in {"and", ",", "the"} for token in tokens[comma + 1 : end]
    )


def _opening_bracket(tokens: Sequence[Token], closing: int, floor: int) -> int:
    for at in range(closing - 1, max(floor, closing - 8) - 1, -1):
        if tokens[at].text == "(":
            return at
    return closing
