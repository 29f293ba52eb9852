"""Stages 7 to 9 in order: goes through the attributions and gives each its speaker."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from positions.extraction.draft import Candidate, How, Pattern, Speaker, Words
from positions.extraction.lexicon.places import SEATS_OF_GOVERNMENT
from positions.extraction.lexicon.roles import ROLES, SPEAKING_FOR
from positions.extraction.lexicon.words import DOCUMENTS, PRONOUNS, SHORT_TITLES, TITLES
from positions.extraction.organisations.affiliations import describe, identify
from positions.extraction.organisations.kinds import kinds
from positions.extraction.organisations.references import Organisations
from positions.extraction.organisations.topics import (
    groups,
    identified,
    leads,
    mentions,
    reporting,
    subjects,
    topics,
)
from positions.extraction.people.cast import Cast
from positions.extraction.people.mentions import mention
from positions.extraction.people.pronouns import tell_by_pronouns
from positions.extraction.phrases.nouns import Noun
from positions.extraction.quotations.attribution import Attribution
from positions.extraction.quotations.in_sentence import leading
from positions.extraction.speakers.ahead import told_ahead
from positions.extraction.speakers.documents import Issued, is_told_of, issued
from positions.extraction.speakers.link import Known, link
from positions.extraction.speakers.resolve import Resolver
from positions.extraction.text.outline import Sentence, Token

_ANSWERS = frozenset(["a", "answer"])
_LIKELY = 4  # candidates for an answer
_ADDING = frozenset(["add", "continue", "go on", "conclude"])
_CARRIED_ON = {Pattern.CONTINUATION: How.CONTINUATION, Pattern.FLOATING: How.FLOATING}
_NOBODY = Speaker(None, "", How.UNKNOWN, (), "", "")
_STYLES = TITLES | ROLES | SHORT_TITLES


def speakers(
    text: str,
    given: Sequence[Attribution],
    everybody: Cast,
    outline: Sequence[Sentence],
    known: Known,
) -> list[tuple[Attribution, Speaker]]:
    """Name the speaker of every attribution, linked to who is known. Linear in the text."""
    resolver, documents = _read(text, given, everybody, outline)
    turns = (each.sentence.start for each in given if each.pattern is Pattern.TRANSCRIPT)
    answering = _interviewed(everybody, next(turns, 0))
    found: dict[int, Speaker] = {}
    for each in given:
        speaker = _NOBODY
        if each.same is not None:
            speaker = _carried_on(found.get(id(each.same), _NOBODY), each.pattern)
        elif each.pattern in {Pattern.TRANSCRIPT, Pattern.LETTER}:
            speaker = _written(text, each, everybody, answering)
        elif each.noun is not None and each.noun.last > each.noun.first:
            while documents and documents[-1][0] <= each.sentence.start:
                _, word, maker = documents.pop()
                resolver.issuers[word] = maker
            speaker = _mentioned(text, each, each.noun, resolver)
        found[id(each)] = speaker
    told = told_ahead([(each, found[id(each)]) for each in given])
    return [(each, link(_embodied(speaker), known)) for each, speaker in told]


def _written(text: str, each: Attribution, everybody: Cast, answering: Speaker) -> Speaker:
    """Give the speaker of a turn or a letter, by the name beside it, or who answers."""
    if each.noun is None:
        return answering
    name = each.sentence.tokens[each.noun.first : each.noun.last]
    place = (name[0].start, name[-1].end)
    return _turn(everybody, text[slice(*place)], place, answering)


def _mentioned(text: str, each: Attribution, noun: Noun, resolver: Resolver) -> Speaker:
    """Give the speaker whom a phrase means, and remember whose the documents beside it are."""
    tokens = each.sentence.tokens
    words = mention(text, tokens, noun, resolver.everybody)
    if words.kind == "document" and not words.definite and each.cue is not None:
        lead = leading(tokens) if each.cue.order == "participle" else None
        if lead is not None and tokens[lead.last - 1].lower in PRONOUNS:
            words = mention(text, tokens, lead, resolver.everybody)  # he tabled a motion saying
    speaker = resolver.speaker(
        words,
        each.sentence.paragraph,
        each.sentence.start,
        adds=each.cue is not None and each.cue.lemma in _ADDING,
        within=bool(each.spans) and tokens[noun.first].start < each.spans[0][0],
    )
    if each.pattern is Pattern.FLOATING and not _is_person(resolver.everybody, speaker):
        speaker = _NOBODY  # a subject that need not be who speaks next
    if words.kind != "document" and speaker.name:
        near = max(0, noun.first - 60)
        for at in range(near, min(len(tokens), noun.last + 60)):
            if tokens[at].lower in DOCUMENTS and _makes(tokens, at, resolver):
                resolver.issuers[tokens[at].lower] = speaker
    return speaker


def _carried_on(speaker: Speaker, pattern: Pattern) -> Speaker:
    """Give the same speaker for words beside which nobody is mentioned."""
    unnamed = How.UNNAMED if speaker.how is How.UNNAMED else How.UNKNOWN
    how = _CARRIED_ON[pattern] if speaker.name else unnamed
    return replace(speaker, mention=None, how=how)


def _turn(everybody: Cast, text: str, place: tuple[int, int], answering: Speaker) -> Speaker:
    """Give the speaker of a transcript's turn, whose name may be in capitals."""
    words = text.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in _STYLES:
        words = words[1:]
    mention = Words(*place, text)
    if text.lower() in _ANSWERS:
        return replace(answering, mention=mention)
    person = everybody.owner(" ".join(words)) or everybody.owner(words[-1])
    if person is not None:
        name = person.name.title() if person.name.isupper() else person.name
        return Speaker(mention, name, How.NAME, (), person.role, person.organisation)
    name = " ".join(each.capitalize() if each.isupper() else each for each in words)
    return Speaker(mention, name, How.NAME, (), "", "")


