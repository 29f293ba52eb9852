"""Stage 5, within a sentence: which cue gives which quotation, by ordered patterns with names."""

from bisect import bisect_left
from collections.abc import Sequence

from positions.extraction.draft import Pattern
from positions.extraction.lexicon import listed
from positions.extraction.lexicon.words import ADVERBS, DASHES, DETERMINERS, DOCUMENTS, PRONOUNS
from positions.extraction.phrases.nouns import Noun, is_time, phrase_before
from positions.extraction.phrases.nouns_after import phrase_after, with_others
from positions.extraction.quotations.attribution import Attribution
from positions.extraction.quotations.cue import Cue, Order
from positions.extraction.text.marks import Quotation
from positions.extraction.text.outline import Sentence, Token

_BETWEEN = DASHES | {",", "-", "and", "or"}
_BEFORE_NAME = DASHES | {",", "by", "from", "-"}
_SIGNED = 25  # tokens of a quotation with the line that signs it
_FAR = 60  # tokens before a clause that are looked at
_SPEAKING = frozenset({"said", "says", ",", "replied", "added", "asked", "wrote"})
_JOINING = frozenset(["but", "and", "then", "so", "yet", "still"])
_LATER = frozenset(["later", "ago", "earlier", "before", "afterwards"])  # hours later
_LEADS = listed(
    """in on at after before when while as although though if since during for with despite back by
    from across outside inside under over near behind until within without later yesterday
    nearby elsewhere among between to throughout amid like unlike once because given according
    beyond about against around upon whenever just even only whether not"""
)

_BY_ORDER: dict[Order, Pattern] = {
    "subject-verb": Pattern.SUBJECT_VERB,
    "verb-subject": Pattern.VERB_SUBJECT,
    "according-to": Pattern.QUOTATION_ACCORDING_TO,
    "participle": Pattern.QUOTATION_PARTICIPLE,
}
BESIDE_CUE = frozenset(_BY_ORDER.values())
"""Patterns of quotations whose cue stands right after them, or ends their sentence."""


def subject_of(tokens: Sequence[Token], cues: Sequence[Cue], cue: Cue | None) -> Noun | None:
    """Give the phrase that names whose cue it is: its own, the cue's before, the sentence's."""
    if cue and cue.subject:
        return cue.subject
    before = [
        each
        for at, each in enumerate(cues)
        if each.subject
        and (cue is None or each.first < cue.first)
        and not (cue and at and cues[at - 1].subject and _is_within(tokens, each, cues[at - 1]))
    ]
    for each in reversed(before):  # rather a name than the pronoun of a clause inside
        if each.subject and tokens[each.subject.first].lower not in PRONOUNS:
            return each.subject
    main = leading(tokens)
    if not before or before[-1].subject is None:
        return main
    if main is None or cue is None:
        return before[-1].subject
    past = before[-1].subject.last <= main.first and main.last <= cue.first
    return main if past else before[-1].subject  # when asked whom she backs, N said


def _is_within(tokens: Sequence[Token], cue: Cue, outer: Cue) -> bool:
    """Say whether a cue opens what another reports: N said many believed it."""
    at = outer.content
    at += at < len(tokens) and tokens[at].lower == "that"
    return outer.order == "subject-verb" and cue.low == at


def _reporting(tokens: Sequence[Token], cues: Sequence[Cue], cue: Cue | None) -> Cue | None:
    """Give the cue of who says it: in “N said the firm opposed it” that of N, not of the firm.

    Where a name stands within (N said M called it “…”), the words are hers whose name that is.
    """
    if cue is None or cue not in cues:
        return cue
    at = cues.index(cue)
    inner = tokens[cue.subject.first : cue.subject.last] if cue.subject else ()
    unnamed = bool(inner) and all(each.lower == each.text for each in inner)
    return cues[at - 1] if at and unnamed and _is_within(tokens, cue, cues[at - 1]) else cue


