"""Stage 7: which names are a person's, a woman's or a man's, and which are a crowd's."""

from collections.abc import Iterable, Sequence

from positions.extraction.lexicon import listed
from positions.extraction.lexicon.names import EITHER, MEN, WOMEN
from positions.extraction.lexicon.places import COUNTRIES, COUNTRY_OF, PARTIES, PARTISANS, STATES
from positions.extraction.lexicon.roles import ROLES
from positions.extraction.lexicon.words import FEMALE, LAWS, MALE, ORGANISATION, PEOPLE
from positions.extraction.people.entity import Entity
from positions.extraction.phrases.names import SLOGAN, Name

_INNER = frozenset(["of", "for", "and", "&", "the", "in", "on"])
_SURNAMES_TOO = frozenset(
    ["waters", "parks", "church", "bridges", "power", "steel", "court", "springs", "forests"]
)
"""Nouns for bodies that are surnames behind a first name: Tim Waters."""
_PARTISANS = frozenset(["tories", *(f"{each}s" for each in PARTISANS)])
_PEOPLES = listed(
    """latinos latinas hispanics blacks whites muslims christians catholics jews evangelicals
    millennials europeans africans asians arabs kurds brits scots londoners parisians californians
    texans floridians"""
)
_SPEAKING_THINGS = frozenset(
    ["administration", "bank", "clinic", "university", "magazine", "city", "county", "inquiry",
     "reform"]
)  # fmt: skip
_THINGS = (LAWS - {"law"}) | listed(  # Jude Law, and the College of Law
    """guide report review book inquiry survey plan tax war award cup games olympics
    islands sea mountain mountains city county town street road avenue tower airport states
    kingdom republic nations accord crisis prize zealand lanka
    summit budget university election elections primary bank agenda administration clinic
    festival magazine programme reform"""
)
_MUTE = _THINGS - _SPEAKING_THINGS


def is_people(name: str) -> bool:
    """Say whether a name is that of people, who are no body: Israelis, MPs, House Democrats.

    The Liberal Democrats are a party, though.
    """
    lower = name.lower()
    last = lower.rpartition(" ")[2]
    if last != lower:
        return last in _PARTISANS and lower.removesuffix("s") not in PARTIES
    if lower in COUNTRY_OF or lower in _PARTISANS or lower in _PEOPLES:
        return True
    return lower.endswith("s") and (
        lower in PEOPLE or lower[:-1] in COUNTRY_OF or lower[:-1] in ROLES
    )


def is_person(name: Name) -> bool:
    """Say whether a name looks like a person's: two to four words, none an organisation's."""
    words = [word.lower() for word in name.words]
    if " ".join(words) in COUNTRIES or " ".join(words) in STATES:
        return False
    if name.title and len(words) <= 4 and words[-1] not in ORGANISATION:
        return True
    first = words[0] in WOMEN or words[0] in MEN
    surname = first and len(words) == 2 and words[-1] in _SURNAMES_TOO
    if not 2 <= len(words) <= 4 or (words[-1] in ORGANISATION and not surname):
        return False
    if first:
        return True
    if words[-1] in _THINGS or words[-1].removesuffix("s") in PARTIES:
        return False
    return not any(
        word in ORGANISATION
        or word in _INNER
        or word in SLOGAN
        or (len(each) > 1 and each.isupper() and "." not in each)
        for word, each in zip(words, name.words, strict=True)
    )


def is_thing(name: str) -> bool:
    """Say whether a name ends in a word for a thing that is nobody: a sea, a report, a street."""
    return bool(name) and name.rsplit(" ", 1)[-1].lower() in _MUTE


def is_law(name: str) -> bool:
    """Say whether a name is a law's, which is nobody: the Weir Act; not the College of Law."""
    words = name.lower().split()
    return bool(words) and words[-1] in LAWS and words[-2:-1] != ["of"]


def called(same: Sequence[Entity], name: Name) -> list[Entity]:
    """Leave those of one surname whom the title before it may mean: Minister Vell; Mrs Vell.

    An office means who has it; what is said of a woman or a man means whoever is known for one,
    else those of whom nothing tells.
    """
    holders = [each for each in same if name.title and name.title in each.role]
    told = gender_of(name, ())
    if holders or not told:
        return holders
    alike = [each for each in same if each.gender == told]
    return alike or [each for each in same if not each.gender]


def gender_of(name: Name, near: Iterable[str]) -> str:
    """Tell a woman from a man by title, first name or role noun; "" when nothing tells."""
    words = {*name.title.split(), *near}
    first = name.words[0].lower() if len(name.words) > 1 else ""
    told = first not in EITHER
    if words & FEMALE or (told and first in WOMEN):
        return "female"
    if words & MALE or (told and first in MEN):
        return "male"
    return ""
