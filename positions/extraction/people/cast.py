"""Stage 7: who is named in a text outside its quotations, with role, organisation and gender."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from positions.extraction.people.entity import Entity, without_suffix
from positions.extraction.phrases.names import PARTICLES, Name
from positions.extraction.text.outline import Sentence

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
    signed: list[tuple[Entity, Sequence[Sentence]]] = field(default_factory=list)
    """Persons whose names end a line, with the short lines below, which may tell their office."""

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
        words = without_suffix([word.lower() for word in name.words])
        same = self.by_surname.get(words[-1], ()) if len(words) in {2, 3} else ()
        for each in same[:_ALIKE]:
            others = without_suffix(each.name.lower().split())
            if words == others and len(name.words) < len(each.name.split()):
                self.by_name[" ".join(words)] = each
                return each
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
