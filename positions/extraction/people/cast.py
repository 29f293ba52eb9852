"""Stage 7: who is named in a text outside its quotations, with role, organisation and gender."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from positions.extraction.lexicon.words import RELATIVES
from positions.extraction.people.entity import Entity, is_misprint
from positions.extraction.people.persons import gender_of, is_person
from positions.extraction.phrases.names import PARTICLES, Name, names
from positions.extraction.text.outline import Sentence, Token

_BY_FIRST = frozenset(["sir", "dame"])
_SEAT = re.compile(r"[RDI]-")  # Sen. N (R-TN): a party and a state
_ALIKE = 8  # persons of one surname who are compared


@dataclass(slots=True)
class Cast:
    """Everybody named in a text, in the order of their first mention."""

    entities: list[Entity] = field(default_factory=list)
    by_name: dict[str, Entity] = field(default_factory=dict)
    by_surname: dict[str, list[Entity]] = field(default_factory=dict)
    misprints: dict[str, Entity] = field(default_factory=dict)
    named: list[tuple[Sentence, Name]] = field(default_factory=list)
    """Every name and where it stands."""
    headlined: list[Entity] = field(default_factory=list)
    """Persons whom a heading names in full."""
    by_word: dict[str, list[Entity]] = field(default_factory=dict)
    """Organisations by each word of their names."""

    def add(self, entity: Entity) -> None:
        """Take in somebody new."""
        self.entities.append(entity)
        self.by_name[entity.name.lower()] = entity
        if entity.person:
            self.by_surname.setdefault(entity.surname.lower(), []).append(entity)
            return
        self._file(entity, entity.name.lower().split())

    def incorporate(self, entity: Entity, kinds: Iterable[str] = ()) -> None:
        """Take an entity for an organisation, of these kinds, even if it looked like a person."""
        if entity.person:
            entity.person, entity.gender = False, ""
            same = self.by_surname[entity.surname.lower()]
            same.remove(entity)
            if not same:
                del self.by_surname[entity.surname.lower()]
            self._file(entity, entity.name.lower().split())
        self._file(entity, set(kinds) - entity.kinds)
        entity.kinds.update(kinds)

    def personify(self, entity: Entity, gender: str) -> None:
        """Take what looked like no person for one, of a gender if any is told."""
        entity.person, entity.gender = True, gender
        for word in entity.name.lower().split():
            self.by_word[word].remove(entity)
        self.by_surname.setdefault(entity.surname.lower(), []).append(entity)

    def person(self, name: Name) -> Entity | None:
        """Give the person that a name, or a surname that only one has, is the name of."""
        return self.owner(" ".join(name.words))

    def owner(self, word: str) -> Entity | None:
        """Give the one person whose name or surname a word is."""
        same = self.by_surname.get(word.lower(), ())
        found = same[0] if len(same) == 1 else self.by_name.get(word.lower())
        return found if found is not None and found.person else None

    def initialled(self, name: Name) -> Entity | None:
        """Give the person whose name is the same but for an initial: Ola J. Brae, Ola Brae."""
        words = [word.lower() for word in name.words]
        same = self.by_surname.get(words[-1], ()) if len(words) in {2, 3} else ()
        for each in same[:_ALIKE]:
            others = each.name.lower().split()
            shorter, longer = sorted((words, others), key=len)
            initial = len(longer) == 3 and len(longer[1].rstrip(".")) == 1
            if len(shorter) == 2 and initial and shorter == [longer[0], longer[2]]:
                self.by_name[" ".join(words)] = each
                return each
        return None

    def particled(self, name: Name) -> Entity | None:
        """Give the person of a surname with a particle: De Brae, of Ola de Brae."""
        words = [word.lower() for word in name.words]
        if len(words) < 2 or words[0] not in PARTICLES:
            return None
        ending = " " + " ".join(words)
        same = [
            each
            for each in self.by_surname.get(words[-1], ())[:_ALIKE]
            if each.name.lower().endswith(ending)
        ]
        if len(same) != 1:
            return None
        self.by_name[ending.strip()] = same[0]
        return same[0]

    def by_role(self) -> dict[str, list[Entity]]:
        """Give the persons by each word of their roles. Linear in their number."""
        found: dict[str, list[Entity]] = {}
        for each in self.entities:
            for word in sorted(each.offices) if each.person else ():
                found.setdefault(word, []).append(each)
        return found

    def surely_person(self, word: str) -> Entity | None:
        """Give the person whose name a word is, if more than two capitals tell so."""
        found = self.owner(word)
        sure = found is not None and (" " not in word or found.gender or found.role)
        return found if sure else None

    def _file(self, entity: Entity, words: Iterable[str]) -> None:
        for word in set(words):
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
                related = bool(RELATIVES.intersection(_near(sentence, name)))
                person = person or related  # her husband, Peter
                if not related and (sentence.paragraph not in headings or name.first):
                    single.append(name)
                if not related:
                    continue
            entity = entity or everybody.initialled(name) or everybody.particled(name)
            if entity is None:
                entity = Entity(text, person)
                everybody.add(entity)
            entity.places.append(name.start)
            entity.inner = entity.inner or name.first > 0
            if entity.person and sentence.paragraph in headings:
                everybody.headlined.append(entity)
            near = _near(sentence, name)
            entity.gender = entity.gender or (gender_of(name, near) if entity.person else "")
            _acronym(everybody, entity, sentence.tokens, name.last)
    _join_single(everybody, single)
    return everybody


def _near(sentence: Sentence, name: Name) -> list[str]:
    return [token.lower for token in sentence.tokens[max(0, name.first - 3) : name.first]]


def _acronym(everybody: Cast, entity: Entity, tokens: Sequence[Token], at: int) -> None:
    """Note the short name in brackets after a name: Amber Tenants' Union (ATU)."""
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
        short = tokens[at + 1].text
        if short.isupper() and len(short) > 1 and not _SEAT.match(short):
            entity.acronym = short
            everybody.by_name[short.lower()] = entity
            everybody.incorporate(entity)


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


