"""Stage 7: what the sentences of a text are about, and the first full name of each group."""

import re
from collections.abc import Sequence

from positions.extraction.lexicon import CAPITALS
from positions.extraction.lexicon.roles import PUBLIC, ROLES, UNNAMED
from positions.extraction.lexicon.verbs import FORMS
from positions.extraction.lexicon.words import (
    ARTICLES,
    BODIES,
    BREAKS,
    COLLECTIVE,
    DETERMINERS,
    OWN,
    PEOPLE,
    PREPOSITIONS,
    RELATIVES,
)
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity
from positions.extraction.people.mentions import Mention, mention
from positions.extraction.phrases.nouns import AUXILIARY, Noun, phrase_before
from positions.extraction.phrases.nouns_after import VERBS
from positions.extraction.phrases.organisations import organisation
from positions.extraction.quotations.attribution import Attribution
from positions.extraction.quotations.in_sentence import leading
from positions.extraction.text.outline import Sentence, Token

_SOON = 400  # characters within which a role is followed by the name
_OPENING = 8  # tokens of "At the parish council"
_GROUPS = PEOPLE | COLLECTIVE
_INTRODUCING = frozenset(
    ["in", "at", "but", "during", "on", "after", "before", "speaking", "asked"]
)
_GOES_ON = BREAKS | PREPOSITIONS | AUXILIARY | ROLES | VERBS | FORMS.keys() | {"and", "or"}

_OWNED = re.compile(rf"((?>(?:[{CAPITALS}][\w.-]{{0,30}}+ ?+){{1,4}}))['’]s? ")

Leads = Sequence[tuple[int, Mention]]
_SPEAKING = ROLES | RELATIVES | PEOPLE | COLLECTIVE
_IN_PASSING = UNNAMED | PUBLIC


def leads(text: str, outline: Sequence[Sentence], everybody: Cast) -> list[tuple[int, Mention]]:
    """Give where each sentence begins that begins with a subject, and the subject. Linear."""
    found = []
    for sentence in outline:
        noun = leading(sentence.tokens) if sentence.tokens else None
        if noun is not None:
            found.append((sentence.start, mention(text, sentence.tokens, noun, everybody)))
    return found


def mentions(text: str, given: Sequence[Attribution], everybody: Cast) -> list[Mention]:
    """Give the phrases that name the speakers, in the order of the text. Linear."""
    return [
        mention(text, one.sentence.tokens, one.noun, everybody)
        for one in given
        if one.noun is not None and one.noun.last > one.noun.first
    ]


def reporting(
    text: str, begin: Leads, given: Sequence[Attribution], everybody: Cast
) -> list[tuple[int, Mention]]:
    """Put who is reported in the place of the subject that a report is about: N is ill, M says."""
    said = {
        one.spans[0][0]: mention(text, one.sentence.tokens, one.noun, everybody)
        for one in given
        if one.kind == "indirect" and one.noun is not None
    }
    for one in given:
        if one.noun is None or not _is_introduced(one):
            continue
        subject = mention(text, one.sentence.tokens, one.noun, everybody)
        if subject.entity is not None:
            said[one.sentence.start] = subject
    found = [(place, said.get(place, subject)) for place, subject in begin]
    return [
        (place, each)
        for place, each in found
        if place not in said or (each.entity is not None and each.entity.person)
    ]


def _is_introduced(one: Attribution) -> bool:
    """Say whether a sentence has an introduction before who speaks: In a long talk, N said: …."""
    cue, tokens = one.cue, one.sentence.tokens
    if cue is None or one.noun is None or cue.order != "subject-verb" or cue.subject != one.noun:
        return False
    before = bool(one.spans) and tokens[one.noun.first].start < one.spans[0][0]
    return before and tokens[0].lower in _INTRODUCING


def subjects(given: Leads, everybody: Cast) -> list[tuple[int, Entity]]:
    """Give the persons and organisations that sentences begin with, by name or by role."""
    by_role = everybody.by_role()
    found: list[tuple[int, Entity]] = []
    for place, each in given:
        same = by_role.get(each.head, ()) if each.kind == "role" and each.definite else ()
        if each.entity is not None:
            found.append((place, each.entity))
        elif len(same) == 1:
            found.append((place, same[0]))
        elif each.definite and each.head in BODIES and " " in (name := _headed(each.text)):
            found.append((place, Entity(name, person=False)))
        elif each.head in PEOPLE:
            people = _without_article(each.text)
            found.append((place, Entity(people, person=False, gender="plural")))
        elif (owner := _owner(each, everybody)) is not None:
            found.append((place, owner))
    return found


