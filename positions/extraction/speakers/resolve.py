"""Stage 8: whom a mention means, by the text before it; unknown where nothing tells for certain."""

from dataclasses import dataclass, field, replace

from positions.extraction.draft import Candidate, How, Speaker
from positions.extraction.lexicon.roles import INTERVIEWERS, SPEAKING_FOR, UNNAMED
from positions.extraction.lexicon.words import (
    ARTICLES,
    BODIES,
    DETERMINERS,
    FEMALE,
    GENDER_OF,
    MALE,
    OWN,
    PEOPLE,
)
from positions.extraction.organisations.affiliations import owned
from positions.extraction.organisations.offices import counted_for, is_plausible, tidied
from positions.extraction.organisations.references import Organisations
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity
from positions.extraction.people.mentions import Mention, is_own_document
from positions.extraction.people.persons import is_people
from positions.extraction.phrases.organisations import OF_PERSONS
from positions.extraction.speakers.descriptions import (
    is_body,
    is_phrase,
    is_somebody,
    is_spokesman,
    is_voice,
    without,
)
from positions.extraction.speakers.given import as_entity, as_speaker, made, several
from positions.extraction.speakers.holders import Holders
from positions.extraction.speakers.memory import MARGIN, Memory

_SIGNED = frozenset(["undersigned", "signatories", "signers"])
_OWNED = frozenset("'’")
_ONE_BODY = BODIES - PEOPLE


