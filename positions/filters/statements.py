"""The conditions of the list of statements, on its narrow index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from positions import search
from positions.choices import StatementKind
from positions.filters import shared
from positions.filters.filter_set import ListFilters
from positions.filters.kinds import FromVocabulary, Since, Switch, Until
from positions.filters.named import SOURCE, Named
from positions.listing import Beginning, Choice, Pairs
from positions.models import IndexEntry, Quotation

# So many of the newest statements with common words fill a page: then no more are looked at.
FEWEST = 100


class StatementFilters(ListFilters):
    """On rows of IndexEntry, where voice, proposition and stance meet in one row."""

    paired_by = "statement"

    q = shared.words(
        help_text="Every word or “phrase” is in what was said, a voice's name or a proposition; "
        "one after a minus is in none of them.",
        example="surveillance",
    )
    organisation = shared.organisation(
        "voice",
        help_text="Made by or for this organisation.",
    )
    organisation_kind = shared.organisation_kind(
        "voice_kind",
        help_text="Made by or for an organisation of this kind.",
    )
    person = shared.person(
        method="paired",
        help_text="Made by this person, for whomever.",
    )
    topic = shared.topic(
        "topic",
        help_text="On this topic.",
    )
    proposition = shared.proposition(
        "proposition",
        help_text="Takes a stance on this proposition, or was asked about it.",
    )
    stance = shared.stance(
        "stance",
        help_text="Takes this stance, on the proposition chosen or on any.",
    )
    directness = shared.directness(
        help_text="Says so, or implies it: the stance and the proposition chosen, or any.",
    )
    kind = FromVocabulary(
        StatementKind,
        "kind",
        label="Kind of statement",
        help_text="Is an act of saying of this kind.",
        example="open_letter",
    )
    from_ = Since(
        "latest",
        label="From",
        help_text="Not over before this date: 2018, 2018-05 or 2018-05-24.",
        example="2018-05",
    )
    until = Until(
        "earliest",
        label="Until",
        help_text="Begun by this date: 2018, 2018-05 or 2018-05-24.",
        example="2019-02",
    )
    source = Named(
        SOURCE,
        method="paired",
        label="Source",
        help_text="Has words taken from this source.",
        example="the-hill-2019-02-07",
    )
    verbatim = Switch(
        "verbatim",
        label="Verbatim only",
        help_text="Has the speaker's own words, whole or in part.",
        example="1",
    )

    def having_words(
        self, rows: QuerySet[IndexEntry], key: str, chosen: list[Choice]
    ) -> QuerySet[IndexEntry]:
        del key
        return search.statements(rows, chosen[0].meaning, self._keys)

    def rows_at(self, places: Sequence[tuple[Any, ...]]) -> QuerySet[IndexEntry]:
        rows = search.among(self.queryset, [pk for _, pk in places])
        return self.without("q").filter_queryset(rows)

    @property
    def _keys(self) -> tuple[tuple[str, ...], ...]:
        """What the index of words has of the other conditions: voices and propositions."""
        voices = (search.any_key(voices=self.ids(key)) for key in ("organisation", "person"))
        propositions = search.any_key(propositions=self.ids("proposition"))
        return tuple(patterns for patterns in (*voices, propositions) if patterns)

    def beginning(self) -> Beginning | None:
        return self._beginning if "q" in self.chosen else None

    @cached_property
    def _beginning(self) -> Beginning | None:
        """Of the newest statements with the words, those that meet the other conditions too.

        None where hardly any of them does; and of few, for their rows are quickly asked.
        """
        found = search.hits(self.chosen["q"][0].meaning, self._keys)
        whole = len(found) <= search.FEW
        # An organisation and a proposition must meet in one row, which a text does not say.
        if set(self.chosen) - {"q", "person"} in (set(), {"organisation"}, {"proposition"}):
            return Beginning(found, whole)
        if whole:
            return None
        met = self.rows_at(found).order_by("-earliest", "-statement_id")
        places = list(met.values_list("earliest", "statement_id").distinct())
        return Beginning(places, whole=False) if len(places) >= FEWEST else None

    # Person and source are asked of the statement, not of the row: a statement by Guliani for the
    # ACLU has a row for each of the two voices.
    def pairs(self, key: str) -> Sequence[Pairs]:
        elsewhere = {
            "person": Pairs(IndexEntry.objects.all(), "voice", "statement"),
            "source": Pairs(Quotation.objects.all(), "source", "statement"),
        }
        return [elsewhere[key]] if key in elsewhere else []
