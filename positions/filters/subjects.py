"""The conditions of topics, propositions and sources."""

from __future__ import annotations

from django.db.models import QuerySet

from positions import search
from positions.choices import SourceKind
from positions.filters import shared
from positions.filters.combined import CombinedFilters
from positions.filters.filter_set import ListFilters
from positions.filters.kinds import FromVocabulary, Since, Until
from positions.filters.named import ORGANISATION, Named
from positions.listing import Choice
from positions.models import Proposition, Source, Topic, overlap


class TopicFilters(ListFilters):
    """On rows of Topic."""

    q = shared.words(
        help_text="Every word occurs in the name or the description.",
        example="facial",
    )

    def having_words(
        self, rows: QuerySet[Topic], key: str, chosen: list[Choice]
    ) -> QuerySet[Topic]:
        del key
        return search.topics(rows, chosen[0].meaning)


class PropositionFilters(CombinedFilters):
    """On rows of Proposition. Organisation and stance must meet in one position."""

    in_entries = {"organisation": "voice"}
    in_positions = {"organisation": "holder", "stance": "stance", "directness": "directness"}
    object_in_entries = object_in_positions = "proposition"
    combined = frozenset(in_positions)

    q = shared.words(
        help_text="Every word occurs in the sentence, its label, or why it matters.",
        example="police",
    )
    topic = shared.topic(
        "topic",
        help_text="Belongs to this topic.",
    )
    organisation = shared.organisation(
        method="paired",
        help_text="This organisation has spoken, or was asked, on it.",
    )
    stance = shared.stance(
        method="paired",
        help_text="The organisation chosen, or anybody, stands so on it as of the day.",
    )
    directness = shared.directness(
        method="paired",
        help_text="Somebody's position on it as of the day was said so.",
    )
    as_of = shared.as_of()

    def having_words(
        self, rows: QuerySet[Proposition], key: str, chosen: list[Choice]
    ) -> QuerySet[Proposition]:
        del key
        return search.propositions(rows, chosen[0].meaning)


class SourceFilters(ListFilters):
    """On rows of Source."""

    q = shared.words(
        help_text="Every word occurs in the title, the byline or the publisher's name.",
        example="amazon",
    )
    kind = FromVocabulary(
        SourceKind,
        "kind",
        label="Kind of source",
        help_text="Is a document of this kind.",
        example="article",
    )
    organisation = Named(
        ORGANISATION,
        "publisher",
        label="Publisher",
        help_text="Published by this organisation.",
        example="the-hill",
    )
    from_ = Since(
        "from",
        method="within",
        label="From",
        help_text="Not from before this date: 2018, 2018-05. One without a date is left out.",
        example="2018-05",
    )
    until = Until(
        method="within",
        label="Until",
        help_text="Not from after this date: 2018, 2018-05. One without a date is left out.",
        example="2019-02",
    )

    def having_words(
        self, rows: QuerySet[Source], key: str, chosen: list[Choice]
    ) -> QuerySet[Source]:
        del key
        return search.sources(rows, chosen[0].meaning)

    def within(self, rows: QuerySet[Source], key: str, chosen: list[Choice]) -> QuerySet[Source]:
        since = chosen[0].meaning if key == "from" else None
        until = chosen[0].meaning if key == "until" else None
        return rows.exclude(date_edtf="").filter(overlap("earliest", "latest", since, until))
