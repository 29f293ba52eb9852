"""Stage 6: what is reported without quotation marks, and where the reported clause ends."""

from collections.abc import Sequence

from positions.extraction.draft import Pattern
from positions.extraction.lexicon import listed
from positions.extraction.lexicon.verbs import OBJECTS, QUOTING
from positions.extraction.lexicon.words import (
    DASHES,
    DETERMINERS,
    OWN,
    PREPOSITIONS,
    PRONOUNS,
    WEEKDAYS,
)
from positions.extraction.phrases.nouns import AUXILIARY, Noun, can_speak, is_generic, is_time
from positions.extraction.quotations.asides import (
    heard_in,
    interrupts,
    is_aside,
    is_prompt,
    is_stance_within,
    told_by,
)
from positions.extraction.quotations.attribution import Attribution
from positions.extraction.quotations.cue import Cue
from positions.extraction.quotations.in_sentence import subject_of
from positions.extraction.text.outline import Sentence, Token

_TRAILING = DASHES | {",", ".", "and", "but", "while", ";", "!", "?"}
_CLAUSE = frozenset(["that", "whether", "if", "why", "how", "what"])
_ZERO_THAT = listed(
    """say tell think believe hope claim insist argue warn admit reckon suggest fear maintain
    estimate predict acknowledge concede doubt expect agree deny allege promise vow note
    report assure remind point out adamant confident convinced worry feel suspect swear
    reassure concerned hopeful"""
) | {"point out"}
_PLACE = listed("in on at during from through after before by of about to for")
_FOR_OBJECT = {"call": {"for", "on"}, "warn": {"of", "against", "about"}, "object": {"to"},
               "ask": {"for"}, "agree": {"with", "to"}, "disagree": {"with"},
               "complain": {"about", "of"}, "speak out": {"against"}, "protest": {"against"},
               "come out": {"against", "for"}, "comment": {"on"}, "wonder": {"about"},
               "raise concerns": {"about", "over", "that"}, "express concern": {"about", "over"},
               "express reservations": {"over", "about"}, "question": set(),
               "threaten": {"to"}, "intend": {"to"}, "pledge": {"to"}, "promise": {"to"},
               "vow": {"to"}, "hint": {"at"}, "plead": {"for"}, "swear": {"to"},
               "want": {"to"}}  # fmt: skip
_FINDING = frozenset(["find", "rule"])  # of courts: no position, unless in words that are quoted
_CUTS = frozenset(["but", "while", "although", "which", "who", "whose", "where"])
_ASIDES = frozenset(
    ["for", "provided", "subject", "as", "a", "an", "after", "since", "given", "when"]
)
_NOT_ON = PREPOSITIONS - {"on"}


def reported(
    sentence: Sentence,
    cues: Sequence[Cue],
    taken: frozenset[int],
    silent: Sequence[tuple[int, int]],
) -> list[Attribution]:
    """Report the clauses of a sentence whose cues (by first token) no quotation has taken.

    Linear in the sentence's length times the number of its cues, which is bounded in practice
    by what a sentence can hold.
    """
    found: list[Attribution] = []
    for index, cue in enumerate(cues[:12]):
        place = sentence.tokens[cue.first].start
        known = cue.first in taken or cue.lemma in _FINDING
        if known or any(start <= place < end for start, end in silent):
            continue
        span = _content(sentence.tokens, cues, index)
        if span is None:
            continue
        first, last = span
        tokens = sentence.tokens
        if any(start <= place < end for each in found for start, end in heard_in(tokens, each)):
            continue  # what somebody is reported to have reported
        if any(token.quotation >= 0 for token in tokens[first:last]):
            continue
        noun = subject_of(tokens, cues, cue)
        if noun is None or (noun.first >= first and noun.last <= last):
            continue
        if not _is_speaker(tokens, noun, cue, first):
            continue
        spans = [(tokens[first].start, tokens[last - 1].end)]
        if last <= cue.low and cue.high < len(tokens) and tokens[cue.high].lower == ",":
            # “When it rains, she said, the cellar floods”: the clause goes on after the cue.
            rest = _bounded(tokens, cue.high, _end(tokens, cues, index))
            if (
                rest
                and not tokens[rest[0]].lower.endswith("ing")
                and not any(token.quotation >= 0 for token in tokens[rest[0] : rest[1]])
            ):
                spans.append((tokens[rest[0]].start, tokens[rest[1] - 1].end))
        pattern = _pattern(tokens, cue, first)
        given = Attribution("indirect", spans, pattern, sentence, cue, noun)
        given.aside = (
            pattern is Pattern.STANCE
            and is_aside(tokens, cue)
            and any(other.low <= cue.low and other.first > cue.last for other in cues[index + 1 :])
        )
        given.aside = given.aside or is_prompt(tokens, cue, noun, first)
        found = [each for each in found if not is_stance_within(each, tokens, given)]
        found.append(given)
    return found


