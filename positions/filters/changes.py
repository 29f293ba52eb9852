"""The conditions of changes: what is held against what, of whom, on what, and of which kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from positions import search
from positions.derivation.changes import Change, changed, position_of, withdrawn_between
from positions.filters import shared
from positions.filters.filter_set import ListFilters
from positions.filters.kinds import FromVocabulary, OneDay
from positions.listing import Choice, Counted, Instead
from positions.models import Assessment, IndexEntry

# What a name that was taken back is found by, which stands under no proposition any more.
SUBJECTS = {"topic": "proposition__topic", "proposition": "proposition"}


class ChangeFilters(ListFilters):
    """On rows of IndexEntry with which a position changed between two days."""

    q = shared.words(
        help_text="Every word or “phrase” is in what was said with which it changed, or before.",
        example="moratorium",
    )
    organisation = shared.organisation("voice", help_text="Of this organisation.")
    organisation_kind = shared.organisation_kind(
        "voice_kind",
        help_text="Of organisations of this kind.",
        example="company",
    )
    person = shared.person("voice", help_text="Of this person, speaking for nobody else.")
    topic = shared.topic(method="on_subject", help_text="On a proposition of this topic.")
    proposition = shared.proposition(method="on_subject", help_text="On this proposition.")
    stance = shared.stance("stance", label="Stance now", help_text="To this stance.")
    directness = shared.directness(help_text="The words of now say the stance, or imply it.")
    change = FromVocabulary(
        Change,
        label="What changed",
        help_text="Changed in this way.",
        example="shifted",
    )
    from_ = OneDay(
        label="From the positions of",
        help_text="The day since which it changed. Without one, nothing was on record before.",
        example="2018-05-31",
    )
    until = OneDay(
        label="Until those of",
        help_text="The day by which it had changed; today when left out.",
        example="2018-07-01",
    )

    def problems(self) -> Iterator[tuple[str, str, str, Sequence[Instead]]]:
        yield from super().problems()
        since = self._bound("from")
        if since and not self._bound("until") and since.meaning.earliest > timezone.localdate():
            yield "from", since.value, f"{since.label} is after today. Give until too.", ()

    @cached_property
    def first(self) -> date | None:
        """The day of the positions that the others are held against; None for no positions."""
        found = self.chosen.get("from")
        return found[0].meaning.earliest if found else None

    @cached_property
    def day(self) -> date:
        """The later day: today, unless another was chosen."""
        found = self.chosen.get("until")
        day: date = found[0].meaning.earliest if found else timezone.localdate()
        return day

    @cached_property
    def withdrawn(self) -> list[int]:
        """The entries of names that were taken back between the days. Two queries at most."""
        return withdrawn_between(self.first, self.day)

    def filter_queryset(self, queryset: QuerySet[IndexEntry]) -> QuerySet[Any]:
        del queryset  # which entries there are hangs on both days
        return super().filter_queryset(changed(self.first, self.day, self.withdrawn))

    def on_subject(
        self, rows: QuerySet[IndexEntry], key: str, chosen: list[Choice]
    ) -> QuerySet[IndexEntry]:
        ids = [choice.meaning for choice in chosen]
        on = Q((f"{key}__in", ids))
        if self.withdrawn:
            judged = Assessment.objects.filter(
                (f"{SUBJECTS[key]}__in", ids), statement=OuterRef("statement")
            )
            on = Q(on, proposition__isnull=False) | Q(Exists(judged), proposition=None)
        return rows.filter(on)

    def having_words(
        self, rows: QuerySet[IndexEntry], key: str, chosen: list[Choice]
    ) -> QuerySet[IndexEntry]:
        del key
        found = search.texts(chosen[0].meaning).values("pk")
        met = Q(statement__in=found)
        if self.first is not None:
            met |= Q(Exists(position_of(self.first).filter(statement__in=found)))
        return rows.filter(met)

    def counted(self) -> list[Counted]:
        """Subjects only where each row has one: a name taken back may be of several."""
        found = super().counted()
        for key in () if self.withdrawn else SUBJECTS:
            condition = self.conditions()[key]
            named, chosen = condition.named(), self.ids(key)
            apart = frozenset({key})
            found.append(Counted(key, apart, F(key), (), named, condition.most, chosen))
        return found