@dataclass(slots=True)
class Resolver:
    """Remembers who has spoken, in the order of the text, and answers whom a mention means."""

    everybody: Cast
    organisations: Organisations
    issuers: dict[str, Speaker] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    unnamed: dict[str, Speaker] = field(default_factory=dict)
    """By the nouns of their offices those whom the text brought in without a name."""
    last: Speaker | None = None
    paragraph: int = -1
    sentence: int = -1
    pronoun: tuple[str, int, Entity] | None = None
    holders: Holders = field(init=False)

    def __post_init__(self) -> None:
        self.holders = Holders(self.everybody, self.memory)
        self.memory.named = sorted(
            ((place, each) for each in self.everybody.entities for place in each.places),
            key=lambda pair: pair[0],
        )

    def speaker(
        self,
        mention: Mention,
        paragraph: int,
        sentence: int,
        *,
        adds: bool = False,
        within: bool = False,
    ) -> Speaker:
        """Give the speaker that a mention means, and remember it.

        `adds` says that the verb goes on with what was said (she added), `within` that what was
        said follows (Vell came, and she said that …).
        """
        match mention.kind:
            case "name" if mention.entity is not None:
                found = self._named(mention, mention.entity)
            case "several":
                found = several(mention)
            case "ambiguous":
                found = self._ambiguous(mention)
            case "pronoun":
                adds = adds or sentence == self.sentence  # N said that …, though he denied that …
                found = (self._adding(mention, paragraph) if adds else None) or self._pronoun(
                    mention, paragraph, sentence, within=within
                )
            case "role":
                found = self._role(mention, paragraph, sentence)
            case "document":
                found = self._document(mention)
            case _:
                found = self._undersigned(mention, paragraph) or self._group(mention, paragraph)
        self._remember(found, mention, paragraph)
        self.sentence = sentence
        return found

    def _remember(self, speaker: Speaker, mention: Mention, paragraph: int) -> None:
        self.last, self.paragraph = speaker, paragraph
        entity = self.everybody.by_name.get(speaker.name.lower()) if speaker.name else None
        if entity is not None:
            self.memory.spoken.append((entity, paragraph))
            self.memory.heard = mention.start
            if mention.kind == "pronoun":
                self.pronoun = (mention.head, paragraph, entity)
                if entity.person:
                    entity.gender = entity.gender or GENDER_OF.get(mention.head, "")

    def _named(self, mention: Mention, entity: Entity) -> Speaker:
        if entity.person:
            if mention.organisation and not entity.organisation:  # its chairman, Tory MP N
                held = tidied(self._full(mention.organisation, mention.start))
                held = counted_for(held, mention.role) if is_plausible(held) else ""
                entity.role = mention.role if held else entity.role
                entity.organisation = held
            entity.role = entity.role or mention.role
        return as_entity(mention, entity, mention.how)

    def _full(self, organisation: str, place: int) -> str:
        """Give the organisation that a phrase means where it stands, "" for his and her."""
        if self.everybody.surely_person(organisation) is not None:
            return ""  # Mayor N's spokesman
        return self.organisations.meant(organisation, place)

    def _ambiguous(self, mention: Mention) -> Speaker:
        principal = self.memory.principal(mention.candidates, mention.start)
        if principal is not None:
            return as_entity(mention, principal, How.SURNAME)
        recent = [each for each, _ in self.memory.spoken[-2:] if each in mention.candidates]
        ranked = tuple(
            Candidate(each.name, 2.0 if each in recent else 1.0) for each in mention.candidates
        )
        return made(mention, "", How.UNKNOWN, candidates=ranked)

    def _adding(self, mention: Mention, paragraph: int) -> Speaker | None:
        """Give who spoke last, where "he added" goes on with it."""
        last = self.last
        if last is None or not last.name or paragraph - self.paragraph > 1:
            return None
        entity = self.everybody.by_name.get(last.name.lower())
        gender = GENDER_OF.get(mention.head)
        if entity is None or not entity.person or gender is None:
            return None
        return as_speaker(mention, last) if entity.gender in {"", gender} else None

    def _going_on(self, mention: Mention, paragraph: int, sentence: int) -> Speaker | None:
        """Give who spoke last, where a pronoun goes on with that."""
        last = self.last
        if last and is_voice(last, mention.head) and paragraph - self.paragraph <= 1:
            return as_speaker(mention, last)
        unnamed = last and last.how is How.UNNAMED and last.role not in INTERVIEWERS
        here = self.paragraph == paragraph or (
            last and paragraph - self.paragraph == 1 and is_spokesman(last, mention.head)
        )
        if last and unnamed and here and mention.head != "it":
            return made(mention, "", How.UNNAMED, last.role, last.organisation)
        here = last and mention.head == "it" and self.paragraph == paragraph and is_body(last)
        if last and here and last.name.lower() not in self.everybody.by_name:
            return as_speaker(mention, last)  # the board, of which the text has no name
        near = paragraph - self.paragraph <= 1
        about = self.memory.subject_of(sentence, mention.start)
        if last and near and last.how is How.DOCUMENT and mention.head == "it" and not about:
            return made(mention, last.name, How.DOCUMENT, last.role, last.organisation)
        if self.pronoun and self.pronoun[:2] == (mention.head, paragraph):
            spoke = self.memory.spoken[-1][0] if self.memory.spoken else None
            if spoke is self.pronoun[2]:
                return as_entity(mention, self.pronoun[2], How.PRONOUN)
        going_on = self.memory.going_on(mention.head, mention.start, paragraph)
        if going_on is not None:
            return as_entity(mention, going_on, How.PRONOUN)
        return None

    def _pronoun(self, mention: Mention, paragraph: int, sentence: int, *, within: bool) -> Speaker:
        before = self._going_on(mention, paragraph, sentence)
        if before is not None:
            return before
        ranked = self.memory.ranked(mention.head, mention.start, paragraph, sentence, within=within)
        candidates = tuple(Candidate(each.name, round(score, 2)) for each, score in ranked[:4])
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
            last = self.last
            if mention.head in {"it", "they"} and not ranked and last and is_body(last):
                return as_speaker(mention, last)
            return made(mention, "", How.UNKNOWN, candidates=candidates)
        return replace(as_entity(mention, ranked[0][0], How.PRONOUN), candidates=candidates)

    def _role(self, mention: Mention, paragraph: int, sentence: int) -> Speaker:
        organisation = tidied(self._full(mention.organisation, mention.start))
        organisation = organisation if is_plausible(organisation) else ""
        organisation = counted_for(organisation, mention.role) if organisation else ""
        if mention.definite and mention.head not in UNNAMED:
            same = self.holders.named(mention, organisation)
            if len(same) == 1:
                return as_entity(mention, same[0], How.ROLE)
            if same:
                ranked = tuple(Candidate(each.name, 1.0) for each in same)
                return made(mention, "", How.UNKNOWN, mention.role, organisation, ranked)
            holder = self.holders.called(mention, paragraph, sentence)
            holder = holder or self._described(mention, paragraph)
            if holder is not None:
                return as_entity(mention, holder, How.ROLE)
        if not mention.definite and (coming := self.holders.coming(mention)) is not None:
            return as_entity(mention, coming, How.ROLE)
        same_office = mention.definite and mention.head in UNNAMED and not mention.organisation
        if same_office and self.last and mention.head in self.last.role:
            return as_speaker(mention, self.last)
        if mention.definite and mention.head in self.unnamed and not mention.organisation:
            before = self.unnamed[mention.head]
            return made(mention, "", How.UNNAMED, before.role, before.organisation)
        bare = not mention.organisation and not _OWNED.intersection(mention.text.lower())
        if mention.head in SPEAKING_FOR and bare and " for " not in mention.text:
            organisation = self.organisations.topic(mention.start)
        speaker = made(mention, "", How.UNNAMED, mention.role, organisation)
        if not mention.definite:
            self.unnamed[mention.head] = speaker  # whom "the official" will mean
        return speaker

    def _described(self, mention: Mention, paragraph: int) -> Entity | None:
        here = self.last if self.paragraph == paragraph else None
        return self.holders.just_heard(mention, here) if here is not None else None

    def _document(self, mention: Mention) -> Speaker:
        said = self._full(mention.organisation, mention.start)
        issuer = Speaker(None, said, How.DOCUMENT, (), "", said) if said else None
        issuer = issuer or self.issuers.get(mention.head)
        words = mention.text.split()
        words = without(words, DETERMINERS)
        if is_own_document(mention.head):
            held = issuer.organisation if issuer else ""
            made_by = (Candidate(issuer.name, 1.0),) if issuer and issuer.name else ()
            name = words[-1] if said else " ".join(words)
            return made(mention, name, How.DOCUMENT, "", held, made_by)
        if issuer is None and len(words) == 1 and self.last is not None:
            issuer = self.last
        if issuer is None or not issuer.name:
            return made(mention, " ".join(words), How.DOCUMENT)
        return made(mention, issuer.name, How.DOCUMENT, issuer.role, issuer.organisation)

    def _undersigned(self, mention: Mention, paragraph: int) -> Speaker | None:
        """Give those who spoke right before, where the text calls them the undersigned."""
        before = self.last
        if mention.head not in _SIGNED or not mention.definite or before is None:
            return None
        if not before.name or paragraph - self.paragraph > 1:
            return None
        return made(mention, before.name, How.HEAD_NOUN, before.role, before.organisation)

    def _owner(self, own: str, mention: Mention, paragraph: int) -> str:
        """Give the person whose campaign "his campaign" is, "" where nothing tells for certain."""
        pronoun = {"his": "he", "her": "she"}.get(own.lower(), "")
        if not pronoun or mention.head not in OF_PERSONS:
            return ""
        ranked = self.memory.ranked(pronoun, mention.start, paragraph, mention.start, within=True)
        sure = ranked and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= MARGIN)
        return ranked[0][0].name if sure else ""

    def _somebody(self, mention: Mention) -> Speaker | None:
        """Give "a woman" without a name, and "the woman" as the only one of whom the text tells."""
        gender = "female" if mention.head in FEMALE else "male" if mention.head in MALE else ""
        if is_somebody(mention):
            return made(mention, "", How.UNNAMED, mention.head)
        if gender and mention.definite:
            persons = (each for each in self.everybody.entities if each.person)
            same = [each for each in persons if each.gender == gender]
            if len(same) == 1:
                return as_entity(mention, same[0], How.HEAD_NOUN)
            return made(mention, "", How.UNKNOWN)
        return None

    def _group(self, mention: Mention, paragraph: int) -> Speaker:
        words = without(mention.text.split(), ARTICLES)
        if mention.head.endswith("-year-old") and (other := self._described(mention, paragraph)):
            return as_entity(mention, other, How.HEAD_NOUN)
        if mention.head.endswith("-year-old") or not is_phrase(words):
            return made(mention, "", How.UNKNOWN)
        name = " ".join(words)
        if words[0].lower() in OWN:
            owner = self._full(words[0], mention.start) or self._owner(words[0], mention, paragraph)
            if not owner:
                return made(mention, "", How.UNKNOWN)
            body = mention.head in OF_PERSONS
            name = f"{owner}{'’s' * body} {' '.join(words[1:])}"
            return made(mention, name, How.HEAD_NOUN, "", name if body else "")
        campaign = owned(self.everybody, name)
        if campaign or mention.kind == "collective":
            full = campaign or self.organisations.meant(name, mention.start)
            return made(mention, full, How.HEAD_NOUN, "", full)
        if (somebody := self._somebody(mention)) is not None:
            return somebody
        if mention.definite and len(words) == 1:
            name = self.organisations.groups.get(mention.head, name)
        held = name if mention.head in _ONE_BODY and not is_people(name) else ""
        return made(mention, name, How.HEAD_NOUN, "", held)
