"""Stage 6: clauses that only lead up to what is said, stand aside, or tell who reported it."""

from collections.abc import Sequence

from positions.extraction.lexicon.words import ADVERBS, MEDIA
from positions.extraction.phrases.nouns import AUXILIARY, Noun, is_time
from positions.extraction.quotations.attribution import Attribution
from positions.extraction.quotations.cue import Cue
from positions.extraction.text.outline import Token

_ASKS = frozenset(["which", "whether", "if", "why", "how", "what", "who", "when", "where", "about"])
_HEARER = 6  # tokens of who is asked, before what
_REPORTING = frozenset(["report", "reports", "reported"])
_NAMES = 9  # words of those who report


def is_prompt(tokens: Sequence[Token], cue: Cue, noun: Noun, first: int) -> bool:
    """Say whether words only lead up to an answer: when N noted that …; N asked which it was."""
    if tokens[0].lower == "when" and noun.first == 1:
        return True
    asked = cue.lemma == "ask" and not any(
        each.lower == "to" for each in tokens[first : first + _HEARER]
    )
    return asked and any(each.lower in _ASKS for each in tokens[first : first + _HEARER])


def told_by(tokens: Sequence[Token], comma: int, limit: int) -> bool:
    """Say whether nothing but ", Amber News and TV Tarn report." is left of the sentence."""
    rest = [token for token in tokens[comma + 1 : limit] if token.text[0].isalnum()]
    if not 1 < len(rest) <= _NAMES or rest[-1].lower not in _REPORTING:
        return False
    return all(token.capital or token.lower in {"and", "the"} for token in rest[:-1])


def is_aside(tokens: Sequence[Token], cue: Cue) -> bool:
    """Say whether a cue stands in an aside: the club, which had threatened to leave, agreed."""
    at = cue.first - 1
    while at > 1 and (
        tokens[at].lower in AUXILIARY
        or tokens[at].lower in ADVERBS
        or is_time(tokens, at)
        or (tokens[at].lower == "on" and is_time(tokens, at + 1))
    ):
        at -= 1
    return at > 1 and tokens[at].lower in {"who", "which"} and tokens[at - 1].lower == ","


def is_stance_within(each: Attribution, tokens: Sequence[Token], given: Attribution) -> bool:
    """Say whether a stance is only what another tells: the board wants it gone, its director said.

    What somebody is told to have said or asked for there is hers as well (the board warned them,
    N said), and so is a stance of which a newspaper tells, since it has none.
    """
    if each.cue is None or given.cue is None or given.noun is None:
        return False
    place = tokens[each.cue.first].start
    told = any(start <= place < end for start, end in given.spans)
    takes_side = each.cue.sort in {"stance", "think"} or each.cue.lemma == "call"
    return told and takes_side and not _is_paper(tokens, given.cue, given.noun)


def heard_in(tokens: Sequence[Token], each: Attribution) -> Sequence[tuple[int, int]]:
    """Give where nobody else is heard: not where a sentence opens with what a paper tells."""
    cue, noun = each.cue, each.noun
    if cue is None or noun is None or cue.order != "according-to" or cue.low:
        return each.spans
    return () if _is_paper(tokens, cue, noun) else each.spans


def interrupts(tokens: Sequence[Token], cues: Sequence[Cue], index: int) -> bool:
    """Say whether a cue only interrupts, before the verb: the board, she said, will oppose it."""
    at = cues[index].high + 1
    if cues[index].low == 0 or at >= len(tokens) or tokens[at - 1].lower != ",":
        return False
    after = cues[index + 1] if index + 1 < len(cues) else None
    finite = after is not None and after.first == at and after.order == "subject-verb"
    return finite or tokens[at].lower in AUXILIARY


def _is_paper(tokens: Sequence[Token], cue: Cue, noun: Noun) -> bool:
    """Say whether a newspaper or the like reports, which tells what others hold."""
    return cue.lemma == "report" or tokens[noun.last - 1].lower in MEDIA
