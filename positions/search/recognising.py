"""Reads what is typed as a person means it: which of it are conditions, and which are words.

Whole names of parties, years and months, kinds of statement and stances are conditions; so is
what is written as ``key:value``. A name after “to” or “about”, and a second one, is only mentioned:
it stays a word. In quotation marks all are words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from positions.dates import Understood, understand
from positions.models import AliasText, Stakeholder, StakeholderText
from positions.models.names import names_for
from positions.naming import Names
from positions.search.reading import FROM, UNTIL, Conditions, Part, Reading
from positions.search.typed import AROUND, OR, Token, tokens
from positions.search.vocabulary import (
    CALLED,
    FUNCTION_WORDS,
    JOINING,
    MENTIONING,
    NEGATING,
)
from positions.words.folding import word_forms

MOST_TOKENS = 40  # of what was typed, so many words are read as more than words
LONGEST_NAME, LONGEST_DATE = 8, 6  # words
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NO_MINUS = "Only words and phrases can be left out, as in -amazon: write it without the minus."
NO_OR = (
    "OR joins words, names and filters of one key, and no times: look for each of these by itself."
)
POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")


def recognise(text: str, keys: Collection[str]) -> Reading:
    """Read what was typed; ``keys`` are those that may be written as ``key:value``.

    Costs one query for all names, one for those that are met, and one for longer names that begin
    like them.
    """
    parts: list[Part | Token] = list(_asked(list(tokens(text)), keys))
    names = _names([each for each in parts if _is_plain(each)][:MOST_TOKENS])
    found = [part for run in _runs(parts) for part in _recognised(run, names)]
    return Reading(tuple(_in_their_roles(found, _longer_names(found))))


def _is_plain(each: Part | Token) -> bool:
    return isinstance(each, Token) and not (each.is_phrase or each.minus or each.text == OR)


def _asked(typed: Sequence[Token], keys: Collection[str]) -> Iterator[Part | Token]:
    """The tokens, with those that are written as ``key:value`` as parts."""
    taken = False
    for token, after in zip(typed, (*typed[1:], None), strict=True):
        if taken:
            taken = False
            continue
        key, colon, value = token.text.partition(":")
        key = key.lower()
        if token.is_phrase or not colon or key not in keys:
            yield token
            continue
        written = token.typed
        if not value and after is not None and after.is_phrase and not after.minus:
            taken = True
            written, value = f"{written}{after.typed}", after.text
        if not value:
            yield token
        elif token.minus:
            yield Part(written, refused=NO_MINUS)
        else:
            yield Part(written, ((key, value),), is_asked=True)


def _runs(parts: Iterable[Part | Token]) -> Iterator[list[Token] | Part]:
    """The plain words that follow each other, and each other part by itself."""
    run: list[Token] = []
    for each in parts:
        if isinstance(each, Token) and _is_plain(each):
            run.append(each)
            continue
        if run:
            yield run
        run = []
        yield each if isinstance(each, Part) else Part(each.typed)
    if run:
        yield run


def _names(words: Sequence[Part | Token]) -> Names:
    """The parties whom readers see, of whom some of these words in a row are a name."""
    texts = [each.text for each in words if isinstance(each, Token)]
    spans = (
        _bare(texts[first:last])
        for first in range(len(texts))
        for last in range(first + 1, min(first + LONGEST_NAME, len(texts)) + 1)
    )
    wanted = [span for span in spans if span.lower() not in FUNCTION_WORDS]
    names = names_for(wanted) if wanted else Names()
    known = {each.pk for parties in names.folded.values() for each in parties.values()}
    if not known:
        return Names()
    seen = set(Stakeholder.objects.public().filter(pk__in=known).values_list("pk", flat=True))
    for by_name in (names.written, names.folded):
        for parties in by_name.values():
            for pk in [pk for pk in parties if pk not in seen]:
                del parties[pk]
    return names


def _folded(word: str) -> str:
    """A word as the vocabulary has it; of a sign, the sign."""
    return next(iter(word_forms(word)), word)


def _bare(words: Sequence[str]) -> str:
    """Words in a row without the marks around them, and without a genitive at the end."""
    return POSSESSIVE.sub("", " ".join(words).strip(AROUND))


def _recognised(run: list[Token] | Part, names: Names) -> Iterator[Part]:
    """The parts of some words: always the longest that means something."""
    if isinstance(run, Part):
        yield run
        return
    texts = [token.text for token in run]
    at = 0
    while at < len(texts):
        for end in range(min(at + LONGEST_NAME, len(texts)), at, -1):
            some = texts[at:end]
            if conditions := _of_name(some, names) or _of_time(some) or _of_kind(some):
                yield Part(" ".join(some), conditions)
                at = end
                break
        else:
            yield Part(texts[at])
            at += 1


def _of_name(words: Sequence[str], names: Names) -> Conditions:
    bare = _bare(words)
    if bare.lower() in FUNCTION_WORDS:
        return ()
    return tuple(
        ("person" if each.is_person else "organisation", each.slug) for each in names.find(bare)
    )


def _of_time(words: Sequence[str]) -> Conditions:
    text = " ".join(words).strip(AROUND)
    if len(words) > LONGEST_DATE or not YEAR.search(text):
        return ()
    meaning = understand(text, None)
    if not isinstance(meaning, Understood):
        return ()
    first, slash, last = meaning.date.edtf.partition("/")
    ends = ((FROM, first), (UNTIL, last if slash else first))
    return tuple((key, end) for key, end in ends if end not in ("", ".."))


def _of_kind(words: Sequence[str]) -> Conditions:
    forms = word_forms(" ".join(words))
    return CALLED.get(forms[0], ()) if forms else ()


def _longer_names(parts: Sequence[Part]) -> set[int]:
    """The places of names with which, and the word after, a longer name begins. One query."""
    patterns = {}
    for place, (part, after) in enumerate(pairwise(parts)):
        word = after.typed.strip(AROUND)
        goes_on = part.is_name and not after.conditions and word.lower() not in FUNCTION_WORDS
        if goes_on and word_forms(word):
            patterns[place] = f" {word_forms(f'{part.typed} {word}')[0]}"
    if not patterns:
        return set()
    wanted = tuple(patterns.values())
    texts = StakeholderText.objects.order_by().filter(folded__words=wanted).values_list("folded")
    others = AliasText.objects.order_by().filter(folded__words=wanted).values_list("folded")
    found = " ".join(folded for (folded,) in texts.union(others, all=True)[:MOST_TOKENS])
    return {place for place, pattern in patterns.items() if pattern in found}


def _in_their_roles(parts: Sequence[Part], longer: Collection[int]) -> list[Part]:
    """The same with what is only mentioned as words."""
    found: list[Part] = []
    named: int | None = None  # the last name that is a condition
    for place, part in enumerate(parts):
        before = _folded(parts[place - 1].typed) if place else ""
        if part.is_asked or part.is_time or not part.conditions:
            found.append(part)
            continue
        mentioned = before in MENTIONING or place in longer
        if part.keys == {"stance"}:
            mentioned |= before in NEGATING
        if part.is_name and named is not None and not mentioned:
            between = {_folded(each.typed) for each in parts[named + 1 : place]}
            joined = between <= JOINING and (between or parts[named].typed.endswith(","))
            mentioned = not (joined and parts[named].keys == part.keys)
        if part.is_name and before == "against" and found:
            found[-1] = replace(found[-1], conditions=())
        if part.is_name and not mentioned:
            named = place
        found.append(replace(part, conditions=()) if mentioned else part)
    return _either(found)


def _either(parts: list[Part]) -> list[Part]:
    """OR between two conditions of one key is said by having both; else both are words.

    It is refused where one was asked for, and between two times, which are from the first to the
    last where both are conditions.
    """
    found = list(parts)
    for place, part in enumerate(parts):
        if part.typed != OR or part.conditions or not 0 < place < len(parts) - 1:
            continue
        before, after = found[place - 1], found[place + 1]
        are_times = before.is_time and after.is_time
        if before.keys == after.keys and not are_times:
            continue
        if before.is_asked or after.is_asked or are_times:
            typed = f"{before.typed} {OR} {after.typed}"
            found[place] = Part(typed, refused=NO_OR)
        else:
            found[place - 1] = replace(before, conditions=())
            found[place + 1] = replace(after, conditions=())
    return [
        part
        for place, part in enumerate(found)
        if part.typed != OR or not (place and found[place - 1].conditions)
    ]
