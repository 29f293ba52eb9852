"""Stage 7, its end: gives the persons of a text the roles and organisations that it tells of."""

from bisect import bisect_left
from collections.abc import Sequence

from positions.extraction.lexicon.names import MEN, WOMEN
from positions.extraction.lexicon.places import PARTIES
from positions.extraction.lexicon.roles import (
    BODIES_OF,
    MEMBERS_OF,
    PORTFOLIOS,
    RANKS,
    SECONDS,
    SECRETARIAL,
)
from positions.extraction.lexicon.words import BODIES, PREPOSITIONS
from positions.extraction.organisations.offices import counted_for
from positions.extraction.organisations.references import Organisations
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity
from positions.extraction.people.mentions import Mention
from positions.extraction.people.name_context import beside
from positions.extraction.phrases.names import Name, bare
from positions.extraction.phrases.roles import title_role

_FEW = 40  # persons of whom one may be her whose deputy speaks


def describe(everybody: Cast, organisations: Organisations) -> None:
    """Give the persons of a text the roles and organisations that stand beside their names.

    The first description counts. Linear in the text.
    """
    for sentence, name in everybody.named:
        entity = everybody.person(name)
        if entity is None or (entity.role and entity.organisation):
            continue
        role, said = beside(sentence.tokens, name.first, name.last)
        role = role or title_role(name.title)
        first = sentence.tokens[0].text
        said = "" if said and not counted_for(said, role) else said
        if role and said == first and said.lower() not in PARTIES and _is_opening(everybody, said):
            role, said = f"{said.lower()} {role}", ""  # Music director N
        if entity.role and role and entity.role != role and not said:
            continue
        held = counted_for(_settled(everybody, organisations, name, role, said), role)
        entity.role = entity.role or role
        entity.organisation = entity.organisation or held
        if held and (body := everybody.by_name.get(held.lower())) is not None and body.person:
            everybody.incorporate(body)


def identify(pairs: Sequence[tuple[Mention, Entity]], organisations: Organisations) -> None:
    """Give persons of whom nothing is told the roles by which they were first quoted."""
    for each, person in pairs:
        if not person.organisation and (not person.role or person.role in RANKS):
            person.role = each.role
            held = organisations.meant(each.organisation, each.start)
            person.organisation = counted_for(held, each.role)


def _is_opening(everybody: Cast, word: str) -> bool:
    """Say whether a word has its capital only from beginning a sentence, as far as is known."""
    known = everybody.by_name.get(word.lower())
    if word.lower() in BODIES:
        return False
    return word.istitle() and (known is None or not (known.inner or known.body))


def _settled(
    everybody: Cast,
    organisations: Organisations,
    name: Name,
    role: str,
    said: str,
) -> str:
    """Give the organisation by its full name; of a bare role, the one that the text is about."""
    if bare(said) != said and not bare(said).endswith(("s'", "s’")) and not role:
        known = everybody.by_name.get(bare(said).lower())
        spoken = known is not None and not known.person and organisations.is_topic(known.name)
        return known.name if known is not None and (known.plain_body or spoken) else ""
    if said.lower() in WOMEN | MEN:
        return ""
    owner = everybody.surely_person(said)
    if owner is not None:
        return owner.organisation if SECONDS.intersection(role.split()) else ""
    if said in {"his", "her"}:
        return "" if name.title else _principal(everybody, role, name.start)
    if said:
        known = everybody.by_name.get(said.lower())
        if known is not None and known.located and not known.body and not _is_of_place(role):
            return ""
        return organisations.meant(said, name.start)
    if not role or name.title in {"sen", "rep", "gov"}:
        return ""
    return _of_role(organisations, role, name.start)


def _of_role(organisations: Organisations, role: str, place: int) -> str:
    """Give the organisation that a bare role (the director) belongs to, "" when unsure."""
    words = role.lower().replace("-", " ").split()
    end = next((k for k, word in enumerate(words) if word in PREPOSITIONS), len(words))
    head = words[end - 1] if end else ""
    if head == "secretary" and not SECRETARIAL.issuperset(words):
        return ""
    if head in BODIES_OF and not PORTFOLIOS.intersection(words):
        found = organisations.of_kind(BODIES_OF[head], place)
        if head == "commissioner" and len(words) > 1 and words[0] not in found.lower():
            return ""  # a surveillance commissioner is not of the home office
        return found
    if head not in MEMBERS_OF:
        return ""
    held = organisations.topic(place)
    known = organisations.everybody.by_name.get(held.lower())
    if held.isalpha() and held.islower() and held not in organisations.groups.values():
        return ""  # "the orchestra", of which the text has no name
    return "" if known is not None and known.located and not known.body else held


def _is_of_place(role: str) -> bool:
    """Say whether a role is held in a place: the mayor of Amber."""
    return role.rpartition(" ")[2] in {"mayor", "bishop", "governor", "sheriff", "planner"}


def _principal(everybody: Cast, role: str, place: int) -> str:
    """Give the organisation of whom "her deputy" serves: the person last named before."""
    if not SECONDS.intersection(role.split()):
        return ""
    before = [
        (each.places[bisect_left(each.places, place) - 1], at)
        for at, each in enumerate(everybody.entities[:_FEW])
        if each.person and each.places and each.places[0] < place
    ]
    return everybody.entities[max(before)[1]].organisation if before else ""
