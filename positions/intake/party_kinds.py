"""What kind of party a name that is not known may be: a suggestion by its words (pure)."""

from __future__ import annotations

import re

from positions.choices import StakeholderKind
from positions.extraction import Speaker

# The first whose words occur in the name counts.
WORDS: tuple[tuple[StakeholderKind, str], ...] = (
    (StakeholderKind.CAUCUS, r"caucus"),
    (StakeholderKind.COALITION, r"coalition|alliance|federation"),
    (StakeholderKind.INVESTORS, r"investors?|shareholders?|fund|funds|capital"),
    (StakeholderKind.RESEARCH, r"university|institute|laboratory|college|researchers?"),
    (StakeholderKind.LEGISLATURE, r"parliament|congress|senate|assembly|house of .*"),
    (
        StakeholderKind.AGENCY,
        (
            r"agency|ministry|department|office|bureau|commission|police|sheriff|authority|board"
            r"|council|city|county|government|court|administration"
        ),
    ),
    (StakeholderKind.OUTLET, r"times|post|herald|news|gazette|tribune|journal|chronicle"),
    (
        StakeholderKind.COMPANY,
        (
            r"inc|corp|corporation|company|ltd|llc|plc|gmbh|bank|group|technologies|systems|services"
            r"|airport|airlines|railways"
        ),
    ),
    (
        StakeholderKind.ADVOCACY,
        (
            r"union|association|society|network|campaign|foundation|watch|friends|league|front"
            r"|action|rights|anglers|party|centre|center|project|committee|trust"
        ),
    ),
)
_WORDS = [(kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in WORDS]
_INVESTING = re.compile(r"\b(?:share|stock)holders?\b|\binvestors?\b", re.IGNORECASE)
DOCUMENT = re.compile(r"[a-z][a-z -]*")  # no name: a resolution, a court order
_POINTING = re.compile(r"(?:both|these|those|neither|either|all|two|three|four)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"(?<![\w'’.-])[A-Z][\w'’.-]++(?: (?:[A-Z][\w'’.-]*+|de|van|von|der|la|al|bin)){1,3}"
)


def kind_of_name(name: str) -> StakeholderKind:
    """The kind that the words of a name speak for; that of an advocacy group where none does."""
    for kind, words in _WORDS:
        if words.search(name):
            return kind
    return StakeholderKind.PERSON if _PERSON.fullmatch(name) else StakeholderKind.ADVOCACY


def is_document(speaker: Speaker) -> bool:
    """Whether a resolution or the like speaks: whose it is, the tracker has to be told."""
    return speaker.how == "document" and DOCUMENT.fullmatch(speaker.name) is not None


def refers_back(speaker: Speaker) -> bool:
    """Whether they are only pointed to: both offices, the two groups."""
    return speaker.how == "head noun" and _POINTING.match(speaker.name) is not None


def _of_group(name: str) -> StakeholderKind:
    investors = _INVESTING.search(name)
    return StakeholderKind.INVESTORS if investors else StakeholderKind.COLLECTIVE


def kind_of(speaker: Speaker) -> StakeholderKind:
    """The kind of a speaker: who is described and not named is a collective."""
    if speaker.how == "head noun":
        return _of_group(speaker.name)
    if speaker.role:
        return StakeholderKind.PERSON
    return kind_of_name(speaker.name)