def _is_speaker(tokens: Sequence[Token], noun: Noun, cue: Cue, first: int) -> bool:
    """Say whether a subject may speak: not a point reiterated there, nor the cost of a dam."""
    if cue.lemma == "report" and tokens[first].lower in OWN:
        return False  # N reports its figures
    if tokens[noun.first].lower in {"a", "an"} and not is_generic(tokens, noun):
        return False
    return cue.lemma not in OBJECTS or can_speak(tokens, noun)


def _pattern(tokens: Sequence[Token], cue: Cue, first: int) -> Pattern:
    if cue.order == "according-to":
        return Pattern.ACCORDING_TO
    if first < cue.low:
        return Pattern.TRAILING
    if cue.order == "participle":
        return Pattern.PARTICIPLE
    if tokens[first].lower == "that":
        return Pattern.THAT_CLAUSE
    return Pattern.STANCE if cue.lemma in OBJECTS else Pattern.ZERO_THAT


def _content(tokens: Sequence[Token], cues: Sequence[Cue], index: int) -> tuple[int, int] | None:
    cue = cues[index]
    end = _end(tokens, cues, index)
    if cue.order == "according-to" and cue.low == 0:
        return _bounded(tokens, cue.content, end)
    trailing = cue.low > 0 and tokens[cue.low - 1].lower == "," and cue.order != "participle"
    trailing = trailing or (cue.order == "according-to" and cue.low > 1)
    if trailing and _is_rest(tokens, cue, end):
        verb = _has_verb(tokens, _before(cues, index), cue.low) or interrupts(tokens, cues, index)
        if tokens[0].lower == "asked" or not verb:
            return None
        return _bounded(tokens, _before(cues, index), cue.low)
    if cue.order == "verb-subject" and tokens[cue.first].lower not in QUOTING:
        return None
    first = _start(tokens, cue, end)
    return None if first is None else _bounded(tokens, first, end)


def _is_rest(tokens: Sequence[Token], cue: Cue, end: int) -> bool:
    """Say whether nothing but time and place follows a trailing cue (…, she said on Monday)."""
    if cue.high >= end or tokens[cue.high].lower in {",", ".", "who"}:
        return True
    if tokens[cue.high].lower in _FOR_OBJECT.get(cue.lemma, set()):
        return False
    return tokens[cue.high].lower in _PLACE and not any(
        token.lower in _CLAUSE for token in tokens[cue.high : end]
    )


def _before(cues: Sequence[Cue], index: int) -> int:
    return cues[index - 1].high if index and cues[index - 1].order != "subject-verb" else 0


def _start(tokens: Sequence[Token], cue: Cue, end: int) -> int | None:
    """Find where the reported clause begins after a verb."""
    at = cue.content
    if at >= end:
        return None
    lower = tokens[at].lower
    if lower in _CLAUSE:
        return at
    if lower in AUXILIARY or _is_request(tokens, at):
        return None  # a rule that ministers insist is fair
    if lower in _FOR_OBJECT.get(cue.lemma, set()):
        return at if lower in {"to", "against", "on"} else at + 1
    # said in a letter on Friday that …
    place = lower in _PLACE and not _is_amount(tokens, at)
    if place or lower == "," or is_time(tokens, at):
        for position in range(at, min(end, at + 14)):
            if tokens[position].lower == "that" and tokens[position - 1].lower not in PREPOSITIONS:
                return position
        return None
    if cue.lemma in OBJECTS:
        return at
    if cue.lemma in _ZERO_THAT and cue.sort != "call" and _has_verb(tokens, at, end):
        return at
    return None


