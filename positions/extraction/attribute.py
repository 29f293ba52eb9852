"""Stage 5: which cue gives which quotation, by ordered patterns with names."""

from collections.abc import Sequence

from positions.extraction.attribution import Attribution
from positions.extraction.cues import Cue
from positions.extraction.lexicon.words import DETERMINERS, DOCUMENTS
from positions.extraction.nouns import Noun, phrase_after
from positions.extraction.outline import Sentence, Token
from positions.extraction.quotes import Quotation

_BETWEEN = frozenset(", — – - and or".split())
_BEFORE_WHOLE = frozenset({",", ":"})
_LEADS = frozenset(
    "in on at after before when while as although though if since during for with despite".split()
)


def subject_of(tokens: Sequence[Token], cues: Sequence[Cue], cue: Cue | None) -> Noun | None:
    """Give the phrase that names whose cue it is: its own, the cue's before, the sentence's."""
    if cue and cue.subject:
        return cue.subject
    before = [each for each in cues if each.subject and (cue is None or each.first < cue.first)]
    if before:
        return before[-1].subject
    return leading(tokens)


def leading(tokens: Sequence[Token]) -> Noun | None:
    """Give the phrase that a sentence begins with, past an introduction (In a letter, …)."""
    at = 0
    if tokens and tokens[0].lower in _LEADS:
        commas = (k for k in range(1, min(len(tokens), 30)) if tokens[k].lower == ",")
        at = next(commas, -1) + 1
        if at == 0:
            return None
    while at < len(tokens) and tokens[at].lower in {"but", "and", "then", "so", "yet", "still"}:
        at += 1
    return phrase_after(tokens, at) if at < len(tokens) else None


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
        cue, pattern = _cue_of(tokens, at, cues)
        whole = _is_whole(text, tokens, at, quotation, cue, pattern)
        span = (quotation.start, quotation.end)
        if cue is not None and cue.first in by_cue:
            given = by_cue[cue.first]
            given.spans.append(span)
            given.warnings.extend(quotation.warnings)
            if not whole and given.kind == "direct" and pattern == "cue-before":
                given.kind = "direct"
            continue
        noun = subject_of(tokens, cues, cue) if cue else None
        if cue is None and at and tokens[at - 1].lower == ":":
            noun, pattern, whole = subject_of(tokens, cues, None), "colon", True
        if cue is not None and cue.modal and (document := _document_before(tokens, cue.low)):
            noun, pattern = document, "quoted-document"
        given = Attribution(
            "direct" if whole else "mixed", [span], pattern, sentence, cue, noun,
            warnings=list(quotation.warnings), optional=cue is None and noun is None,
        )  # fmt: skip
        if cue is not None:
            by_cue[cue.first] = given
        found.append(given)
    return found


def _cue_of(tokens: Sequence[Token], at: int, cues: Sequence[Cue]) -> tuple[Cue | None, str]:
    """Choose the cue of the quotation at an index, and name the pattern."""
    before = after = None
    for cue in cues:
        if cue.high <= at:
            before = cue
        elif cue.low > at:
            after = cue
            break
    if after and _adjacent(tokens, at + 1, after.low):
        if after.order != "participle":
            return after, f"quotation-{after.order}"
        if before is None:
            return after, "quotation-participle"
    if before and not _separated(tokens, before, at):
        if before.order in {"verb-subject", "subject-verb"} and before.low and any(
            token.quotation >= 0 for token in tokens[: before.low]
        ):
            return before, "split"
        return before, "according-to" if before.order == "according-to" else (
            "participle" if before.order == "participle" else "cue-before"
        )
    trailing = after if after and after.order != "participle" else None
    if trailing and _trails(tokens, trailing):
        return trailing, f"quotation-{trailing.order}"
    return None, "unattributed"


def _adjacent(tokens: Sequence[Token], first: int, last: int) -> bool:
    return all(token.lower in _BETWEEN or token.quotation >= 0 for token in tokens[first:last])


def _separated(tokens: Sequence[Token], cue: Cue, at: int) -> bool:
    """Say whether something else is being said by the time the quotation comes."""
    for token in tokens[cue.high : at]:
        if token.lower == ";":
            return True
    return False


def _trails(tokens: Sequence[Token], cue: Cue) -> bool:
    """Say whether a cue ends its sentence, so that all before it is what was said."""
    return cue.low > 0 and tokens[cue.low - 1].lower == ","


def _is_whole(
    text: str,
    tokens: Sequence[Token],
    at: int,
    quotation: Quotation,
    cue: Cue | None,
    pattern: str,
) -> bool:
    """Say whether the words are a quotation of their own, not part of the text's sentence."""
    first = text[quotation.start]
    if cue is None:
        return at == 0 or tokens[at - 1].lower == ":"
    if pattern.startswith("quotation-"):
        rest = [token for token in tokens[:at] if token.quotation < 0 and token.text.isalnum()]
        return not rest or all(token.lower in {"and", "but", "or"} for token in rest)
    if at == 0 or pattern == "split":
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
    for at in range(end - 1, 0, -1):
        if tokens[at].lower in DOCUMENTS and tokens[at - 1].lower in DETERMINERS | {"its", "their"}:
            return Noun(at - 1, at + 1)
    return None
