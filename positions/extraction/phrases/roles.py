"""Before stage 7: reads a phrase that describes somebody: "director of the Amber Board"."""

from collections.abc import Sequence
from itertools import pairwise

from positions.extraction.lexicon import listed
from positions.extraction.lexicon.roles import (
    FIELDS,
    FORMER,
    MINISTERIAL,
    PORTFOLIOS,
    QUALIFIERS,
    ROLES,
    UNHELD,
)
from positions.extraction.lexicon.verbs import FORMS
from positions.extraction.lexicon.words import (
    BODIES,
    BREAKS,
    COLLECTIVE,
    DETERMINERS,
    NOBODYS,
    ORGANISATION,
    OWN,
    PREPOSITIONS,
)
from positions.extraction.phrases.names import bare, names
from positions.extraction.phrases.organisations import HOLDING, joined, organisation
from positions.extraction.text.outline import Token

_AFTER_ROLE = HOLDING | {"to", "representing"}
_OVER = frozenset(
    ["who", "which", "whose", "in", "on", "after", "before", "as", "that", "since", "responsible"]
)
_LOOSE = frozenset(["state", "business", "network", "team", "campaign", "office", "giant", "body"])
_OCCUPATION = ("ist", "ician")
_NOT_OCCUPATION = frozenset(["persist", "consist", "checklist", "shortlist", "subsist"])
_WITHIN = PREPOSITIONS - {"of", "for"}
_COLLECTIVE = COLLECTIVE - ROLES
_OCCUPATIONS = frozenset(["employment", "planning", "marketing", "nursing", "engineering"])
_OFFICES = frozenset(["minister", "secretary", "commissioner", "ombudsman", "undersecretary"])
_COUNTRIES = frozenset(["U.S.", "US", "U.K.", "UK"])
_SCHOLARS = frozenset(
    ["professor", "lecturer", "reader", "fellow", "scholar", "chair", "instructor"]
)
_MINISTERS = frozenset(["minister", "ministers", "undersecretary"])
_FIELD = 12  # tokens of "marine biology, ecology and law" after "professor of"
_NOTHING = ("", "")
_NO_FIELD = DETERMINERS | PREPOSITIONS | BREAKS | BODIES | _OVER
_OF_FIELDS = _SCHOLARS | _MINISTERS
_BODY_NOUNS = ORGANISATION - ROLES
_PRIVATE = listed(
    """lawyer investor guard businessman businesswoman developer activist billionaire resident
    teacher farmer rancher voter homeowner trucker nurse doctor architect entrepreneur lawmaker
    designer writer author actor actress singer musician artist banker broker builder consultant
    lobbyist operative donor trader driver mechanic retiree pensioner student volunteer"""
)
"""Occupations before which a name is a place's as often as a body's: an Amber investor."""
_CHARGES = PORTFOLIOS | FIELDS | _OCCUPATIONS


def is_role(token: Token) -> bool:
    """Say whether a word is a role: director, vice-chancellor, founders."""
    lower = token.lower
    if lower in ROLES or (lower.endswith("s") and lower[:-1] in ROLES):
        return True
    if lower.endswith(_OCCUPATION) and len(lower) > 6 and lower not in _NOT_OCCUPATION:
        return True
    return "-" in lower and any(part in ROLES for part in lower.split("-"))


def has_role(tokens: Sequence[Token]) -> bool:
    """Say whether a role stands among the words."""
    return any(map(is_role, tokens))


def title_role(title: str) -> str:
    """Give the role that a title is (mayor, senator), "" for Mr and its like."""
    last = title.rpartition(" ")[2]
    if last in ROLES:
        return title
    return f"{last.capitalize()}." if last in {"sen", "rep", "gov"} else ""


def read(tokens: Sequence[Token]) -> tuple[str, str]:
    """Read "director of the Amber Board", "Amber Board director" or "the board's director".

    Of somebody who has left, the organisation is "". Linear in the phrase.
    """
    if tokens and tokens[0].lower in FORMS and not is_role(tokens[0]):
        return _NOTHING  # N, asked whether drivers agreed
    role, organisation = _read(tokens)
    left = any(token.lower in FORMER or token.lower.startswith("ex-") for token in tokens)
    return _worded(role), "" if left else organisation


