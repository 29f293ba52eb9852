"""Before stages 5 and 7: what in a run of capitalised words is no part of the name it holds."""

from collections.abc import Sequence

from positions.extraction.lexicon import listed
from positions.extraction.lexicon.names import MEN, WOMEN
from positions.extraction.lexicon.places import PARTIES
from positions.extraction.lexicon.roles import FORMER, ROLES
from positions.extraction.lexicon.verbs import FORMS
from positions.extraction.lexicon.words import (
    BODIES,
    COMPANIES,
    ORGANISATION,
    SHORT_TITLES,
    TRADES,
)
from positions.extraction.text.outline import Token

_DESCRIBING = FORMER | listed(
    """rival fellow young old billionaire liberal progressive longtime embattled veteran outgoing
    incoming moderate"""
)
_TRADES = COMPANIES - {"brand", "business"} | TRADES
_ENDS = listed("based born owned led run backed winning educated style wide era")
_PAIR = 2  # words of a trade and a firm
_JUDICIAL = frozenset(["justice", "judge"])
_ROLES = ROLES | SHORT_TITLES


def describing(words: Sequence[str], *, first: bool) -> int:
    """Say how many words before a person's name describe him: Former, Rival, Republican."""
    off = 0
    while off + 1 < len(words):
        lower, rest = words[off].lower(), words[off + 1 :]
        verb = FORMS.get(lower)
        if first and not off and verb is not None and verb.form == "past":
            off += 1  # Continued Brae: …
            continue
        trade = first and not off and len(words) == _PAIR and _is_trade(lower)
        if trade and rest[0].lower() not in BODIES:
            off += 1  # Carmaker Verrin
            continue
        opens = first and not off and lower in _DESCRIBING
        known = len(rest) > 1 and (rest[0].lower() in WOMEN or rest[0].lower() in MEN)
        if not (opens and (known or lower in FORMER)) and not (
            known and lower in PARTIES and BODIES.isdisjoint(map(str.lower, rest))
        ):
            break
        off += 1
    return off


def _is_trade(word: str) -> bool:
    """Say whether a word tells of what trade a firm is: carmaker, retailer, airline."""
    return word in _TRADES or (word.endswith("maker") and len(word) > len("maker"))


def only_describes(word: str) -> bool:
    """Say whether a word with a hyphen tells what somebody is like, no name: Tarn-based."""
    _, hyphen, end = word.rpartition("-")
    return bool(hyphen) and end.lower() in _ENDS


def after_role(words: Sequence[str]) -> int:
    """Say where a person's name begins in a run that has a role in it, 0 where none does."""
    first = words[-2].lower() if len(words) > 1 else ""
    if not words or (words[-1].lower() in ORGANISATION and first not in WOMEN | MEN):
        return 0
    for inner in range(len(words) - 1, 0, -1):
        if not (words[inner][0].isupper() or words[inner].isdigit()):
            return 0
        before = words[inner - 1].lower().rstrip(".")
        named = len(words) > inner + 1
        if before in _ROLES or (named and (_is_double(before) or before in _JUDICIAL)):
            office = inner > 1 and words[inner - 2].lower() in ROLES
            short = before in SHORT_TITLES and not words[inner - 1].endswith(".")
            return inner - 1 if office and short else inner  # Defence Minister Gen Vell
    return 0


def _is_double(word: str) -> bool:
    """Say whether a word is two offices in one: secretary-treasurer."""
    first, _, last = word.rpartition("-")
    return last in ROLES and first.rpartition("-")[2] in ROLES


def after_field(words: Sequence[str]) -> int:
    """Say where a person's name begins after the field of an office: of Trade Law Mara Vell."""
    for inner in range(max(1, len(words) - 3), len(words) - 1):
        if words[inner].lower() in WOMEN or words[inner].lower() in MEN:
            return inner
    return 0


def is_field(tokens: Sequence[Token], at: int) -> bool:
    """Say whether an office stands before an index, whose field follows: Director of …."""
    return at > 1 and tokens[at - 1].lower in {"of", "for"} and tokens[at - 2].lower in ROLES


def is_office(tokens: Sequence[Token], end: int, words: Sequence[str]) -> bool:
    """Say whether a run is a body and an office of it, with a field and its holder's name behind.

    So Amber Board Director is in “Amber Board Director of Public Affairs Mara Vell”.
    """
    if len(words) < 2 or end + 2 >= len(tokens) or tokens[end].lower not in {"of", "for"}:
        return False
    if words[-1].lower() not in ROLES or not tokens[end + 1].capital:
        return False
    last = end + 1
    while last < len(tokens) and (tokens[last].capital or tokens[last].lower == "and"):
        last += 1
    return after_field([token.text for token in tokens[end + 1 : last]]) > 0


def office_before(words: Sequence[str], inner: int, titles: Sequence[str]) -> list[str]:
    """Give the office before a surname alone, or cut short, as its title: Tarn Minister Vell."""
    office = words[inner - 1].lower().rstrip(".") if inner else ""
    told = inner and (len(words) == inner + 1 or office in SHORT_TITLES)
    return [office] if told and not titles else []


def after_body(words: Sequence[str]) -> int:
    """Say where a person's name begins in a run that a body's name opens, 0 where none does."""
    for inner in range(1, len(words) - 1):
        first = words[inner].lower()
        if words[inner - 1].lower() in BODIES and (first in MEN or first in WOMEN):
            return 0 if any(word.lower() in BODIES for word in words[inner:]) else inner
    return 0
