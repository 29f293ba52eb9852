"""Stage 7: what a phrase that names a speaker says by itself: a name, pronoun, role or group."""

from collections.abc import Sequence
from dataclasses import dataclass

from positions.extraction.draft import How
from positions.extraction.lexicon import listed
from positions.extraction.lexicon.places import PARTISANS
from positions.extraction.lexicon.roles import ROLES
from positions.extraction.lexicon.words import (
    BREAKS,
    COLLECTIVE,
    DETERMINERS,
    DOCUMENTS,
    PREPOSITIONS,
    PRONOUNS,
)
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity
from positions.extraction.people.named import MentionKind, Named, entity_of, several, whoever
from positions.extraction.phrases.names import Name, bare, is_title, names
from positions.extraction.phrases.nouns import Noun
from positions.extraction.phrases.organisations import owner
from positions.extraction.phrases.roles import has_role, read
from positions.extraction.text.outline import Token

_TRAILING = frozenset(["both", "each", "alike", "himself", "herself", "itself", "themselves"])
_HEAD_ENDS = frozenset(["of", "for", "at", "with", "from", "in", "on", "to", "by", "about"])
_DEFINITE = DETERMINERS - listed("a an one another some two three many other my")
_OWN_DOCUMENT = listed(
    """resolution agreement contract bill law act policy ruling ordinance clause charter treaty
    decree judgment judgement motion order declaration notice code circular"""
)
_BEFORE_NAMES = DETERMINERS | COLLECTIVE
_PARTING = PREPOSITIONS | BREAKS | {"and"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that names a speaker, as read by itself."""

    kind: MentionKind
    start: int
    end: int
    text: str
    how: How
    head: str
    entity: Entity | None = None
    role: str = ""
    organisation: str = ""
    candidates: tuple[Entity, ...] = ()
    definite: bool = False


def is_own_document(head: str) -> bool:
    """Say whether a document's words count as its own (a contract), not as its issuer's."""
    return head in _OWN_DOCUMENT


def mention(text: str, tokens: Sequence[Token], noun: Noun, everybody: Cast) -> Mention:
    """Read a phrase. Costs what the phrase is long."""
    inner = tokens[noun.first : noun.last]
    start, end = inner[0].start, inner[-1].end
    printed = text[start:end]
    first = inner[0].lower
    there = len(inner) > 1 and inner[-1].lower == "there"
    if there or (len(inner) > 1 and inner[-1].lower in _TRAILING):
        inner = inner[:-1]  # an official there; Vell and Brae both
    if len(inner) == 1 and first in PRONOUNS:
        return Mention("pronoun", start, end, printed, How.PRONOUN, first)
    found = names(inner, frozenset())
    together = several(inner, found, everybody)
    if together:
        return Mention("several", start, end, printed, How.HEAD_NOUN, "", candidates=together)
    return _one(text, tokens, noun, inner, found, everybody)


def _one(
    text: str,
    tokens: Sequence[Token],
    noun: Noun,
    inner: Sequence[Token],
    found: Sequence[Name],
    everybody: Cast,
) -> Mention:
    """Read a phrase that names one, or nobody; `inner` are its tokens without a trailing word."""
    start, end = tokens[noun.first].start, tokens[noun.last - 1].end
    printed, first = text[start:end], inner[0].lower
    there = tokens[noun.last - 1].lower == "there" and len(inner) < noun.last - noun.first
    head_end = next(
        (k for k, token in enumerate(inner) if k and token.lower in _HEAD_ENDS), len(inner)
    )
    aside = tokens[noun.beside[0] : noun.beside[1]]
    head = inner[head_end - 1].lower if inner[head_end - 1].text != ")" else ""
    if head in PARTISANS and first in DETERMINERS:  # the Amber Republican
        role = " ".join(token.text for token in inner[1:head_end])
        definite = _is_definite(inner[0], head)
        return Mention("role", start, end, printed, How.ROLE, head, None, role, definite=definite)
    named = whoever(inner, found, head_end, everybody)
    beside_names = names(aside, frozenset())
    if named is not None and not (beside_names and _is_office(inner, named)):
        named_role = _role(aside, named)
        kind, how, entity, candidates = named
        if kind == "name" and entity and entity.person:
            start, end = _name_span(inner, found, entity, everybody, start, end)
        return Mention(
            kind, start, end, text[start:end], how, head, entity, named_role, "",
            candidates,
        )  # fmt: skip
    if (
        beside_names
        and all(
            token.lower in _BEFORE_NAMES
            or is_title(token)
            or (token.capital and is_title(aside[at + 1]))  # Rivers Secretary N
            or (token.text.islower() and token.lower not in _PARTING)
            for at, token in enumerate(aside[: beside_names[0].first])
        )
    ):
        other = entity_of(beside_names[0], everybody)
        if other:
            role, organisation = read(inner)
            return Mention("name", start, aside[-1].end, text[start : aside[-1].end],
                           How.APPOSITION, head, other, role if other.person else "",
                           organisation)  # fmt: skip
    definite = _is_definite(inner[0], head)
    if head in DOCUMENTS:
        return Mention("document", start, end, printed, How.DOCUMENT, head, None, "",
                       owner(inner, head_end - 1), definite=definite)  # fmt: skip
    if first == "one" and len(inner) > 2 and has_role(inner):  # one of its engineers
        role, organisation = read(inner)
        return Mention("role", start, end, printed, How.ROLE, role.removesuffix("s"), None,
                       role.removesuffix("s"), organisation)  # fmt: skip
    if head in ROLES:
        role, organisation = read(inner)
        organisation = organisation or ("its" if there else "")
        return Mention("role", start, end, printed, How.ROLE, head, None, role or head,
                       organisation, definite=definite)  # fmt: skip
    kind_of: MentionKind = "collective" if head in COLLECTIVE and definite else "group"
    return Mention(kind_of, start, end, printed, How.HEAD_NOUN, head, definite=definite)


def _is_definite(first: Token, head: str) -> bool:
    """Say whether a phrase is of somebody in particular: the mayor, this board, N's director."""
    return first.lower in _DEFINITE or (head in ROLES and bare(first.text) != first.text)


def _is_office(inner: Sequence[Token], named: Named) -> bool:
    """Say whether what looks like a name is an office that somebody holds."""
    entity = named[2]
    office = inner[0].lower == "the" and inner[-1].lower in ROLES
    return office and (entity is None or not entity.person)


def _role(aside: Sequence[Token], named: Named) -> str:
    """Read the role of a person from what stands in apposition, else the one known already."""
    entity = named[2]
    if entity is None or not entity.person:
        return ""
    return (read(aside)[0] if aside else "") or entity.role


def _name_span(
    inner: Sequence[Token],
    found: Sequence[Name],
    entity: Entity,
    everybody: Cast,
    start: int,
    end: int,
) -> tuple[int, int]:
    """Keep of a phrase what names the person: from its beginning to the name's last word."""
    for name in found:
        word = name.words[-1].lower()
        if word == entity.surname.lower() or word in everybody.misprints:
            return start, inner[name.last - 1].end
    return start, end
