"""The parts that records share: references to other nouns, dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, TypeAlias, TypeVar

import msgspec
from django.urls import get_script_prefix, reverse

from positions.choices import DateBasis, StakeholderKind, Vocabulary
from positions.dates import parse

V = TypeVar("V", bound=Vocabulary)

Slug: TypeAlias = Annotated[
    str, msgspec.Meta(description="Short, stable name, as used in addresses and filters.")
]
Url: TypeAlias = Annotated[
    str, msgspec.Meta(description="Address of its page: absolute in data, a path on pages.")
]


class Ref(msgspec.Struct, frozen=True):
    """A topic, proposition, source or statement that another record refers to."""

    slug: Slug
    url: Url
    label: Annotated[str, msgspec.Meta(description="Title, name or short label, for people.")]


class SourceRef(Ref, frozen=True):
    """A source that another record refers to."""

    address: Annotated[
        str, msgspec.Meta(description="Where it is on the web; empty where none is on record.")
    ]
    archived: Annotated[str, msgspec.Meta(description="An archived copy; may be empty.")]
    publisher: Annotated[str, msgspec.Meta(description="Who published it; empty if not known.")]


class StakeholderRef(msgspec.Struct, frozen=True):
    """An organisation or a person that another record refers to."""

    slug: Slug
    url: Url
    name: Annotated[str, msgspec.Meta(description="Full name.")]
    abbreviation: Annotated[str, msgspec.Meta(description="As in ACLU; empty without one.")]
    kind: Annotated[StakeholderKind, msgspec.Meta(description="What sort of stakeholder.")]

    @property
    def short_name(self) -> str:
        """The abbreviation where there is one, else the name."""
        return self.abbreviation or self.name

    @property
    def is_person(self) -> bool:
        return self.kind == StakeholderKind.PERSON


class DateRecord(msgspec.Struct, frozen=True):
    """A date no more exact than it is known."""

    edtf: Annotated[str, msgspec.Meta(description="EDTF level 1, as in 2018-05~.")]
    text: Annotated[str, msgspec.Meta(description="The same in words, as in “about May 2018”.")]
    earliest: Annotated[
        date | None, msgspec.Meta(description="First day it can mean; null where open.")
    ]
    latest: Annotated[
        date | None, msgspec.Meta(description="Last day it can mean; null where open.")
    ]
    as_printed: Annotated[
        str, msgspec.Meta(description="The words of the source, as in “last month”.")
    ] = ""
    basis: Annotated[
        DateBasis | None, msgspec.Meta(description="How the date is known; null where not said.")
    ] = None
    note: Annotated[str, msgspec.Meta(description="How it was worked out, or a caveat.")] = ""


def by_value(vocabulary: type[V]) -> dict[str, V]:
    """The members by value: a fortieth of the time that calling the vocabulary takes."""
    return {str(member.value): member for member in vocabulary}


DATE_BASES = by_value(DateBasis)
STAKEHOLDER_KINDS = by_value(StakeholderKind)
DATED = ("date_edtf", "date_printed", "date_basis", "date_note")
CITED = ("slug", "title", "url", "archived_url", "publisher__name")
NAMED = ("slug", "name", "abbreviation", "kind")


def address(noun: str, slug: str, site: str = "") -> str:
    """The address of a noun's page; absolute when ``site`` ("https://host") is given."""
    before, after = _around_slug(noun, get_script_prefix())
    return f"{site}{before}{slug}{after}"


def anchored(slug: str, what: str, pk: int, site: str) -> str:
    """The address of a part of a statement, on the statement's page."""
    return f"{address('statement', slug, site)}#{what}-{pk}"


@lru_cache(maxsize=64)  # a list of fifty refers to a thousand addresses of six nouns
def _around_slug(noun: str, _script_prefix: str) -> tuple[str, str]:
    before, after = reverse(f"{noun}-detail", args=["SLUG"]).split("SLUG")
    return before, after


def date_record(row: Mapping[str, Any], prefix: str = "") -> DateRecord:
    """From the columns ``DATED`` of a row whose keys start with ``prefix``."""
    known = parse(row[f"{prefix}date_edtf"])
    basis = row[f"{prefix}date_basis"]
    return DateRecord(
        edtf=known.edtf,
        text=known.printed,
        earliest=known.earliest,
        latest=known.latest,
        as_printed=row[f"{prefix}date_printed"],
        basis=DATE_BASES[basis] if basis else None,
        note=row[f"{prefix}date_note"],
    )


def bare_date(edtf: str | None, as_printed: str = "") -> DateRecord | None:
    """A date of which only the EDTF text is kept; None where there is none."""
    if not edtf:
        return None
    known = parse(edtf)
    return DateRecord(known.edtf, known.printed, known.earliest, known.latest, as_printed)


def stakeholder_ref(row: Mapping[str, Any], prefix: str, site: str) -> StakeholderRef:
    """From the columns ``NAMED`` of a row whose keys start with ``prefix``."""
    kind = STAKEHOLDER_KINDS[row[f"{prefix}kind"]]
    slug = row[f"{prefix}slug"]
    return StakeholderRef(
        slug=slug,
        url=address("person" if kind == StakeholderKind.PERSON else "organisation", slug, site),
        name=row[f"{prefix}name"],
        abbreviation=row[f"{prefix}abbreviation"],
        kind=kind,
    )


def maybe_stakeholder_ref(row: Mapping[str, Any], prefix: str, site: str) -> StakeholderRef | None:
    """The same across an optional relation: None where it leads nowhere."""
    return None if row[f"{prefix}slug"] is None else stakeholder_ref(row, prefix, site)


def ref(noun: str, slug: str, label: str, site: str) -> Ref:
    """A reference to any noun but a stakeholder."""
    return Ref(slug, address(noun, slug, site), label)


def source_ref(row: Mapping[str, Any], prefix: str, site: str) -> SourceRef:
    """From the columns ``CITED`` of a row whose keys start with ``prefix``."""
    slug, title, url, archived, publisher = (row[f"{prefix}{name}"] for name in CITED)
    return SourceRef(slug, address("source", slug, site), title, url, archived, publisher or "")


def columns(prefix: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of columns across a relation."""
    return tuple(f"{prefix}{name}" for name in names)
