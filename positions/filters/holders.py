"""The conditions of organisations, people and positions: who stands where, as of which day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from positions import search
from positions.choices import StakeholderKind, Stance
from positions.filters.combined import MeetingFilters
from positions.filters.condition import Choice, Pairs
from positions.filters.filter_set import ListFilters
from positions.filters.kinds import AsOf, FromVocabulary, Words
from positions.filters.named import ORGANISATION, PERSON, PROPOSITION, TOPIC, Named
from positions.models import Affiliation, Attribution, IndexEntry, Stakeholder


class StakeholderFilters(MeetingFilters):
    """On rows of Stakeholder. Topic, proposition and stance must meet in one statement."""

    in_entries = {"topic": "topic", "proposition": "proposition"}
    in_positions = {"topic": "proposition__topic", "proposition": "proposition", "stance": "stance"}
    object_in_entries = "voice"
    object_in_positions = "holder"
    together = frozenset(in_positions)

    q = Words(
        method="having_words",
        label="Name",
        help_text="Every word occurs in the name, the abbreviation or another name.",
        example="civil liberties",
    )
    topic = Named(
        TOPIC,
        method="paired",
        label="Topic",
        help_text="Has spoken, or was asked, on this topic.",
        example="facial-recognition",
    )
    proposition = Named(
        PROPOSITION,
        method="paired",
        label="Proposition",
        help_text="Has spoken, or was asked, on this proposition.",
        example="end-government-sales",
    )
    stance = FromVocabulary(
        Stance,
        method="paired",
        label="Stance",
        help_text="Stands so as of the day, on the proposition or topic chosen or on any.",
        example="opposes",
    )
    as_of = AsOf(
        label="As of",
        help_text="The day for which stances are read; today when left out.",
        example="2018-07-01",
    )

    def having_words(
        self, rows: QuerySet[Stakeholder], key: str, chosen: list[Choice]
    ) -> QuerySet[Stakeholder]:
        del key
        return search.stakeholders(rows, chosen[0].meaning)


class OrganisationFilters(StakeholderFilters):
    """On rows of Stakeholder that are no people."""

    organisation_kind = FromVocabulary(
        StakeholderKind,
        "kind",
        without=[StakeholderKind.PERSON],
        label="Kind of organisation",
        help_text="Is an organisation of this kind.",
        example="advocacy",
    )


class PersonFilters(StakeholderFilters):
    """On rows of Stakeholder that are people."""

    organisation = Named(
        ORGANISATION,
        method="paired",
        label="Organisation",
        help_text="Belongs to this organisation, or has spoken for it.",
        example="aclu",
    )

    def pairs(self, key: str) -> Sequence[Pairs]:
        if key != "organisation":
            return super().pairs(key)
        # The entry of the organisation's voice says that the statement is published.
        entry = IndexEntry.objects.filter(
            statement=OuterRef("statement"), voice=OuterRef("on_behalf_of")
        )
        spoken = Attribution.objects.filter(Exists(entry.order_by()))
        return [
            Pairs(Affiliation.objects.public(), "group", "member"),
            Pairs(spoken, "on_behalf_of", "stakeholder"),
        ]


class PositionFilters(ListFilters):
    """On rows of Position that held on the day."""

    organisation = Named(
        ORGANISATION,
        "holder",
        label="Organisation",
        help_text="Held by this organisation.",
        example="aclu",
    )
    organisation_kind = FromVocabulary(
        StakeholderKind,
        "holder__kind",
        without=[StakeholderKind.PERSON],
        label="Kind of organisation",
        help_text="Held by an organisation of this kind.",
        example="advocacy",
    )
    person = Named(
        PERSON,
        "holder",
        label="Person",
        help_text="Held by this person, speaking for nobody else.",
        example="neema-singh-guliani",
    )
    topic = Named(
        TOPIC,
        "proposition__topic",
        label="Topic",
        help_text="On a proposition of this topic.",
        example="facial-recognition",
    )
    proposition = Named(
        PROPOSITION,
        "proposition",
        label="Proposition",
        help_text="On this proposition.",
        example="end-government-sales",
    )
    stance = FromVocabulary(
        Stance, "stance", label="Stance", help_text="Is this stance.", example="opposes"
    )
    as_of = AsOf(
        label="As of",
        help_text="The day for which stances are read; today when left out.",
        example="2018-07-01",
    )

    def filter_queryset(self, queryset: Any) -> QuerySet[Any]:
        return super().filter_queryset(queryset.as_of(self.day))
