"""An organisation or a person as it leaves the database: who they are, and where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

import msgspec
from django.db.models import Count, OuterRef, Subquery

from positions.choices import AffiliationKind, Directness, StakeholderKind, Stance
from positions.models import (
    Affiliation,
    Alias,
    IndexEntry,
    Position,
    Stakeholder,
)
from positions.records.parts import (
    DATED,
    NAMED,
    DateRecord,
    Ref,
    Slug,
    StakeholderRef,
    Url,
    bare_date,
    by_value,
    columns,
    date_record,
    ref,
    stakeholder_ref,
)

AFFILIATION_KINDS = by_value(AffiliationKind)
DIRECTNESSES = by_value(Directness)
STANCES = by_value(Stance)
# The columns of which records are made: who it is, and a tie to a group.
PARTY = (*NAMED, "description", "website", "wikidata_id")
AFFILIATED = (
    *("kind", "role", "from_edtf", "from_printed", "until_edtf", "until_printed"),
    *columns("group__", NAMED),
)


class AffiliationRecord(msgspec.Struct, frozen=True):
    """A tie to a group: division of, member of, signatory of, works for."""

    kind: Annotated[AffiliationKind, msgspec.Meta(description="What sort of tie.")]
    group: Annotated[StakeholderRef, msgspec.Meta(description="To whom.")]
    role: Annotated[str, msgspec.Meta(description="As what, as in “director”; may be empty.")]
    since: Annotated[DateRecord | None, msgspec.Meta(description="From when; null if unknown.")]
    until: Annotated[DateRecord | None, msgspec.Meta(description="Until when; null if unknown.")]


class StandRecord(msgspec.Struct, frozen=True):
    """Where a stakeholder stands on one proposition, as of the day asked."""

    proposition: Annotated[Ref, msgspec.Meta(description="On what.")]
    stance: Annotated[Stance, msgspec.Meta(description="For, against, or neither.")]
    statement: Annotated[Ref, msgspec.Meta(description="The statement it rests on.")]
    date: Annotated[DateRecord, msgspec.Meta(description="Date of that statement.")]
    shift: Annotated[bool, msgspec.Meta(description="Whether it changed sides.")]
    conflicting: Annotated[
        bool, msgspec.Meta(description="Whether one of the opposite side overlaps it in date.")
    ]
    directness: Annotated[Directness, msgspec.Meta(description="Said, or following from it.")]


class PartyRecord(msgspec.Struct, frozen=True):
    """Who an organisation or a person is, without their ties and where they stand."""

    slug: Slug
    url: Url
    name: Annotated[str, msgspec.Meta(description="Full name.")]
    kind: Annotated[StakeholderKind, msgspec.Meta(description="What sort of stakeholder.")]
    abbreviation: Annotated[str, msgspec.Meta(description="As in ACLU; empty without one.")]
    description: Annotated[str, msgspec.Meta(description="Who they are, in the editors' words.")]
    website: Annotated[str, msgspec.Meta(description="Their own site; empty if not known.")]
    wikidata_id: Annotated[str, msgspec.Meta(description="As in Q312556; empty if not known.")]

    @property
    def short_name(self) -> str:
        """The abbreviation where there is one, else the name."""
        return self.abbreviation or self.name

    @property
    def is_person(self) -> bool:
        return self.kind == StakeholderKind.PERSON


class StakeholderRecord(PartyRecord, frozen=True):
    """What organisations and people have in common."""

    aliases: Annotated[list[str], msgspec.Meta(description="Other names, misprints included.")]
    affiliations: Annotated[list[AffiliationRecord], msgspec.Meta(description="Ties to groups.")]
    positions: Annotated[
        list[StandRecord], msgspec.Meta(description="Where they stand, as of the day asked.")
    ]
    n_statements: Annotated[int, msgspec.Meta(description="Published statements with their voice.")]
    newest: Annotated[
        DateRecord | None,
        msgspec.Meta(description="Date of the newest of these as of the day asked; null if none."),
    ]
    size_note: Annotated[
        str, msgspec.Meta(description="How many they are, as printed: “19 groups”.")
    ]
    modified: Annotated[datetime, msgspec.Meta(description="When the entry last changed, in UTC.")]
    added: Annotated[datetime, msgspec.Meta(description="When it was entered, in UTC.")]


class OrganisationRecord(StakeholderRecord, frozen=True):
    """A company, an advocacy group, an agency, a coalition: any stakeholder but a person."""


class PersonRecord(StakeholderRecord, frozen=True):
    """One human being."""


R = TypeVar("R", bound=StakeholderRecord)


def fetch_organisations(ids: Sequence[int], day: date, site: str = "") -> list[OrganisationRecord]:
    """These organisations as of ``day``, in the order of ``ids``. Costs five queries."""
    return _fetch(OrganisationRecord, ids, day, site)


def fetch_people(ids: Sequence[int], day: date, site: str = "") -> list[PersonRecord]:
    """These people as of ``day``, in the order of ``ids``. Costs five queries."""
    return _fetch(PersonRecord, ids, day, site)


def party_record(row: Mapping[str, Any], site: str = "") -> PartyRecord:
    """From the columns ``PARTY``."""
    return PartyRecord(**_described(row, site))


def _described(row: Mapping[str, Any], site: str) -> dict[str, Any]:
    named = msgspec.structs.asdict(stakeholder_ref(row, "", site))
    return named | {name: row[name] for name in ("description", "website", "wikidata_id")}


def _fetch(record: type[R], ids: Sequence[int], day: date, site: str) -> list[R]:
    spoken = IndexEntry.objects.filter(voice=OuterRef("pk"), earliest__lte=day)
    newest = spoken.order_by("-earliest", "-statement_id").values("statement__date_edtf")
    rows = {
        row["pk"]: row
        for row in Stakeholder.objects.filter(pk__in=ids)
        .annotate(newest=Subquery(newest[:1]))
        .values("pk", "size_note", "modified_at", "created_at", "newest", *PARTY)
    }
    aliases: defaultdict[int, list[str]] = defaultdict(list)
    for owner, name in (
        Alias.objects.filter(stakeholder__in=ids)
        .order_by("name", "pk")
        .values_list("stakeholder_id", "name")
    ):
        aliases[owner].append(name)
    affiliations = _affiliations(ids, site)
    stands = _stands(ids, day, site)
    counts = dict(
        IndexEntry.objects.filter(voice__in=ids, earliest__lte=day)
        .order_by()
        .values("voice_id")
        .annotate(n=Count("statement", distinct=True))
        .values_list("voice_id", "n")
    )
    return [
        record(
            **_described(row, site),
            aliases=aliases[pk],
            affiliations=affiliations[pk],
            positions=stands[pk],
            n_statements=counts.get(pk, 0),
            newest=bare_date(row["newest"]),
            size_note=row["size_note"],
            modified=row["modified_at"],
            added=row["created_at"],
        )
        for pk, row in ((pk, rows[pk]) for pk in ids if pk in rows)
    ]


def _affiliations(ids: Sequence[int], site: str) -> defaultdict[int, list[AffiliationRecord]]:
    found: defaultdict[int, list[AffiliationRecord]] = defaultdict(list)
    for row in (
        Affiliation.objects.public()
        .filter(member__in=ids)
        .order_by("group__name", "pk")
        .values("member_id", *AFFILIATED)
    ):
        found[row["member_id"]].append(affiliation_record(row, site))
    return found


def affiliation_record(row: Mapping[str, Any], site: str = "") -> AffiliationRecord:
    """From the columns ``AFFILIATED``."""
    return AffiliationRecord(
        kind=AFFILIATION_KINDS[row["kind"]],
        group=stakeholder_ref(row, "group__", site),
        role=row["role"],
        since=bare_date(row["from_edtf"], row["from_printed"]),
        until=bare_date(row["until_edtf"], row["until_printed"]),
    )


def _stands(ids: Sequence[int], day: date, site: str) -> defaultdict[int, list[StandRecord]]:
    found: defaultdict[int, list[StandRecord]] = defaultdict(list)
    for row in (
        Position.objects.as_of(day)
        .filter(holder__in=ids)
        .order_by("proposition__topic__name", "proposition__order", "proposition_id")
        .values(
            *("holder_id", "stance", "directness", "shift", "conflicting"),
            *("proposition__slug", "proposition__short_label"),
            *columns("statement__", ("slug", "title", *DATED)),
        )
    ):
        label = row["proposition__short_label"]
        title = row["statement__title"]
        found[row["holder_id"]].append(
            StandRecord(
                proposition=ref("proposition", row["proposition__slug"], label, site),
                stance=STANCES[row["stance"]],
                statement=ref("statement", row["statement__slug"], title, site),
                date=date_record(row, "statement__"),
                shift=row["shift"],
                conflicting=row["conflicting"],
                directness=DIRECTNESSES[row["directness"]],
            )
        )
    return found
