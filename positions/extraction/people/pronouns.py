"""Stage 7: what he, she, who and it tell of those whom a text names: persons, women and men."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from positions.extraction.lexicon.places import COUNTRIES
from positions.extraction.lexicon.words import MEDIA, RELATIVES
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity
from positions.extraction.phrases.names import Name
from positions.extraction.text.outline import Sentence, Token

_REFLEXIVE = {"himself": "male", "herself": "female"}
_PERSONAL = {"he": "male", "his": "male", "him": "male", "himself": "male",
             "she": "female", "her": "female", "herself": "female"}  # fmt: skip
_NEUTER = frozenset(["it", "its", "itself", "which"])
_NEAR = 14  # tokens after a name within which a pronoun means it
_AGES = range(16, 110)


def tell_by_pronouns(everybody: Cast, outline: Sequence[Sentence]) -> None:
    """Tell a man from a woman by himself and herself, and a person by a surname that stands alone.

    A name of one word is a person's where more tells of one (who, his, she, an age, a relative)
    than of a body (it, its, which, "the" before it). Linear in the length of the text.
    """
    alone: dict[str, list[tuple[Sentence, Name, int]]] = {}
    for sentence, found in groupby(everybody.named, key=lambda pair: pair[0]):
        there = [name for _, name in found]
        persons = {id(each): each for name in there if (each := everybody.person(name))}
        said = {token.lower for token in sentence.tokens} & _REFLEXIVE.keys()
        if len(said) == len(persons) == 1:
            person = next(iter(persons.values()))
            person.gender = person.gender or _REFLEXIVE[next(iter(said))]
        if len(there[0].words) == 1 and everybody.person(there[0]) is None:
            until = there[1].first if len(there) > 1 else len(sentence.tokens)
            alone.setdefault(there[0].words[0].lower(), []).append((sentence, there[0], until))
    following = {id(one): two for one, two in pairwise(outline)}
    for word, places in alone.items():
        entity = everybody.by_name.get(word)
        if entity is not None and _may_be_person(entity):
            told = [each for place in places for each in _told(*place, following)]
            genders = [each for each in told if each not in {"person", "body"}]
            if 2 * told.count("body") < len(told):
                everybody.personify(entity, max(genders, key=genders.count, default=""))


def _may_be_person(entity: Entity) -> bool:
    """Say whether a name of one word may be a surname, for all that the name itself says."""
    lower = entity.name.lower()
    named = entity.name.isupper() or lower in COUNTRIES or lower in MEDIA
    return not (entity.person or entity.body or entity.located or named)


def _told(
    sentence: Sentence, name: Name, until: int, following: dict[int, Sentence]
) -> Iterator[str]:
    """Give each "female", "male", "person" and "body" that what follows a name speaks of."""
    tokens, after = sentence.tokens, sentence.tokens[name.last : min(until, name.last + _NEAR)]
    lower = [token.lower for token in after]
    if name.first and tokens[name.first - 1].lower == "the":
        yield "body"
    if lower[:1] == ["who"] or lower[:2] == [",", "who"] or _is_age(after):
        yield "person"
    if RELATIVES.intersection(lower[:1]) and tokens[name.last - 1].text.endswith(("'s", "’s")):
        yield "person"
    yield from _pronouns(lower)
    then = following.get(id(sentence))
    if (
        until == len(tokens)
        and then is not None
        and then.paragraph == sentence.paragraph
        and then.tokens
    ):
        yield from _pronouns([then.tokens[0].lower])


def _pronouns(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word in _PERSONAL:
            yield _PERSONAL[word]
        elif word in _NEUTER:
            yield "body"


def _is_age(after: Sequence[Token]) -> bool:
    """Say whether an age follows: N, 45, said."""
    if len(after) < 3 or after[0].text != "," or after[2].text != ",":
        return False
    return after[1].text.isdecimal() and len(after[1].text) < 4 and int(after[1].text) in _AGES
