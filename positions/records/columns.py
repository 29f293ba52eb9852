"""The columns of each noun's table, for CSV: one row an object, lists joined by semicolons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

import msgspec

from positions.choices import QuotationKind
from positions.listing import Cell
from positions.records.change import ChangeRecord
from positions.records.comparison import ComparedRecord, StandsRecord
from positions.records.correction import CorrectionRecord
from positions.records.parts import Ref, StakeholderRef
from positions.records.position import PositionRecord
from positions.records.proposition import HolderCounts, PropositionRecord, TopicRecord
from positions.records.reply import ReplyRecord
from positions.records.shift import ShiftRecord
from positions.records.source import SourceRecord
from positions.records.stakeholder import (
    AffiliationRecord,
    OrganisationRecord,
    PersonRecord,
    StakeholderRecord,
    StandRecord,
)
from positions.records.statement import StanceRecord, StatementRecord
from positions.records.voices import VoiceRecord

Column = Callable[[Any], Cell]


def _plain(*names: str) -> dict[str, Column]:
    return {name: attrgetter(name) for name in names}


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _in_marks(texts: Iterable[str]) -> str:
    """Each between curly quotation marks, so that where one ends is seen."""
    return _joined(f"“{text}”" for text in texts)


def _of_kind(kind: QuotationKind, record: StatementRecord) -> Iterator[str]:
    return (quotation.words for quotation in record.quotations if quotation.kind == kind)


def _replies(replies: Iterable[ReplyRecord]) -> str:
    return _joined(f"{reply.kind}={reply.statement.slug}" for reply in replies)


def _slugs(refs: Iterable[Ref | StakeholderRef]) -> str:
    return _joined(ref.slug for ref in refs)


def _slug(ref: Ref | StakeholderRef | None) -> str:
    return ref.slug if ref else ""


def _voice(voice: VoiceRecord) -> str:
    behalf = f" for {voice.on_behalf_of.name}" if voice.on_behalf_of else ""
    return f"{voice.stakeholder.name}{behalf}"


def _stance(stance: StanceRecord | StandRecord) -> str:
    return f"{stance.proposition.slug}={stance.stance}"


def _directness(stance: StanceRecord | StandRecord) -> str:
    return f"{stance.proposition.slug}={stance.directness}"


def _tie(tie: AffiliationRecord) -> str:
    return f"{tie.kind}={tie.group.slug}"


def _dates(of: str = "date") -> dict[str, Column]:
    """Four columns of a date record, blank where there is none."""

    def part(name: str) -> Column:
        def cell(record: Any) -> Cell:
            known = getattr(record, of)
            value: Cell = getattr(known, name) if known else None
            return value

        return cell

    return {
        of: part("edtf"),
        f"{of}_text": part("text"),
        f"{of}_earliest": part("earliest"),
        f"{of}_latest": part("latest"),
    }


def _all_slugs(record: StatementRecord) -> str:
    slugs: dict[str, None] = {}
    for voice in record.voices:
        slugs[voice.stakeholder.slug] = None
        if voice.on_behalf_of:
            slugs[voice.on_behalf_of.slug] = None
    return _joined(slugs)


STATEMENT_COLUMNS: Mapping[str, Callable[[StatementRecord], Cell]] = {
    **_plain("slug", "url", "title", "kind"),
    **_dates(),
    "date_printed": attrgetter("date.as_printed"),
    "date_basis": lambda r: r.date.basis,
    "voices": lambda r: _joined(map(_voice, r.voices)),
    "voice_slugs": _all_slugs,
    "addressees": lambda r: _joined(to.name for to in r.addressees),
    "venue": attrgetter("venue"),
    "topic": lambda r: _slug(r.topic),
    "stances": lambda r: _joined(map(_stance, r.stances)),
    "reasons": lambda r: _joined(f"{s.proposition.slug}: {s.reason}" for s in r.stances),
    "asked_about": lambda r: _slugs(r.asked_about),
    "words": lambda r: _in_marks(_of_kind(QuotationKind.VERBATIM, r)),
    "fragments": lambda r: _in_marks(_of_kind(QuotationKind.FRAGMENT, r)),
    "paraphrases": lambda r: _in_marks(_of_kind(QuotationKind.PARAPHRASE, r)),
    "summary": attrgetter("summary"),
    "sources": lambda r: _slugs(r.sources),
    "source_addresses": lambda r: _joined(s.address for s in r.sources if s.address),
    "answers": lambda r: _replies(r.answers),
    "answered_by": lambda r: _replies(r.answered_by),
    "corrections": lambda r: _joined(f"{c.made} {c.kind}: {c.note}" for c in r.corrections),
    "challenges": lambda r: _joined(
        f"{c.received} {c.state}: {c.disputed}{f' Outcome: {c.outcome}' if c.outcome else ''}"
        for c in r.challenges
    ),
    "modified": attrgetter("modified"),
    "directness": lambda r: _joined(map(_directness, r.stances)),
}

CORRECTION_COLUMNS: Mapping[str, Callable[[CorrectionRecord], Cell]] = {
    "url": attrgetter("url"),
    **_plain("made", "kind", "note"),
    "statement": attrgetter("statement.slug"),
    "statement_title": attrgetter("statement.label"),
    "modified": attrgetter("modified"),
}

POSITION_COLUMNS: Mapping[str, Callable[[PositionRecord], Cell]] = {
    "url": attrgetter("url"),
    "holder": attrgetter("holder.slug"),
    "holder_name": attrgetter("holder.name"),
    "holder_kind": attrgetter("holder.kind"),
    "proposition": attrgetter("proposition.slug"),
    "proposition_label": attrgetter("proposition.label"),
    **_plain("stance", "directness", "condition", "reason"),
    "statement": attrgetter("statement.slug"),
    "statement_title": attrgetter("statement.label"),
    **_plain("words", "paraphrase"),
    "source": lambda r: _slug(r.source),
    "source_address": lambda r: r.source.address if r.source else "",
    **_dates(),
    **_plain("held_from", "held_until", "previous_stance", "shift", "conflicting"),
    **_plain("n_statements", "may_be_later", "modified", "previous_directness", "as_of"),
    "source_title": lambda r: r.source.label if r.source else "",
    "source_publisher": lambda r: r.source.publisher if r.source else "",
    "no_reply_since": lambda r: r.no_reply_since.edtf if r.no_reply_since else None,
}


def _said(of: str) -> dict[str, Column]:
    """What was said then, or now: columns that start with that word."""
    plain = ("stance", "directness", "condition", "words", "paraphrase")
    cells: dict[str, Column] = {
        **{name: attrgetter(f"{of}.{name}") for name in plain},
        "statement": attrgetter(f"{of}.statement.slug"),
        "statement_title": attrgetter(f"{of}.statement.label"),
        "source": lambda r: _slug(getattr(r, of).source),
        "source_address": lambda r: getattr(r, of).source.address if getattr(r, of).source else "",
        "date": attrgetter(f"{of}.date.edtf"),
        "date_text": attrgetter(f"{of}.date.text"),
    }
    return {f"{of}_{name}": cell for name, cell in cells.items()}


SHIFT_COLUMNS: Mapping[str, Callable[[ShiftRecord], Cell]] = {
    "url": attrgetter("url"),
    "holder": attrgetter("holder.slug"),
    "holder_name": attrgetter("holder.name"),
    "holder_kind": attrgetter("holder.kind"),
    "proposition": attrgetter("proposition.slug"),
    "proposition_label": attrgetter("proposition.label"),
    "direction": attrgetter("direction"),
    **_said("then"),
    **_said("now"),
    **_plain("interval", "earliest", "latest", "conflicting", "held_until", "modified"),
}


def _stood(of: str) -> dict[str, Column]:
    """The position then, or now: columns that start with that word, blank without one."""
    names = ("stance", "directness", "condition", "words", "paraphrase", "date", "date_text")
    places = ("statement", "statement_title", "source", "source_address", "held_from")

    def cell(column: str) -> Column:
        read = POSITION_COLUMNS[column]
        return lambda r: read(position) if (position := getattr(r, of)) else None

    return {f"{of}_{name}": cell(name) for name in (*names, *places)}


CHANGE_COLUMNS: Mapping[str, Callable[[ChangeRecord], Cell]] = {
    **_plain("since", "until", "url"),
    "holder": attrgetter("holder.slug"),
    "holder_name": attrgetter("holder.name"),
    "holder_kind": attrgetter("holder.kind"),
    "proposition": lambda r: _slug(r.proposition),
    "proposition_label": lambda r: r.proposition.label if r.proposition else "",
    "change": attrgetter("change"),
    "statement": attrgetter("statement.slug"),
    "statement_title": attrgetter("statement.label"),
    **_dates(),
    **_stood("then"),
    **_stood("now"),
    **_plain("withdrawn_on", "modified"),
}

_STAKEHOLDER_COLUMNS: Mapping[str, Callable[[StakeholderRecord], Cell]] = {
    **_plain("slug", "url", "name", "kind", "abbreviation", "description", "size_note"),
    **_plain("website", "wikidata_id"),
    "aliases": lambda r: _joined(r.aliases),
    "affiliations": lambda r: _joined(map(_tie, r.affiliations)),
    "positions": lambda r: _joined(map(_stance, r.positions)),
    "n_statements": attrgetter("n_statements"),
    **_dates("newest"),
    "modified": attrgetter("modified"),
    "directness": lambda r: _joined(map(_directness, r.positions)),
}
ORGANISATION_COLUMNS: Mapping[str, Callable[[OrganisationRecord], Cell]] = _STAKEHOLDER_COLUMNS
PERSON_COLUMNS: Mapping[str, Callable[[PersonRecord], Cell]] = _STAKEHOLDER_COLUMNS

PROPOSITION_COLUMNS: Mapping[str, Callable[[PropositionRecord], Cell]] = {
    **_plain("slug", "url", "text", "label"),
    "topic": attrgetter("topic.slug"),
    "why_it_matters": attrgetter("why_it_matters"),
    **{name: attrgetter(f"holders.{name}") for name in HolderCounts.__struct_fields__},
    "silent": attrgetter("silent"),
    **_dates("newest"),
    "modified": attrgetter("modified"),
    "implied": lambda r: _joined(
        f"{stance}={n}" for stance, n in msgspec.structs.asdict(r.implied).items() if n
    ),
}

TOPIC_COLUMNS: Mapping[str, Callable[[TopicRecord], Cell]] = {
    **_plain("slug", "url", "name", "description"),
    "propositions": lambda r: _slugs(r.propositions),
    "n_statements": attrgetter("n_statements"),
    **_dates("newest"),
    "modified": attrgetter("modified"),
}

SOURCE_COLUMNS: Mapping[str, Callable[[SourceRecord], Cell]] = {
    **_plain("slug", "url", "title", "kind"),
    "publisher": lambda r: _slug(r.publisher),
    "publisher_name": lambda r: r.publisher.name if r.publisher else "",
    **_plain("byline", "address", "archived", "language"),
    **_dates(),
    **_plain("primary", "n_quotations", "n_checked", "modified", "n_paraphrases"),
}

# One row for each proposition and each of those compared on it.
Compared = tuple[ComparedRecord, StandsRecord]


def _position(column: str) -> Callable[[Compared], Cell]:
    """A column of positions, blank where there is none."""
    read = POSITION_COLUMNS[column]
    return lambda row: read(row[1].position) if row[1].position else None


COMPARISON_COLUMNS: Mapping[str, Callable[[Compared], Cell]] = {
    "proposition": lambda row: row[0].proposition.slug,
    "proposition_label": lambda row: row[0].proposition.label,
    "topic": lambda row: row[0].topic.slug,
    "agreement": lambda row: row[0].agreement,
    "holder": lambda row: row[1].holder.slug,
    "holder_name": lambda row: row[1].holder.name,
    "holder_kind": lambda row: row[1].holder.kind,
    "state": lambda row: row[1].state,
    **{
        column: _position(column)
        for column in (
            *("stance", "directness", "condition", "words", "paraphrase", "date", "date_text"),
            *("statement", "statement_title", "url", "source", "source_address", "held_from"),
            *("may_be_later", "shift", "conflicting"),
        )
    },
    "silence": lambda row: row[1].silence.statement.slug if row[1].silence else "",
    "silence_date": lambda row: row[1].silence.date.edtf if row[1].silence else "",
}