def _owner(subject: Mention, everybody: Cast) -> Entity | None:
    """Give the person of whose matter a sentence tells: N's plan was dead, but no N's aides."""
    owner = _OWNED.match(subject.text)
    if owner is None or subject.head in _SPEAKING:
        return None
    words = owner[1].split()
    return everybody.owner(" ".join(words)) or everybody.owner(words[-1])


def topics(
    outline: Sequence[Sentence],
    subjects: Leads,
    said: Sequence[Mention],
) -> list[tuple[int, str]]:
    """Give the organisations that sentences are about, or that speak, by place.

    The name is "" where a sentence is about people or somebody by his role, of whom "its" is not
    said. Linear.
    """
    found = [(place, _body(each)) for place, each in subjects]
    found += [
        (sentence.start, organisation(sentence.tokens[:_OPENING]) or None)
        for sentence in outline
        if sentence.tokens and sentence.tokens[0].lower in {"at", "within", "inside"}
    ]
    found += [(words.start, _body(words) or None) for words in said]
    return sorted((place, name) for place, name in found if name is not None)


def identified(said: Sequence[Mention], begin: Leads) -> list[tuple[Mention, Entity]]:
    """Give those called by a role alone (the council's leader) with who is named as speaker next.

    Only who has not been named before, and is within a few sentences. Linear.
    """
    found = []
    role: Mention | None = None
    about = [each for _, each in begin if each.kind == "role" and each.organisation]
    for words in sorted([*said, *about], key=lambda each: each.start):
        person = words.entity
        if person is not None and person.person and role is not None:
            first = person.places[0] if person.places else 0
            if role.end < first < role.end + _SOON and words.start <= first < words.end:
                found.append((role, person))
        if (
            words.kind == "role"
            and words.definite
            and (words.organisation or words.head not in _IN_PASSING)
        ):
            role = words
        elif words.kind != "pronoun":
            role = None
    return found


def _body(subject: Mention) -> str | None:
    """Give the organisation that a phrase names, "" for people, None for anybody else."""
    entity = subject.entity
    if entity is not None:
        return entity.name if not entity.person and (entity.body or not entity.located) else None
    if subject.definite and subject.head in BODIES:
        return _headed(subject.text)
    if subject.kind == "role" and subject.organisation:  # its leader, the club's leader
        return None if subject.organisation in OWN else subject.organisation
    return "" if subject.kind == "role" or subject.head in PEOPLE else None


def _without_article(phrase: str) -> str:
    """Take the article off a phrase."""
    article, _, rest = phrase.partition(" ")
    return rest if rest and article.lower() in ARTICLES else phrase


def _headed(phrase: str) -> str:
    """Take the article and the place off a phrase (the school district in Amber)."""
    words = phrase.split()[1:]
    end = next((k for k, word in enumerate(words) if k and word in {"in", "at", "on"}), len(words))
    return " ".join(words[:end])


def _modified(tokens: Sequence[Token], at: int) -> Noun | None:
    """Give a noun with the small words between it and its article (the city council)."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        following is not None
        and following.text.islower()
        and following.lower not in _GOES_ON
        and not following.lower.endswith(("ed", "s"))
    ):
        return None  # a government scheme
    first = at
    while first and at - first < 4 and tokens[first - 1].text.replace("’", "").isalpha():
        before = tokens[first - 1]
        if before.lower in DETERMINERS:
            return Noun(first, at + 1) if before.lower in ARTICLES else None
        if before.lower in PREPOSITIONS or before.lower in FORMS:
            return None
        if before.capital and not (first > 1 and tokens[first - 2].lower == "the"):
            return None  # but: the Commons education committee
        first -= 1
    return None


def groups(text: str, outline: Sequence[Sentence]) -> dict[str, str]:
    """Give the first phrase of more than one word for each noun of a group or a body."""
    found: dict[str, str] = {}
    for sentence in outline:
        for at, token in enumerate(sentence.tokens):
            if token.lower not in _GROUPS or token.lower in found:
                continue
            if token.lower in COLLECTIVE:
                noun = _modified(sentence.tokens, at)
            else:
                noun = phrase_before(sentence.tokens, at + 1, max(0, at - 8))
            if noun is not None and noun.last - noun.first > 1:
                start = sentence.tokens[noun.first].start
                name = _without_article(" ".join(text[start : token.end].split()))
                if " " in name:
                    found[token.lower] = name
    return found
