"""Stage 8: who holds an office that a text names without its holder: the mayor, the nominee."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from positions.extraction.draft import Speaker
from positions.extraction.lexicon import listed
from positions.extraction.lexicon.places import PARTIES, PARTISANS, STATES
from positions.extraction.lexicon.roles import HOLDERS, PUBLIC, ROLES, STANDING, UNNAMED
from positions.extraction.lexicon.words import ARTICLES
from positions.extraction.organisations.offices import HEADS_OF_GOVERNMENT
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity
from positions.extraction.people.mentions import Mention
from positions.extraction.people.name_context import describes
from positions.extraction.phrases.origins import seat, states
from positions.extraction.speakers.descriptions import is_same_office
from positions.extraction.speakers.memory import Memory
from positions.extraction.text.outline import Token

_ANYBODY = listed(
    """witness resident voter passenger driver protester reporter journalist interviewer member
    worker judge"""
)
"""Roles of whom a text may bring in without a name."""
_PLAIN = listed("federal senior leading top local veteran prominent influential former")
"""Words before a role that tell nobody apart from another."""
_BESIDE = 4  # tokens beside a name in which its place stands
_SHORT = 4  # words of a description that may mean who has just spoken
_WITHIN = frozenset(["of", "for", "at", "in", "from", "with"])
_LEAD, _SOON = 700, 900  # characters of a lead, and from it to the name of whom it tells
_WEIGHED = 50  # persons with the same role
_PASSING = UNNAMED | STANDING
_NO_TRADE = PUBLIC | _ANYBODY
_CALLED = HOLDERS | PARTISANS
_STATE = PUBLIC - HOLDERS


@dataclass(slots=True)
class Holders:
    """Those of a text by their offices."""

    everybody: Cast
    memory: Memory
    by_role: dict[str, list[Entity]] = field(init=False)
    seats: dict[int, set[str]] = field(default_factory=dict)
    """Of which places the text says that a person is, in small letters."""

    def __post_init__(self) -> None:
        self.by_role = self.everybody.by_role()
        for sentence, name in self.everybody.named:
            person = self.everybody.person(name)
            if person is not None:
                seats = self.seats.setdefault(id(person), set())
                seats.update(_seats(sentence.tokens, name.first, name.last))

    def placed(self, mention: Mention, same: Sequence[Entity]) -> list[Entity]:
        """Leave those whom an office with a place means: the Ohio senator."""
        said = _places(mention)
        here = [each for each in same if not said.isdisjoint(self.seats.get(id(each), ()))]
        if here or STATES.isdisjoint(said):
            return here or list(same)
        alone = len(same) == 1 and not self.seats.get(id(same[0]))
        return list(same) if alone else []

    def named(self, mention: Mention, organisation: str) -> list[Entity]:
        """Find who has a role: those named before, else the only one, else whom a heading names."""
        same = self.by_role.get(mention.head, [])
        if len(mention.role.split()) == 2 and mention.head == "minister":
            same = [each for each in same[:_WEIGHED] if is_same_office(each.role, mention.role)]
        if mention.organisation and not organisation:  # the country's trade minister
            said = set(mention.role.lower().split())
            same = [each for each in same[:_WEIGHED] if said <= each.offices]
        if organisation:
            same = [each for each in same[:_WEIGHED] if each.organisation == organisation]
        same = self.placed(mention, same[:_WEIGHED])
        before = [
            each for each in same[:_WEIGHED] if each.places and each.places[0] < mention.start
        ]
        if before or len(same) == 1 or mention.organisation:
            return before or same
        unknown = [each for each in self.everybody.headlined if each.person and not each.role]
        named = self.memory.named[: _WEIGHED if mention.head in PUBLIC else 0]
        if any(each.person and each not in unknown for at, each in named if at < mention.start):
            return []  # the text has named others of whom it may speak
        return unknown if len(unknown) == 1 else []

    def coming(self, mention: Mention) -> Entity | None:
        """Give whom a lead describes (a federal judge) and the text names soon after, the only one.

        The role beside the name may say more than the lead; what the lead says more tells nobody
        apart (federal, senior).
        """
        if mention.text.split()[0].lower() not in ARTICLES or mention.start > _LEAD:
            return None
        same = self.by_role.get(mention.head, []) if mention.head not in _PASSING else []
        named = [each for each in same[:_WEIGHED] if each.places]
        if len(named) != 1 or not mention.end < named[0].places[0] < mention.end + _SOON:
            return None
        said, held = set(mention.role.lower().split()), named[0].offices
        more = said - held - _PLAIN - {mention.head}
        return named[0] if not more else None

    def just_heard(self, mention: Mention, last: Speaker) -> Entity | None:
        """Give who has just spoken in this paragraph, where a short description may mean the same.

        So do "the 45-year-old" and "the Herald editor", but not "the editor of the Herald".
        """
        words = mention.text.split()
        if not 1 < len(words) <= _SHORT or not _WITHIN.isdisjoint(words):
            return None
        entity = self.everybody.by_name.get(last.name.lower())
        the = words[0].lower() == "the"
        return entity if the and entity is not None and entity.person else None

    def called(self, mention: Mention, paragraph: int, sentence: int) -> Entity | None:
        """Give whom an office means that the text gave to nobody: whom it is about, or the rest.

        Without a country or a body beside it, "the prime minister" is he of whom the text tells,
        or the only one so far whose office it has not told.
        """
        bare = mention.text.lower().removeprefix("the ") == mention.role.lower()
        alone = bare and (mention.head != "minister" or mention.role in HEADS_OF_GOVERNMENT)
        trade = not mention.organisation and mention.head not in _NO_TRADE
        if trade or mention.head in _CALLED or (mention.head in PUBLIC and alone):
            about = self.memory.about(mention.head, mention.start, paragraph, sentence)
            if about is not None or not alone or mention.head not in _STATE:
                other = about is not None and self.seats.get(id(about)) and _places(mention)
                if about is None or (other and not self.placed(mention, [about])):
                    return None
                return about if _may_be_former(mention, about) else None
            before = {
                id(each): each
                for place, each in self.memory.named[:_WEIGHED]
                if place < mention.start and each.person and not each.role
            }
            return next(iter(before.values())) if len(before) == 1 else None
        return None


def _may_be_former(mention: Mention, person: Entity) -> bool:
    """Say whether somebody may be called the former president: who has no office now."""
    former = mention.role.startswith("former")
    return not former or not person.role or "former" in person.role.lower().split()


def _places(mention: Mention) -> set[str]:
    """Give the places that stand in a phrase for an office, in small letters."""
    words = {word.lower() for word in mention.text.split()[1:] if word.istitle()}
    return states(mention.text.lower().split()) or words - ROLES - PARTIES


def _seats(tokens: Sequence[Token], first: int, last: int) -> set[str]:
    """Give the places beside a name: Ohio Sen. N; N of Ohio; N, Democrat of Ohio; N (R-Ohio)."""
    low = first
    while low > max(0, first - _BESIDE) and describes(tokens[low - 1]):
        low -= 1
    after = [token.lower for token in tokens[last : last + _BESIDE + 2]]
    if after[:1] == [","] and not PARTIES.isdisjoint(after):
        named = after
    else:
        named = after[1:3] if after[:1] in (["of"], ["for"]) else []
    near = [token.lower for token in tokens[low:first]]
    seats = (seat(token) for token in tokens[last + 1 : last + 2])
    return states(near) | states(named) | {*seats} - {""}
