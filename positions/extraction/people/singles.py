"""Stage 7: names of one word: whose surname, first name, body's short name or misprint each is."""

from collections.abc import Sequence

from positions.extraction.lexicon.names import SURNAMES
from positions.extraction.lexicon.places import PARTIES
from positions.extraction.lexicon.words import BODIES, COLLECTIVE
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity, is_misprint
from positions.extraction.people.persons import called, gender_of, is_people
from positions.extraction.phrases.names import Name

_OWNERS = ("'s", "’s")
_ALIKE = 8  # bodies that end in the same word and are compared

_BY_FIRST = frozenset(["sir", "dame"])
_COMMON_ENDS = ("s", "ed", "ing")
_NAME_ENDS = ("ss", "us", "as", "is", "os", "'s", "’s")
_CHAMBERS = frozenset(["house", "senate", "court", "city", "state", "county", "service"])


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


def _longer(everybody: Cast, word: str) -> Entity | None:
    """Give the one body whose name ends in a word for bodies: the Trust, of the Amber Trust."""
    if word not in BODIES or word in _CHAMBERS:
        return None
    same = [each for each in everybody.by_word.get(word, ())[:_ALIKE] if not each.person]
    same = [each for each in same if each.name.lower().endswith(f" {word}")]
    return same[0] if len(same) == 1 else None


def _is_common(word: str) -> bool:
    """Say whether a word that only ever opens sentences looks like no name: Projections, Based."""
    named = is_people(word) or word.removesuffix("s") in PARTIES
    return word.endswith(_COMMON_ENDS) and not word.endswith(_NAME_ENDS) and not named


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


def _surnamed(same: Sequence[Entity], name: Name) -> None:
    """Give the place of a surname to the only person who has it, as far as a title tells."""
    meant = called(same, name) if len(same) > 1 else same
    if len(meant) == 1:
        meant[0].places.append(name.start)
        meant[0].gender = meant[0].gender or gender_of(name, ())


def _is_mac(word: str) -> bool:
    """Say whether a word is a surname by its form: McBrae."""
    return word.startswith("Mc") and word[2:3].isupper()


def _brought_in(everybody: Cast, name: Name) -> None:
    """Take in a name of one word: as the short name of a body, or as somebody new."""
    entity = _longer(everybody, name.words[0].lower())
    if entity is not None:
        everybody.by_name[name.words[0].lower()] = entity
    else:
        person = bool(name.title) or name.words[0].lower() in SURNAMES or _is_mac(name.words[0])
        entity = Entity(name.words[0], person, gender=gender_of(name, ()))
        everybody.add(entity)
    if entity.name.endswith(_OWNERS):
        everybody.by_name.setdefault(entity.name[:-2].lower(), entity)  # Brae's; at Brae's shop
    entity.places.append(name.start)
    entity.inner = entity.inner or name.first > 0


def join_single(everybody: Cast, single: Sequence[Name]) -> None:
    """Give names of one word to the persons whose surname or first name they are."""
    _merge_surnames(everybody)
    knighted = _by_first(everybody)
    alike: dict[str, list[Entity]] = {}
    for surname, persons in everybody.by_surname.items():
        for key in _shortened(surname) if len(persons) == 1 else ():
            alike.setdefault(key, []).append(persons[0])
    inner = {name.words[0].lower() for name in single if name.first}
    for name in sorted(single, key=lambda each: not each.words[0].endswith(_OWNERS)):
        lower = name.words[0].lower()
        common = _is_common(lower) or lower in COLLECTIVE
        if lower not in inner and not name.title and common:
            continue
        entity = everybody.by_name.get(lower)
        if entity is None and name.title in _BY_FIRST and lower in knighted:
            entity = everybody.by_name[lower] = knighted[lower]
        if entity is not None:
            entity.places.append(name.start)
            entity.inner = entity.inner or name.first > 0
        elif lower in everybody.by_surname:
            _surnamed(everybody.by_surname[lower], name)
        elif meant := _meant(alike, lower):
            everybody.misprints[lower] = meant
            meant.places.append(name.start)
        else:
            _brought_in(everybody, name)
    for each in everybody.entities:
        each.places.sort()
