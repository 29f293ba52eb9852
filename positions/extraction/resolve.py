"""Stage 8: whom a mention means, by the text before it; unknown where nothing tells for certain."""

from bisect import bisect_left
from dataclasses import dataclass, field

from positions.extraction.draft import Candidate, Speaker, Words
from positions.extraction.entities import Cast, Entity
from positions.extraction.lexicon import listed
from positions.extraction.lexicon.words import (
    COLLECTIVE,
    DETERMINERS,
    FEMALE,
    MALE,
    ROLES,
    SHORT_TITLES,
    TITLES,
)
from positions.extraction.memory import Memory
from positions.extraction.mentions import Mention, is_own_document

_MARGIN = 1.0  # by which the first of two candidates must lead
_RECENT = 6  # persons and organisations that are weighed for a pronoun
_UNNAMED = frozenset(["spokesman", "spokeswoman", "spokesperson", "official", "source", "aide"])
_COMPANIES = listed("company firm retailer business operator giant manufacturer supplier startup")
_NO_COMPANY = listed(
    """council union board ministry agency association league society commission department
    government party committee coalition alliance foundation university court senate parliament
    assembly congress police authority institute"""
)
_OWN = frozenset({"its", "their", "his", "her"})


@dataclass(slots=True)
class Resolver:
    """Remembers who has spoken, in the order of the text, and answers whom a mention means."""

    everybody: Cast
    groups: dict[str, str]
    """The first full phrase for a head noun: shareholders → Nearly 19 groups of shareholders."""
    issuers: dict[str, Speaker] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    last: Speaker | None = None
    last_organisation: str = ""
    pronoun: tuple[str, int, Entity] | None = None

    def __post_init__(self) -> None:
        self.memory.named = sorted(
            ((place, each) for each in self.everybody.entities for place in each.places),
            key=lambda pair: pair[0],
        )

    def speaker(self, mention: Mention, paragraph: int, sentence: int) -> Speaker:
        """Give the speaker that a mention means, and remember it."""
        match mention.kind:
            case "name" if mention.entity is not None:
                found = self._named(mention, mention.entity)
            case "ambiguous":
                found = self._ambiguous(mention)
            case "pronoun":
                found = self._pronoun(mention, paragraph, sentence)
            case "role":
                found = self._role(mention)
            case "document":
                found = self._document(mention)
            case _:
                found = self._group(mention)
        self._remember(found, mention, paragraph)
        return found

    def turn(self, text: str, place: tuple[int, int]) -> Speaker:
        """Give the speaker of a transcript's turn, whose name may be in capitals."""
        words = text.split()
        while len(words) > 1 and words[0].lower().rstrip(".") in TITLES | ROLES | SHORT_TITLES:
            words = words[1:]
        text_name = " ".join(words)
        person = None
        for name in (text_name, words[-1]):
            found = self.everybody.by_surname.get(name.lower(), [])
            same = self.everybody.by_name.get(name.lower())
            person = found[0] if len(found) == 1 else same if same and same.person else person
        name = " ".join(each.capitalize() if each.isupper() else each for each in words)
        mention = Words(*place, text)
        if person is None:
            return Speaker(mention, name, "name", (), "", "")
        return Speaker(
            mention, person.name, "name", (), person.role, self._own(person.organisation)
        )

    def again(self, speaker: Speaker, how: str) -> Speaker:
        """Give the same speaker where no words name it."""
        return Speaker(None, speaker.name, how if speaker.name else "unknown", speaker.candidates,
                       speaker.role, speaker.organisation)  # fmt: skip

    def _remember(self, speaker: Speaker, mention: Mention, paragraph: int) -> None:
        self.last = speaker
        entity = self.everybody.by_name.get(speaker.name.lower()) if speaker.name else None
        if entity is not None:
            self.memory.spoken.append((entity, paragraph))
            if mention.kind == "pronoun":
                self.pronoun = (mention.head, paragraph, entity)
                if entity.person and mention.head in {"he", "she"}:
                    entity.gender = entity.gender or ("male" if mention.head == "he" else "female")
        if speaker.organisation:
            self.last_organisation = speaker.organisation

    def _named(self, mention: Mention, entity: Entity) -> Speaker:
        if not entity.person:
            return self._made(mention, entity.name, mention.how, "", entity.name)
        organisation = self._own(mention.organisation or entity.organisation, mention.start)
        entity.role = entity.role or mention.role
        entity.organisation = self._own(entity.organisation or organisation, mention.start)
        return self._made(
            mention, entity.name, mention.how, entity.role or mention.role, organisation
        )

    def _own(self, organisation: str, place: int = 0) -> str:
        """Put the organisation last spoken of for its, his, her or their."""
        if organisation.lower() in {"its", "their"}:
            place = bisect_left(self.memory.subjects, place, key=lambda pair: pair[0])
            for _, entity in reversed(self.memory.subjects[max(0, place - 4) : place]):
                if not entity.person and entity.body:
                    return entity.name
            return self.last_organisation
        if organisation.lower() in _OWN:
            return ""
        return self._known(organisation, place)

    def _known(self, organisation: str, place: int) -> str:
        entity = self.everybody.by_name.get(organisation.lower())
        if entity is not None:
            return organisation if entity.person else entity.name
        head = organisation.lower()
        if head in COLLECTIVE:  # the council, of which the text has given the name
            same = self._before(head, place)
            return same[0].name if len(same) == 1 else self.groups.get(head, organisation)
        return organisation

    def _made(
        self,
        mention: Mention,
        name: str,
        how: str,
        role: str = "",
        organisation: str = "",
        candidates: tuple[Candidate, ...] = (),
    ) -> Speaker:
        words = Words(mention.start, mention.end, mention.text)
        return Speaker(
            words,
            name,
            how if name or how == "unnamed" else "unknown",
            candidates,
            role,
            organisation,
        )

    def _person(self, mention: Mention, entity: Entity, how: str) -> Speaker:
        if not entity.person:
            return self._made(mention, entity.name, how, "", entity.name)
        return self._made(
            mention, entity.name, how, entity.role, self._own(entity.organisation, mention.start)
        )

    def _ambiguous(self, mention: Mention) -> Speaker:
        recent = [each for each, _ in self.memory.spoken[-2:] if each in mention.candidates]
        ranked = tuple(
            Candidate(each.name, 2.0 if each in recent else 1.0) for each in mention.candidates
        )
        return self._made(mention, "", "unknown", candidates=ranked)

    def _pronoun(self, mention: Mention, paragraph: int, sentence: int) -> Speaker:
        if self.pronoun and self.pronoun[:2] == (mention.head, paragraph):
            last = self.memory.spoken[-1][0] if self.memory.spoken else None
            if last is self.pronoun[2]:
                return self._person(mention, self.pronoun[2], "pronoun")
        ranked = self.memory.ranked(mention.head, mention.start, paragraph, sentence)
        candidates = tuple(Candidate(each.name, round(score, 2)) for each, score in ranked[:4])
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
            before = self.last
            if mention.head in {"it", "they"} and not ranked and before and _is_body(before):
                return self._same(mention, before)
            return self._made(mention, "", "unknown", candidates=candidates)
        found = self._person(mention, ranked[0][0], "pronoun")
        return Speaker(
            found.mention, found.name, found.how, candidates, found.role, found.organisation
        )

    def _same(self, mention: Mention, speaker: Speaker) -> Speaker:
        return self._made(mention, speaker.name, "pronoun", speaker.role, speaker.organisation)

    def _role(self, mention: Mention) -> Speaker:
        organisation = self._own(mention.organisation, mention.start)
        if mention.definite and mention.head not in _UNNAMED:
            same = [each for each in self.everybody.entities if each.person
                    and mention.head in each.role.split()
                    and each.places and each.places[0] < mention.start]  # fmt: skip
            if len(same) == 1:
                return self._person(mention, same[0], "role")
            if same:
                ranked = tuple(Candidate(each.name, 1.0) for each in same)
                return self._made(mention, "", "unknown", mention.role, organisation, ranked)
        if mention.definite and mention.head in _UNNAMED and not mention.organisation and self.last:
            if mention.head in self.last.role:
                return self._same(mention, self.last)
            organisation = self.last_organisation
        return self._made(mention, "", "unnamed", mention.role, organisation)

    def _document(self, mention: Mention) -> Speaker:
        issuer = self.issuers.get(mention.head)
        words = mention.text.split()
        while len(words) > 1 and words[0].lower() in DETERMINERS:
            words = words[1:]
        if is_own_document(mention.head):
            return self._made(mention, " ".join(words), "document")
        if issuer is None and len(words) == 1 and self.last is not None:
            issuer = self.last
        if issuer is None or not issuer.name:
            return self._made(mention, " ".join(words), "document")
        return self._made(mention, issuer.name, "document", issuer.role, issuer.organisation)

    def _group(self, mention: Mention) -> Speaker:
        words = mention.text.split()
        while len(words) > 1 and words[0].lower() in {"the", "a", "an"}:
            words = words[1:]
        name = " ".join(words)
        if mention.definite:
            found = self._collective(mention, name)
            if found:
                return found
        if words[0].lower() in _OWN and self.last_organisation:
            return self._made(
                mention, f"{self.last_organisation} {' '.join(words[1:])}", "head noun"
            )
        gender = "female" if mention.head in FEMALE else "male" if mention.head in MALE else ""
        if gender and mention.definite:
            same = [
                each for each in self.everybody.entities if each.person and each.gender == gender
            ]
            if len(same) == 1:
                return self._person(mention, same[0], "head noun")
            return self._made(mention, "", "unknown")
        if mention.definite and len(words) == 1 and mention.head in self.groups:
            full = self.groups[mention.head]
            return self._made(mention, full, "head noun", "", full)
        return self._made(mention, name, "head noun", "", name)

    def _before(self, word: str, place: int) -> list[Entity]:
        """Find the organisations with a word in their name that are named before a place."""
        return [
            each
            for each in self.everybody.by_word.get(word, ())[:_RECENT]
            if not each.person and each.places and each.places[0] < place
        ]

    def _collective(self, mention: Mention, name: str) -> Speaker | None:
        """Find the organisation that "the company" is, by its name or as the one last named."""
        same = self._before(mention.head, mention.start)
        if len(name.split()) == 1 and len(same) == 1:
            return self._person(mention, same[0], "head noun")
        if same or len(name.split()) > 1:
            return None
        if mention.head in _COMPANIES:
            place = bisect_left(self.memory.named, mention.start, key=lambda pair: pair[0])
            for _, entity in reversed(self.memory.named[max(0, place - 6) : place]):
                if not entity.person and not _NO_COMPANY & set(entity.name.lower().split()):
                    return self._person(mention, entity, "head noun")
        return None


def _is_body(speaker: Speaker) -> bool:
    """Say whether a speaker is an organisation or a group, which "it" and "they" may mean."""
    return bool(speaker.name) and speaker.name == speaker.organisation
