"""Stage 5, first: the cues of a sentence: verbs of saying with subjects, and "according to"."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from positions.extraction.lexicon.verbs import (
    AFTER_QUOTATION,
    FORMS,
    LOOSE,
    NOUN_LIKE,
    OF_MIND,
    PHRASES,
    Verb,
)
from positions.extraction.lexicon.words import (
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    DOCUMENTS,
    FINDINGS,
    HAVE,
    MODALS,
    NEGATIONS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
)
from positions.extraction.phrases.nouns import Noun, is_generic, is_time, phrase_before
from positions.extraction.phrases.nouns_after import phrase_after
from positions.extraction.phrases.subjects import subject_before
from positions.extraction.text.outline import Token

Order = Literal["subject-verb", "verb-subject", "participle", "according-to"]

_REPORTS = 3  # tokens of a phrase for what is said by nobody in particular
_OUGHT = frozenset(["should", "must", "can", "could", "might", "may", "will"])
_BESIDE = 6  # tokens between a quotation and a verb after its subject
_NEAR = 12  # tokens before a verb in which its subject is looked for
_HEARERS = frozenset(["reporters", "journalists"])


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


def cues(tokens: Sequence[Token]) -> list[Cue]:
    """Find the cues of a sentence, in order. Linear in its length."""
    found: list[Cue] = []
    floor = 0
    for at, token in enumerate(tokens):
        lower = token.lower
        if token.quotation >= 0:
            floor = at + 1
            continue
        cue = None
        if lower == "according" and _lower(tokens, at + 1) == "to":
            cue = _according(tokens, at)
        else:
            pair = f"{lower} {_lower(tokens, at + 1)}"
            if pair in PHRASES:
                cue = _verb(tokens, at, 2, PHRASES[pair], floor)
            elif lower in FORMS and not (token.capital and at):
                cue = _verb(tokens, at, 1, FORMS[lower], floor)
            elif lower in OF_MIND and _is_progressive(tokens, at):
                cue = _verb(tokens, at, 1, Verb(lower, "think", "participle"), floor)
        if cue and not _is_finding(tokens, cue.subject):
            if found and cue.first < found[-1].last:
                continue
            found.append(cue)
    return found


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _is_finding(tokens: Sequence[Token], noun: Noun | None) -> bool:
    """Say whether the subject is a study or a poll: a finding, not somebody's position."""
    if noun is None:
        return False
    for token in tokens[noun.first : noun.last]:
        if token.lower in {"of", "by", "for", "from", "in", "on", ","}:
            break
        if token.lower in FINDINGS and not token.capital:
            return True
    head = tokens[noun.last - 1]
    return head.lower == "reports" and noun.last - noun.first <= _REPORTS  # media reports


def _according(tokens: Sequence[Token], at: int) -> Cue | None:
    noun = phrase_after(tokens, at + 2)
    if noun is None:
        return None
    high = _edge(noun)
    content = high + 1 if _lower(tokens, high) == "," else high
    return Cue(at, at + 2, "according to", "say", "according-to", noun, False, False, False, at,
               high, content)  # fmt: skip


def _edge(noun: Noun) -> int:
    return max(noun.last, noun.beside[1])


def _verb(tokens: Sequence[Token], at: int, width: int, verb: Verb, floor: int) -> Cue | None:
    if not _is_verb(tokens, at, width, verb):
        return None
    before, follows = _lower(tokens, at - 1), _follows_quotation(tokens, at)
    if verb.lemma in LOOSE and not (follows or _speaks(tokens, at, width)):
        return None
    if verb.form == "participle" and not _is_progressive(tokens, at):
        return _participle(tokens, at, width, verb)
    if (follows or before == ",") and verb.form != "base" and verb.sort in AFTER_QUOTATION:
        noun = phrase_after(tokens, at + width)
        if noun and (follows or (verb.lemma == "say" and _ends_clause(tokens, noun))):
            return _made(tokens, at, width, verb, "verb-subject", noun, False, False, False)
    if verb.sort == "think" and verb.form == "base" and before in _OUGHT:
        return None  # judges should think about it
    subject = subject_before(tokens, at, floor)
    if subject.passive and verb.form != "participle":
        return None
    if subject.noun is None and not (subject.inherits and before in {"and", "but", ",", "then"}):
        return None
    if tokens[at].lower in NOUN_LIKE and not (
        subject.noun and (is_generic(tokens, subject.noun) or before in PRONOUNS)
    ):
        return None
    return _made(tokens, at, width, verb, "subject-verb", subject.noun, subject.inherits,
                 subject.negated, subject.modal)  # fmt: skip


def _speaks(tokens: Sequence[Token], at: int, width: int) -> bool:
    """Say whether a colon, "that" or a comma and a quotation follow, or a quotation, a subject."""
    following = _lower(tokens, at + width)
    if following in {":", "that"}:
        return True
    if following == "," and at + width + 1 < len(tokens):
        return tokens[at + width + 1].quotation >= 0
    before = tokens[max(0, at - _BESIDE) : at]
    comma = next((k for k in range(len(before) - 1, -1, -1) if before[k].quotation >= 0), None)
    return comma is not None and not any(each.lower in {",", ";"} for each in before[comma + 1 :])


