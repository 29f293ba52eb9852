"""Stage 7: who is named in a text outside its quotations, with role, organisation and gender."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from positions.extraction.lexicon.names import MEN, WOMEN
from positions.extraction.lexicon.words import (
    COMMON_CAPITALS,
    FEMALE,
    MALE,
    MONTHS,
    ORGANISATION,
    ROLES,
    SHORT_TITLES,
    TITLES,
    WEEKDAYS,
)
from positions.extraction.outline import Sentence, Token

_PARTICLES = frozenset("de da di del della der den van von bin ibn al el la le du dos ten ter af".split())
_INNER = frozenset("of for and & the in on".split())
_INITIAL = re.compile(r"[A-Z]\.?$")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody named in the text: a person, or an organisation (or a place, which may speak)."""

    name: str
    person: bool
    role: str = ""
    organisation: str = ""
    gender: str = ""  # "female", "male" or "" when nothing tells
    acronym: str = ""
    places: list[int] = field(default_factory=list)  # where it is named, in order

    @property
    def surname(self) -> str:
        """The last word of a person's name."""
        return self.name.rsplit(" ", 1)[-1]


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
    return _POSSESSIVE.sub("", word)


def names(tokens: Sequence[Token], known: frozenset[str]) -> list[Name]:
    """Find the names of a sentence; `known` are words the text also writes in small letters.

    Linear in the sentence's length.
    """
    found: list[Name] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        if not _opens(tokens, at, known):
            at += 1
            continue
        first = at
        titles: list[str] = []
        while at < count and tokens[at].capital and _is_title(tokens[at]):
            titles.append(tokens[at].lower.rstrip("."))
            at += 1
        begin = at
        words: list[str] = []
        while at < count:
            step = _continues(tokens, at) if words else int(tokens[at].capital)
            if not step or (words and _ends_name(tokens, at)):
                break
            words.extend(each.text for each in tokens[at : at + step])
            at += step
        for inner in range(len(words) - 1, 0, -1):
            if words[inner - 1].lower() in ROLES:  # Amber Council Leader Mara Vell
                begin, words = begin + inner, words[inner:]
                break
        if words:
            words[-1] = bare(words[-1])
        at = max(at, first + 1)
        title = " ".join(titles)
        if words and not (len(words) == 1 and _is_calendar(words[0])):
            found.append(Name(begin, at, tuple(words), tokens[begin].start, title))
    return found


def _is_title(token: Token) -> bool:
    word = token.lower.rstrip(".")
    return word in TITLES or word in ROLES or word in SHORT_TITLES


