"""Before stage 5: the noun phrase after a verb: where it begins and ends, and its apposition."""

from collections.abc import Sequence

from positions.extraction.lexicon import listed
from positions.extraction.lexicon.roles import ROLES
from positions.extraction.lexicon.verbs import FORMS, NOUN_LIKE, Verb
from positions.extraction.lexicon.words import (
    ADVERBS,
    ARTICLES,
    BODIES,
    BREAKS,
    COMMON_CAPITALS,
    DETERMINERS,
    NO_SUBJECT,
    ORGANISATION,
    PREPOSITIONS,
    PRONOUNS,
)
from positions.extraction.phrases.names import NAME_PREPOSITIONS, PARTICLES
from positions.extraction.phrases.nouns import (
    AUXILIARY,
    GENERIC,
    REACH,
    STOPS,
    Noun,
    is_time,
    trimmed,
)
from positions.extraction.text.outline import Token

VERBS = listed(
    """found held took gave made put ran began came went left met sold sent built bought lost won
    paid cut let sees wants needs owns makes keeps runs goes takes gives covers serves looks
    voted ruled approved decided agreed launched released published filed issued unveiled faced
    faces opened closed started stopped refused offered hired spent raised plans
    saw drew fell grew heard knew rose stood taught withdrew brought caught chose drove fought threw
    sought"""
)
"""Verbs that are none of saying, by which a phrase before them ends."""
_NOUNS_TOO = frozenset(["plans", "needs", "runs", "covers", "faces", "cut", "looks"])
_LIST = 16  # tokens of the others in a list
_REFLEXIVE = frozenset(["itself", "himself", "herself", "themselves"])
_NOUNS = GENERIC | ORGANISATION
_NOT_INSIDE = frozenset({")", '"', "[", "]", "as", "to"})
BESIDE_NOT = listed(
    """and but or who which whose where when while although though adding saying as in on at
    after before because if so with by to for not then that during following despite he she
    they it"""
)
_JOINING = PREPOSITIONS | {"and"}


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
    one_of = head.lower == "one" and at - start > 1
    if noun is None or noun.first != start or (head.lower in NO_SUBJECT and not one_of):
        return None
    return Noun(noun.first, noun.last, _beside(tokens, at, end))