def leading(tokens: Sequence[Token]) -> Noun | None:
    """Give the phrase that a sentence begins with, past an introduction (In a letter, …)."""
    at = _past_joining(tokens, 0)
    opening = tokens[at].lower if at < len(tokens) else ""
    if tokens[at + 1 : at + 2] and tokens[at + 1].lower in _LATER:
        commas = (k for k in range(at, min(len(tokens), at + 6)) if tokens[k].lower == ",")
        at = next(commas, at - 1) + 1
    elif opening in _LEADS or opening == "asked" or (opening.endswith("ing") and len(opening) > 5):
        commas = (k for k in range(at + 1, min(len(tokens), at + 30)) if tokens[k].lower == ",")
        at = next(commas, -1) + 1
        if at == 0:
            return None
    at = _past_joining(tokens, at)
    noun = phrase_after(tokens, at) if at < len(tokens) else None
    return with_others(tokens, noun) if noun is not None else None


def _past_joining(tokens: Sequence[Token], at: int) -> int:
    """Pass over what joins a sentence to the one before: But, However, or Earlier with a comma."""
    while at < len(tokens):
        aside = at + 1 < len(tokens) and tokens[at + 1].lower == ","
        apart = tokens[at].lower in ADVERBS or is_time(tokens, at)
        if tokens[at].lower in _JOINING or (apart and aside):
            at += 1 + aside
        else:
            break
    return at


def in_sentence(
    text: str, sentence: Sentence, cues: Sequence[Cue], quoted: Sequence[Quotation]
) -> list[Attribution]:
    """Attribute the quotations of one sentence. Linear in its length."""
    tokens = sentence.tokens
    found: list[Attribution] = []
    by_cue: dict[int, Attribution] = {}
    for at, token in enumerate(tokens):
        if token.quotation < 0:
            continue
        quotation = quoted[token.quotation]
        near = _near(cues, at)
        cue, pattern = _cue_of(tokens, at, near)
        if cue is not None and _is_relative(text[quotation.end - 1], tokens, at, cue):
            cues = [each for each in cues if each is not cue]
            near = _near(cues, at)
            cue, pattern = _cue_of(tokens, at, near)
        if at and _is_title(text[quotation.start : quotation.end], tokens[at - 1].lower, pattern):
            continue
        whole = _is_whole(text, tokens, at, quotation, cue, pattern)
        span = (quotation.start, quotation.end)
        cue = _reporting(tokens, near, cue)
        if cue is not None and cue.first in by_cue:
            given = by_cue[cue.first]
            given.spans.append(span)
            given.warnings.extend(quotation.warnings)
            continue
        noun = subject_of(tokens, near, cue) if cue else None
        if cue is None and at and tokens[at - 1].lower == ":":
            noun = _named_before(tokens, at - 1) or subject_of(tokens, near, None)
            pattern, whole = Pattern.COLON, True
        if cue is None and noun is None and (noun := _signature(tokens, at)) is not None:
            pattern, whole = Pattern.SIGNED, True
        if cue is not None and cue.modal and (document := _document_before(tokens, cue.low)):
            noun, pattern = document, Pattern.QUOTED_DOCUMENT
        given = Attribution(
            "direct" if whole else "mixed", [span], pattern, sentence, cue, noun,
            warnings=list(quotation.warnings), optional=cue is None and noun is None,
        )  # fmt: skip
        if cue is not None:
            by_cue[cue.first] = given
        found.append(given)
    return found


def _named_before(tokens: Sequence[Token], colon: int) -> Noun | None:
    """Find the name that stands right before a colon: by its leader, N: …."""
    noun = phrase_before(tokens, colon, max(0, colon - 6))
    if noun is None or noun.first < 1 or tokens[noun.first - 1].lower not in _BEFORE_NAME:
        return None
    named = all(token.capital for token in tokens[noun.first : noun.last])
    return noun if named and noun.last - noun.first > 1 else None


def _signature(tokens: Sequence[Token], at: int) -> Noun | None:
    """Find who signs a quotation that ends its sentence: “Never.” — N, director of the board."""
    rest = tokens[at + 1 : at + _FAR]
    if at or len(rest) < 3 or rest[0].lower not in DASHES or not rest[1].capital:
        return None
    return phrase_after(tokens, at + 2) if len(tokens) <= _SIGNED else None


def _near(cues: Sequence[Cue], at: int) -> Sequence[Cue]:
    """Give the few cues around a quotation; those farther off are another one's."""
    following = bisect_left(cues, at, key=lambda cue: cue.first)
    return cues[max(0, following - 8) : following + 4]