def _by_first(everybody: Cast) -> dict[str, Entity]:
    """Give the persons by first names that one alone has: Sir Odd, of Odd Brae."""
    found: dict[str, list[Entity]] = {}
    for each in everybody.entities:
        if each.person and " " in each.name:
            found.setdefault(each.name.partition(" ")[0].lower(), []).append(each)
    return {first: same[0] for first, same in found.items() if len(same) == 1}


def _merge_surnames(everybody: Cast) -> None:
    """Give the places of a surname that looked like a name of its own to the one who has it."""
    for surname, same in everybody.by_surname.items():
        alone = [each for each in same if " " not in each.name]
        full = [each for each in same if " " in each.name]
        if len(alone) == 1 and len(full) == 1:
            full[0].places.extend(alone[0].places)
            everybody.by_surname[surname] = full
            everybody.by_name[surname] = full[0]
            alone[0].places.clear()


def _join_single(everybody: Cast, single: Sequence[Name]) -> None:
    """Give names of one word to the persons whose surname or first name they are."""
    _merge_surnames(everybody)
    knighted = _by_first(everybody)
    alike: dict[str, list[Entity]] = {}
    for surname, persons in everybody.by_surname.items():
        for key in _shortened(surname) if len(persons) == 1 else ():
            alike.setdefault(key, []).append(persons[0])
    for name in single:
        word = name.words[0]
        lower = word.lower()
        entity = everybody.by_name.get(lower)
        if entity is None and name.title in _BY_FIRST and lower in knighted:
            entity = everybody.by_name[lower] = knighted[lower]
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
        entity.inner = entity.inner or name.first > 0
    for each in everybody.entities:
        each.places.sort()
