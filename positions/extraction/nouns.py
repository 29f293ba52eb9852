"""Noun phrases beside a verb, by their edges: who is the subject, and what stands in apposition."""

from collections.abc import Sequence
from typing import NamedTuple

from positions.extraction.lexicon import listed
from positions.extraction.lexicon.verbs import FORMS, NOUN_LIKE
from positions.extraction.lexicon.words import (
    ADVERBS,
    BE,
    BREAKS,
    COLLECTIVE,
    COMMON_CAPITALS,
    DETERMINERS,
    DO,
    DOCUMENTS,
    FEMALE,
    FINDINGS,
    HAVE,
    MALE,
    MODALS,
    NO_SUBJECT,
    OPENERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    TIMES,
)
from positions.extraction.outline import Token

REACH = 40  # tokens to either side; a longer subject is not looked for
AUXILIARY = BE | HAVE | MODALS | DO
STOPS = listed(" , ; : . ! ? — – …")
BESIDE_NOT = listed(
    """and but or who which whose where when while although though adding saying as in on at
    after before because if so with by to for not then that during following despite he she
    they it"""
)
_NOT_INSIDE = frozenset({")", '"', "[", "]", "as", "to"})
_GENERIC = PEOPLE | ROLES | COLLECTIVE | DOCUMENTS | FINDINGS


class Noun(NamedTuple):
    """Token indices of a noun phrase, `first` to `last` exclusive, and of its apposition."""

    first: int
    last: int
    beside: tuple[int, int] = (0, 0)


def is_generic(tokens: Sequence[Token], noun: Noun) -> bool:
    """Say whether a phrase names people, a role, an organisation or a document, or has a name."""
    return any(
        token.lower in _GENERIC or token.lower in FEMALE | MALE or (token.capital and at)
        for at, token in enumerate(tokens[noun.first : noun.last])
    )


