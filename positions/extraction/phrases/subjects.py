"""Before stage 5: who is the subject of a verb, past auxiliaries and appositions."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from positions.extraction.lexicon.places import PARTIES
from positions.extraction.lexicon.roles import ROLES
from positions.extraction.lexicon.words import (
    ADVERBS,
    ARTICLES,
    BE,
    COMMON_CAPITALS,
    DASHES,
    DETERMINERS,
    NEGATIONS,
    NO_SUBJECT,
    PREPOSITIONS,
    PRONOUNS,
)
from positions.extraction.phrases.names import bare
from positions.extraction.phrases.nouns import (
    AUXILIARY,
    REACH,
    STOPS,
    Noun,
    is_generic,
    is_name,
    is_time,
    phrase_before,
)
from positions.extraction.phrases.nouns_after import BESIDE_NOT
from positions.extraction.phrases.origins import is_after_town, land, seat
from positions.extraction.text.outline import Token

_GOVERNING = PREPOSITIONS | ARTICLES


class Subject(NamedTuple):
    """What stands before a verb: the phrase, if any, and how the verb is qualified."""

    noun: Noun | None
    inherits: bool  # the verb is one of several of the same subject
    negated: bool
    modal: bool
    passive: bool


def subject_before(tokens: Sequence[Token], verb: int, floor: int) -> Subject:
    """Find the subject of the verb at an index, not before `floor`. Costs at most 40 tokens."""
    floor = max(floor, verb - REACH)
    at, negated, modal, passive = _past_auxiliaries(tokens, verb - 1, floor)

    def given(noun: Noun | None, *, inherits: bool = False) -> Subject:
        return Subject(noun, inherits, negated, modal, passive)

    if at < floor:
        return given(None, inherits=True)
    lower = tokens[at].lower
    if lower in PRONOUNS:
        return given(Noun(at, at + 1))
    if lower in {"and", "but", "then", "or"}:
        return given(None, inherits=True)
    if lower in {"who", "which"}:
        end = at - 1 if at > floor and tokens[at - 1].lower == "," else at
        noun = phrase_before(tokens, end, floor) if end > floor else None
        return given(_headed(tokens, noun, floor) if noun else None)
    if lower == ",":
        noun = _before_apposition(tokens, at, floor)
        return given(noun, inherits=noun is None)
    if (aside := _past_aside(tokens, at, floor)) is not None:
        return given(aside)
    if lower == "there" and at > floor and tokens[at - 1].lower in ROLES:
        noun = phrase_before(tokens, at, floor)
        return given(Noun(noun.first, at + 1) if noun else None)  # an official there said
    if lower in NO_SUBJECT or lower in STOPS:
        return given(None)
    return given(_related(tokens, at, floor) or phrase_before(tokens, at + 1, floor))


def _past_aside(tokens: Sequence[Token], at: int, floor: int) -> Noun | None:
    """Find the subject before what dashes or brackets set off: the board – which owns it – said."""
    if tokens[at].lower in DASHES and (opened := _opened(tokens, at, floor)):
        return phrase_before(tokens, opened, floor)
    return _described(tokens, at, floor) if tokens[at].text == ")" else None


def _opened(tokens: Sequence[Token], dash: int, floor: int) -> int:
    """Give where an aside opens that a dash closes, 0 where none does."""
    for at in range(dash - 1, floor, -1):
        if tokens[at].lower in DASHES:
            return at
        if tokens[at].quotation >= 0 or tokens[at].lower in {";", ":"}:
            return 0
    return 0


def _described(tokens: Sequence[Token], closing: int, floor: int) -> Noun | None:
    """Find the name that brackets describe: N (a director of the board) said; not N (D-Amber)."""
    opened = closing - 1
    while opened > floor and tokens[opened].lower not in {"(", ")"}:
        opened -= 1
    if tokens[opened].text != "(" or opened == floor or tokens[opened + 1].capital:
        return None
    noun = phrase_before(tokens, opened, floor)
    if noun is None or not is_name(tokens, noun):
        return None
    return Noun(noun.first, noun.last, (opened + 1, closing))


def _related(tokens: Sequence[Token], at: int, floor: int) -> Noun | None:
    """Find whom a clause describes that ends at an index: campaigners who fought it said."""
    who = at
    while who > floor and tokens[who].lower not in {"who", *STOPS, *PRONOUNS}:
        who -= 1
    if who <= floor or who > at - 1 or tokens[who].lower != "who":
        return None
    noun = phrase_before(tokens, who, floor)
    return noun if noun is not None and is_generic(tokens, noun) else None


def _past_auxiliaries(tokens: Sequence[Token], at: int, floor: int) -> tuple[int, bool, bool, bool]:
    """Go left past auxiliaries, adverbs and times; say also: negated, modal, passive."""
    negated = modal = passive = False
    while at >= floor:
        lower = tokens[at].lower
        negated = negated or lower in NEGATIONS
        modal = modal or lower in {"would", "could", "might", "may"}
        passive = passive or lower in BE
        if not (
            (lower in ADVERBS and not tokens[at].capital)
            or lower in AUXILIARY
            or lower in NEGATIONS
            or lower == "far"
            or (lower == "so" and tokens[at + 1].lower == "far")
            or (lower.endswith("ly") and len(lower) > 4 and not tokens[at].capital)
            or (is_time(tokens, at) and at > floor)
        ):
            break
        at -= 1
    return at, negated, modal, passive


def _headed(tokens: Sequence[Token], noun: Noun, floor: int) -> Noun:
    """Move from an apposition to the name before it (Vell, the director, who said …)."""
    if noun.first - 1 > floor and tokens[noun.first - 1].lower == ",":
        before = phrase_before(tokens, noun.first - 1, floor)
        article = tokens[noun.first].lower in ARTICLES
        if before and article and before.first and tokens[before.first - 1].lower in _GOVERNING:
            return noun  # in a letter to Brae, the board, which met
        if before and is_name(tokens, before) and (article or not is_name(tokens, noun)):
            return Noun(before.first, before.last, (noun.first, noun.last))
    return noun


def _before_apposition(tokens: Sequence[Token], comma: int, floor: int) -> Noun | None:
    """Find the subject before "…, director of the board, said", where the last comma stands."""
    commas = [comma]
    at = comma - 1
    while at >= floor and tokens[at].lower not in {"\x02", ";", ":", *DASHES}:
        if tokens[at].lower == ",":
            commas.append(at)
        at -= 1
    commas.append(at)
    commas.reverse()  # the boundaries from left to right
    pairs = [*reversed([*pairwise(commas[:-1])])]
    pairs.sort(key=lambda pair: tokens[pair[1] + 1].lower != "whose")  # N, whose firm, M, grew
    for left, middle in pairs:
        noun = phrase_before(tokens, middle, left + 1) if middle > left + 1 else None
        if noun is None or _is_origin(tokens, noun):
            continue
        named = is_name(tokens, noun)
        following = tokens[middle + 1]
        if following.lower in {"who", "which", "whose"} or (
            (named or tokens[noun.first].lower in DETERMINERS or _is_owned(tokens, noun))
            and _starts_apposition(tokens, middle + 1, comma, named=named)
        ):
            found = Noun(noun.first, noun.last, (middle + 1, comma))
            article = tokens[noun.first].lower in ARTICLES
            return _headed(tokens, found, floor) if article else found
    return None


def _is_origin(tokens: Sequence[Token], noun: Noun) -> bool:
    """Say whether a phrase tells only where somebody is from: Amber, Mo.; Rep. N, R-Mo."""
    size = noun.last - noun.first
    if size == 1 and seat(tokens[noun.first]):
        return True
    return is_after_town(tokens, noun.first) and land(tokens, noun.first) == size


def is_party(tokens: Sequence[Token]) -> bool:
    """Say whether words give a lawmaker's party: Republican of Amber, R-Amber."""
    if not tokens:
        return False
    return tokens[0].lower in PARTIES or bool(seat(tokens[0]))


def _is_owned(tokens: Sequence[Token], noun: Noun) -> bool:
    """Say whether a role follows a possessive (Amber's first director)."""
    return tokens[noun.last - 1].lower in ROLES and any(
        bare(token.text) != token.text for token in tokens[noun.first : noun.last - 1]
    )


def _starts_apposition(tokens: Sequence[Token], at: int, end: int, *, named: bool) -> bool:
    token = tokens[at]
    if token.lower in BESIDE_NOT:
        return False
    if named and is_party(tokens[at : min(end, at + 3)]):
        return True  # N, Republican of Amber, and N, D-Amber
    if named and (token.text[0].isdigit() or token.lower in {"of", "from"}):
        return True
    words = [each.lower for each in tokens[at : min(end, at + 8)]]
    if not named:  # the council's leader, Mara Vell, said
        return token.capital and token.lower not in COMMON_CAPITALS
    return token.lower in DETERMINERS or not token.capital or any(w in ROLES for w in words)
