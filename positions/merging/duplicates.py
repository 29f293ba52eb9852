"""Likely duplicates among stakeholders, sources and statements, the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from django.db.models import Count, Q, QuerySet

from positions.choices import StakeholderKind, WorkflowState
from positions.merging.likeness import MOST_SHARING, Called, Likeness, likenesses
from positions.models import (
    Alias,
    Attribution,
    Capture,
    Quotation,
    Source,
    Stakeholder,
    Statement,
    ToldApart,
)
from positions.words.folding import word_forms

# The newest so many sources, and so many statements, are compared; the page says so.
MOST_COMPARED = 10_000
# A document is published again within days; the same words are reported for weeks.
DAYS_OF_A_SOURCE, DAYS_OF_WORDS = 7, 31
FEWEST_WORDS = 4  # “No comment” is said by everybody, often: fewer count in one source at one time
SAME_TEXT = 100
FAR_APART = 20  # points less for a like title that the same publisher used at another time

Bounds = tuple[date | None, date | None]


def stakeholders() -> list[Likeness]:
    """Those with alike names; people apart from organisations. Three queries; at 10,000, 1 to 2 s.

    Two whose names only begin with the same word, as a division's and its company's, are not alike.
    """
    aliases: dict[int, list[str]] = defaultdict(list)
    for pk, name in Alias.objects.order_by("pk").values_list("stakeholder_id", "name"):
        aliases[pk].append(name)
    called: dict[bool, list[Called]] = {True: [], False: []}
    rows = Stakeholder.objects.order_by("pk").values_list("pk", "kind", "name", "abbreviation")
    for pk, kind, name, short in rows:
        each = Called(pk, (name, *aliases[pk]), (short,) if short else ())
        called[kind == StakeholderKind.PERSON].append(each)
    return _open("stakeholder", [*likenesses(called[False]), *likenesses(called[True])])


def sources() -> list[Likeness]:
    """Those with the same text, or with a like title from one publisher or time. Three queries."""
    rows = Source.objects.order_by("-pk").values_list(
        "pk", "title", "publisher_id", "earliest", "latest"
    )[:MOST_COMPARED]
    known = {pk: (publisher, (first, last)) for pk, _, publisher, first, last in rows}
    found = {each.pair: each for each in _same_texts()}
    for each in likenesses(Called(pk, (title,)) for pk, title, *_ in rows):
        (one_by, one_at), (other_by, other_at) = known[each.one], known[each.other]
        near = _apart(one_at, other_at) <= timedelta(days=DAYS_OF_A_SOURCE)
        if near or (one_by and one_by == other_by):
            likely = each if near else replace(each, score=each.score - FAR_APART)
            found.setdefault(each.pair, likely)
    return _open("source", list(found.values()))


def statements() -> list[Likeness]:
    """Those in which the same party says the same words at about the same time. Four queries.

    Withdrawn ones are left out: of two that were one, that is the end.
    """
    newest = Statement.objects.exclude(state=WorkflowState.WITHDRAWN).order_by("-pk")
    return _open("statement", _same_words(newest))


def statements_like(made: Collection[int]) -> list[Likeness]:
    """The same of these alone, which were entered last, with any others of their parties.

    Withdrawn ones are among the others. Three queries, however many they are.
    """
    if not made:
        return []
    theirs = Attribution.objects.filter(statement__gte=min(made)).order_by()
    voices = theirs.values("stakeholder")
    behalf = theirs.exclude(on_behalf_of=None).values("on_behalf_of")
    speaking = Attribution.objects.order_by().filter(
        Q(stakeholder__in=voices)
        | Q(stakeholder__in=behalf)
        | Q(on_behalf_of__in=voices)
        | Q(on_behalf_of__in=behalf)
    )
    compared = Statement.objects.filter(pk__in=speaking.values("statement")).order_by("-pk")
    new = set(made)
    alike = (each for each in _same_words(compared) if new & {*each.pair})
    return sorted(alike, key=lambda each: each.pair)


def _same_words(compared: QuerySet[Statement]) -> list[Likeness]:
    """The pairs among the first so many of these. Three queries."""
    rows = compared.values_list("pk", "earliest", "latest")[:MOST_COMPARED]
    known = {pk: (first, last) for pk, first, last in rows}
    within = compared.values("pk")[:MOST_COMPARED]
    voices: dict[int, set[int]] = defaultdict(set)
    named = Attribution.objects.filter(statement__in=within).order_by()
    for pk, voice, behalf in named.values_list("statement", "stakeholder", "on_behalf_of"):
        voices[pk] |= {voice, behalf or voice}
    said: dict[tuple[int, str, int | None], set[int]] = defaultdict(set)
    written: dict[str, str] = {}
    quoted = Quotation.objects.in_words().filter(statement__in=within).order_by()
    for pk, exact, source in quoted.values_list("statement", "exact", "source"):
        words = (word_forms(exact) or ("",))[0]
        if words and pk in known:
            written.setdefault(words, exact if len(exact) <= 80 else f"{exact[:79]}…")
            for voice in voices[pk]:
                said[voice, words, source if _is_short(words) else None].add(pk)
    found = {
        pair: Likeness(*pair, SAME_TEXT, f"“{written[words]}” is in both")
        for (_, words, _), together in said.items()
        for pair in combinations(sorted(together)[:MOST_SHARING], 2)
        if _apart(known[pair[0]], known[pair[1]])
        <= timedelta(days=0 if _is_short(words) else DAYS_OF_WORDS)
    }
    return list(found.values())


def _is_short(words: str) -> bool:
    return words.count(" ") < FEWEST_WORDS - 1


def _same_texts() -> Iterator[Likeness]:
    shared = Capture.objects.order_by().values("sha256").annotate(n=Count("source"))
    kept: dict[str, list[int]] = defaultdict(list)
    rows = Capture.objects.filter(sha256__in=shared.filter(n__gt=1).values("sha256")).order_by()
    for fingerprint, pk in rows.values_list("sha256", "source_id"):
        kept[fingerprint].append(pk)
    for together in kept.values():
        for pair in combinations(sorted(together)[:MOST_SHARING], 2):
            yield Likeness(*pair, SAME_TEXT, "The very same text is kept of both")


def _open(noun: str, found: list[Likeness]) -> list[Likeness]:
    """Those that nobody has told apart, the likest first."""
    apart = ToldApart.pairs(noun)
    return sorted(
        (each for each in found if each.pair not in apart),
        key=lambda each: (-each.score, each.pair),
    )


def _apart(one: Bounds, other: Bounds) -> timedelta:
    """How long after the end of one date the other begins; nothing where they may overlap."""
    start = max(one[0] or date.min, other[0] or date.min)
    end = min(one[1] or date.max, other[1] or date.max)
    return max(start - end, timedelta(0))
