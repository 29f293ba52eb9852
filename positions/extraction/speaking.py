"""Goes through the attributions in the order of the text and gives each its speaker."""

from collections.abc import Sequence

from positions.extraction.attribute import leading
from positions.extraction.attribution import Attribution
from positions.extraction.draft import Speaker
from positions.extraction.entities import Cast, Entity
from positions.extraction.lexicon.verbs import FORMS
from positions.extraction.lexicon.words import (
    COLLECTIVE,
    DETERMINERS,
    DOCUMENTS,
    ORGANISATION,
    PEOPLE,
    PREPOSITIONS,
)
from positions.extraction.link import Known, link
from positions.extraction.mentions import mention
from positions.extraction.nouns import Noun, phrase_before
from positions.extraction.outline import Sentence, Token
from positions.extraction.resolve import Resolver
from positions.extraction.roles import describe

_NOBODY = Speaker(None, "", "unknown", (), "", "")


def speakers(
    text: str,
    given: Sequence[Attribution],
    everybody: Cast,
    outline: Sequence[Sentence],
    known: Known,
) -> list[tuple[Attribution, Speaker]]:
    """Name the speaker of every attribution, linked to who is known. Linear in the text."""
    describe(everybody)
    resolver = Resolver(everybody, _groups(text, outline))
    documents = _documents(text, outline, everybody)
    resolver.memory.subjects = _subjects(text, outline, everybody)
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


def _subjects(text: str, outline: Sequence[Sentence], everybody: Cast) -> list[tuple[int, Entity]]:
    """Find the sentences that begin with somebody who is named."""
    found: list[tuple[int, Entity]] = []
    for sentence in outline:
        noun = leading(sentence.tokens) if sentence.tokens else None
        if noun is not None:
            subject = mention(text, sentence.tokens, noun, everybody)
            if subject.entity is not None:
                found.append((sentence.start, subject.entity))
            elif subject.definite and subject.head in COLLECTIVE | ORGANISATION:
                words = subject.text.split()[1:]
                if len(words) > 1:
                    found.append((sentence.start, Entity(" ".join(words), person=False)))
    return found


def _modified(tokens: Sequence[Token], at: int) -> Noun | None:
    """Give a noun with the small words between it and its article (the city council)."""
    first = at
    while first and at - first < 4 and tokens[first - 1].text.replace("’", "").isalpha():
        before = tokens[first - 1]
        if before.lower in DETERMINERS:
            return Noun(first, at + 1) if before.lower in {"the", "a", "an"} else None
        if before.capital or before.lower in PREPOSITIONS or before.lower in FORMS:
            return None
        first -= 1
    return None


def _groups(text: str, outline: Sequence[Sentence]) -> dict[str, str]:
    """Give the first phrase of more than one word for each noun of people."""
    found: dict[str, str] = {}
    for sentence in outline:
        for at, token in enumerate(sentence.tokens):
            if token.lower not in PEOPLE | COLLECTIVE or token.lower in found:
                continue
            if token.lower in COLLECTIVE:
                noun = _modified(sentence.tokens, at)
            else:
                noun = phrase_before(sentence.tokens, at + 1, max(0, at - 8))
            if noun is not None and noun.last - noun.first > 1:
                start = sentence.tokens[noun.first].start
                words = text[start : token.end].split()
                if words[0].lower() in {"the", "a", "an"}:
                    words = words[1:]
                if len(words) > 1:
                    found[token.lower] = " ".join(words)
    return found