def _worded(role: str) -> str:
    """Give a role without what joins it to the words before; "" for a phrase that is none."""
    words = role.split()
    end = next((k for k, word in enumerate(words) if k and word in {",", "from"}), len(words))
    words = words[:end]
    while words and words[0] in {"and", "then", "the", "a", "an"}:
        words = words[1:]
    while words and words[-1] in {"the", "a", "an", "of", "for", "and"}:
        words = words[:-1]
    return "" if words and words[0] in PREPOSITIONS | {"to"} else " ".join(words)


def _read(tokens: Sequence[Token]) -> tuple[str, str]:
    at = 0
    while at < len(tokens) and tokens[at].lower in NOBODYS:
        at += 1
    if (scholar := _of_field(tokens[at:])) is not None:
        return scholar
    owned = [index for index, token in enumerate(tokens) if token.lower in OWN]
    if owned and owned[0] > at and tokens[owned[0] - 1].lower in {"runs", "heads", "of"}:
        owned = []
    rest = list(tokens[max([at, *owned]) :])
    apart = False
    inside = _within_names(rest)
    for index, token in enumerate(rest):
        apart = apart or token.lower == "in"
        splits = token.lower == "and" and not has_role(rest[index:])
        if (token.lower in _OVER or splits) and index not in inside:
            rest = [*rest[:index], *_after_field(rest, index)]
            break
    if not rest:
        return _NOTHING
    if at and rest[0].lower == "of" and has_role(rest):  # one of the founders of
        return _read(rest[1:])
    if rest[0].lower in HOLDING:
        return "", organisation(rest)
    if rest[0].lower in OWN:
        role, held = _read(rest[1:]) if len(rest) > 1 else _NOTHING
        return role, held or ("" if apart and rest[0].lower in {"his", "her"} else rest[0].lower)
    return _divided(rest) or _prefixed(rest)


def _of_field(tokens: Sequence[Token]) -> tuple[str, str] | None:
    """Read "professor of law and public policy at Amber University": a field is no organisation.

    The field may have capitals (Director of Studies at Amber College).
    """
    role = next((k for k, token in enumerate(tokens) if is_role(token)), len(tokens))
    if role + 2 >= len(tokens) or tokens[role + 1].lower not in {"of", "in", "for"}:
        return None
    at = role + 2
    while at < min(len(tokens), role + _FIELD) and _is_of_field(tokens[at]):
        at += 1
    field = tokens[role + 2 : at]
    plain = not any(token.capital or token.lower in {"and", ","} for token in field)
    if plain or at + 1 >= len(tokens) or tokens[at].lower != "at":
        return None  # of the Amber Board, which other rules read
    held = organisation(tokens[at:])
    first = role if any(token.capital for token in tokens[:role]) else 0
    words = (each.lower if each.text.istitle() else each.text for each in tokens[first : role + 1])
    said = " ".join([*words, *(token.text for token in tokens[role + 1 : at])])
    return (said.replace(" ,", ","), held) if held else None


def _is_of_field(token: Token) -> bool:
    if token.lower in {"and", ","} | _OCCUPATIONS:
        return True
    word = token.text.replace("-", "").isalpha()
    return word and not (is_role(token) or token.lower in _NO_FIELD)


def _after_field(rest: Sequence[Token], index: int) -> Sequence[Token]:
    """Give "at Amber University" of "a reader in marine law at Amber University"."""
    if rest[index].lower != "in" or not index or not is_role(rest[index - 1]):
        return ()
    for k in range(index + 2, min(len(rest) - 1, index + 5)):
        if rest[k].lower == "at":
            return rest[k:]
    return ()


def _within_names(rest: Sequence[Token]) -> frozenset[int]:
    """Give the indices of small words within a name: the Council on Energy."""
    if not any(
        token.lower in _OVER or token.lower == "and"
        for before, token in pairwise(rest)
        if before.capital
    ):
        return frozenset()
    return frozenset(k for name in names(rest, frozenset()) for k in range(name.first, name.last))


