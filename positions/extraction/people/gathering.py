"""Stage 7: gathers who is named in a text outside its quotations, and what stands by the names."""

from collections.abc import Sequence
from dataclasses import replace

from positions.extraction.lexicon.names import MEN, WOMEN
from positions.extraction.lexicon.words import BODIES, RELATIVES
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity
from positions.extraction.people.persons import gender_of, is_person
from positions.extraction.people.singles import join_single
from positions.extraction.phrases.names import Name, names
from positions.extraction.phrases.origins import seat
from positions.extraction.text.blocks import is_titled
from positions.extraction.text.outline import Sentence, Token

_FEW = 4  # words of a heading that has capitals because it is one
_PERSON = 2  # words of a person's name behind a title
_SHORT = 3  # words of a body's name in a heading, which no verb stands in
_HEADED, _LINE = 3, 14  # tokens before the name of a line, and of a line below it
_MAKING = frozenset(["the", "by", "from", "of"])
_OF = frozenset(["of", "by", "from"])


def cast(sentences: Sequence[Sentence], headings: frozenset[int]) -> Cast:
    """Gather the names of all sentences. Linear in the length of the text.

    `headings` are paragraphs where any first word has a capital, so that one word is no name.
    """
    known = frozenset(
        token.text for each in sentences for token in each.tokens if token.text.islower()
    )
    everybody = Cast()
    single: list[Name] = []
    in_order = sorted(enumerate(sentences), key=lambda pair: pair[1].paragraph in headings)
    for number, sentence in in_order:
        titled = sentence.paragraph in headings and _is_titled(sentence)
        for found in names(sentence.tokens, known):
            name = _in_title(everybody, sentence, found) if titled else found
            if name is None:
                continue
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
            if entity.person and _signs(sentence, name):
                everybody.signed.append((entity, _below(sentences, number, headings)))
            _acronym(everybody, entity, sentence.tokens, name.last)
    join_single(everybody, single)
    return everybody


def _signs(sentence: Sentence, name: Name) -> bool:
    """Say whether a name is all that a line tells: N, or Testimony of N."""
    tokens = sentence.tokens
    last = name.last + (tokens[-1].text == ",")
    alone = name.first == 0 or (name.first <= _HEADED and tokens[name.first - 1].lower in _OF)
    return alone and last == len(tokens)


def _below(sentences: Sequence[Sentence], at: int, headings: frozenset[int]) -> Sequence[Sentence]:
    """Give the one or two short lines below a line, each a paragraph without a full stop."""
    found: list[Sentence] = []
    for each in sentences[at + 1 : at + 3]:
        if each.paragraph not in headings or len(each.tokens) > _LINE or not each.tokens:
            break
        found.append(each)
    return found


def _in_title(everybody: Cast, sentence: Sentence, name: Name) -> Name | None:
    """Give the part of a heading's capitals that is a name: one of the text's, or a person's.

    The headings are read last, so that the names of the text are known. Behind "by the" or the
    like they may be a body's name as a whole. None for no name.
    """
    words = name.words
    for size in range(len(words), 0, -1):
        for at in range(len(words) - size + 1):
            part = words[at : at + size]
            text = " ".join(part).lower()
            if text in everybody.by_name or (size == 1 and text in everybody.by_surname):
                return _part(name, at, part)
    first = words[0].lower()
    titles = len(name.title.split())
    begins = name.first - titles
    made = begins > 0 and sentence.tokens[begins - 1].lower in _MAKING
    if made and titles and len(words) == _PERSON:
        return name  # Statement by Secretary Ola Brae
    if made and 1 < len(words) <= _SHORT and words[-1].lower() in BODIES:
        return name
    named = len(words) > 1 and (first in WOMEN or first in MEN)
    return _part(name, 0, words[:2]) if named else None


def _part(name: Name, at: int, words: tuple[str, ...]) -> Name:
    """Give some words of a name as a name; one within keeps its place and has no title."""
    if at == 0 and len(words) == len(name.words):
        return name
    return replace(name, words=words, title=name.title if at == 0 else "")


def _is_titled(sentence: Sentence) -> bool:
    """Say whether a heading gives its words capitals, or is in capitals throughout."""
    words = [token.text for token in sentence.tokens if token.text[0].isalpha()]
    return is_titled(words, _FEW) or all(map(str.isupper, words))


def _near(sentence: Sentence, name: Name) -> list[str]:
    return [token.lower for token in sentence.tokens[max(0, name.first - 3) : name.first]]


def _acronym(everybody: Cast, entity: Entity, tokens: Sequence[Token], at: int) -> None:
    """Note the short name in brackets after a name: Amber Tenants' Union (ATU)."""
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
        short = tokens[at + 1].text
        if short.isupper() and len(short) > 1 and not seat(tokens[at + 1]):
            entity.acronym = short
            everybody.by_name[short.lower()] = entity
            everybody.incorporate(entity)
