"""Stage 8: who was named, was a subject or has spoken before a place, weighed for a pronoun."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from positions.extraction.lexicon.places import PARTISANS
from positions.extraction.lexicon.roles import HOLDERS, PUBLIC, STANDING
from positions.extraction.lexicon.words import GENDER_OF, RELATIVES
from positions.extraction.people.entity import Entity

_NEAR = 200  # characters within which a subject is that of the sentence before
_SAME = 8.0  # points of the subject of the same sentence
MARGIN = 1.0  # by which the first of two candidates must lead
_TOLD_OF = 3.0  # points of a person whom the text is about
_LOOKED_AT = 20  # names since somebody spoke
_RECENT = 6  # persons and organisations that are weighed


def _may_hold(role: Sequence[str]) -> bool:
    """Say whether who has a role may have a public office beside it, as a candidate may."""
    return role[:1] == ["former"] or STANDING.issuperset(PUBLIC.intersection(role))


def _may_be(entity: Entity, pronoun: str, wanted: str) -> bool:
    """Say whether a pronoun may mean somebody: no town that looks like a person's name."""
    if pronoun == "it" and entity.gender == "plural":
        return False
    if wanted and entity.located and not (entity.gender or entity.role):
        return False
    return bool(wanted) == entity.person and (not wanted or entity.gender in {"", wanted})


@dataclass(slots=True)
class Memory:
    """Those of whom the text has spoken, by place and by paragraph, in order."""

    named: list[tuple[int, Entity]] = field(default_factory=list)
    subjects: list[tuple[int, Entity]] = field(default_factory=list)
    spoken: list[tuple[Entity, int]] = field(default_factory=list)
    heard: int = -1  # where somebody spoke last

    def ranked(
        self, pronoun: str, start: int, paragraph: int, sentence: int, *, within: bool = False
    ) -> list[tuple[Entity, float]]:
        """Weigh those named lately, the subjects before, and who spoke last, best first.

        `within` says that what is reported follows the pronoun, so that the subject with which
        the sentence began may be meant. Costs the same everywhere.
        """
        wanted = GENDER_OF.get(pronoun, "")
        scores: dict[int, float] = {}
        known: dict[int, Entity] = {}

        def weigh(entity: Entity, points: float) -> None:
            if not _may_be(entity, pronoun, wanted):
                return
            known[id(entity)] = entity
            scores[id(entity)] = scores.get(id(entity), 0.0) + points

        place = bisect_left(self.named, start, key=lambda pair: pair[0])
        seen: list[Entity] = []
        for _, entity in reversed(self.named[max(0, place - 12) : place]):
            if entity not in seen and bool(wanted) == entity.person and (wanted or entity.body):
                weigh(entity, max(0.0, 2.0 - len(seen)))
                seen.append(entity)
        lately = self.spoken[-2:]
        if len(lately) > 1 and lately[0][0] is lately[1][0]:
            lately = lately[1:]  # who has said two things is not twice as likely
        for back, (entity, when) in enumerate(reversed(lately)):
            weigh(entity, {0: 3.0, 1: 1.5}.get(paragraph - when, 0.5) - back)
        # “The board was sorry, it said”: the board; but “Vell was sorry, she said” may be others.
        end = start if pronoun == "it" or within else sentence
        place = bisect_left(self.subjects, end, key=lambda pair: pair[0])
        for back, (where, entity) in enumerate(reversed(self.subjects[max(0, place - 2) : place])):
            points = 4.0 if sentence - where < _NEAR else 3.0
            weigh(entity, _SAME if where >= sentence else points - back * 3.0)
        for key, entity in known.items():
            scores[key] += 1.0 if wanted and entity.gender == wanted else 0.0
        order = sorted(known, key=lambda key: (-scores[key], known[key].name))
        return [(known[key], scores[key]) for key in order][:_RECENT]

    def going_on(self, pronoun: str, start: int, paragraph: int) -> Entity | None:
        """Give who spoke last, where nobody else has been a subject since and the pronoun agrees.

        Others may have been named in passing, if it is known that a woman or a man spoke: “…,”
        said Mara Vell, who met Brae. “…,” she said.
        """
        wanted = GENDER_OF.get(pronoun)
        if wanted is None or not self.spoken:
            return None
        last, when = self.spoken[-1]
        if not last.person or last.gender not in {"", wanted} or paragraph - when > 1:
            return None
        others = self.subjects if last.gender else self.named
        since = bisect_left(others, self.heard, key=lambda pair: pair[0])
        for place, each in others[since : since + _LOOKED_AT]:
            if place >= start:
                return last
            if each.person and each is not last and each.gender in {"", wanted}:
                return None
        return last if since + _LOOKED_AT >= len(others) else None

    def subject_of(self, sentence: int, place: int) -> Entity | None:
        """Give the body or the person that a sentence began with, before a place in it."""
        at = bisect_left(self.subjects, place, key=lambda pair: pair[0])
        return self.subjects[at - 1][1] if at and self.subjects[at - 1][0] >= sentence else None

    def principal(self, same: Sequence[Entity], place: int) -> Entity | None:
        """Give whom a surname alone means that several have: of whom the text mainly tells.

        The others of the name are called by their first names. None where nobody is named before
        and oftener than the others, or where another of the name has just been named in full.
        """
        before = [each for each in same[:_RECENT] if each.places and each.places[0] < place]
        before = [each for each in before if RELATIVES.isdisjoint(each.role.split())] or before
        if not before:
            return None
        main = min(before, key=lambda each: (-len(each.places), each.places[0]))
        rivals = [each for each in before if each is not main]
        if any(len(each.places) == len(main.places) < 2 for each in rivals):
            main = min(before, key=lambda each: each.places[0])
        lately = max(before, key=lambda each: each.places[bisect_left(each.places, place) - 1])
        since = lately.places[bisect_left(lately.places, place) - 1]
        spoke = self.spoken[-1][0] if self.spoken else None
        return main if lately is main or spoke is main or place - since > _NEAR else None

    def about(self, head: str, start: int, paragraph: int, sentence: int) -> Entity | None:
        """Give whom the text is about at a place, and may call by an office; None if unsure.

        Somebody who has another public office is not called by this one, nor is somebody with
        any other by an office that a country has one of (the prime minister).
        """
        several = head in HOLDERS
        found = {
            id(each): (each, score)
            for pronoun in GENDER_OF
            for each, score in self.ranked(pronoun, start, paragraph, sentence)
            if head in PARTISANS | each.offices
            or (_may_hold(each.role.split()) if several else not each.role)
        }
        ranked = sorted(found.values(), key=lambda pair: (-pair[1], pair[0].name))
        if not ranked or ranked[0][1] < _TOLD_OF:
            return None
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
            return None
        return ranked[0][0]
