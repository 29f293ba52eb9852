"""A statement as it leaves the database: the act of saying, who, the words, what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated

import msgspec

from positions.choices import (
    AttributionRole,
    Capacity,
    Directness,
    Stance,
    StatementKind,
)
from positions.models import Assessment, Attribution, Statement
from positions.records.correction import (
    ChallengeRecord,
    CorrectedRecord,
    challenges_of,
    corrections_of,
)
from positions.records.parts import (
    DATED,
    NAMED,
    DateRecord,
    Ref,
    Slug,
    SourceRef,
    StakeholderRef,
    Url,
    address,
    by_value,
    columns,
    date_record,
    maybe_stakeholder_ref,
    ref,
    stakeholder_ref,
)
from positions.records.quotation import QuotationRecord, quotations_of
from positions.records.reply import ReplyRecord, replies_of

CAPACITIES = by_value(Capacity)
DIRECTNESSES = by_value(Directness)
ROLES = by_value(AttributionRole)
STANCES = by_value(Stance)
STATEMENT_KINDS = by_value(StatementKind)


class VoiceRecord(msgspec.Struct, frozen=True):
    """One of those who make a statement."""

    stakeholder: Annotated[StakeholderRef, msgspec.Meta(description="Who speaks or signs.")]
    role: Annotated[AttributionRole, msgspec.Meta(description="As what.")]
    capacity: Annotated[Capacity, msgspec.Meta(description="For an organisation, or personally.")]
    on_behalf_of: Annotated[
        StakeholderRef | None, msgspec.Meta(description="For whom, where that is another.")
    ]
    affiliation: Annotated[
        StakeholderRef | None,
        msgspec.Meta(description="Named to say who they are; the words are not for it."),
    ]
    name_printed: Annotated[
        str, msgspec.Meta(description="As the source names them; empty where no different.")
    ]
    withdrawn_on: Annotated[
        date | None, msgspec.Meta(description="Day on which the name was withdrawn.")
    ]


class StanceRecord(msgspec.Struct, frozen=True):
    """What a statement says on one proposition, in the editors' judgement."""

    proposition: Annotated[Ref, msgspec.Meta(description="On what.")]
    stance: Annotated[Stance, msgspec.Meta(description="For, against, or neither.")]
    directness: Annotated[Directness, msgspec.Meta(description="Said, or following from it.")]
    condition: Annotated[
        str, msgspec.Meta(description="Under which condition, or which part; empty without one.")
    ]
    reason: Annotated[
        str, msgspec.Meta(description="Which words carry the judgement, and how; the editors' own.")
    ]
    quotation: Annotated[
        int | None,
        msgspec.Meta(
            description="The words that carry it: their place among the statement's quotations, "
            "from 0; null where none was chosen."
        ),
    ]


class StatementRecord(msgspec.Struct, frozen=True):
    """One published act of saying."""

    slug: Slug
    url: Url
    title: Annotated[str, msgspec.Meta(description="What it is, in the editors' words.")]
    kind: Annotated[StatementKind, msgspec.Meta(description="What sort of act.")]
    date: Annotated[DateRecord, msgspec.Meta(description="When it was said.")]
    summary: Annotated[str, msgspec.Meta(description="What was said, in the editors' words.")]
    topic: Annotated[Ref | None, msgspec.Meta(description="The subject it was made on.")]
    venue: Annotated[str, msgspec.Meta(description="Where or to whom it was given.")]
    addressees: Annotated[list[StakeholderRef], msgspec.Meta(description="To whom.")]
    voices: Annotated[list[VoiceRecord], msgspec.Meta(description="Who made it, in their order.")]
    quotations: Annotated[list[QuotationRecord], msgspec.Meta(description="The words.")]
    stances: Annotated[list[StanceRecord], msgspec.Meta(description="What they say on what.")]
    asked_about: Annotated[
        list[Ref], msgspec.Meta(description="Propositions on which they were asked and silent.")
    ]
    sources: Annotated[
        list[SourceRef], msgspec.Meta(description="The sources of the words, each once.")
    ]
    answers: Annotated[
        list[ReplyRecord], msgspec.Meta(description="Published statements that it responds to.")
    ]
    answered_by: Annotated[
        list[ReplyRecord], msgspec.Meta(description="Published statements that respond to it.")
    ]
    corrections: Annotated[
        list[CorrectedRecord],
        msgspec.Meta(description="What was changed after readers had seen it, newest first."),
    ]
    challenges: Annotated[
        list[ChallengeRecord],
        msgspec.Meta(description="Who disputes what of it, and what came of that, newest first."),
    ]
    modified: Annotated[datetime, msgspec.Meta(description="When its entry last changed, in UTC.")]
    added: Annotated[datetime, msgspec.Meta(description="Since when readers can see it, in UTC.")]

    @property
    def is_silence(self) -> bool:
        return self.kind == StatementKind.NO_REPLY


