"""Topics and propositions as they leave the database, with how many stand where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any

import msgspec
from django.db.models import Count, OuterRef, Subquery, Sum

from positions.choices import Directness
from positions.models import IndexEntry, Position, Proposition, Topic, TopicTotal
from positions.records.parts import DateRecord, Ref, Slug, Url, address, bare_date, ref

# The columns of which the record of a topic is made.
SUBJECT = ("slug", "name", "description")


class HolderCounts(msgspec.Struct, frozen=True):
    """How many holders have which stance as of the day asked. Never added up, never averaged."""

    strongly_supports: int = 0
    supports: int = 0
    neutral: int = 0
    mixed: int = 0
    unclear: int = 0
    opposes: int = 0
    strongly_opposes: int = 0


class PropositionRecord(msgspec.Struct, frozen=True):
    """A sentence that one can support or oppose."""

    slug: Slug
    url: Url
    text: Annotated[str, msgspec.Meta(description="The whole sentence.")]
    label: Annotated[str, msgspec.Meta(description="A few words for it, for tables.")]
    topic: Annotated[Ref, msgspec.Meta(description="The subject it belongs to.")]
    why_it_matters: Annotated[str, msgspec.Meta(description="In the editors' words.")]
    holders: Annotated[HolderCounts, msgspec.Meta(description="How many stand where.")]
    silent: Annotated[
        int,
        msgspec.Meta(description="How many were asked about it, and have not spoken on it since."),
    ]
    newest: Annotated[
        DateRecord | None,
        msgspec.Meta(description="Newest statement on it as of the day asked; null if none."),
    ]
    modified: Annotated[datetime, msgspec.Meta(description="When the entry last changed, in UTC.")]
    implied: Annotated[
        HolderCounts,
        msgspec.Meta(description="Of how many of these holders the stance is implied."),
    ]
    added: Annotated[datetime, msgspec.Meta(description="When it was entered, in UTC.")]


class SubjectRecord(msgspec.Struct, frozen=True):
    """A contested subject, without what stands under it."""

    slug: Slug
    url: Url
    name: Annotated[str, msgspec.Meta(description="Its name.")]
    description: Annotated[str, msgspec.Meta(description="In the editors' words.")]


class TopicRecord(SubjectRecord, frozen=True):
    """A contested subject."""

    propositions: Annotated[list[Ref], msgspec.Meta(description="Its propositions, in order.")]
    n_statements: Annotated[int, msgspec.Meta(description="Published statements on it.")]
    newest: Annotated[
        DateRecord | None, msgspec.Meta(description="Newest statement on it; null if none.")
    ]
    modified: Annotated[datetime, msgspec.Meta(description="When the entry last changed, in UTC.")]
    added: Annotated[datetime, msgspec.Meta(description="When it was entered, in UTC.")]


def fetch_propositions(ids: Sequence[int], day: date, site: str = "") -> list[PropositionRecord]:
    """These propositions as of ``day``, in the order of ``ids``. Costs three queries."""
    spoken = IndexEntry.objects.filter(proposition=OuterRef("pk"), earliest__lte=day)
    newest = spoken.order_by("-earliest", "-statement_id").values("statement__date_edtf")
    rows = {
        row["pk"]: row
        for row in Proposition.objects.filter(pk__in=ids)
        .annotate(newest=Subquery(newest[:1]))
        .values(
            *(
                "pk",
                "slug",
                "text",
                "short_label",
                "why_it_matters",
                "modified_at",
                "created_at",
                "newest",
            ),
            *("topic__slug", "topic__name"),
        )
    }
    holders: defaultdict[int, Counter[str]] = defaultdict(Counter)
    implied: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for proposition, stance, directness, number in (
        Position.objects.as_of(day)
        .filter(proposition__in=ids)
        .order_by()
        .values("proposition_id", "stance", "directness")
        .annotate(n=Count("pk"))  # on a day, a holder has one position at most
        .values_list("proposition_id", "stance", "directness", "n")
    ):
        holders[proposition][stance] += number
        if directness == Directness.IMPLIED:
            implied[proposition][stance] += number
    silent = dict(
        IndexEntry.objects.unanswered(day)
        .filter(proposition__in=ids)
        .order_by()
        .values("proposition_id")
        .annotate(n=Count("voice", distinct=True))
        .values_list("proposition_id", "n")
    )
    return [
        PropositionRecord(
            slug=row["slug"],
            url=address("proposition", row["slug"], site),
            text=row["text"],
            label=row["short_label"],
            topic=ref("topic", row["topic__slug"], row["topic__name"], site),
            why_it_matters=row["why_it_matters"],
            holders=HolderCounts(**holders[pk]),
            silent=silent.get(pk, 0),
            newest=bare_date(row["newest"]),
            modified=row["modified_at"],
            added=row["created_at"],
            implied=HolderCounts(**implied[pk]),
        )
        for pk, row in ((pk, rows[pk]) for pk in ids if pk in rows)
    ]


def fetch_topics(ids: Sequence[int], site: str = "") -> list[TopicRecord]:
    """These topics, in the order of ``ids``. Costs three queries."""
    spoken = IndexEntry.objects.filter(topic=OuterRef("pk"))
    newest = spoken.order_by("-earliest", "-statement_id").values("statement__date_edtf")
    rows = {
        row["pk"]: row
        for row in Topic.objects.filter(pk__in=ids)
        .annotate(newest=Subquery(newest[:1]))
        .values("pk", "modified_at", "created_at", "newest", *SUBJECT)
    }
    propositions: defaultdict[int, list[Ref]] = defaultdict(list)
    for topic, slug, label in (
        Proposition.objects.filter(topic__in=ids)
        .order_by("order", "pk")
        .values_list("topic_id", "slug", "short_label")
    ):
        propositions[topic].append(ref("proposition", slug, label, site))
    counts = dict(
        TopicTotal.objects.filter(topic__in=ids)
        .values("topic_id")
        .annotate(n=Sum("n_statements"))
        .values_list("topic_id", "n")
    )
    return [
        TopicRecord(
            **_described(row, site),
            propositions=propositions[pk],
            n_statements=counts.get(pk, 0),
            newest=bare_date(row["newest"]),
            modified=row["modified_at"],
            added=row["created_at"],
        )
        for pk, row in ((pk, rows[pk]) for pk in ids if pk in rows)
    ]


def subject_record(row: Mapping[str, Any], site: str = "") -> SubjectRecord:
    """From the columns ``SUBJECT``."""
    return SubjectRecord(**_described(row, site))


def _described(row: Mapping[str, Any], site: str) -> dict[str, Any]:
    return {name: row[name] for name in SUBJECT} | {"url": address("topic", row["slug"], site)}
