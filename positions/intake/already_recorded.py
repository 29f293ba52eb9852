"""What the record has already of an article on the desk, and of those who speak in it.

That are passages quoted from the same source, statements of the same speakers in like words at
about the same time, the stances that they took before, and what like words were judged to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from positions.choices import QuotationKind, WorkflowState
from positions.dates import UncertainDate
from positions.intake.card import Card
from positions.intake.dating import dated
from positions.intake.like_words import Judged, Likeness
from positions.models import (
    Assessment,
    IndexEntry,
    Intake,
    Position,
    Proposition,
    Quotation,
    Statement,
    workflow,
)
from positions.quoting import Segment, difference, similarity
from positions.words.folding import word_forms

WITHIN = timedelta(days=7)
ALIKE = 0.6  # of `similarity`: between what differs and what was quoted otherwise, as measured
FEWEST_TO_COMPARE = 4  # words of the shorter one: “weak” is in many sentences
MOST_COMPARED = 500  # statements looked at, the newest first
FEWEST_TO_RECOGNISE = 4  # words by which a passage is known wherever it stands
STANCES_SHOWN = 6  # of one holder
MOST_POSITIONS = 2000  # standing positions of all speakers of one article; newest first
MOST_JUDGED = 1000  # words that were assessed, the newest first; and propositions


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A statement with the same words as its source gives them, and where the card differs."""

    statement: Statement
    exact: str
    segments: tuple[Segment, ...]

    @property
    def differs(self) -> bool:
        """Whether the two wordings are not the same word for word."""
        return any(each.kind != "same" for each in self.segments)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in the record."""

    statement: Statement
    exact: str
    bag: frozenset[str]


def duplicates(
    cards: Iterable[Card], holders: Mapping[int, Collection[int]], published: UncertainDate | None
) -> dict[int, Duplicate]:
    """By number of the card, the statement most like it. Four queries, whatever the cards.

    ``holders`` gives by number the stakeholders whose words those of the card are.
    """
    spans = {
        card.number: span
        for card in cards
        if holders.get(card.number) and (span := _span(card, published)) is not None
    }
    if not spans:
        return {}
    voices = {pk for number in spans for pk in holders[number]}
    first, last = min(each[0] for each in spans.values()), max(each[1] for each in spans.values())
    quoted = _quoted(voices, first, last)
    found = {}
    for card in cards:
        if card.number in spans:
            theirs = [each for pk in holders[card.number] for each in quoted.get(pk, ())]
            if duplicate := _most_alike(card, spans[card.number], theirs):
                found[card.number] = duplicate
    return found


def _span(card: Card, published: UncertainDate | None) -> tuple[date, date] | None:
    when = dated(card, published).date
    if when is None:
        return date.min, date.max  # the article has no date: it may have been said at any time
    if when.earliest is None or when.latest is None:
        return None
    try:
        return when.earliest - WITHIN, when.latest + WITHIN
    except OverflowError:
        return None


def _quoted(voices: Collection[int], first: date, last: date) -> dict[int, list[Quoted]]:
    """What those have said within that time, published or not, by speaker."""
    entries = (
        IndexEntry.objects.filter(voice__in=voices, earliest__lte=last, latest__gte=first)
        .order_by("-earliest", "-statement_id")
        .values_list("statement_id", "voice_id")
        .distinct()
    )
    pairs = set(entries[:MOST_COMPARED])
    drafts = Statement.objects.filter(
        Q(attributions__stakeholder__in=voices) | Q(attributions__on_behalf_of__in=voices),
        state__in=workflow.OPEN_STATES,
        earliest__lte=last,
        latest__gte=first,
    )
    for pk, speaker, behalf in drafts.order_by("-earliest", "-pk").values_list(
        "pk", "attributions__stakeholder", "attributions__on_behalf_of"
    )[:MOST_COMPARED]:
        pairs |= {(pk, each) for each in (speaker, behalf) if each in voices}
    words = (
        Quotation.objects.in_words()
        .filter(statement__in={pk for pk, _ in pairs})
        .order_by("pk")
        .values_list("statement_id", "exact")
    )
    statements = Statement.objects.in_bulk({pk for pk, _ in pairs})
    said: dict[int, list[Quoted]] = defaultdict(list)
    for pk, exact in words:
        said[pk].append(Quoted(statements[pk], exact, _bag(exact)))
    found: dict[int, list[Quoted]] = defaultdict(list)
    for pk, voice in sorted(pairs):
        found[voice] += said.get(pk, [])
    return found


def _most_alike(card: Card, span: tuple[date, date], quoted: Iterable[Quoted]) -> Duplicate | None:
    if card.quotation == QuotationKind.PARAPHRASE:
        return None
    best: tuple[float, Quoted, str] | None = None
    for words in card.words:
        mine = _bag(words.kept)
        for each in quoted:
            shorter = min(len(mine), len(each.bag))
            if shorter < FEWEST_TO_COMPARE or len(mine & each.bag) < ALIKE * shorter:
                continue
            if not _meet(each.statement, span):
                continue
            alike = similarity(words.kept, each.exact)
            if alike >= ALIKE and (best is None or alike > best[0]):
                best = (alike, each, words.kept)
    if best is None:
        return None
    _, quotation, kept = best
    segments = tuple(difference(quotation.exact, kept))
    return Duplicate(quotation.statement, quotation.exact, segments)


def _meet(statement: Statement, span: tuple[date, date]) -> bool:
    first, last = span
    begins, ends = statement.earliest or date.min, statement.latest or date.max
    return begins <= last and ends >= first


def _bag(text: str) -> frozenset[str]:
    return frozenset(word for form in word_forms(text)[:1] for word in form.split())


def mark_recorded(intake: Intake, cards: Sequence[Card]) -> dict[int, str]:
    """Mark the cards whose words are quoted from this source; titles of statements by key.

    One query, none where the source is not known.
    """
    if intake.source_id is None:
        return {}
    by_place: dict[tuple[int, int], int] = {}
    by_words: dict[str, int] = {}
    titles: dict[int, str] = {}
    for start, end, exact, pk, title in Quotation.objects.filter(
        source=intake.source_id
    ).values_list("start", "end", "exact", "statement_id", "statement__title"):
        titles[pk] = title
        if start is not None and end is not None:
            by_place[(start, end)] = pk
        elif len(exact.split()) >= FEWEST_TO_RECOGNISE:
            by_words[exact] = pk
    for card in cards:
        if card.is_entered:
            continue
        for words in card.words:
            known = by_place.get((words.start, words.end)) or by_words.get(words.exact)
            if known is not None:
                card.statement = known
                break
    return titles


@dataclass(frozen=True, slots=True)
class EarlierStance:
    """A stance that still stands: “opposes Sales should end (12 May 2018)”."""

    proposition: int
    label: str
    stance: str
    since: date | None


def earlier_stances(holders: Collection[int], topic: int | None) -> dict[int, list[EarlierStance]]:
    """The positions that stand today, by holder, of that topic or of all. One query."""
    standing = Position.objects.as_of(timezone.localdate()).filter(holder__in=holders)
    if topic is not None:
        standing = standing.filter(proposition__topic=topic)
    rows = standing.order_by("-held_from", "-pk").values_list(
        "holder", "proposition", "proposition__short_label", "stance", "earliest"
    )
    found: dict[int, list[EarlierStance]] = defaultdict(list)
    for holder, proposition, label, stance, since in rows[:MOST_POSITIONS]:
        if len(found[holder]) < STANCES_SHOWN:
            found[holder].append(EarlierStance(proposition, label, stance, since))
    return found


def judged_before(topic: int | None) -> Likeness:
    """What was judged on propositions of that topic, or of all, to be held against. Two queries."""
    propositions = Proposition.objects.order_by("order", "pk")
    judged = Assessment.objects.exclude(statement__state=WorkflowState.WITHDRAWN)
    if topic is not None:
        propositions = propositions.filter(topic=topic)
        judged = judged.filter(proposition__topic=topic)
    words = Coalesce("quotation__exact", "reason")
    rows = judged.order_by("-pk").values_list(
        "proposition", "proposition__short_label", words, "stance", "statement__title"
    )
    sentences = propositions.values_list("pk", "short_label", "text")
    return Likeness(
        [
            *(Judged(*row) for row in rows[:MOST_JUDGED]),
            *(Judged(*row) for row in sentences[:MOST_JUDGED]),
        ]
    )
