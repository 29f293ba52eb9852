"""Before stage 7: the organisation that follows "of", "at" or "for": a name, or a noun (board)."""

from collections.abc import Sequence

from positions.extraction.lexicon import listed
from positions.extraction.lexicon.places import COUNTRIES, COUNTRY_OF
from positions.extraction.lexicon.verbs import FORMS
from positions.extraction.lexicon.words import (
    ARTICLES,
    BE,
    BODIES,
    BREAKS,
    COLLECTIVE,
    DETERMINERS,
    NOBODYS,
    OWN,
    PREPOSITIONS,
    TRADES,
)
from positions.extraction.phrases.names import Name, bare, names
from positions.extraction.phrases.nouns import STOPS
from positions.extraction.text.outline import Token

HOLDING = frozenset(["of", "at", "for", "with", "from"])
_UNITS = listed("team division unit arm branch wing desk section chapter")
_KINDS = COLLECTIVE | TRADES | listed("non-profit not-for-profit ngo magazine site website tank")
_JOINING = frozenset(["the", "our", "off", "not", "for", "against"])
_BREAKS = STOPS | PREPOSITIONS | BREAKS
_MISSIONS = frozenset(
    ["delegation", "government", "mission", "embassy", "navy", "army", "parliament", "ministry"]
)
OF_PERSONS = frozenset(["campaign", "office"])
"""What is a body of its own though it is called by a person's name: Mara Vell's campaign."""
_MADE = frozenset(["from", "by", "of"])
_NEAR = 5  # tokens between "letter" and "from" or "by"
_BEFORE = 4  # tokens of the phrase that a possessive before a document begins
_BETWEEN = 5  # tokens of "of the tenants' group" before a name
_PHRASE = 7  # tokens of an organisation without a name
_REACH = 12  # tokens in which a name is looked for
_COMPOUND = 3  # tokens of "agriculture panel" after a name
_BOUNDS = _BREAKS | {"and"}
_NOT_OF_IT = DETERMINERS | _BREAKS


def joined(tokens: Sequence[Token], last: str = "") -> str:
    """Give the words without articles, and another after them."""
    words = [token.text for token in tokens if token.lower not in ARTICLES]
    return " ".join([*words, last] if last else words)