def fetch_statements(ids: Sequence[int], site: str = "") -> list[StatementRecord]:
    """The published ones of these, in the order of ``ids``. Costs nine queries."""
    rows = {
        row["pk"]: row
        for row in Statement.objects.published()
        .filter(pk__in=ids)
        .values(
            *("pk", "slug", "title", "kind", "summary", "venue", "modified_at", *DATED),
            *("published_at", "created_at", "topic__slug", "topic__name"),
        )
    }
    found = [pk for pk in ids if pk in rows]
    voices = _voices(found, site)
    quotations = quotations_of(found, site)
    stances = _stances(found, quotations, site)
    addressees = _addressees(found, site)
    asked_about = _asked_about(found, site)
    answers, answered_by = replies_of(found, site)
    corrections = corrections_of(found, site)
    challenges = challenges_of(found, site)
    return [
        StatementRecord(
            slug=row["slug"],
            url=address("statement", row["slug"], site),
            title=row["title"],
            kind=STATEMENT_KINDS[row["kind"]],
            date=date_record(row),
            summary=row["summary"],
            topic=ref("topic", row["topic__slug"], row["topic__name"], site)
            if row["topic__slug"]
            else None,
            venue=row["venue"],
            addressees=addressees[pk],
            voices=voices[pk],
            quotations=list(quotations[pk].values()),
            stances=stances[pk],
            asked_about=asked_about[pk],
            sources=list({q.source.slug: q.source for q in quotations[pk].values()}.values()),
            answers=answers[pk],
            answered_by=answered_by[pk],
            corrections=corrections[pk],
            challenges=challenges[pk],
            modified=row["modified_at"],
            added=row["published_at"] or row["created_at"],
        )
        for pk, row in ((pk, rows[pk]) for pk in found)
    ]


def _voices(ids: Sequence[int], site: str) -> defaultdict[int, list[VoiceRecord]]:
    found: defaultdict[int, list[VoiceRecord]] = defaultdict(list)
    for row in (
        Attribution.objects.filter(statement__in=ids)
        .order_by("order", "pk")
        .values(
            *("statement_id", "role", "capacity", "name_printed", "withdrawn_on"),
            *columns("stakeholder__", NAMED),
            *columns("on_behalf_of__", NAMED),
        )
    ):
        named = maybe_stakeholder_ref(row, "on_behalf_of__", site)
        capacity = CAPACITIES[row["capacity"]]
        spoken_for = capacity == Capacity.ORGANISATIONAL
        found[row["statement_id"]].append(
            VoiceRecord(
                stakeholder=stakeholder_ref(row, "stakeholder__", site),
                role=ROLES[row["role"]],
                capacity=capacity,
                on_behalf_of=named if spoken_for else None,
                affiliation=None if spoken_for else named,
                name_printed=row["name_printed"],
                withdrawn_on=row["withdrawn_on"],
            )
        )
    return found


def _stances(
    ids: Sequence[int], quotations: Mapping[int, Mapping[int, QuotationRecord]], site: str
) -> defaultdict[int, list[StanceRecord]]:
    places = {pk: place for of in quotations.values() for place, pk in enumerate(of)}
    found: defaultdict[int, list[StanceRecord]] = defaultdict(list)
    for row in (
        Assessment.objects.filter(statement__in=ids)
        .order_by("proposition__order", "pk")
        .values(
            *("statement_id", "stance", "directness", "condition", "reason", "quotation_id"),
            *("proposition__slug", "proposition__short_label"),
        )
    ):
        found[row["statement_id"]].append(
            StanceRecord(
                proposition=ref(
                    "proposition", row["proposition__slug"], row["proposition__short_label"], site
                ),
                stance=STANCES[row["stance"]],
                directness=DIRECTNESSES[row["directness"]],
                condition=row["condition"],
                reason=row["reason"],
                quotation=places.get(row["quotation_id"]),
            )
        )
    return found


def _addressees(ids: Sequence[int], site: str) -> defaultdict[int, list[StakeholderRef]]:
    found: defaultdict[int, list[StakeholderRef]] = defaultdict(list)
    for row in (
        Statement.addressees.through.objects.filter(statement__in=ids)
        .order_by("pk")
        .values("statement_id", *columns("stakeholder__", NAMED))
    ):
        found[row["statement_id"]].append(stakeholder_ref(row, "stakeholder__", site))
    return found


def _asked_about(ids: Sequence[int], site: str) -> defaultdict[int, list[Ref]]:
    found: defaultdict[int, list[Ref]] = defaultdict(list)
    for row in (
        Statement.asked_about.through.objects.filter(statement__in=ids)
        .order_by("proposition__order", "pk")
        .values("statement_id", "proposition__slug", "proposition__short_label")
    ):
        label = row["proposition__short_label"]
        found[row["statement_id"]].append(ref("proposition", row["proposition__slug"], label, site))
    return found
