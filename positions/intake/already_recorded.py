"""Words on a card that are in the record already: of the same speaker, at about that time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from positions.choices import QuotationKind
from positions.dates import UncertainDate
from positions.intake.card import Card
from positions.intake.dating import dated
from positions.models import IndexEntry, Quotation, Statement, workflow
from positions.quoting import Segment, difference, similarity
from positions.words.folding import word_forms

NEAR = timedelta(days=7)
ALIKE = 0.6  # of `similarity`: between what differs and what was quoted otherwise, as measured
FEWEST = 4  # words of the shorter one: “weak” is in many sentences
MOST = 500  # statements looked at, the newest first


@dataclass(frozen=True, slots=True)
class Double:
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


def doubles(
    cards: Iterable[Card], holders: Mapping[int, Collection[int]], published: UncertainDate | None
) -> dict[int, Double]:
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
            if double := _most_alike(card, spans[card.number], theirs):
                found[card.number] = double
    return found


def _span(card: Card, published: UncertainDate | None) -> tuple[date, date] | None:
    when = dated(card, published).date
    if when is None:
        return date.min, date.max  # the article has no date: it may have been said at any time
    if when.earliest is None or when.latest is None:
        return None
    try:
        return when.earliest - NEAR, when.latest + NEAR
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
    pairs = set(entries[:MOST])
    drafts = Statement.objects.filter(
        Q(attributions__stakeholder__in=voices) | Q(attributions__on_behalf_of__in=voices),
        state__in=workflow.OPEN_STATES,
        earliest__lte=last,
        latest__gte=first,
    )
    for pk, speaker, behalf in drafts.order_by("-earliest", "-pk").values_list(
        "pk", "attributions__stakeholder", "attributions__on_behalf_of"
    )[:MOST]:
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


def _most_alike(card: Card, span: tuple[date, date], quoted: Iterable[Quoted]) -> Double | None:
    if card.quotation == QuotationKind.PARAPHRASE:
        return None
    best: tuple[float, Quoted, str] | None = None
    for words in card.words:
        mine = _bag(words.kept)
        for each in quoted:
            shorter = min(len(mine), len(each.bag))
            if shorter < FEWEST or len(mine & each.bag) < ALIKE * shorter:
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
    return Double(quotation.statement, quotation.exact, segments)


def _meet(statement: Statement, span: tuple[date, date]) -> bool:
    first, last = span
    begins, ends = statement.earliest or date.min, statement.latest or date.max
    return begins <= last and ends >= first


def _bag(text: str) -> frozenset[str]:
    return frozenset(word for form in word_forms(text)[:1] for word in form.split())