def _divided(rest: Sequence[Token]) -> tuple[str, str] | None:
    """Read "the board's director" or "director of the board", where a role stands in it."""
    for index in range(len(rest) - 1, -1, -1):
        word, before, after = rest[index].text, rest[:index], rest[index + 1 :]
        within = bool(after) and after[0].capital and after[0].lower in ORGANISATION
        if (
            bare(word) != word
            and not within
            and has_role(after)
            and (not has_role(before) or is_role(before[0]))
        ):
            role = _read(after)[0]
            while before and is_role(before[0]):
                before = before[1:]  # Mayor N's spokesman
            inside = [k for k in range(index) if rest[k].lower in _WITHIN]
            before = before[inside[-1] + 1 :] if inside else before
            related = role.rpartition(" ")[2] in UNHELD
            return role, "" if related else joined(before, bare(word))
    for index, token in enumerate(rest):
        if token.lower not in _AFTER_ROLE or not has_role(rest[:index]):
            continue
        if token.lower == "to" and not is_role(rest[index - 1]):
            continue
        held = organisation(rest[index:])
        town = token.lower == "from" and BODIES.isdisjoint(held.lower().split())
        if held and not town:  # a nurse from Amber
            role, body = _read(rest[:index])
            if body and token.lower in {"of", "for"} and held.split()[-1].lower() not in BODIES:
                return f"{role} {token.lower} {held}", body  # Tarn Board Director of Studies
            field = token.lower == "of" and rest[index - 1].lower in _OF_FIELDS
            if field and (BODIES | ORGANISATION).isdisjoint(held.lower().split()):
                return f"{role} of {held}", ""
            return role, "" if role.rpartition(" ")[2] in UNHELD else held
    return None


def _prefixed(tokens: Sequence[Token]) -> tuple[str, str]:
    """Read "Amber Board senior director" or "union president": an organisation up to the role."""
    first = next((k for k, token in enumerate(tokens) if is_role(token)), None)
    named = tokens[-1].capital and not is_role(tokens[-1])
    if first is None or (named and tokens[-1].lower not in ORGANISATION):
        return _NOTHING
    index = 0
    while index < first and (not tokens[index].text.islower() or _is_of_name(tokens, index)):
        index += 1
    bodies = [k for k in range(index, first) if tokens[k].lower in _COLLECTIVE]
    if bodies and not (bodies[-1] == 0 and tokens[0].lower in _LOOSE):
        index = bodies[-1] + 1
    elif index and index == first and tokens[index].lower in _BODY_NOUNS:
        index += 1
    while 0 < index <= first and tokens[index - 1].lower in QUALIFIERS:
        index -= 1
    if index == 1 and _is_of_role(tokens[0], tokens[first:]):
        index = 0
    held = tokens[:index]
    if any(token.text == "(" for token in held):
        held = held[: next(k for k, token in enumerate(held) if token.text == "(")]
    elif index < len(tokens) and tokens[index].text == "(":
        index += 3
    while len(held) > 1 and held[0].text.islower() and held[0].lower in QUALIFIERS:
        held = held[1:]  # a senior administration official
    role = " ".join(token.lower if token.text.istitle() else token.text for token in tokens[index:])
    return role, "" if _is_place(held, role) else joined(held, "")


def _is_place(held: Sequence[Token], role: str) -> bool:
    """Say whether what stands before a role may be only where somebody lives or works."""
    if len(held) == 1 and held[0].text in _COUNTRIES:
        return True
    body = any(token.lower in BODIES or token.text.isupper() for token in held)
    return role.rpartition(" ")[2] in _PRIVATE and not body


def _is_of_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "of" stands between two words of a name: University of Amber professor."""
    inside = 0 < at < len(tokens) - 1 and tokens[at].lower == "of"
    return inside and tokens[at - 1].lower in ORGANISATION and tokens[at + 1].capital


def _is_of_role(word: Token, role: Sequence[Token]) -> bool:
    """Say whether a capitalised word belongs to a role: Planning officer, Rivers Commissioner."""
    if word.lower in _CHARGES:
        return word.lower in PORTFOLIOS or not has_ministry(role)
    return role[0].lower in _OFFICES and word.text.istitle()


def has_ministry(tokens: Sequence[Token]) -> bool:
    """Say whether a role is one that a portfolio goes with (energy minister)."""
    return any(token.lower in MINISTERIAL for token in tokens)


def unlisted_role(tokens: Sequence[Token]) -> str:
    """Read a role that no list has (a crossing keeper): a few words, up to "who"; "" for none."""
    words = []
    for token in tokens:
        if token.lower in BREAKS or token.lower in PREPOSITIONS or token.lower == "and":
            break
        words.append(token.text)
    return " ".join(words) if 1 <= len(words) <= 4 and words[-1].islower() else ""