def _is_verb(tokens: Sequence[Token], at: int, width: int, verb: Verb) -> bool:
    """Say whether a form is a verb here: not "the claims", "a written policy", "said by"."""
    before, lower = _lower(tokens, at - 1), tokens[at].lower
    if verb.form == "base":
        return (
            before in MODALS | DO | NEGATIONS
            or _is_plural(tokens, at)
            or (
                (lower not in NOUN_LIKE or _lower(tokens, at + 1) in {"the", "that"})
                and before not in DETERMINERS
                and _are_people(tokens, at)
            )
        )
    if verb.form == "past" and _lower(tokens, at + width) == "by":
        return False
    if before in DETERMINERS and before not in {"that", "this", "both"}:
        return False
    if verb.form == "past" and before.endswith(("'s", "s'")):
        return False  # the board's proposed ban
    if verb.form == "finite" and lower in NOUN_LIKE:
        following = FORMS.get(_lower(tokens, at + width))
        if before in BE | HAVE or (following and following.form in {"past", "finite"}):
            return False  # have claims; newspaper reports said
    return not (lower in NOUN_LIKE and (before in PREPOSITIONS or "'" in before))


def _follows_quotation(tokens: Sequence[Token], at: int) -> bool:
    position = at - 1
    while position >= 0 and (
        tokens[position].lower in {",", "—", "–", "-"} or tokens[position].lower in ADVERBS
    ):
        position -= 1
    return position >= 0 and tokens[position].quotation >= 0


def _is_progressive(tokens: Sequence[Token], at: int) -> bool:
    position = at - 1
    while position >= 0 and tokens[position].lower in ADVERBS | NEGATIONS:
        position -= 1
    return position >= 0 and tokens[position].lower in BE


def _is_plural(tokens: Sequence[Token], at: int) -> bool:
    before = _lower(tokens, at - 1)
    if before in ADVERBS and at > 1:
        before = _lower(tokens, at - 2)
    return (
        before in PEOPLE | DOCUMENTS
        or before in {"they", "who"}
        or (
            before.endswith("s")
            and len(before) > 3
            and not before.endswith(("ss", "'s"))
            and FORMS.get(_lower(tokens, at)) is not None
            and _lower(tokens, at) not in NOUN_LIKE
        )
    )


def _are_people(tokens: Sequence[Token], at: int) -> bool:
    """Say whether people are the subject, whatever is told of them: fishermen in Amber say."""
    noun = phrase_before(tokens, at, max(0, at - _NEAR))
    if noun is None:
        return False
    inner = tokens[noun.first : noun.last]
    end = next((k for k, token in enumerate(inner) if token.lower in PREPOSITIONS), 0)
    return end > 0 and (inner[end - 1].lower in PEOPLE or inner[end - 1].lower.endswith("men"))


def _participle(tokens: Sequence[Token], at: int, width: int, verb: Verb) -> Cue | None:
    before = _lower(tokens, at - 1)
    if before in DOCUMENTS and at > 1:
        noun = Noun(at - 2 if _lower(tokens, at - 2) in DETERMINERS else at - 1, at)
        return _made(tokens, at, width, verb, "participle", noun, False, False, False)
    if at and before not in {",", "and", "by", "before", "while", "after", "—", "–", "but"}:
        return None
    if verb.lemma in {"report", "begin", "read", "back", "object"}:
        return None
    return _made(tokens, at, width, verb, "participle", None, True, False, False)


def _ends_clause(tokens: Sequence[Token], noun: Noun) -> bool:
    following = _lower(tokens, _edge(noun))
    return following in {"", ".", ",", "who", ";", ":"} or is_time_at(tokens, _edge(noun))


def is_time_at(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a time expression begins at an index, which may be past the end."""
    return at < len(tokens) and is_time(tokens, at)


def _made(
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
    last = at + width
    if order == "verb-subject" and noun:
        high = _edge(noun)
        return Cue(at, last, verb.lemma, verb.sort, order, noun, inherits, negated, modal, at,
                   high, high)  # fmt: skip
    low = noun.first if noun else at
    content = last
    if verb.sort == "tell":
        content = _after_hearer(tokens, last)
    elif _lower(tokens, last) == "to" and verb.lemma in {"say", "write", "complain", "admit"}:
        content = _after_hearer(tokens, last + 1)
    while is_time_at(tokens, content):
        content += 1
    return Cue(at, last, verb.lemma, verb.sort, order, noun, inherits, negated, modal, low, content,
               content)  # fmt: skip


def _after_hearer(tokens: Sequence[Token], at: int) -> int:
    """Pass over who was told (reporters on his plane; the committee)."""
    if _lower(tokens, at) in PRONOUNS | _HEARERS | {"him", "her", "them", "us", "me"}:
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