def _is_title(words: str, before: str, pattern: Pattern) -> bool:
    """Say whether quoted words are a title (In the report, "The Clean Tap," …)."""
    if before == ":" or words[-1:] in "!?" or (before in _SPEAKING and before != ","):
        return False
    if pattern is Pattern.CUE_BEFORE and before == ",":
        return False
    parts = words.strip(",.").split()
    long = [part for part in parts if len(part) > 3]
    return 2 <= len(parts) <= 8 and len(long) > 1 and all(part[0].isupper() for part in long)


def _cue_of(tokens: Sequence[Token], at: int, cues: Sequence[Cue]) -> tuple[Cue | None, Pattern]:
    """Choose the cue of the quotation at an index, and name the pattern."""
    before = after = None
    for cue in cues:
        if cue.high <= at:
            before = cue
        elif cue.low > at:
            after = cue
            break
    if after and _adjacent(tokens, at + 1, after.low):
        joined = after.inherits and before is not None and before.sort == "call"
        if after.order != "participle" and not joined:
            return after, _BY_ORDER[after.order]
        if before is None:
            return after, Pattern.QUOTATION_PARTICIPLE
    if before and not _separated(tokens, before, at):
        return before, _pattern_before(tokens, before)
    trailing = after if after and after.order != "participle" else None
    if trailing and _trails(tokens, trailing):
        return trailing, _BY_ORDER[trailing.order]
    return None, Pattern.UNATTRIBUTED


def _is_relative(last: str, tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Say whether a cue after quoted words only tells of them: the “dam” that N had promised.

    `last` is the last character of the quotation, after which a comma would stand.
    """
    if cue.order != "subject-verb" or cue.low != at + 1 or last in ",.!?…—–":
        return False
    return tokens[cue.first - 1].lower in {"had", "has"}


def _pattern_before(tokens: Sequence[Token], cue: Cue) -> Pattern:
    """Name the pattern of a cue that stands before its quotation."""
    if cue.order == "according-to":
        return Pattern.ACCORDING_TO
    if cue.order == "participle":
        return Pattern.PARTICIPLE
    return Pattern.SPLIT if _after_quotation(tokens, cue) else Pattern.CUE_BEFORE


def _after_quotation(tokens: Sequence[Token], cue: Cue) -> bool:
    at = cue.low - 1
    while at >= 0 and tokens[at].lower in _BETWEEN:
        at -= 1
    return at >= 0 and tokens[at].quotation >= 0


def _adjacent(tokens: Sequence[Token], first: int, last: int) -> bool:
    return all(token.lower in _BETWEEN or token.quotation >= 0 for token in tokens[first:last])


def _separated(tokens: Sequence[Token], cue: Cue, at: int) -> bool:
    """Say whether something else is being said by the time the quotation comes."""
    return any(token.lower == ";" for token in tokens[cue.high : at])


def _trails(tokens: Sequence[Token], cue: Cue) -> bool:
    """Say whether a cue ends its sentence, so that all before it is what was said."""
    return cue.low > 0 and tokens[cue.low - 1].lower == ","


def _is_whole(
    text: str,
    tokens: Sequence[Token],
    at: int,
    quotation: Quotation,
    cue: Cue | None,
    pattern: Pattern,
) -> bool:
    """Say whether the words are a quotation of their own, not part of the text's sentence."""
    first = text[quotation.start]
    if cue is None:
        return at == 0 or tokens[at - 1].lower == ":"
    if pattern in BESIDE_CUE:
        rest = [
            token
            for token in tokens[max(0, at - _FAR) : at]
            if token.quotation < 0 and token.text.isalnum()
        ]
        return not rest or all(token.lower in {"and", "but", "or"} for token in rest)
    if at == 0 or pattern is Pattern.SPLIT:
        return True
    before = tokens[at - 1]
    if before.lower == ":":
        return True
    if before.lower == "," and (first.isupper() or first in "[…."):
        return True
    direct = at == cue.content or at == cue.last
    return direct and cue.sort in {"say", "tell", "ask", "read"} and first.isupper()


def _document_before(tokens: Sequence[Token], end: int) -> Noun | None:
    """Find the document (a resolution to …) whose conditions the clause states."""
    for at in range(end - 1, max(0, end - _FAR), -1):
        if tokens[at].lower in DOCUMENTS and tokens[at - 1].lower in DETERMINERS:
            return Noun(at - 1, at + 1)
    return None
