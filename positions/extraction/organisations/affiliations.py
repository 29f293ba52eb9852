"""Stage 7, its end: gives the persons of a text the roles and organisations that it tells of."""

from bisect import bisect_left
from collections.abc import Sequence

from positions.extraction.lexicon.names import MEN, WOMEN
from positions.extraction.lexicon.places import PARTIES
from positions.extraction.lexicon.roles import (
    BODIES_OF,
    MEMBERS_OF,
    OF_PLACES,
    PORTFOLIOS,
    RANKS,
    SECONDS,
    SECRETARIAL,
)
from positions.extraction.lexicon.words import BODIES, PREPOSITIONS, TITLES
from positions.extraction.organisations.offices import counted_for, is_plausible, tidied
from positions.extraction.organisations.references import Organisations
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity
from positions.extraction.people.mentions import Mention
from positions.extraction.people.name_context import beside
from positions.extraction.people.persons import is_law, is_thing
from positions.extraction.phrases.names import Name, bare
from positions.extraction.phrases.organisations import OF_PERSONS, organisation
from positions.extraction.phrases.roles import has_role, is_role, read, title_role
from positions.extraction.text.outline import Token

_STAFF = frozenset(
    ["regional", "national", "press", "policy", "communications", "information", "campaigns",
     "chief", "executive", "development", "public", "liaison", "investment", "organising"]
)  # fmt: skip
"""Words of the role of an officer who is a body's, not a police officer."""
_PEERS = frozenset(["lord", "lady", "baroness", "viscount", "earl"])
_FEW = 40  # persons of whom one may be her whose deputy speaks
_FIRST_NAMES = WOMEN | MEN


def describe(everybody: Cast, organisations: Organisations) -> None:
    """Give the persons of a text the roles and organisations that stand beside their names.

    The first description counts. Linear in the text.
    """
    for person, below in everybody.signed:
        if below and not person.organisation:
            role, held = _of_signature([each.tokens for each in below])
            person.role, person.organisation = person.role or role, counted_for(held, role)
    for sentence, name in everybody.named:
        entity = everybody.person(name)
        if entity is None or (entity.role and entity.organisation):
            continue
        role, said = beside(sentence.tokens, name.first, name.last)
        role = role or title_role(name.title)
        first = sentence.tokens[0].text
        after = sentence.tokens[name.last :]
        seat = name.title in _PEERS and after[:1] and after[0].lower == "of"
        said = "" if seat and said == organisation(after) else tidied(said)  # Lord Brae of Amber
        whose = f"{said}’s campaign" if role.startswith("campaign ") else said
        said = owned(everybody, whose) or said
        said = "" if said and not counted_for(said, role) else said
        if role and said == first and said.lower() not in PARTIES and _is_opening(everybody, said):
            role, said = f"{said.lower()} {role}", ""  # Music director N
        if entity.role and role and entity.role != role and not said:
            continue
        held = _settled(everybody, organisations, name, role, said, sentence.start)
        entity.role = entity.role or role
        held = entity.organisation or ("" if is_law(held) else held)
        entity.organisation = counted_for(held, entity.role)  # no town of a lawmaker
        body = everybody.by_name.get(entity.organisation.lower())
        if body is not None and body.person:
            everybody.incorporate(body)


def _of_signature(lines: Sequence[Sequence[Token]]) -> tuple[str, str]:
    """Read the lines below a signature: Director, Amber Board; or the office and then the body."""
    role, held = _of_line(lines[0])
    if not held and len(lines) > 1 and (role or not _is_body(lines[0])):
        held = _of_line(lines[1])[1] if role else ""
    return role, held


def _of_line(tokens: Sequence[Token]) -> tuple[str, str]:
    """Read one line: Director, Amber Board; Director of the Amber Board; the Amber Board."""
    comma = next((k for k, token in enumerate(tokens) if token.text == ","), len(tokens))
    first, rest = tokens[:comma], tokens[comma + 1 :]
    office = has_role(first) and (is_role(first[0]) or not _is_body(first))
    role, held = read(first) if office else ("", "")
    body = next((part for part in (rest, () if office else first) if _is_body(part)), ())
    return role, held or " ".join(token.text for token in body)


