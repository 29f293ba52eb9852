"""Before stages 5 and 7: the names in a sentence: runs of capitalised words, and their sort."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from positions.extraction.lexicon import listed
from positions.extraction.lexicon.names import MEN, WOMEN
from positions.extraction.lexicon.places import STATE_OF
from positions.extraction.lexicon.roles import FIELDS, ROLES
from positions.extraction.lexicon.words import (
    BODIES,
    COLLECTIVE,
    COMMON_CAPITALS,
    HAVE,
    MONTHS,
    ORGANISATION,
    PEOPLE,
    SHORT_MONTHS,
    SHORT_TITLES,
    TITLES,
    WEEKDAYS,
)
from positions.extraction.phrases.name_edges import (
    after_body,
    after_field,
    after_role,
    describing,
    is_field,
    is_office,
    office_before,
    only_describes,
)
from positions.extraction.phrases.origins import is_after_town
from positions.extraction.text.outline import Token

PARTICLES = listed("de da di del della der den van von bin ibn al el la le du dos ten ter af")
_OPENING = PEOPLE | {
    "our",
    "all",
    "one",
    "every",
    "no",
    "your",
    "people",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "first",
}
SLOGAN = frozenset(
    ["against", "for", "not", "our", "now", "first", "stop", "save", "keep", "together", "no"]
)
"""Small words that only the name of a campaign has (Homes First, Not Here)."""
_AFTER_NAMES = frozenset(
    ["KC", "QC", "MP", "MEP", "MSP", "TD", "MD", "OBE", "CBE", "PhD",
     "M.D.", "Ph.D.", "Esq.", "J.D."]
)  # fmt: skip
SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
"""What tells a son's name from his father's, in small letters."""
_HEADS = BODIES | {"friends", "voice", "bishop", "chapter", "branch"}
_ZONES = frozenset(["GMT", "BST", "UTC", "CET", "ET", "EST", "EDT", "PT", "PST", "PDT"])
_NUMBERED = frozenset(["local", "lodge", "branch", "division", "district", "chapter", "post"])
_CHAMBERS = frozenset(["house", "senate", "commons", "lords", "assembly"])
_FIRM = frozenset(["sons", "daughters", "partners", "associates", "co", "brothers", "district"])
NAME_PREPOSITIONS = {
    "of": _HEADS | {"workers", "veterans"},
    "for": _HEADS | PEOPLE | {"mothers", "fathers", "homes"},
    "against": _HEADS | PEOPLE | {"citizens", "mothers", "fathers"},
    "on": listed("council committee commission forum panel taskforce conference institute centre"),
    "to": listed("alliance campaign coalition movement action committee group fight"),
}
"""What stands before the preposition in a name: Parents for Safe Streets, Council on Energy."""
_POSSESSIVE_ENDS = ("s", "'", "’")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_PLURAL_OWNERS = PEOPLE | ORGANISATION
_NO_LAST = COLLECTIVE - ORGANISATION - {"water"}


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words: token indices in its sentence, and the words."""

    first: int
    last: int
    words: tuple[str, ...]
    start: int
    title: str


def bare(word: str) -> str:
    """Take the possessive off a word."""
    if word[-1:] not in _POSSESSIVE_ENDS:
        return word
    return _POSSESSIVE.sub("", word)


