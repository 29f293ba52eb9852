"""Goes through the attributions in the order of the text and gives each its speaker."""

from collections.abc import Sequence

from positions.extraction.attribute import leading
from positions.extraction.attribution import Attribution
from positions.extraction.described import describe, identify
from positions.extraction.draft import Speaker
from positions.extraction.entities import Cast
from positions.extraction.kinds import kinds
from positions.extraction.lexicon.words import (
    DOCUMENTS,
)
from positions.extraction.link import Known, link
from positions.extraction.mentions import mention
from positions.extraction.organisations import Organisations
from positions.extraction.outline import Sentence
from positions.extraction.resolve import Resolver
from positions.extraction.topics import groups, identified, leads, subjects, topics

_NOBODY = Speaker(None, "", "unknown", (), "", "")


def speakers(
    text: str,
    given: Sequence[Attribution],
    everybody: Cast,
    outline: Sequence[Sentence],
    known: Known,
) -> list[tuple[Attribution, Speaker]]:
    """Name the speaker of every attribution, linked to who is known. Linear in the text."""
    kinds(everybody)
    organisations = Organisations(everybody, groups(text, outline))
    begin = leads(text, outline, everybody)
    for start, said in topics(text, outline, begin, given, everybody):
        organisations.topics.append((start, organisations.meant(said, start)))
    describe(everybody, organisations)
    identify(identified(text, given, everybody), organisations)
    resolver = Resolver(everybody, organisations)
    documents = _documents(text, outline, everybody)
    resolver.memory.subjects = subjects(begin, everybody)
    found: dict[int, Speaker] = {}
    named: list[tuple[Attribution, Speaker]] = []
    for each in given:
        speaker = _NOBODY
        if each.same is not None:
            speaker = resolver.again(found.get(id(each.same), _NOBODY), each.pattern)
        elif each.pattern == "transcript" and each.noun is not None:
            name = each.sentence.tokens[: each.noun.last]
            place = (name[0].start, name[-1].end)
            speaker = resolver.turn(text[slice(*place)], place)
        elif each.noun is not None and each.noun.last > each.noun.first:
            _issue(resolver, documents, each.sentence.start)
            words = mention(text, each.sentence.tokens, each.noun, everybody)
            speaker = resolver.speaker(words, each.sentence.paragraph, each.sentence.start)
            if each.pattern == "floating" and not _is_person(everybody, speaker):
                speaker = _NOBODY  # a subject that need not be who speaks next
            if words.kind != "document" and speaker.name:
                near = max(0, each.noun.first - 60)
                for token in each.sentence.tokens[near : each.noun.last + 60]:
                    if token.lower in DOCUMENTS:
                        resolver.issuers[token.lower] = speaker
        found[id(each)] = speaker
        named.append((each, link(speaker, known)))
    return named


def _is_person(everybody: Cast, speaker: Speaker) -> bool:
    entity = everybody.by_name.get(speaker.name.lower())
    return entity is not None and entity.person


def _issue(resolver: Resolver, documents: list[tuple[int, str, Speaker]], place: int) -> None:
    """Let the resolver know the documents that the text has spoken of up to a place."""
    while documents and documents[-1][0] <= place:
        _, word, speaker = documents.pop()
        resolver.issuers.setdefault(word, speaker)


def _documents(
    text: str, outline: Sequence[Sentence], everybody: Cast
) -> list[tuple[int, str, Speaker]]:
    """Find the documents that a named subject is said to have made, the last one first."""
    found: list[tuple[int, str, Speaker]] = []
    for sentence in outline:
        words = [token.lower for token in sentence.tokens if token.lower in DOCUMENTS]
        noun = leading(sentence.tokens) if words else None
        if noun is None:
            continue
        subject = mention(text, sentence.tokens, noun, everybody)
        if subject.kind == "name" and subject.entity is not None:
            entity = subject.entity
            organisation = entity.organisation if entity.person else entity.name
            speaker = Speaker(None, entity.name, "document", (), entity.role, organisation)
            found.extend((sentence.start, word, speaker) for word in words)
    return found[::-1]
