"""The conditions of organisations, people and positions: who stands where, as of which day."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from positions import search
from positions.choices import StakeholderKind, Stance
from positions.filters.condition import Choice
from positions.filters.filter_set import ListFilters
from positions.filters.kinds import AsOf, FromVocabulary, Words
from positions.filters.named import ORGANISATION, PERSON, PROPOSITION, TOPIC, Named
from positions.models import Affiliation, IndexEntry, Position, Stakeholder
from positions.models.position import PositionQuerySet


class StakeholderFilters(ListFilters):
    """On rows of Stakeholder. Topic, proposition and stance must meet in one statement."""

    q = Words(
        method="having_words",
        label="Name",
        help_text="Every word occurs in the name, the abbreviation or another name.",
        example="civil liberties",
    )
    topic = Named(
        TOPIC,
        method="met_together",
        label="Topic",
        help_text="Has spoken, or was asked, on this topic.",
        example="facial-recognition",
    )
    proposition = Named(
        PROPOSITION,
        method="met_together",
        label="Proposition",
        help_text="Has spoken, or was asked, on this proposition.",
        example="end-government-sales",
    )
    stance = FromVocabulary(
        Stance,
        method="met_together",
        label="Stance",
        help_text="Stands so as of the day, on the proposition or topic chosen or on any.",
        example="opposes",
    )
    as_of = AsOf(
        label="As of",
        help_text="The day for which stances are read; today when left out.",
        example="2018-07-01",
    )

    def filter_queryset(self, queryset: QuerySet[Stakeholder]) -> QuerySet[Stakeholder]:
        rows: QuerySet[Stakeholder] = super().filter_queryset(queryset)
        if "stance" in self.chosen:
            held = Position.objects.as_of(self.day).filter(stance__in=self.ids("stance"))
            if "topic" in self.chosen:
                held = held.filter(proposition__topic__in=self.ids("topic"))
            if "proposition" in self.chosen:
                held = held.filter(proposition__in=self.ids("proposition"))
            return rows.filter(pk__in=held.order_by().values("holder"))
        if self.chosen.keys() & {"topic", "proposition"}:
            spoken = IndexEntry.objects.filter(earliest__lte=self.day)
            if "topic" in self.chosen:
                spoken = spoken.filter(topic__in=self.ids("topic"))
            if "proposition" in self.chosen:
                spoken = spoken.filter(proposition__in=self.ids("proposition"))
            return rows.filter(pk__in=spoken.order_by().values("voice"))
        return rows

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
        method="belonging",
        label="Organisation",
        help_text="Belongs to this organisation, or has spoken for it.",
        example="aclu",
    )

    def belonging(
        self, rows: QuerySet[Stakeholder], key: str, chosen: list[Choice]
    ) -> QuerySet[Stakeholder]:
        del chosen
        groups = self.ids(key)
        tied = Affiliation.objects.filter(group__in=groups).order_by().values("member")
        # The entry of the organisation's voice says that the statement is published.
        spoke = Q(
            attributions__on_behalf_of__in=groups,
            attributions__statement__in=IndexEntry.objects.filter(voice__in=groups)
            .order_by()
            .values("statement"),
        )
        speakers = Stakeholder.objects.filter(spoke).order_by().values("pk")
        return rows.filter(Q(pk__in=tied) | Q(pk__in=speakers))


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

    def filter_queryset(self, queryset: PositionQuerySet) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().filter_queryset(queryset.as_of(self.day))
        return rows