def _bars(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token cannot stand in a noun phrase after a verb."""
    lower = tokens[at].lower
    if lower in PREPOSITIONS or lower == "to":
        return not (_inner(tokens, at) or _named(tokens, at))
    if lower == "and":
        roles = at + 1 < len(tokens) and {tokens[at - 1].lower, tokens[at + 1].lower} <= ROLES
        return not roles and not (at + 1 < len(tokens) and _begins_name(tokens, at + 1))
    return lower in STOPS or lower in BREAKS or lower in _NOT_INSIDE


def _named(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a preposition stands within a name (the Council on Energy)."""
    if not at or at + 1 >= len(tokens) or not tokens[at - 1].capital:
        return False
    within = tokens[at - 1].lower in NAME_PREPOSITIONS.get(tokens[at].lower, ())
    return within and tokens[at + 1].capital and not is_time(tokens, at + 1)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token after the first ends a noun phrase."""
    lower = tokens[at].lower
    form = FORMS.get(lower)
    if form and not tokens[at].capital and _is_predicate(tokens, at, form):
        return True
    if lower in ARTICLES and tokens[at - 1].lower not in _JOINING:
        return True
    if lower in _REFLEXIVE:
        return True
    if lower in ADVERBS:
        return not tokens[at].capital
    return lower in AUXILIARY or is_time(tokens, at) or _ends_run(tokens, at)


def _is_predicate(tokens: Sequence[Token], at: int, form: Verb) -> bool:
    """Say whether a verb's form ends the phrase before it, and is no noun or adjective in it."""
    if form.form == "participle":
        return True
    if form.form == "finite":
        return form.lemma + "s" not in NOUN_LIKE and tokens[at].lower not in NOUN_LIKE
    before = tokens[at - 1]
    return form.form == "past" and (before.capital or before.lower in _NOUNS)


def _ends_run(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a small word after a name is a verb (Vell grins), not the phrase's noun."""
    token, before = tokens[at], tokens[at - 1]
    before = _before_bracket(tokens, at) if before.text == ")" else before
    if token.capital or not token.text.isalpha():
        return False
    if not before.capital:
        if token.lower.endswith("ed"):
            return before.lower in BODIES or before.lower in ROLES
        return before.lower in BODIES and token.lower in VERBS
    if (
        before.lower in COMMON_CAPITALS
        or before.lower in ROLES
        or before.text.endswith(("'s", "’s"))
    ):
        return False
    if token.lower in PREPOSITIONS or token.lower == "and" or token.lower in PARTICLES:
        return False
    if token.lower in VERBS and token.lower not in NOUN_LIKE and token.lower not in _NOUNS_TOO:
        return True  # Vell won over critics
    for each in tokens[at : at + 4]:
        if each.lower in GENERIC:
            return False
        if each.lower in DETERMINERS or each.lower in FORMS:
            return True
    return True


def _before_bracket(tokens: Sequence[Token], at: int) -> Token:
    """Give what stands before the brackets that end before an index: Rep. N (D-Amber) released."""
    opening = next((k for k in range(at - 2, max(0, at - 8), -1) if tokens[k].text == "("), 0)
    return tokens[opening - 1] if opening else tokens[at - 1]


def _beside(tokens: Sequence[Token], comma: int, end: int) -> tuple[int, int]:
    if comma + 1 >= end or tokens[comma].lower != "," or tokens[comma + 1].quotation >= 0:
        return (0, 0)
    token = tokens[comma + 1]
    if token.lower in BESIDE_NOT or token.lower.endswith("ing"):
        return (0, 0)
    verb = token.lower in FORMS and token.lower not in NOUN_LIKE and not token.lower.endswith("ed")
    if verb or token.lower in AUXILIARY:
        return (0, 0)  # the board, said N, wants it gone
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
    if (
        tokens[at].lower == "for"
        and tokens[at - 1].lower in ROLES
        and following.lower not in DETERMINERS
        and not following.capital
    ):
        nearby = [token.lower for token in tokens[at + 2 : at + 4]]
        return "," in nearby  # the deputy for transport, N
    return not is_time(tokens, at + 1) and (
        tokens[at].lower == "of"
        or following.capital
        or following.lower in {"the", "his", "her", "its", "their"}
    )


def _begins_name(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].capital or tokens[at].lower in {"the", "other"} or tokens[at].text.isdigit()


def with_others(tokens: Sequence[Token], noun: Noun) -> Noun:
    """Take into a phrase the rest of its list: anglers, canoe clubs and river wardens."""
    if not _is_plural(tokens[noun.last - 1]):
        return noun
    last = 0
    for at in range(noun.last, min(len(tokens), noun.last + _LIST)):
        token = tokens[at]
        if token.lower in {",", "and"} and not last and _is_plural(tokens[at - 1]):
            last = at * (token.lower == "and")
        elif at == noun.last or token.capital or not token.lower.isalpha():
            break
        elif last and _is_plural(token):
            return Noun(noun.first, at + 1)
    return noun


def _is_plural(token: Token) -> bool:
    return token.lower.endswith("s") and token.lower.isalpha() and token.lower not in AUXILIARY


def opened_by(tokens: Sequence[Token], start: int) -> Noun | None:
    """Find the noun phrase of "according to", without a clause that stands behind it as if beside.

    What is beside a name has no auxiliary in it, and ends at a comma where a sentence begins so.
    """
    noun = phrase_after(tokens, start)
    if noun is None or noun.beside == (0, 0):
        return noun
    first, last = noun.beside
    clause = any(token.lower in AUXILIARY for token in tokens[first:last])
    closed = last < len(tokens) and tokens[last].lower == ","
    return Noun(noun.first, noun.last) if clause or (start == 2 and not closed) else noun
