"""Stage 7: who is named in a text outside its quotations, with role, organisation and gender."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from positions.extraction.lexicon.words import COLLECTIVE, ORGANISATION
from positions.extraction.naming import Name, gender_of, is_person, names
from positions.extraction.outline import Sentence, Token


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
    def body(self) -> bool:
        """Whether a name is surely an organisation's, not a place's or a product's."""
        return bool(self.acronym) or any(
            word in ORGANISATION or word in COLLECTIVE for word in self.name.lower().split()
        )

    @property
    def surname(self) -> str:
        """The last word of a person's name."""
        return self.name.rsplit(" ", 1)[-1]


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
    named: list[tuple[Sentence, Name]] = field(default_factory=list)
    """Every name and where it stands."""
    by_word: dict[str, list[Entity]] = field(default_factory=dict)
    """Organisations by each word of their names."""

    def add(self, entity: Entity) -> None:
        """Take in somebody new."""
        self.entities.append(entity)
        self.by_name[entity.name.lower()] = entity
        if entity.person:
            self.by_surname.setdefault(entity.surname.lower(), []).append(entity)
            return
        for word in set(entity.name.lower().split()):
            self.by_word.setdefault(word, []).append(entity)


def cast(sentences: Sequence[Sentence], headings: frozenset[int]) -> Cast:
    """Gather the names of all sentences. Linear in the length of the text.

    `headings` are paragraphs where any first word has a capital, so that one word is no name.
    """
    known = frozenset(
        token.text for each in sentences for token in each.tokens if token.text.islower()
    )
    everybody = Cast()
    single: list[Name] = []
    for sentence in sentences:
        for name in names(sentence.tokens, known):
            everybody.named.append((sentence, name))
            text = " ".join(name.words)
            entity = everybody.by_name.get(text.lower())
            person = is_person(name)
            if entity is None and len(name.words) == 1:
                if sentence.paragraph not in headings or name.first:
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
