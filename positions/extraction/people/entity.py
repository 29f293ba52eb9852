"""Stage 7: a person or an organisation that the text names, with what it tells of them."""

from dataclasses import dataclass, field

from positions.extraction.lexicon.words import COLLECTIVE, ORGANISATION
from positions.extraction.phrases.names import SLOGAN, SUFFIXES

_IN_FULL = {"gov.": ("governor",), "sen.": ("senator", "lawmaker"),
            "rep.": ("representative", "congressman", "congresswoman", "lawmaker")}  # fmt: skip


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody named in the text: a person, or an organisation (or a place, which may speak)."""

    name: str
    person: bool
    role: str = ""
    organisation: str = ""
    gender: str = ""  # "female", "male" or "" when nothing tells
    acronym: str = ""
    sites: int = 0  # how often the text says "in" it
    kinds: set[str] = field(default_factory=set)  # "charity" of "the charity N"
    inner: bool = False  # named within a sentence, where only names have capitals
    places: list[int] = field(default_factory=list)  # where it is named, in order

    @property
    def body(self) -> bool:
        """Whether a name is surely an organisation's, not a place's or a product's."""
        words = self.name.lower().split()
        return bool(self.acronym or self.kinds) or any(
            word in ORGANISATION or word in COLLECTIVE or word.isdigit() or word in SLOGAN
            for word in words
        )

    @property
    def located(self) -> bool:
        """Whether the name is rather a place's."""
        return bool(self.sites) and 2 * self.sites >= len(self.places)

    @property
    def plain_body(self) -> bool:
        """Whether even the name alone, without any sentence about it, is an organisation's."""
        return self.body and (" " in self.name or bool(self.acronym or self.kinds))

    @property
    def offices(self) -> frozenset[str]:
        """The words of the role, those cut short written out: governor, of Gov."""
        words = self.role.lower().split()
        return frozenset([*words, *(each for word in words for each in _IN_FULL.get(word, ()))])

    @property
    def surname(self) -> str:
        """The last word of a person's name, but for what follows it: Brae, of Ola Brae Jr."""
        return without_suffix(self.name.split(" "))[-1]


def without_suffix(words: list[str]) -> list[str]:
    """Give the words of a name without what tells a son's from his father's: Ola Brae, Jr."""
    return words[:-1] if len(words) > 2 and words[-1].lower() in SUFFIXES else words


def is_misprint(one: str, other: str) -> bool:
    """Say whether two surnames of five letters or more are one edit apart. Linear."""
    if one == other or min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1:
        return False
    if one[0] != other[0]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, others = one[start:], other[start:]
    return rest[1:] == others[1:] or rest == others[1:] or rest[1:] == others
