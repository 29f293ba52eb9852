"""Stage 5, first: a cue, and where its attribution ends: past who was told, and the day."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from positions.extraction.lexicon.roles import ROLES
from positions.extraction.lexicon.verbs import Verb
from positions.extraction.lexicon.words import GENDERED, PEOPLE, PREPOSITIONS, PRONOUNS
from positions.extraction.phrases.nouns import Noun, is_time
from positions.extraction.phrases.nouns_after import phrase_after
from positions.extraction.text.outline import Token

Order = Literal["subject-verb", "verb-subject", "participle", "according-to"]

_HEARERS = frozenset(["reporters", "journalists"])
_GIVING = frozenset(["quoting", "citing"])
_TOLD = PRONOUNS | _HEARERS | {"him", "her", "them", "us", "me"}


class Cue(NamedTuple):
    """A verb of saying, by token indices: `first` to `last` exclusive.

    `low` and `high` are the edges of the whole attribution with its subject; `content` is where
    the words reported after it begin. `inherits` says that the subject is the cue's before.
    """

    first: int
    last: int
    lemma: str
    sort: str
    order: Order
    subject: Noun | None
    inherits: bool
    negated: bool
    modal: bool
    low: int
    high: int
    content: int


def word_at(tokens: Sequence[Token], at: int) -> str:
    """Give a token in small letters, "" past either end."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def edge(noun: Noun) -> int:
    """Give where a phrase and its apposition end."""
    return max(noun.last, noun.beside[1])


def is_time_at(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a time expression begins at an index, which may be past the end."""
    return at < len(tokens) and is_time(tokens, at)


def made(
    tokens: Sequence[Token],
    at: int,
    width: int,
    verb: Verb,
    order: Order,
    noun: Noun | None,
    inherits: bool,
    negated: bool,
    modal: bool,
) -> Cue:
    """Make a cue of the verb at an index; past who was told it (told reporters on Monday)."""
    last = at + width
    if order == "verb-subject" and noun:
        high = edge(noun)
        return Cue(at, last, verb.lemma, verb.sort, order, noun, inherits, negated, modal, at,
                   high, high)  # fmt: skip
    low = noun.first if noun else at
    content = last
    if verb.sort == "tell":
        content = _after_hearer(tokens, last)
    elif word_at(tokens, last) == "to" and verb.lemma in {"say", "write", "complain", "admit"}:
        content = _after_hearer(tokens, last + 1)
    while is_time_at(tokens, content):
        content += 1
    told = noun is None or tokens[noun.first].lower in PRONOUNS
    by = noun if told else source(tokens, last) or noun
    return Cue(at, last, verb.lemma, verb.sort, order, by, inherits, negated, modal, low, content,
               content)  # fmt: skip


def _after_hearer(tokens: Sequence[Token], at: int) -> int:
    """Pass over who was told (reporters on his plane; the committee)."""
    if word_at(tokens, at) in _TOLD:
        return at + 1
    end = min(len(tokens), at + 12)
    position = at
    stops = {"that", ",", ":", "\x02", ".", "to", "how", "why", "what", "he", "she", "they", "it"}
    while position < end and tokens[position].lower not in stops:
        if (
            position > at
            and tokens[position].lower in {"the", "there", "his", "its"}
            and (tokens[position - 1].lower not in PREPOSITIONS)
        ):
            break  # told the council the plan …
        position += 1
    return position


def source(tokens: Sequence[Token], at: int) -> Noun | None:
    """Find whom a newspaper gives: “…,” the Herald reported, quoting an official.

    What somebody cites for what she says herself (“…,” she said, citing the cost) is no source.
    """
    if word_at(tokens, at) != "," or word_at(tokens, at + 1) not in _GIVING:
        return None
    noun = phrase_after(tokens, at + 2)
    if noun is None or any("'s" in token.lower for token in tokens[noun.first : noun.last]):
        return None
    head = tokens[noun.last - 1]
    named = head.capital and tokens[at + 1].lower == "quoting"
    return noun if named or head.lower.removesuffix("s") in ROLES or head.lower in PEOPLE else None


def is_naming(tokens: Sequence[Token], at: int, noun: Noun | None) -> bool:
    """Say whether "called" gives the name of a thing or a body: a group called Not Here."""
    if noun is None or noun.last != at or tokens[noun.first].lower not in {"a", "an"}:
        return False
    head = tokens[at - 1].lower
    person = head in ROLES or head in PEOPLE or head in GENDERED
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    named = following is not None and (following.capital or following.quotation >= 0)
    return named and not person and not tokens[at - 1].capital