def organisation(tokens: Sequence[Token]) -> str:
    """Read the organisation after the first word, "" where none stands there.

    Costs the same for any length.
    """
    found = [each for each in names(tokens[:_REACH], frozenset()) if each.first <= _BETWEEN]
    if len(found) > 1 and _is_origin(tokens, found[0], found[1]):
        found = found[1:]  # of UK explorer N
    at = bool(tokens) and tokens[0].lower == "at"
    if found and found[0].title and _owns(tokens, found[0].last):
        return _completed(tokens, found[0])  # for Ms. Vell's campaign
    if found and not found[0].title and _introduces(tokens[1 : found[0].first], at=at):
        after = tokens[found[0].last : _REACH]
        if len(after) > 2 and after[0].lower in _UNITS and after[1].lower == "of":
            return organisation(after[1:])  # the Amber branch of the Farmers' Union
        return _completed(tokens, found[0])
    words = [token for token in tokens[1 : _PHRASE + 1] if token.lower not in NOBODYS]
    if words and words[0].lower in OWN:
        return words[0].lower
    end = next((k for k, token in enumerate(words) if token.lower in _BOUNDS), None)
    if end and words[end - 1].lower in _UNITS and words[end].lower in {"of", "at", "in"}:
        parent = organisation(words[end:])
        if parent:
            return parent  # the enforcement division at N
    if end is not None:
        of = words[end].lower == "of" and end and words[end - 1].lower in COLLECTIVE
        if of and (held := _held(words[end:])):
            return joined(words[: end + held])
        words = words[:end]
    return _noun(words, definite=tokens[1].lower in {"the", "this", "that"} if words else False)


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a campaign or an office follows at an index, and a possessive stands before."""
    follows = at < len(tokens) and tokens[at].lower in OF_PERSONS
    return follows and bare(tokens[at - 1].text) != tokens[at - 1].text


def _noun(words: Sequence[Token], *, definite: bool) -> str:
    """Read "the rail regulator", and "the rail regulator's legal team" as the regulator."""
    heads = [k for k, token in enumerate(words) if token.lower in BODIES]
    owns = any(token.lower.endswith("s'") for token in words)  # landlords' association
    if not heads or not (definite or owns):
        return ""
    words = words[: heads[-1] + 1]
    if words[-1].lower in _UNITS:
        for index, token in enumerate(words[:-1]):
            if bare(token.text) != token.text and token.lower.endswith("'s"):
                return joined(words[:index], bare(token.text))
    return " ".join(token.text for token in words)


def _held(words: Sequence[Token]) -> int:
    """Say how many tokens "of Lind" or "of energy" has after a noun like university."""
    end = _capitals(words, 1)
    if end > 1:
        return end
    if len(words) > 1 and words[1].text.isalpha():
        return 2 if len(words) == 2 or words[2].lower in _BREAKS else 0
    return 0


def _is_origin(tokens: Sequence[Token], first: Name, second: Name) -> bool:
    """Say whether a country and a noun stand before a name: UK explorer N."""
    word = " ".join(first.words).lower()
    between = tokens[first.last : second.first]
    plain = 0 < len(between) <= _COMPOUND and all(each.text.islower() for each in between)
    return (
        plain
        and (word in COUNTRIES or word in COUNTRY_OF)
        and not any(each.lower in _BREAKS for each in between)
    )


def _introduces(between: Sequence[Token], *, at: bool) -> bool:
    """Say whether only "the" or "the tenants' group" stands before a name, or "at broker"."""
    words = [each.text for each in between if each.lower not in _NOT_OF_IT]
    if at and between and len(words) == len(between) and "".join(words).islower():
        return True
    plain = [token.lower for token in between if token.lower not in DETERMINERS]
    if len(plain) == 2 and plain[1] == "," and between[0].lower == "the" and plain[0].isalpha():
        return True  # the landlord, N
    if any(word in PREPOSITIONS or word in STOPS for word in plain):
        return False
    return not plain or plain[-1] in _KINDS or plain[-1].endswith(("s'", "'s"))


def _completed(tokens: Sequence[Token], name: Name) -> str:
    """Add what goes with a name: Keep the Sound, Brae's Coaches, Linden Road school."""
    words = list(name.words)
    at = name.last
    if at + 1 < len(tokens) and tokens[at].lower in _JOINING:
        end = _capitals(tokens, at + 1)
        return _phrase(words, tokens[at:end]) if end > at + 1 else " ".join(words)
    if bare(tokens[at - 1].text) != tokens[at - 1].text:
        country = " ".join(words).lower() in COUNTRIES
        mission = country and at < len(tokens) and tokens[at].lower in _MISSIONS
        if mission or _owns(tokens, at):
            return _phrase(words[:-1], tokens[at - 1 : at + 1])  # Norway's delegation
        end = _capitals(tokens, at)
        closes = end == len(tokens) or not tokens[end].text.isalpha()
        return _phrase(words[:-1], tokens[at - 1 : end]) if closes else " ".join(words)
    last = at
    for end in range(at, min(len(tokens), at + _COMPOUND)):
        lower = tokens[end].lower
        verb = (lower in FORMS or lower.endswith("ed")) and lower not in BODIES
        if not tokens[end].text.islower() or lower in _BREAKS or verb:
            break
        if tokens[end].lower in BODIES:
            last = end + 1
    return _phrase(words, tokens[at:last])


def _phrase(words: Sequence[str], tokens: Sequence[Token]) -> str:
    """Give words and tokens as one phrase."""
    return " ".join([*words, *(token.text for token in tokens)])


def _capitals(tokens: Sequence[Token], at: int) -> int:
    """Say where a run of capitalised words ends."""
    while at < len(tokens) and tokens[at].capital:
        at += 1
    return at


def owner(tokens: Sequence[Token], at: int) -> str:
    """Read whose the document at an index is by its phrase: the union's letter, a letter of N."""
    if at and bare(tokens[at - 1].text) != tokens[at - 1].text:
        last = tokens[at - 1]
        first = at - 1
        while first and at - first < _BEFORE and _goes_with(tokens[first - 1]):
            first -= 1
        words = [token.text for token in tokens[first : at - 1]]
        return " ".join([*words, bare(last.text)])
    if at and tokens[at - 1].lower in OWN:
        return tokens[at - 1].lower
    for k in range(at + 1, min(len(tokens), at + _NEAR)):
        if tokens[k].lower in _MADE:
            return organisation(tokens[k : k + _REACH])
        if tokens[k].lower in BE | {",", ".", "that", "to"}:
            break
    return ""


def _goes_with(token: Token) -> bool:
    return token.capital or token.lower in BODIES
