"""What a feed shows of each noun: a title, the words, whose they are, when it last changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from positions.choices import Directness, Stance, stance_in_words
from positions.derivation.changes import Change
from positions.listing import Entry
from positions.quoting import place_in_words
from positions.records.byline import standing_byline
from positions.records.change import ChangeRecord
from positions.records.correction import CorrectedRecord, CorrectionRecord
from positions.records.position import PositionRecord
from positions.records.proposition import PropositionRecord, TopicRecord
from positions.records.shift import SaidRecord, ShiftRecord
from positions.records.source import SourceRecord
from positions.records.stakeholder import StakeholderRecord
from positions.records.statement import StatementRecord


def statement_entry(record: StatementRecord) -> Entry:
    """The act of saying, and its words."""
    said = [
        quotation.words if quotation.is_paraphrase else f"“{quotation.words}”"
        for quotation in record.quotations
    ]
    corrected = [_corrected(each) for each in record.corrections]
    parts = [f"{record.kind.label}, {record.date.text}.", record.summary, *said, *corrected]
    return Entry(
        identity=f"statement:{record.slug}",
        url=record.url,
        title=record.title,
        words="\n\n".join(part for part in parts if part),
        author=standing_byline(record).in_full,
        published=record.added,
        updated=record.modified,
    )


def correction_entry(record: CorrectionRecord) -> Entry:
    """What was done to which statement, and why."""
    return Entry(
        identity=f"correction:{record.url.rpartition('-')[2]}",
        url=record.url,
        title=f"{record.kind.label}: {record.statement.label}",
        words=_corrected(record),
        author="",
        published=datetime.combine(record.made, time.min, UTC),
        updated=record.modified,
    )


def _corrected(record: CorrectedRecord) -> str:
    return f"{record.kind.label} on {_day(record.made)}: {record.note}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def position_entry(record: PositionRecord) -> Entry:
    """Who stands where, since when, by which words."""
    words = f" “{record.words}”" if record.words else f" {record.paraphrase}".rstrip()
    condition = f" ({record.condition})" if record.condition else ""
    stands = _stands(record.stance, record.directness)
    stance = stance_in_words(record.stance, record.directness)
    return Entry(
        identity=f"position:{record.statement.slug}:{record.holder.slug}:{record.proposition.slug}",
        url=record.url,
        title=f"{record.holder.short_name} {stands}: {record.proposition.label}",
        words=f"{stance}{condition}, {record.date.text}: {record.statement.label}.{words}",
        author=record.holder.name,
        published=record.added,
        updated=record.modified,
    )


def shift_entry(record: ShiftRecord) -> Entry:
    """Who changed sides, when, from which words to which."""
    then, now = record.then, record.now
    identity = f"{now.statement.slug}:{record.holder.slug}:{record.proposition.slug}"
    return Entry(
        identity=f"shift:{identity}",
        url=record.url,
        title=f"{record.holder.short_name} shifted from "
        f"“{stance_in_words(then.stance, then.directness)}” to "
        f"“{stance_in_words(now.stance, now.directness)}”: {record.proposition.label}",
        words=f"It happened {record.interval}.\n\nThen: {_told(then)}\n\nNow: {_told(now)}",
        author=record.holder.name,
        published=record.added,
        updated=record.modified,
    )


def change_entry(record: ChangeRecord) -> Entry:
    """What changed for whom, on what: where they stood, and where they stand."""
    identity = f"{record.change}:{record.statement.slug}:{record.holder.slug}"
    on = record.proposition
    told = f"{record.change.label}, {record.date.text}: {record.statement.label}."
    parts = [
        told[0].upper() + told[1:],
        f"The name was taken back on {_day(record.withdrawn_on)}." if record.withdrawn_on else "",
        f"Then: {_told(record.then)}" if record.then else "",
        f"Now: {_told(record.now)}" if record.now else "",
    ]
    title = f"{record.holder.short_name}: {on.label if on else record.statement.label}"
    if record.now and record.change != Change.SILENT:
        stands = _stands(record.now.stance, record.now.directness)
        title = f"{record.holder.short_name} {stands}: {record.now.proposition.label}"
    return Entry(
        identity=f"change:{identity}:{on.slug if on else ''}",
        url=record.url,
        title=f"{title} ({record.change.label})",
        words="\n\n".join(part for part in parts if part),
        author=record.holder.name,
        published=record.added,
        updated=record.modified,
    )


def _told(said: SaidRecord | PositionRecord) -> str:
    words = f" “{said.words}”" if said.words else f" {said.paraphrase}".rstrip()
    condition = f" ({said.condition})" if said.condition else ""
    stands = stance_in_words(said.stance, said.directness)
    return f"{stands}{condition}, {said.date.text}: {said.statement.label}.{words}"


def _stands(stance: Stance, directness: Directness) -> str:
    """The stance as a verb, to stand before a colon and a proposition."""
    said = stance_in_words(stance, directness)
    if stance.side in {"for", "against"}:
        return said
    return f"is {said}{',' if directness == Directness.IMPLIED else ''} on"


def stakeholder_entry(record: StakeholderRecord) -> Entry:
    """Who they are, and where they stand."""
    stands = [
        f"{record.short_name} {_stands(stand.stance, stand.directness)}: {stand.proposition.label}."
        for stand in record.positions
    ]
    return Entry(
        identity=f"stakeholder:{record.slug}",
        url=record.url,
        title=record.name,
        words="\n\n".join(part for part in [record.description, *stands] if part),
        author="",
        published=record.added,
        updated=record.modified,
    )


def proposition_entry(record: PropositionRecord) -> Entry:
    """The sentence, and why it matters."""
    return Entry(
        f"proposition:{record.slug}",
        record.url,
        record.text,
        record.why_it_matters,
        "",
        record.added,
        record.modified,
    )


def topic_entry(record: TopicRecord) -> Entry:
    """The subject, in the editors' words."""
    return Entry(
        f"topic:{record.slug}",
        record.url,
        record.name,
        record.description,
        "",
        record.added,
        record.modified,
    )


def source_entry(record: SourceRecord) -> Entry:
    """The document, by whom and when."""
    published = [
        *(record.kind.label, record.byline, record.date.text if record.date else ""),
        place_in_words(record.address, record.archived),
    ]
    return Entry(
        identity=f"source:{record.slug}",
        url=record.url,
        title=record.title,
        words=", ".join(part for part in published if part),
        author=record.publisher.name if record.publisher else "",
        published=record.added,
        updated=record.modified,
    )
