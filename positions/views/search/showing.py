"""A hit as readers meet it: its texts with the words marked, and where else they were met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from positions.choices import QuotationKind
from positions.models import Alias, Proposition
from positions.quoting import begins_a_sentence
from positions.records import (
    PropositionRecord,
    QuotationRecord,
    Ref,
    SourceRecord,
    StakeholderRef,
    StatementRecord,
)
from positions.records.lead import Judged, Lead, judged_of, lead_of, led_by
from positions.search import Excerpt, Query, Term, excerpt


@dataclass(frozen=True, slots=True)
class Where:
    """A name or a sentence in which a term was met, and what it is: “Voice”, “On”.

    ``also`` is what has that name, where it is not the one that it is shown by.
    """

    label: str
    text: Excerpt
    url: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance, or "" for none, and the label of the proposition that it is on."""

    stance: str
    label: Excerpt
    url: str
    directness: str


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement with what of it is shown; ``summary`` where it has a term that these lack.

    ``words`` are the speaker's own where ``is_theirs``. They carry the stances ``carried``;
    ``further`` are the others, under the words of theirs or of ours that carry these.
    """

    record: StatementRecord
    title: Excerpt
    words: Excerpt | None
    is_theirs: bool
    summary: Excerpt | None
    carried: list[Stand]
    further: list[tuple[str, str, list[Stand]]]
    elsewhere: list[Where]


@dataclass(frozen=True, slots=True)
class StakeholderHit:
    """An organisation or a person; ``alias`` is another name, where a term was met in that."""

    record: StakeholderRef
    name: Excerpt
    abbreviation: Excerpt | None
    alias: Excerpt | None


@dataclass(frozen=True, slots=True)
class PropositionHit:
    """A proposition; ``label`` and ``why`` where a term was met in those, and not in the text."""

    record: PropositionRecord
    text: Excerpt
    label: Excerpt | None
    why: Excerpt | None


@dataclass(frozen=True, slots=True)
class SourceHit:
    """A source, with its title and byline marked."""

    record: SourceRecord
    title: Excerpt
    byline: Excerpt


def statement_hits(records: Sequence[StatementRecord], query: Query) -> list[StatementHit]:
    """These statements as hits. Costs two queries."""
    sentences = _sentences(records)
    aliases = _aliases(each for record in records for each in _voices(record))
    return [_statement_hit(record, query.sought, aliases, sentences) for record in records]


def stakeholder_hits(records: Sequence[StakeholderRef], query: Query) -> list[StakeholderHit]:
    """These organisations and people as hits. Costs one query."""
    aliases = _aliases(records)
    hits = []
    for record in records:
        name = excerpt(record.name, query.sought)
        short = excerpt(record.abbreviation, query.sought)
        others = [excerpt(alias, query.sought) for alias in aliases[record.slug]]
        best = _most(others, name.met | short.met)
        differs = record.abbreviation and record.abbreviation != record.name
        hits.append(StakeholderHit(record, name, short if differs else None, best))
    return hits


def proposition_hits(records: Sequence[PropositionRecord], query: Query) -> list[PropositionHit]:
    """These propositions as hits."""
    hits = []
    for record in records:
        text, label = excerpt(record.text, query.sought), excerpt(record.label, query.sought)
        why = excerpt(record.why_it_matters, query.sought)
        further = _most([label], text.met)
        met = text.met | (further.met if further else frozenset())
        hits.append(PropositionHit(record, text, further, _most([why], met)))
    return hits


def source_hits(records: Sequence[SourceRecord], query: Query) -> list[SourceHit]:
    """These sources as hits."""
    return [
        SourceHit(record, excerpt(record.title, query.sought), excerpt(record.byline, query.sought))
        for record in records
    ]


def _statement_hit(
    record: StatementRecord,
    terms: Sequence[Term],
    aliases: Mapping[str, list[str]],
    sentences: Mapping[str, str],
) -> StatementHit:
    every = frozenset(terms)
    title = excerpt(record.title, terms)
    lead = _lead(record, terms)
    said = lead.theirs.words if lead.theirs else lead.ours
    words = excerpt(said, terms) if said else None
    met = title.met | (words.met if words else frozenset())
    summary = _most([excerpt(record.summary, terms)], met)
    if summary is None and words is None and record.summary:
        summary = excerpt(record.summary, terms)
    met |= summary.met if summary else frozenset()
    carried = [
        *(_stand(each, terms) for each in lead.carried),
        *(Stand("", _label(each, terms), each.url, "") for each in record.asked_about),
    ]
    further = [
        (theirs, ours, [_stand(each, terms) for each in judged])
        for theirs, ours, judged in lead.further
    ]
    under = [stand for _, _, stands in further for stand in stands]
    met = met.union(*(stand.label.met for stand in [*carried, *under]))
    elsewhere = []
    places = _elsewhere(record, terms, aliases, sentences)
    # A joint letter has hundreds of names: no more of them are looked at than it takes.
    while met < every and (where := next(places, None)):
        if where.text.met - met:
            elsewhere.append(where)
            met |= where.text.met
    return StatementHit(
        record, title, words, lead.theirs is not None, summary, carried, further, elsewhere
    )


def _lead(record: StatementRecord, terms: Sequence[Term]) -> Lead:
    """The quotation with most of the terms; without any, what leads wherever it is listed."""

    def merit(said: QuotationRecord) -> tuple[int, bool, bool]:
        whole = said.kind == QuotationKind.VERBATIM and begins_a_sentence(said.exact)
        return len(excerpt(said.words, terms).met), not said.is_paraphrase, whole

    best = max(record.quotations, key=merit, default=None)
    if best is None or not merit(best)[0]:
        return lead_of(record)
    return led_by(best, judged_of(record))


def _stand(judged: Judged, terms: Sequence[Term]) -> Stand:
    taken = judged.judgement
    label = _label(taken.proposition, terms)
    return Stand(taken.stance, label, taken.proposition.url, taken.directness)


def _elsewhere(
    record: StatementRecord,
    terms: Sequence[Term],
    aliases: Mapping[str, list[str]],
    sentences: Mapping[str, str],
) -> Iterator[Where]:
    for voice in _voices(record):
        yield Where("Voice", excerpt(voice.name, terms), voice.url)
        for name in (voice.abbreviation, *aliases[voice.slug]):
            yield Where("Voice", excerpt(name, terms), voice.url, also=voice.name)
    for voiced in record.voices:
        yield Where("Printed as", excerpt(voiced.name_printed, terms))
    for ref in _propositions(record):
        yield Where("On", excerpt(sentences.get(ref.slug, ""), terms), ref.url)
    yield Where("Kind", excerpt(str(record.kind.label), terms))


def _most(texts: Iterable[Excerpt], met: frozenset[Term]) -> Excerpt | None:
    """The one that has most of the terms that are not met yet; None where none has any."""
    best = max(texts, key=lambda each: len(each.met - met), default=None)
    return best if best and best.met - met else None


def _voices(record: StatementRecord) -> Iterator[StakeholderRef]:
    for voice in record.voices:
        yield voice.stakeholder
        if voice.on_behalf_of:
            yield voice.on_behalf_of


def _propositions(record: StatementRecord) -> list[Ref]:
    """Each proposition that it takes a stance on, or was asked about and silent."""
    return [*(each.proposition for each in record.stances), *record.asked_about]


def _label(proposition: Ref, terms: Sequence[Term]) -> Excerpt:
    return excerpt(proposition.label, terms)


def _aliases(voices: Iterable[StakeholderRef]) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    slugs = {voice.slug for voice in voices}
    rows = Alias.objects.filter(stakeholder__slug__in=slugs).order_by("name", "pk")
    for slug, name in rows.values_list("stakeholder__slug", "name"):
        found[slug].append(name)
    return found


def _sentences(records: Iterable[StatementRecord]) -> dict[str, str]:
    slugs = {ref.slug for record in records for ref in _propositions(record)}
    return dict(Proposition.objects.filter(slug__in=slugs).values_list("slug", "text"))
