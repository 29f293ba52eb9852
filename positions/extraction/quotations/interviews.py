"""Stage 5, interviews that mark neither question nor answer: the answers, by who asks what."""

import re
from collections.abc import Sequence

from positions.extraction.text.blocks import Paragraph
from positions.extraction.text.marks import OPENING

_FIRST_PERSON = re.compile(r"(?<![\w'’])(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|mine|ours)(?![\w-])")
_HEARER = re.compile(r"(?<![\w'’])(?:[Yy]ou|[Yy]our|yourself)(?![\w-])")
_QUOTED = re.compile(r"“[^”\n]*+”?|\"[^\"\n]*+\"?")
_SENTENCE = re.compile(r"[.!?](?=\s|$)")
_EDITED = re.compile(
    r"\b(?:interview|conversation|transcript)\b.{0,40}\b(?:edited|condensed|abridged|conducted)\b"
)
_FEWEST = 3  # questions of an interview
_LONGEST = 45  # words of a question
_REMARK = 16  # words of what is put to somebody without a question mark
_EACH = 4  # paragraphs, on average, from one question to the next
_OWN = 0.5  # share of the answers that say I or we

Answer = list[tuple[int, int]]
"""The words of one answer, paragraph by paragraph."""


def interview(text: str, blocks: Sequence[Paragraph]) -> tuple[dict[int, Answer], frozenset[int]]:
    """Find the answers of an interview by their first paragraphs, and all that belongs to it.

    A paragraph that is a question alone, without quotation marks, is the interviewer's; what
    follows is the answer, up to the next one. Between two answers a single short sentence that
    speaks of nobody's own is put to somebody, too: it is left out. A text with fewer than three
    questions, or whose answers hardly say I or we, is no interview. Linear.
    """
    asked = [at for at, each in enumerate(blocks) if _is_question(text, each)]
    if len(asked) < _FEWEST or not any(_HEARER.search(_words(text, blocks[at])) for at in asked):
        return {}, frozenset()
    found: dict[int, Answer] = {}
    covered = set(asked)
    for at, following in zip(asked, [*asked[1:], len(blocks)], strict=True):
        answer: list[int] = []
        for number in range(at + 1, following):
            said = _words(text, blocks[number])
            if said[0] in OPENING or _EDITED.search(said):
                break
            covered.add(number)
            if answer and number + 1 < following and _is_put(said):
                _add(found, answer, blocks)
                answer = []
            else:
                answer.append(number)
        _add(found, answer, blocks)
    whole = len(blocks) - asked[0] <= _EACH * len(asked)
    own = [at for at, spans in found.items() if any(_is_own(text[a:b]) for a, b in spans)]
    if not whole or len(found) < _FEWEST or len(own) < _OWN * len(found):
        return {}, frozenset()
    return found, frozenset(covered)


def _add(found: dict[int, Answer], answer: Sequence[int], blocks: Sequence[Paragraph]) -> None:
    if answer:
        found[answer[0]] = [(blocks[at].start, blocks[at].end) for at in answer]


def _words(text: str, block: Paragraph) -> str:
    return text[block.start : block.end]


def _is_question(text: str, block: Paragraph) -> bool:
    said = _words(text, block)
    if said[0] in OPENING or not said.endswith(("?", "?)", "?]")):
        return False
    return len(said.split()) <= _LONGEST


def _is_own(said: str) -> bool:
    """Say whether somebody speaks of himself, outside of what he quotes."""
    return _FIRST_PERSON.search(_QUOTED.sub("", said)) is not None


def _is_put(said: str) -> bool:
    """Say whether words between two answers are put to somebody: one short sentence."""
    short = len(said.split()) <= _REMARK and len(_SENTENCE.findall(said)) == 1
    return short and not _is_own(said)