def names(tokens: Sequence[Token], known: frozenset[str]) -> list[Name]:
    """Find the names of a sentence; `known` are words the text also writes in small letters.

    Linear in the sentence's length.
    """
    found: list[Name] = []
    at, count = 0, len(tokens)
    for first in [k for k, token in enumerate(tokens) if token.text[0].isupper()]:
        if first < at or not _opens(tokens, first, known):
            continue
        at = first
        titles: list[str] = []
        while (
            at < count
            and tokens[at].capital
            and (is_title(tokens[at], titles) or _is_occupation(tokens, at))
        ):
            titles.append(tokens[at].lower.rstrip("."))
            at += 1
        begin = at
        at, words = _run(tokens, at)
        inner = after_role(words)  # Amber Council Leader Mara Vell
        titles += office_before(words, inner, titles)
        begin, words = begin + inner, words[inner:]
        past = after_field(words) if is_field(tokens, begin) else 0
        begin, words = begin + past, words[past:]  # Director of Public Affairs Mara Vell
        upto = after_body(words)  # the Amber Trade Committee Mara Vell
        at, words = (begin + upto, words[:upto]) if upto else (at, words)
        while inner and len(words) > 1 and words[0].lower().rstrip(".") in TITLES:
            titles.append(words[0].lower().rstrip("."))
            begin, words = begin + 1, words[1:]
        off = describing(words, first=begin == 0)
        begin, words = begin + off, words[off:]
        while len(words) > 2 and words[-1] in _AFTER_NAMES:
            words = words[:-1]
        if words and not _is_brand(tokens, at):
            words[-1] = bare(words[-1])
        at = max(at, first + 1)
        title = " ".join(titles)
        based = bool(words) and only_describes(words[-1])
        calendar = len(words) == 1 and _is_calendar(words[0])
        if words and not (calendar or based or is_office(tokens, at, words)):
            found.append(Name(begin, at, tuple(words), tokens[begin].start, title))
    return found


def _is_brand(tokens: Sequence[Token], end: int) -> bool:
    """Say whether a possessive owns nothing, so that it is a name: Brae's, which is shut."""
    if end + 1 >= len(tokens) or not tokens[end - 1].lower.endswith("'s"):
        return False
    following, then = tokens[end].lower, tokens[end + 1].lower
    return following in HAVE or (following == "," and then in {"which", "said"})


def _run(tokens: Sequence[Token], first: int) -> tuple[int, list[str]]:
    """Give where the run of words that begins at an index ends, and the words."""
    at, words = first, list[str]()
    while at < len(tokens):
        step = _continues(tokens, at, first) if words else int(tokens[at].capital)
        if not step or (words and _ends_name(tokens, at)):
            break
        words.extend(each.text for each in tokens[at : at + step] if each.text != ",")
        at += step
    return at, words


def is_title(token: Token, before: Sequence[str] = ()) -> bool:
    """Say whether a word stands before a name as a title or a role (Dr, Senator, Director)."""
    word = token.lower.rstrip(".")
    if word == "general":  # Attorney General
        return bool(before)
    return word in TITLES or word in ROLES or word in SHORT_TITLES


