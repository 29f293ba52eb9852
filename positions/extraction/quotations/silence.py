"""Stage 6, no reply: the words that say that somebody was asked and did not comment."""

import re
from bisect import bisect_left

from positions.extraction.draft import Pattern
from positions.extraction.phrases.subjects import subject_before
from positions.extraction.quotations.attribution import Attribution
from positions.extraction.quotations.in_sentence import leading
from positions.extraction.text.outline import Sentence

_NOT = r"(?:(?:did|do|does|has|have|had) not|(?:did|do|does|has|have|had)n['’]t)"
_SOON = r"(?:(?:immediately|yet|so far|directly|ever|always) )*"
_NO_REPLY = re.compile(
    rf"\b(?:(?:has |have |had )?(?:declined|refused|declines|refuses) (?:to )?"
    rf"(?:comment|say|answer|discuss|be interviewed|be drawn|respond|elaborate|speak|explain"
    rf"|give|provide|an interview|requests?)\b"
    rf"|{_NOT} {_SOON}(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?|comment(?:ed)?)\b"
    rf"|(?:would|will) not (?:say|comment|discuss|be drawn|elaborate|confirm)\b"
    rf"|(?:wouldn|won)['’]t (?:say|comment|discuss|be drawn|elaborate|confirm)\b"
    rf"|(?:had|has|have|made|offered|gave) no (?:immediate )?(?:comment|answer|reply)\b"
    rf"|could(?: not|n['’]t) {_SOON}be reached\b"
    rf"|(?:was|were) (?:not {_SOON}available|unavailable) (?:for|to) comment\b)"
)
_ENDS = re.compile(
    r",? (?:but|and|while|although|though)\b|, (?:as|which|who)\b|;|[.!?]\s*+$|(?<![\s.!?])\s*+$"
)


def no_replies(opaque: str, sentence: Sentence) -> list[Attribution]:
    """Find what somebody would not say in a sentence. Linear in its length."""
    found: list[Attribution] = []
    done = sentence.start
    for match in _NO_REPLY.finditer(opaque, sentence.start, sentence.end):
        if match.start() < done:
            continue
        at = bisect_left(sentence.tokens, match.start(), key=lambda token: token.start)
        noun = subject_before(sentence.tokens, at, 0).noun
        ending = _ENDS.search(opaque, match.end(), sentence.end)
        done = ending.start() if ending else sentence.end
        noun = noun or leading(sentence.tokens)
        if noun is None:
            continue
        found.append(
            Attribution("no_reply", [(match.start(), done)], Pattern.NO_REPLY, sentence, None, noun)
        )
    return found
