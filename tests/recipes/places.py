"""A noun with its list, as the recipe says: a model, a record, a filter set, a declaration."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, ClassVar

import msgspec
from django.db import models
from django.db.models import QuerySet

from positions.filters import shared
from positions.filters.filter_set import ListFilters
from positions.filters.kinds import Switch
from positions.listing import Choice, Declaration, Entry, Key, Sort
from positions.views.declarations.orders import alphabetical

WRITTEN = datetime(2018, 5, 22, tzinfo=UTC)


class Place(models.Model):
    """Where something was said."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    is_large = models.BooleanField(default=False)

    objects: ClassVar[models.Manager[Place]] = models.Manager()

    class Meta:
        app_label = "recipes"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/places/{self.slug}/"

    @classmethod
    def moved(cls, slug: str) -> str:
        del slug
        return ""


class PlaceRecord(msgspec.Struct, frozen=True):
    """One place."""

    slug: Annotated[str, msgspec.Meta(description="Its name in addresses.")]
    url: Annotated[str, msgspec.Meta(description="Its page.")]
    name: Annotated[str, msgspec.Meta(description="What it is called.")]


def fetch_places(ids: Sequence[int], site: str) -> list[PlaceRecord]:
    rows = Place.objects.in_bulk(ids)
    return [
        PlaceRecord(rows[pk].slug, site + rows[pk].get_absolute_url(), rows[pk].name) for pk in ids
    ]


class PlaceFilters(ListFilters):
    """On rows of Place."""

    q = shared.words(help_text="The name begins so.", example="Port")
    large = Switch("is_large", label="Large", help_text="Is large.", example="1")

    def having_words(
        self, rows: QuerySet[Place], key: str, chosen: list[Choice]
    ) -> QuerySet[Place]:
        del key
        return rows.filter(name__istartswith=chosen[0].value)


PLACES = Declaration(
    noun="place",
    plural="places",
    title="Places",
    description="Where things were said.",
    filters=PlaceFilters,
    rows=Place.objects.all,
    objects=Place.objects.all,
    record=PlaceRecord,
    fetch=lambda ids, _, site: fetch_places(ids, site),
    sorts={
        "name": alphabetical("Name, A to Z", "name"),
        "added": Sort("Last added first", (Key("pk", int),), descending=True),
    },
    feed_sort="added",
    columns={"slug": lambda record: record.slug, "name": lambda record: record.name},
    entry=lambda record: Entry(
        f"place:{record.slug}", record.url, record.name, "A place.", "", WRITTEN, WRITTEN
    ),
)
