"""Stage 7: who is named in a phrase: at its head, in a list, after an office, by a surname."""

from collections.abc import Sequence
from typing import Literal

from positions.extraction.draft import How
from positions.extraction.lexicon.roles import SPEAKING_FOR
from positions.extraction.lexicon.words import DETERMINERS
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity
from positions.extraction.people.persons import called
from positions.extraction.phrases.names import Name, is_title
from positions.extraction.phrases.roles import is_role
from positions.extraction.text.outline import Token

MentionKind = Literal[
    "several", "name", "ambiguous", "pronoun", "role", "document", "collective", "group"
]
Named = tuple[MentionKind, How, Entity | None, tuple[Entity, ...]]


def _named(
    inner: Sequence[Token], found: Sequence[Name], head_end: int, everybody: Cast
) -> Named | None:
    """Find who is named at the head of a phrase, not in "spokesman for N"."""
    if (field := _of_field(inner, found, head_end, everybody)) is not None:
        return "name", How.NAME, field, ()
    if (officer := _officer(inner, found, everybody)) is not None:
        return "name", How.NAME, officer, ()
    aside = _bracketed(inner)
    heads = [name for name in found if name.first < head_end and name.first not in aside]
    if not heads:
        return None
    last = heads[-1]
    if any(k not in aside for k in range(last.last, head_end)):
        return None  # an Amber spokesman
    if inner[last.last - 1].text.endswith(("'s", "’s")) and last.last < len(inner):
        return None
    return (_alone(last, everybody) if len(last.words) == 1 else None) or _known(last, everybody)


def _alone(last: Name, everybody: Cast) -> Named | None:
    """Find the person whose surname one word is, or a misprint of it."""
    word = last.words[0].lower()
    persons = everybody.by_surname.get(word, [])
    if len(persons) > 1:
        same = called(persons, last)
        if len(same) == 1:
            return "name", How.SURNAME, same[0], ()
        return "ambiguous", How.SURNAME, None, tuple(same or persons)
    if persons:
        return "name", How.SURNAME, persons[0], ()
    if word in everybody.misprints:
        return "name", How.MISPRINT, everybody.misprints[word], ()
    return None


def _known(last: Name, everybody: Cast) -> Named | None:
    """Find whom the text knows by a name, or in a heading by its last word."""
    entity = entity_of(last, everybody)
    if entity is None and len(last.words) > 1:  # in a heading: Donor Brae Backs Dam
        same = everybody.by_surname.get(last.words[-1].lower(), ())
        return ("name", How.SURNAME, same[0], ()) if len(same) == 1 else None
    if entity is None:
        return None
    short = entity.acronym.lower() == " ".join(last.words).lower()
    how = How.ACRONYM if short else How.NAME
    return "name", how, entity, ()


def _officer(inner: Sequence[Token], found: Sequence[Name], everybody: Cast) -> Entity | None:
    """Find who is named at the end of "Friends of the Tarn campaigner N"."""
    if len(found) < 2 or found[-1].last != len(inner) or not is_role(inner[found[-1].first - 1]):
        return None
    between = inner[found[0].last : found[-1].first]
    if not all(token.text.islower() and token.text.isalpha() for token in between):
        return None
    if any(token.lower in {"of", "for", "to", "and", "by"} for token in between):
        return None
    first, person = entity_of(found[0], everybody), entity_of(found[-1], everybody)
    body = first is not None and not first.person
    return person if body and person is not None and person.person else None


def _of_field(
    inner: Sequence[Token], found: Sequence[Name], head_end: int, everybody: Cast
) -> Entity | None:
    """Find who is named after an office and its field: vice-president for public affairs N."""
    if not found or head_end < 1 or found[-1].last != len(inner):
        return None
    office, between = inner[head_end - 1], inner[head_end + 1 : found[-1].first]
    named = office.capital and office.lower not in SPEAKING_FOR
    plain = between and all(
        (token.text.islower() or named) and not is_role(token) for token in between
    )
    if not plain or not is_role(office) or between[0].lower in DETERMINERS:
        return None
    entity = entity_of(found[-1], everybody)
    return entity if entity is not None and entity.person else None


def several(inner: Sequence[Token], found: Sequence[Name], everybody: Cast) -> tuple[Entity, ...]:
    """Give all who are named in "Reps. N and M" or "the Amber Board and the Tarn Council"."""
    if len(found) < 2:
        return ()
    between = [
        token
        for k, token in enumerate(inner)
        if not any(name.first <= k < name.last for name in found)
    ]
    joining = {"and", ",", "the", "both", "&", "as", "well"}
    if not any(token.lower == "and" for token in between) or not all(
        token.lower in joining or (token.capital and is_title(token)) for token in between
    ):
        return ()
    last = found[-2].last
    if not any(token.lower == "and" for token in inner[last : found[-1].first]):
        return ()
    entities = [_named(inner[: name.last], [name], name.last, everybody) for name in found]
    known = [each[2] for each in entities if each is not None and each[2] is not None]
    return tuple(known) if len(known) == len(found) and len(set(map(id, known))) > 1 else ()


def whoever(
    inner: Sequence[Token], found: Sequence[Name], head_end: int, everybody: Cast
) -> Named | None:
    """Find who is named in a phrase: at its head, by a surname that is a role, or at its end."""
    return (
        _named(inner, found, head_end, everybody)
        or _surnamed(inner, everybody)
        or _closing(inner, found, everybody)
    )


def _closing(inner: Sequence[Token], found: Sequence[Name], everybody: Cast) -> Named | None:
    """Find the person who is named after an office: chairman of the Trade Committee Mara Vell.

    So is she in “Council on Trade National Director Mara Vell”.
    """
    if not found or found[-1].last != len(inner):
        return None
    at = found[-1].first
    while at and inner[at - 1].capital and (is_role(inner[at - 1]) or is_title(inner[at - 1])):
        at -= 1
    behind = len(found) > 1 and found[-2].last == found[-1].first
    if not behind and not (0 < at < found[-1].first and inner[at - 1].capital):
        return None
    entity = entity_of(found[-1], everybody)
    return ("name", How.NAME, entity, ()) if entity is not None and entity.person else None


def _surnamed(inner: Sequence[Token], everybody: Cast) -> Named | None:
    """Find the one person whose surname is a role: Bishop, of Ola Bishop."""
    alone = len(inner) == 1 and inner[0].capital
    same = everybody.by_surname.get(inner[0].lower, ()) if alone else ()
    return ("name", How.SURNAME, same[0], ()) if len(same) == 1 else None


def _bracketed(inner: Sequence[Token]) -> frozenset[int]:
    """Give the indices of brackets and of what stands in them."""
    opened = [k for k, token in enumerate(inner) if token.text == "("]
    closed = [k for k, token in enumerate(inner) if token.text == ")"]
    if not opened or not closed:
        return frozenset(opened)
    return frozenset(range(opened[0], closed[-1] + 1))


def entity_of(name: Name, everybody: Cast) -> Entity | None:
    """Give whom the text knows by a name as printed."""
    word = " ".join(name.words).lower()
    return everybody.by_name.get(word) or everybody.by_name.get(word.rstrip("."))