def _is_body(tokens: Sequence[Token]) -> bool:
    """Say whether words are the name of a body: capitals, and a noun that names one."""
    named = [token.lower for token in tokens if token.capital]
    return (
        len(named) > 1
        and tokens[0].capital
        and not BODIES.isdisjoint(named)
        and not any(token.text in {".", ":", "@", ","} for token in tokens)
    )


def identify(pairs: Sequence[tuple[Mention, Entity]], organisations: Organisations) -> None:
    """Give persons of whom nothing is told the roles by which they were first quoted."""
    for each, person in pairs:
        if not person.organisation and (not person.role or person.role in RANKS):
            person.role = each.role
            held = organisations.meant(each.organisation, each.start)
            if held and is_plausible(held):
                person.organisation = counted_for(held, each.role)


def _is_opening(everybody: Cast, word: str) -> bool:
    """Say whether a word has its capital only from beginning a sentence, as far as is known."""
    known = everybody.by_name.get(word.lower())
    if word.lower() in BODIES or (known is not None and len(known.places) > 1):
        return False
    return word.istitle() and (known is None or not (known.inner or known.body))


def _settled(
    everybody: Cast,
    organisations: Organisations,
    name: Name,
    role: str,
    said: str,
    opened: int,
) -> str:
    """Give the organisation by its full name; of a bare role, the one that the text is about."""
    if bare(said) != said and not bare(said).endswith(("s'", "s’")) and not role:
        known = everybody.by_name.get(bare(said).lower())
        spoken = known is not None and not known.person and organisations.is_topic(known.name)
        return known.name if known is not None and (known.plain_body or spoken) else ""
    if said.lower() in _FIRST_NAMES:
        return ""
    owner = everybody.surely_person(said)
    if said.lower() in everybody.by_surname and owner is None:
        return ""  # one of two of the name
    if owner is not None:
        return owner.organisation if SECONDS.intersection(role.split()) else ""
    if said in {"his", "her"}:
        return "" if name.title else _principal(everybody, role, name.start)
    if said:
        known = everybody.by_name.get(said.lower())
        place = known is not None and known.located and not known.body
        if place and role.rpartition(" ")[2] not in OF_PLACES:
            return ""
        held = organisations.meant(said, name.start)
        return held if is_plausible(held) else ""
    if not role or name.title in {"sen", "rep", "gov"}:
        return ""
    held = _of_role(organisations, role, name.start)
    if held:
        return held
    before = organisations.everybody.by_name.get(_of_role(organisations, role, opened).lower())
    spoken = before is not None and not before.located and organisations.is_topic(before.name)
    return before.name if before is not None and (before.body or spoken) else ""


def _untitled(said: str) -> str:
    """Give a name without the title before it: Vell, of Ms. Vell."""
    title, _, rest = said.partition(" ")
    return rest if rest and title.lower().rstrip(".") in TITLES else said


def owned(everybody: Cast, said: str) -> str:
    """Give a person's campaign or office by her full name: Mara Vell’s campaign; "" for others."""
    whose, _, body = said.rpartition(" ")
    if body.lower() not in OF_PERSONS or bare(whose) == whose:
        return ""
    owner = everybody.owner(_untitled(bare(whose)))
    return f"{owner.name}’s {body}" if owner is not None else ""


def _of_role(organisations: Organisations, role: str, place: int) -> str:
    """Give the organisation that a bare role (the director) belongs to, "" when unsure."""
    words = role.lower().replace("-", " ").split()
    end = next((k for k, word in enumerate(words) if word in PREPOSITIONS), len(words))
    head = words[end - 1] if end else ""
    if head == "president" and "vice" in words[:end] and words[end:]:
        head = "vice-president"
    if head == "officer" and not _STAFF.isdisjoint(words[:end]):
        head = "executive"
    if "at" in words[end:]:
        return ""  # manager at the oldest station
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
    campaign = words[0] != "campaign" or held.endswith(" campaign")
    if is_thing(held) or not campaign:
        return ""  # a campaign spokesman is of no body of which the text told before
    known = organisations.everybody.by_name.get(held.lower())
    if held.isalpha() and held.islower() and held not in organisations.groups.values():
        return ""  # "the orchestra", of which the text has no name
    return "" if known is not None and known.located and not known.body else held


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
