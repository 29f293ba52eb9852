"""Organisations and people."""

from __future__ import annotations

from positions.filters import OrganisationFilters, PersonFilters
from positions.listing import Declaration
from positions.models import Stakeholder
from positions.records import (
    OrganisationRecord,
    PersonRecord,
    columns,
    entries,
    fetch_organisations,
    fetch_people,
)
from positions.views.declarations.orders import alphabetical, recent

SORTS = {"name": alphabetical("Name, A to Z", "name"), "recent": recent("voice")}

ORGANISATIONS = Declaration(
    noun="organisation",
    plural="organisations",
    title="Organisations",
    description="Companies, groups, agencies and coalitions, and where each stands as of a day.",
    filters=OrganisationFilters,
    rows=lambda: Stakeholder.objects.public().organisations(),
    # Whoever was taken for the other kind once is led on from either address.
    objects=Stakeholder.objects.public,
    record=OrganisationRecord,
    fetch=lambda ids, filters, site: fetch_organisations(ids, filters.day, site),
    sorts=SORTS,
    feed_sort="recent",
    columns=columns.ORGANISATION_COLUMNS,
    entry=entries.stakeholder_entry,
)

PEOPLE = Declaration(
    noun="person",
    plural="people",
    title="People",
    description="People who spoke, for whom they did, and where they stand for themselves.",
    filters=PersonFilters,
    rows=lambda: Stakeholder.objects.public().people(),
    objects=Stakeholder.objects.public,
    record=PersonRecord,
    fetch=lambda ids, filters, site: fetch_people(ids, filters.day, site),
    sorts=SORTS,
    feed_sort="recent",
    columns=columns.PERSON_COLUMNS,
    entry=entries.stakeholder_entry,
)
