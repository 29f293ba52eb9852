"""The conditions of organisations, people and positions: who stands where, as of which day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from positions import search
from positions.filters import shared
from positions.filters.combined import CombinedFilters
from positions.filters.filter_set import ListFilters
from positions.listing import Choice, Pairs
from positions.models import Affiliation, Attribution, IndexEntry, Stakeholder


class StakeholderFilters(CombinedFilters):
    """On rows of Stakeholder. Topic, proposition and stance must meet in one statement."""

    in_entries = {"topic": "topic", "proposition": "proposition"}
    in_positions = {
        "topic": "proposition__topic",
        "proposition": "proposition",
        "stance": "stance",
        "directness": "directness",
    }
    object_in_entries = "voice"
    object_in_positions = "holder"
    combined = frozenset(in_positions)

    q = shared.words(
        label="Name",
        help_text="Every word occurs in the name, the abbreviation or another name.",
        example="civil liberties",
    )
    topic = shared.topic(
        method="paired",
        help_text="Has spoken, or was asked, on this topic.",
    )
    proposition = shared.proposition(
        method="paired",
        help_text="Has spoken, or was asked, on this proposition.",
    )
    stance = shared.stance(
        method="paired",
        help_text="Stands so as of the day, on the proposition or topic chosen or on any.",
    )
    directness = shared.directness(
        method="paired",
        help_text="Has a position as of the day that was said so.",
    )
    as_of = shared.as_of()

    def having_words(
        self, rows: QuerySet[Stakeholder], key: str, chosen: list[Choice]
    ) -> QuerySet[Stakeholder]:
        del key
        return search.stakeholders(rows, chosen[0].meaning)


class OrganisationFilters(StakeholderFilters):
    """On rows of Stakeholder that are no people."""

    organisation_kind = shared.organisation_kind(
        "kind",
        help_text="Is an organisation of this kind.",
    )


class PersonFilters(StakeholderFilters):
    """On rows of Stakeholder that are people."""

    organisation = shared.organisation(
        method="paired",
        help_text="Belongs to this organisation, or has spoken for it.",
    )

    def pairs(self, key: str) -> Sequence[Pairs]:
        if key != "organisation":
            return super().pairs(key)
        # The entry of the organisation's voice says that the statement is published. Asked as
        # EXISTS, PostgreSQL may join all entries before it looks at the first attribution.
        entry = IndexEntry.objects.filter(
            statement=OuterRef("statement"), voice=OuterRef("on_behalf_of")
        )
        found = Subquery(entry.order_by().values("pk")[:1])
        spoken = Attribution.objects.alias(entry=found).filter(entry__isnull=False)
        return [
            Pairs(Affiliation.objects.public(), "group", "member"),
            Pairs(spoken, "on_behalf_of", "stakeholder"),
        ]


class PositionFilters(ListFilters):
    """On rows of Position that held on the day."""

    organisation = shared.organisation(
        "holder",
        help_text="Held by this organisation.",
    )
    organisation_kind = shared.organisation_kind(
        "holder__kind",
        help_text="Held by an organisation of this kind.",
    )
    person = shared.person(
        "holder",
        help_text="Held by this person, speaking for nobody else.",
    )
    topic = shared.topic(
        "proposition__topic",
        help_text="On a proposition of this topic.",
    )
    proposition = shared.proposition(
        "proposition",
        help_text="On this proposition.",
    )
    stance = shared.stance("stance", help_text="Is this stance.")
    directness = shared.directness(help_text="Is said by the words, or implied by them.")
    as_of = shared.as_of()

    def filter_queryset(self, queryset: Any) -> QuerySet[Any]:
        return super().filter_queryset(queryset.as_of(self.day))