def _is_amount(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "at least", or "about" with a number, opens the clause, no place or matter."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if tokens[at].lower == "at":
        return following.lower in {"least", "most"}
    return tokens[at].lower in {"about", "by"} and following.text[0].isdigit()


def _is_request(tokens: Sequence[Token], at: int) -> bool:
    """Say whether somebody asked "not to be named", which is no position."""
    return [token.lower for token in tokens[at : at + 3]] == ["not", "to", "be"]


def _has_verb(tokens: Sequence[Token], first: int, end: int) -> bool:
    return any(
        token.lower in AUXILIARY
        or (token.lower.endswith(("ed", "s")) and token.lower not in PREPOSITIONS)
        or token.lower in PRONOUNS
        for token in tokens[first:end]
    )


def _end(tokens: Sequence[Token], cues: Sequence[Cue], index: int) -> int:
    """Find where the reported clause ends: at the sentence's end, or where another begins."""
    cue = cues[index]
    opens = cue.order == "according-to" and cue.low == 0
    for other in cues[index + 1 + interrupts(tokens, cues, index) :]:
        if opens and other.low <= cue.content:
            continue  # according to her, the board opposes it
        if other.low <= cue.low and other.first > cue.last:
            # “Vell, who said this, added that”: the outer verb ends the inner clause.
            limit = other.first
            break
        opening = tokens[other.low - 1].lower if other.low else ""
        if (
            other.low >= cue.high
            and opening in {",", "while", "but", "and", ";", "and,"}
            and (other.order == "participle" or other.subject is not None or other.inherits)
            and not (opening == "and" and _joins_names(tokens, cue.content, other.low))
        ):
            limit = other.low
            break
    else:
        limit = len(tokens)
    aside = is_aside(tokens, cue)
    for at in range(max(cue.high, cue.content), limit):
        lower = tokens[at].lower
        if lower in {";", ":"} or (lower == "," and aside):
            return at
        if cue.lemma in OBJECTS and _is_day(tokens, at) and at > cue.last + 1:
            return at - (tokens[at - 1].lower == "on")  # defended the plan on Tuesday
        if at + 1 < limit and _cuts(tokens, cue, at, limit):
            return at
    return limit


def _joins_names(tokens: Sequence[Token], first: int, low: int) -> bool:
    """Say whether only a name stands before "and", another after it: said Brae and Vell agreed."""
    named = all(token.capital for token in tokens[first : low - 1])
    return low - 1 > first and named and tokens[low].capital


def _cuts(tokens: Sequence[Token], cue: Cue, at: int, limit: int) -> bool:
    """Say whether what is reported ends at a comma, or before "but" and another verb."""
    following = tokens[at + 1].lower
    if tokens[at].lower == "but":  # urged them to talk but stopped short of an offer
        return cue.lemma in OBJECTS and following.endswith("ed")
    if tokens[at].lower != ",":
        return False
    if following in _CUTS or told_by(tokens, at, limit):
        return True
    return cue.lemma in OBJECTS and (following in _ASIDES or _new_clause(tokens, at, limit))


def _is_day(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a weekday stands there as the day on which it was said."""
    return tokens[at].lower in WEEKDAYS and tokens[at - 1].lower not in _NOT_ON


def _new_clause(tokens: Sequence[Token], comma: int, limit: int) -> bool:
    """Say whether ", and the others …" begins another clause after an object."""
    following = [token.lower for token in tokens[comma + 1 : min(limit, comma + 3)]]
    return (
        len(following) == 2
        and following[0] == "and"
        and (following[1] in PRONOUNS or following[1] in DETERMINERS)
    )


def _bounded(tokens: Sequence[Token], first: int, end: int) -> tuple[int, int] | None:
    while first < end and tokens[first].lower in {",", ":", "and", "but", *DASHES}:
        first += 1
    while end > first and tokens[end - 1].lower in _TRAILING:
        end -= 1
    words = sum(token.text[0].isalnum() for token in tokens[first:end])
    return (first, end) if words else None
