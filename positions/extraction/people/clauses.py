"""Stage 7: the organisation of "who leads N", "whose group N", "N is the director of M"."""

from collections.abc import Sequence

from positions.extraction.lexicon import listed
from positions.extraction.lexicon.verbs import FORMS
from positions.extraction.lexicon.words import BE, BODIES, COLLECTIVE, DETERMINERS, HAVE, PRONOUNS
from positions.extraction.phrases.nouns import STOPS
from positions.extraction.phrases.organisations import HOLDING, organisation
from positions.extraction.phrases.roles import is_role, read
from positions.extraction.text.outline import Token

_LEADING = listed(
    """runs leads chairs heads represents founded owns manages directs chaired led run ran speaks
    works teaches serves sits edits speaking representing working running leading heading
    chairing captains presides presided co-founded cofounded oversees handles coordinates
    co-ordinates advises covers monitors lobbies campaigns organises organizes volunteers
    plans"""
)
_SPEAKING = frozenset(["speaking", "speaks"])
_EMPLOYED = listed(
    """works teaches studies researches lectures serves practises practices specialises specializes
    trains heads runs sits"""
)
"""What somebody does at a body to which she belongs; others speak, meet or eat at one."""
_RUNNING = frozenset(["runs", "ran", "run", "running", "campaigns", "campaigning", "stands"])
_ANOTHERS = PRONOUNS | BE | HAVE
"""What shows that another clause has begun."""
_SOUGHT = frozenset(["white house", "congress", "senate", "house", "parliament", "office"])
"""For what somebody runs."""
_APPOINTED = frozenset(["appointed", "elected", "named", "made", "re-elected"])
_NEAR = 30  # tokens in which a predicate names the organisation
_AUXILIARY = BE | HAVE | {"also", "now", "still", "jointly"}
_NOTHING = ("", "")
_LINKING = HOLDING | {"on", "over", "as"}
_PREDICATES = _APPOINTED | BE | {"also"}


def led(tokens: Sequence[Token], at: int, end: int) -> str:
    """Read "who has run the Amber Board", "who teaches law at N"."""
    while at < end and (tokens[at].lower in _AUXILIARY or tokens[at].lower.endswith("ly")):
        at += 1
    if at + 1 >= end:
        return ""
    elsewhere = tokens[at].lower in _SPEAKING and tokens[at + 1].lower != "for"
    if tokens[at].lower not in _LEADING or elsewhere:  # speaking at the congress
        return _led_too(tokens, at, end) or _acts_for(tokens, at, end)
    if tokens[at].lower in _RUNNING and tokens[at + 1].lower == "for":
        sought = organisation(tokens[at + 1 : end])
        return "" if sought.lower() in _SOUGHT else sought
    if tokens[at + 1].lower in _LINKING:
        at += 1
    else:
        direct = organisation(tokens[at:end])
        if direct:
            return direct
    if tokens[at].lower in {"for", "at", "on", "over"}:
        return organisation(tokens[at:end])
    held = (
        organisation(tokens[k:end])
        for k in range(at + 1, end)
        if tokens[k].lower in {"at", "for", "of"}
    )
    return next(filter(None, held), "") or _led_too(tokens, at, end)


def _led_too(tokens: Sequence[Token], at: int, end: int) -> str:
    """Read the second verb of "who farms at Low Mill and chairs the Amber Board"."""
    for k in range(at + 1, end - 2):
        if tokens[k].lower == "and" and tokens[k + 1].lower in _LEADING:
            return led(tokens, k + 1, end)
    return ""


def _acts_for(tokens: Sequence[Token], at: int, end: int) -> str:
    """Read "who measures the stream for the Amber Society", "who studies it at N University"."""
    verb = tokens[at].lower
    acts = verb.endswith("s") or verb in {"appeared", "acted"}
    if not acts or verb in _AUXILIARY or verb in FORMS:
        return ""
    for k in range(at + 1, end - 1):
        if tokens[k].lower in _ANOTHERS:
            break
        if tokens[k].lower == "for" or (tokens[k].lower == "at" and verb in _EMPLOYED):
            found = organisation(tokens[k:end])
            if found and BODIES.intersection(found.lower().split()):
                return found
    return ""


def whose(tokens: Sequence[Token], at: int) -> str:
    """Read "whose group N runs" or "whose company, N, makes"."""
    if at + 1 >= len(tokens) or tokens[at].lower not in COLLECTIVE:
        return ""
    return organisation(tokens[at + (tokens[at + 1].text == ",") : at + 6])


def predicate(tokens: Sequence[Token], last: int) -> tuple[str, str]:
    """Read "N is the director of", "N was elected director of", "N runs"."""
    if last + 1 >= len(tokens):
        return _NOTHING
    end = last
    while end < len(tokens) and end - last < _NEAR and tokens[end].lower not in STOPS:
        end += 1
    lower = tokens[last].lower
    if lower in {"appeared", "appears", "acts", "acted"} and tokens[last + 1].lower == "for":
        return "", organisation(tokens[last + 1 : end + 4])
    if lower in _LEADING or (lower in HAVE and tokens[last + 1].lower in _LEADING):
        return "", led(tokens, last, end)
    if lower in {"is", "became", "remains"} or (
        lower in {"was", "has"}
        and any(tokens[k].lower in _APPOINTED for k in range(last + 1, min(end, last + 3)))
    ):
        at = last + 1
        while at < end and (tokens[at].lower in _PREDICATES or tokens[at].lower == "as"):
            at += 1
        if at < end and (tokens[at].lower in DETERMINERS or is_role(tokens[at])):
            role, held = read(tokens[at:end])
            return (role, held) if held else _NOTHING
    return _NOTHING if tokens[last].capital else ("", _acts_for(tokens, last, end))
