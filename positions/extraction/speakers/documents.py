"""Stage 8: whose a document is: a letter from N, the union's report."""

from collections.abc import Sequence

from positions.extraction.draft import How, Speaker
from positions.extraction.lexicon.places import COUNTRIES
from positions.extraction.lexicon.words import BE, BODIES, COLLECTIVE, DOCUMENTS
from positions.extraction.organisations.references import Organisations
from positions.extraction.people.cast import Cast
from positions.extraction.people.mentions import mention
from positions.extraction.phrases.names import names
from positions.extraction.phrases.organisations import organisation, owner
from positions.extraction.quotations.in_sentence import leading
from positions.extraction.text.outline import Sentence, Token

_WRITING = frozenset(["wrote", "written", "writes", "write"])
_GIVEN = frozenset(["the", "this", "that"])
_NEAR = 5  # tokens between "letter" and "from" or "by"
_REACH = 12  # tokens in which its maker is named

Issued = tuple[int, str, Speaker]


def issued(
    text: str, outline: Sequence[Sentence], everybody: Cast, organisations: Organisations
) -> list[Issued]:
    """Find the documents of a text with where they are named and whose they are. Linear."""
    found: list[Issued] = []
    known: set[str] = set()
    for sentence in outline:
        tokens = sentence.tokens
        places = [at for at, token in enumerate(tokens) if token.lower in DOCUMENTS]
        writes = any(token.lower in _WRITING for token in tokens)
        if not places and not writes:
            continue
        subject = _subject(text, sentence, everybody, organisations)
        for at in places:
            maker = _maker(tokens, at, everybody, organisations)
            passive = tokens[at + 1 : at + 2] and tokens[at + 1].lower in BE
            known_one = is_told_of(tokens, at) and tokens[at].lower in known
            maker = maker or (None if passive or known_one else subject)
            if maker is not None:
                known.add(tokens[at].lower)
                found.append((sentence.start, tokens[at].lower, maker))
        if writes and not places and subject is not None:
            found.append((sentence.start, "letter", subject))
    return found


def is_told_of(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a document is spoken of (the report), not what it is said in (in the letter)."""
    if not at or tokens[at - 1].lower not in _GIVEN:
        return False
    return at < 2 or tokens[at - 2].lower not in {"in", "through", "via"}


def _maker(
    tokens: Sequence[Token], at: int, everybody: Cast, organisations: Organisations
) -> Speaker | None:
    for k in range(at + 1, min(len(tokens), at + _NEAR + 2)):
        if tokens[k].lower in {"from", "by"}:
            named = names(tokens[k : k + _REACH], frozenset())
            persons = (everybody.person(each) for each in named[:2] if each.first <= _NEAR)
            person = next(filter(None, persons), None)
            if person is not None:
                return Speaker(
                    None, person.name, How.DOCUMENT, (), person.role, person.organisation
                )
            held = organisation(tokens[k : k + _REACH])
            if held and BODIES.intersection(held.lower().split()):
                return _body(organisations.meant(held, tokens[k].start))
            break
        aside = tokens[k].lower == "," and tokens[k + 1 : k + 2] and tokens[k + 1].lower == "by"
        if tokens[k].lower in {",", ".", "that"} and not (aside and k == at + 1):
            break  # but: the book, by N
    said = owner(tokens, at)
    return _body(organisations.meant(said, tokens[at].start)) if said else None


def _subject(
    text: str, sentence: Sentence, everybody: Cast, organisations: Organisations
) -> Speaker | None:
    noun = leading(sentence.tokens)
    if noun is None:
        return None
    subject = mention(text, sentence.tokens, noun, everybody)
    entity = subject.entity
    if entity is not None and entity.person:
        return Speaker(None, entity.name, How.DOCUMENT, (), entity.role, entity.organisation)
    if entity is not None:
        return None if entity.name.lower() in COUNTRIES else _body(entity.name)
    if subject.kind == "collective" and subject.head not in DOCUMENTS:
        words = subject.text.split()[1:]
        return _body(organisations.meant(" ".join(words), subject.start))
    if subject.head in COLLECTIVE and subject.head not in DOCUMENTS:  # a group of anglers
        return Speaker(None, subject.text, How.DOCUMENT, (), "", "")
    return None


def _body(name: str) -> Speaker | None:
    return Speaker(None, name, How.DOCUMENT, (), "", name) if name else None