def is_time(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token belongs to a time expression (last month, on Friday)."""
    lower = tokens[at].lower
    if lower in TIMES or (lower == "night" and at):
        return True
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return lower in {"last", "this", "earlier", "late", "early", "on", "next"} and (
        following in TIMES or following in {"last", "this", "night"}
    )


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
        if lower in {"(", '"', "“", "'", "to", "not"}:
            break
        form = FORMS.get(lower)
        if form and form.form != "base" and lower not in NOUN_LIKE and lower not in _GENERIC:
            break
        if (
            lower.endswith("ed")
            and not token.capital
            and first - 1 > floor
            and (tokens[first - 2].capital or tokens[first - 2].lower in PEOPLE)
        ):
            break
        if lower == "and" and not _joins(tokens, first - 1, floor):
            break
        first -= 1
    return trimmed(tokens, first, end)


def trimmed(tokens: Sequence[Token], first: int, end: int) -> Noun | None:
    """Leave out what opens a clause before its subject (But, On Monday, In a letter)."""
    while first < end and (
        tokens[first].lower in OPENERS
        or (tokens[first].lower.endswith("ly") and tokens[first].lower != "nearly")
        or is_time(tokens, first)
    ):
        first += 1
    if first < end and tokens[first].lower in PREPOSITIONS:
        at = end - 1
        while at > first and not (
            tokens[at].lower in DETERMINERS or (tokens[at].capital and not tokens[at - 1].capital)
        ):
            at -= 1
        if at == first:
            return None
        if tokens[at - 1].lower in {"of", "for"} and at - 2 > first:
            return None
        first = at
    if first >= end:
        return None
    head, last = tokens[first], tokens[end - 1]
    if head.lower in NO_SUBJECT - {"this", "these", "those", "one"} and end - first < 3:
        return None
    if head.text[0].isdigit() and end - first == 1:
        return None
    if (
        head.lower in DETERMINERS
        or head.capital
        or head.lower in _GENERIC
        or last.capital
        or last.lower in _GENERIC
        or last.lower.endswith("s")
        or head.lower.endswith(("'s", "s'"))
    ):
        return Noun(first, end)
    return None


def is_name(tokens: Sequence[Token], noun: Noun) -> bool:
    """Say whether a phrase ends in a name."""
    last = tokens[noun.last - 1]
    return last.capital and last.lower not in COMMON_CAPITALS


def phrase_after(tokens: Sequence[Token], start: int) -> Noun | None:
    """Find the noun phrase at an index and what stands in apposition to it.

    Costs at most 40 tokens.
    """
    end = min(len(tokens), start + REACH)
    at = start
    while at < end:
        if tokens[at].text == "(":
            closing = next((k for k in range(at, min(end, at + 8)) if tokens[k].text == ")"), None)
            if closing is None:
                break
            at = closing + 1
            continue
        if _bars(tokens, at) or (at > start and _ends(tokens, at)):
            break
        at += 1
    if at == start:
        return None
    head = tokens[start]
    if head.lower in PRONOUNS:
        return Noun(start, start + 1)
    noun = trimmed(tokens, start, at)
    if noun is None or noun.first != start or head.lower in NO_SUBJECT:
        return None
    return Noun(noun.first, noun.last, _beside(tokens, at, end))


def _bars(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token cannot stand in a noun phrase after a verb."""
    lower = tokens[at].lower
    if lower in PREPOSITIONS:
        return not _inner(tokens, at)
    if lower == "and":
        return not (at + 1 < len(tokens) and _begins_name(tokens, at + 1))
    return lower in STOPS or lower in BREAKS or lower in _NOT_INSIDE


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token after the first ends a noun phrase."""
    lower = tokens[at].lower
    form = FORMS.get(lower)
    if form and form.form == "participle" and not tokens[at].capital:
        return True
    return lower in ADVERBS or lower in AUXILIARY or is_time(tokens, at) or _ends_run(tokens, at)


def _ends_run(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a small word after a name is a verb (Vell grins), not the phrase's noun."""
    token, before = tokens[at], tokens[at - 1]
    if token.capital or not before.capital or not token.text.isalpha():
        return False
    if (
        before.lower in COMMON_CAPITALS
        or before.lower in ROLES
        or before.text.endswith(("'s", "’s"))
    ):
        return False
    if token.lower in PREPOSITIONS or token.lower == "and":
        return False
    for each in tokens[at : at + 4]:
        if each.lower in _GENERIC:
            return False
        if each.lower in DETERMINERS or each.lower in FORMS:
            return True
    return True


def _beside(tokens: Sequence[Token], comma: int, end: int) -> tuple[int, int]:
    if comma + 1 >= end or tokens[comma].lower != "," or tokens[comma + 1].quotation >= 0:
        return (0, 0)
    token = tokens[comma + 1]
    if token.lower in BESIDE_NOT or token.lower.endswith("ing"):
        return (0, 0)
    at = comma + 1
    while at < end and tokens[at].lower not in STOPS and tokens[at].lower not in {"who", "which"}:
        at += 1
    return (comma + 1, at)


def _inner(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a preposition goes on with the phrase (director of, spokesman for the board)."""
    if tokens[at].lower not in {"of", "for", "at", "with", "from", "in"} or at + 1 >= len(tokens):
        return False
    if tokens[at].lower == "in":
        return tokens[at + 1].capital and not is_time(tokens, at + 1)
    following = tokens[at + 1]
    return not is_time(tokens, at + 1) and (
        tokens[at].lower == "of"
        or following.capital
        or following.lower in {"the", "his", "her", "its", "their"}
    )


def _begins_name(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].capital or tokens[at].lower in {"the", "other"} or tokens[at].text.isdigit()


def _joins(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """Say whether "and" stands inside a phrase: no verb before it in its clause."""
    position = at - 1
    if position < floor or tokens[position].lower in STOPS:
        return False
    while position >= floor and tokens[position].lower not in STOPS:
        token = tokens[position]
        lower = token.lower
        if (
            lower in AUXILIARY
            or lower in PRONOUNS
            or lower in BREAKS
            or (
                not token.capital
                and (
                    (lower in FORMS and lower not in NOUN_LIKE and lower not in _GENERIC)
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