def _is_occupation(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "Neurologist" stands before a title or a first name."""
    if not tokens[at].lower.endswith(("ist", "ician")) or at + 1 == len(tokens):
        return False
    following = tokens[at + 1].lower.rstrip(".")
    return following in TITLES or following in WOMEN or following in MEN


def _ends_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the word before is a possessive after which another name begins."""
    before = tokens[at - 1].text
    if bare(before) == before:
        return False
    plural = not before.endswith("s") and tokens[at].capital
    if plural and bare(before).lower() in _PLURAL_OWNERS:
        return False  # Tenants' Voice
    return not any(token.capital and token.lower in ORGANISATION for token in tokens[at : at + 3])


def _is_calendar(word: str) -> bool:
    lower = word.lower().rstrip(".")
    if word in _ZONES:
        return True
    return lower in WEEKDAYS or lower in MONTHS or (lower in SHORT_MONTHS and word.endswith("."))


def _opens(tokens: Sequence[Token], at: int, known: frozenset[str]) -> bool:
    token = tokens[at]
    if not any(map(str.isalpha, token.text)):
        return False
    lower = bare(token.lower)
    if "-" in lower and (
        only_describes(lower) or lower.endswith("ed") or lower.partition("-")[0] in COMMON_CAPITALS
    ):
        return False  # State-owned, Thirty-one
    if "'" in lower and lower.partition("'")[0] in COMMON_CAPITALS:
        return False  # It's, Don't
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    begins = at == 0 or tokens[at - 1].lower in {":", "\x02", "“", '"', "—"}
    if lower in PEOPLE and following is not None and at + 2 < len(tokens):
        joining = following.lower in {"for", "against"} and tokens[at + 2].capital
        if joining or (following.capital and following.lower not in COMMON_CAPITALS):
            return True  # Farmers for Clean Water; Tenants Together
    if not begins and lower in _OPENING and following is not None and following.capital:
        return True  # Our Own Notes
    if lower in COMMON_CAPITALS and (
        lower not in PEOPLE
        or following is None
        or not following.capital
        or following.lower not in ORGANISATION
    ):
        return False
    if _is_calendar(token.text):
        return False
    if is_after_town(tokens, at) and lower.removesuffix(".") in STATE_OF:
        return False  # Amber, Mo.
    named = following is not None and following.capital and following.lower not in COMMON_CAPITALS
    common = lower in known or lower in PEOPLE or lower.removesuffix("s") in ROLES
    return not (begins and common and not named)


def _continues(tokens: Sequence[Token], at: int, first: int) -> int:
    """Say how many tokens from an index belong to the name that begins at `first` before it."""
    token = tokens[at]
    if token.capital and any(map(str.isalpha, token.text)):
        return 0 if _is_calendar(token.lower) else 1
    if step := _appended(tokens, at):
        return step
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1].lower
    if following is None:
        return 0
    if following.lower == "the" and token.lower in {"of", "for", "against"}:
        after = tokens[at + 2] if at + 2 < len(tokens) else None
        named = after is not None and after.capital and not _is_calendar(after.lower)
        return 3 if named and before in _HEADS else 0
    if {token.lower, following.lower} <= PARTICLES:
        return 3 if at + 2 < len(tokens) and tokens[at + 2].capital else 0  # van der Brae
    if not following.capital or _is_calendar(following.lower):
        return 0
    if token.lower in PARTICLES or token.text == "&":
        return 2
    if token.lower == "and":
        return 2 if _joins(tokens, at, first) else 0
    if before in NAME_PREPOSITIONS.get(token.lower, ()):
        return 2
    run = [each.lower for each in tokens[first:at]]
    return 2 if token.lower == "of" and "for" in run and not _HEADS.isdisjoint(run) else 0


def _appended(tokens: Sequence[Token], at: int) -> int:
    """Say how many tokens from an index are a number or a suffix: Local 212; Ola Brae, Jr."""
    if tokens[at].text == "," and at + 1 < len(tokens):
        following = tokens[at + 1]
        return 2 * (following.text in _AFTER_NAMES or following.lower in SUFFIXES)
    numbered = tokens[at - 1].capital and tokens[at - 1].lower in _NUMBERED
    return int(numbered and tokens[at].text[0].isdigit())


def _joins(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Say whether "and" stands within a name: Bureau of Land and Water, Brae and Sons."""
    before, following = tokens[at - 1].lower, tokens[at + 1].lower
    if following in _FIRM or (before in ORGANISATION and following in ORGANISATION):
        return True
    end = at + 1
    while end < len(tokens) and tokens[end].capital:
        end += 1
    if at > 1 and tokens[at - 2].lower == "the":
        return any(each.lower in ORGANISATION for each in tokens[at + 1 : min(end, at + 4)])
    whole = BODIES.isdisjoint(each.lower for each in tokens[first:at])
    chamber = tokens[first].lower in _CHAMBERS and at > first + 1  # House Roads and Rail Committee
    if ((first and tokens[first - 1].lower == "the") or chamber) and whole and end <= at + 5:
        named = following in WOMEN or following in MEN
        return end > at + 2 and not named and tokens[end - 1].lower in BODIES
    if end == at + 3 and tokens[end - 1].lower in COLLECTIVE and FIELDS & {before, following}:
        return True  # Amber Fire and Rescue Service
    within = any(each.lower in {"of", "for"} for each in tokens[first + 1 : at])
    if not within or following in WOMEN or following in MEN:
        return False
    return tokens[end - 1].lower not in _NO_LAST or end == at + 2