def _ends_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the word before is a possessive after which another name begins."""
    before = tokens[at - 1].text
    if bare(before) == before:
        return False
    return not any(
        token.capital and token.lower in ORGANISATION for token in tokens[at : at + 3]
    )


def _is_calendar(word: str) -> bool:
    return word.lower() in WEEKDAYS or word.lower() in MONTHS


def _opens(tokens: Sequence[Token], at: int, known: frozenset[str]) -> bool:
    token = tokens[at]
    if not token.capital or not any(map(str.isalpha, token.text)):
        return False
    lower = bare(token.lower)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if lower in COMMON_CAPITALS:
        return False
    if _is_calendar(lower):
        return False
    begins = at == 0 or tokens[at - 1].lower in {":", "\x02", "“", '"', "—"}
    named = following is not None and following.capital and following.lower not in COMMON_CAPITALS
    return not (begins and lower in known and not named)


def _continues(tokens: Sequence[Token], at: int) -> int:
    """Say how many tokens from an index belong to a name that stands before it."""
    token = tokens[at]
    if token.capital and any(map(str.isalpha, token.text)):
        return 0 if _is_calendar(token.lower) else 1
    before = tokens[at - 1].lower
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.capital or _is_calendar(following.lower):
        if token.lower == "of" and following and following.lower == "the" and before in ORGANISATION:
            after = tokens[at + 2] if at + 2 < len(tokens) else None
            return 3 if after and after.capital else 0
        return 0
    if token.lower in _PARTICLES:
        return 2
    if token.lower in {"of", "for"} and (before in ORGANISATION or before in {"friends", "voice", "bishop"}):
        return 2
    if token.text == "&" or (token.lower == "and" and before in ORGANISATION and following.lower in ORGANISATION):
        return 2
    return 0


def is_person(name: Name) -> bool:
    """Say whether a name looks like a person's: two to four words, none an organisation's."""
    words = [word.lower() for word in name.words]
    if name.title and len(words) <= 4 and words[-1] not in ORGANISATION:
        return True
    if not 2 <= len(words) <= 4 or any(word in ORGANISATION for word in words[-1:]):
        return False
    if words[0] in WOMEN or words[0] in MEN:
        return True
    return not any(
        word in ORGANISATION or word in _INNER or (len(each) > 1 and each.isupper())
        for word, each in zip(words, name.words, strict=True)
    )


def gender_of(name: Name, near: Iterable[str]) -> str:
    """Tell a woman from a man by title, first name or role noun; "" when nothing tells."""
    words = {*name.title.split(), *near}
    first = name.words[0].lower() if len(name.words) > 1 else ""
    if words & FEMALE or first in WOMEN:
        return "female"
    if words & MALE or first in MEN:
        return "male"
    return ""


def is_misprint(one: str, other: str) -> bool:
    """Say whether two surnames of five letters or more are one edit apart. Linear."""
    if one == other or min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1:
        return False
    if one[0] != other[0]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, others = one[start:], other[start:]
    return rest[1:] == others[1:] or rest == others[1:] or rest[1:] == others


@dataclass(slots=True)
class Cast:
    """Everybody named in a text, in the order of their first mention."""

    entities: list[Entity] = field(default_factory=list)
    by_name: dict[str, Entity] = field(default_factory=dict)
    by_surname: dict[str, list[Entity]] = field(default_factory=dict)
    misprints: dict[str, Entity] = field(default_factory=dict)

    def add(self, entity: Entity) -> None:
        """Take in somebody new."""
        self.entities.append(entity)
        self.by_name[entity.name.lower()] = entity
        if entity.person:
            self.by_surname.setdefault(entity.surname.lower(), []).append(entity)


def cast(sentences: Sequence[Sentence]) -> Cast:
    """Gather the names of all sentences. Linear in the text, but for rare one-word names."""
    known = frozenset(
        token.text for each in sentences for token in each.tokens if token.text.islower()
    )
    everybody = Cast()
    single: list[Name] = []
    for sentence in sentences:
        for name in names(sentence.tokens, known):
            text = " ".join(name.words)
            entity = everybody.by_name.get(text.lower())
            person = is_person(name)
            if entity is None and len(name.words) == 1 and not name.title:
                single.append(name)
                continue
            if entity is None and len(name.words) == 1:
                single.append(name)
                continue
            if entity is None:
                entity = Entity(text, person)
                everybody.add(entity)
            entity.places.append(name.start)
            near = [token.lower for token in sentence.tokens[max(0, name.first - 3) : name.first]]
            entity.gender = entity.gender or (gender_of(name, near) if entity.person else "")
            _acronym(everybody, entity, sentence.tokens, name.last)
    _join_single(everybody, single)
    return everybody


def _acronym(everybody: Cast, entity: Entity, tokens: Sequence[Token], at: int) -> None:
    """Note the short name in brackets after a name: Amber Tenants' Union (ATU)."""
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
        short = tokens[at + 1].text
        if short.isupper() and len(short) > 1:
            entity.acronym = short
            everybody.by_name[short.lower()] = entity
            entity.person = False


def _shortened(word: str) -> list[str]:
    """Give a word and what is left of it without each of its letters.

    Words one edit apart share one of these, so that they are found without comparing all.
    """
    if not 5 <= len(word) <= 30:
        return []
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]


def _meant(alike: dict[str, list[Entity]], word: str) -> Entity | None:
    """Give the one person of whose surname a word is a misprint."""
    found = {
        id(each): each
        for key in _shortened(word)
        for each in alike.get(key, ())[:4]
        if is_misprint(word, each.surname.lower())
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _join_single(everybody: Cast, single: Sequence[Name]) -> None:
    """Give names of one word to the persons whose surname or first name they are."""
    alike: dict[str, list[Entity]] = {}
    for surname, persons in everybody.by_surname.items():
        for key in _shortened(surname) if len(persons) == 1 else ():
            alike.setdefault(key, []).append(persons[0])
    for name in single:
        word = name.words[0]
        lower = word.lower()
        entity = everybody.by_name.get(lower)
        if entity is None and lower in everybody.by_surname:
            entity = everybody.by_surname[lower][0]
            if len(everybody.by_surname[lower]) == 1:
                entity.places.append(name.start)
                entity.gender = entity.gender or gender_of(name, ())
            continue
        if entity is None and (meant := _meant(alike, lower)):
            everybody.misprints[lower] = meant
            meant.places.append(name.start)
            continue
        if entity is None:
            entity = Entity(word, person=bool(name.title), gender=gender_of(name, ()))
            everybody.add(entity)
        entity.places.append(name.start)
    for each in everybody.entities:
        each.places.sort()
