"""Stage 6: clauses that only lead up to what is said, stand aside, or tell who reported it."""

from collections.abc import Sequence

from positions.extraction.lexicon.words import ADVERBS
from positions.extraction.phrases.nouns import AUXILIARY, Noun, is_time
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