def _interviewed(everybody: Cast, opened: int) -> Speaker:
    """Give who answers in an interview: of whom the text mainly told before it opened."""
    told = sorted(
        ((bisect_left(each.places, opened), each) for each in everybody.entities if each.person),
        key=lambda pair: -pair[0],
    )[:_LIKELY]
    told = [pair for pair in told if pair[0]]
    if not told or (len(told) > 1 and told[0][0] == told[1][0]):
        candidates = tuple(Candidate(each.name, 1.0) for _, each in told)
        return Speaker(None, "", How.UNKNOWN, candidates, "", "")
    person = told[0][1]
    return Speaker(None, person.name, How.ANSWERING, (), person.role, person.organisation)


def _embodied(speaker: Speaker) -> Speaker:
    """Give the body as the speaker, where somebody without a name speaks for it."""
    role = speaker.role.split()
    if speaker.name or speaker.how is not How.UNNAMED or not role or role[-1] not in SPEAKING_FOR:
        return speaker
    return replace(speaker, name=speaker.organisation)


def _read(
    text: str, given: Sequence[Attribution], everybody: Cast, outline: Sequence[Sentence]
) -> tuple[Resolver, list[Issued]]:
    """Learn from a whole text who is who and whose the documents are, the last one first."""
    kinds(everybody)
    tell_by_pronouns(everybody, outline)
    for seat, country in SEATS_OF_GOVERNMENT.items():
        if seat in everybody.by_name and country in everybody.by_name:
            everybody.by_name[seat] = everybody.by_name[country]  # Moscow, where Russia is named
    organisations = Organisations(everybody, groups(text, outline))
    phrases = mentions(text, given, everybody)
    begin = leads(text, outline, everybody)
    for start, said in topics(outline, begin, phrases):
        organisations.topics.append((start, organisations.meant(said, start)))
    organisations.unsure = [
        (name.start, entity)
        for _, name in everybody.named
        if (entity := everybody.by_name.get(" ".join(name.words).lower()))
        and entity.person
        and not entity.located
    ]
    describe(everybody, organisations)
    identify(identified(phrases, begin), organisations)
    resolver = Resolver(everybody, organisations)
    resolver.memory.subjects = subjects(reporting(text, begin, given, everybody), everybody)
    return resolver, issued(text, outline, everybody, organisations)[::-1]


def _makes(tokens: Sequence[Token], at: int, resolver: Resolver) -> bool:
    """Say whether a document in a sentence may be its speaker's: not "the report" of another."""
    return not is_told_of(tokens, at) or tokens[at].lower not in resolver.issuers


def _is_person(everybody: Cast, speaker: Speaker) -> bool:
    entity = everybody.by_name.get(speaker.name.lower())
    return entity is not None and entity.person
