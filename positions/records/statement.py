"""A statement as it leaves the database: the act of saying, who, the words, what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal, get_args

import msgspec

from positions.choices import Directness, Stance, StatementKind
from positions.models import Assessment, Statement
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
    ref,
    stakeholder_ref,
)
from positions.records.quotation import QuotationRecord, quotations_of
from positions.records.reply import ReplyRecord, replies_of
from positions.records.voices import VoiceRecord, voices_of

DIRECTNESSES = by_value(Directness)
STANCES = by_value(Stance)
STATEMENT_KINDS = by_value(StatementKind)
# The columns of which records are made.
STATED = (
    *("pk", "slug", "title", "kind", "summary", "venue", "modified_at", *DATED),
    *("published_at", "created_at", "topic__slug", "topic__name"),
)
# What is read of statements beside their own row, a query each.
Part = Literal[
    "voices",
    "quotations",
    "stances",
    "addressees",
    "asked_about",
    "replies",
    "corrections",
    "challenges",
]
PARTS: tuple[Part, ...] = get_args(Part)
# What a row of a page does not show.
BEYOND_ROWS: tuple[Part, ...] = ("addressees", "replies", "corrections", "challenges")
# The fields that a part fills, where these are others than that of its name.
_FIELDS = {"quotations": ("quotations", "sources"), "replies": ("answers", "answered_by")}


class _Unread:
    """Stands where a part was not read: to ask whether it is empty fails, as reading it does."""

    def __bool__(self) -> bool:
        raise TypeError("This part of the record was not read: whether it is empty is not known.")


_UNREAD = _Unread()


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
    dispute: Annotated[
        str, msgspec.Meta(description="Who disputes the judgement, and how; empty: nobody.")
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

    @property
    def is_told(self) -> bool:
        """Whether it is known from another's account, so that its voices are no authors."""
        return self.kind.told_by_others


def fetch_statements(
    ids: Sequence[int], site: str = "", *, unread: Collection[Part] = ()
) -> list[StatementRecord]:
    """The published ones of these, in the order of ``ids``.

    Costs nine queries, one less for each part that is ``unread``, as ``statement_records`` has it.
    """
    rows = {
        row["pk"]: row for row in Statement.objects.published().filter(pk__in=ids).values(*STATED)
    }
    return statement_records([rows[pk] for pk in ids if pk in rows], site, unread=unread)


def statement_records(
    rows: Sequence[Mapping[str, Any]], site: str = "", *, unread: Collection[Part] = ()
) -> list[StatementRecord]:
    """From the columns ``STATED``, in the order of ``rows``. Costs a query for each part.

    What is ``unread`` costs none, and is missing in the records, so that it cannot be taken for
    empty: it is for whoever shows nothing of it, or reads it otherwise.
    """
    every = [row["pk"] for row in rows]

    def of(part: Part) -> list[int]:
        """The statements of which this part is to be read."""
        return [] if part in unread else every

    voices = voices_of(of("voices"), site)
    slugs = {row["pk"]: row["slug"] for row in rows}
    quotations = quotations_of({pk: slugs[pk] for pk in of("quotations")}, site)
    stances = _stances(of("stances"), quotations, site)
    addressees = _addressees(of("addressees"), site)
    asked_about = _asked_about(of("asked_about"), site)
    answers, answered_by = replies_of(of("replies"), site)
    corrections = corrections_of(of("corrections"), site)
    challenges = challenges_of(of("challenges"), site)
    missing = {field: _UNREAD for part in unread for field in _FIELDS.get(part, (part,))}
    found = [
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
        for pk, row in zip(every, rows, strict=True)
    ]
    return [msgspec.structs.replace(each, **missing) for each in found] if missing else found


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
            *("disputed", "dispute_note", "proposition__slug", "proposition__short_label"),
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
                dispute=row["dispute_note"] if row["disputed"] else "",
            )
        )
    return found


def _addressees(ids: Sequence[int], site: str) -> defaultdict[int, list[StakeholderRef]]:
    found: defaultdict[int, list[StakeholderRef]] = defaultdict(list)
    for row in (
        Statement.addressees.through.objects.filter(statement__in=ids)
        .order_by("stakeholder__name", "stakeholder_id")
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
