"""Plans → the record: many at once, as one write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from positions.importers.sheets.planned import Plan, Planned
from positions.importers.sheets.sheet import Sheet
from positions.recording import NOTHING_SAID, CorrectionNote, Recording


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes plans in the name of a user (None: of the request, or a command).

    ``correction_note`` is what readers are told of changes to what they have seen; of what this
    writer itself made nothing is told, when more of it follows. ``dates_confirmed`` says that
    statements may be newer than their sources.
    """

    sheet: Sheet
    user: Any = None
    correction_note: CorrectionNote = NOTHING_SAID
    dates_confirmed: bool = False
    made: set[int] = field(default_factory=set)

    def write(self, plans: Sequence[Plan]) -> None:
        """Write all of them at once; a fixed number of queries for five hundred of a kind.

        Raises what a recording raises; nothing is then written.
        """
        with Recording(
            self.correction_note,
            by=self.user,
            made={(self.sheet.model, pk) for pk in self.made},
            dates_confirmed=self.dates_confirmed,
            validated=True,  # by the planner, which tells all that is wrong in a row
        ) as record:
            nouns = [plan.noun for plan in plans if plan.noun is not None]
            _write(record, nouns)
            for noun in nouns:
                for column, several in noun.many.items():
                    record.choose(noun.thing, column.field, several)
            for part in self.sheet.parts:
                parts = [each for plan in plans for each in plan.parts if each.part is part]
                _write(record, parts)
        self.made.update(noun.thing.pk for noun in nouns if noun.new)


def _write(record: Recording, planned: Iterable[Planned]) -> None:
    fresh, changed = [], {}
    for each in planned:
        if each.new:
            fresh.append(each.thing)
        elif names := {column.field for column in each.changes.keys() - each.many.keys()}:
            changed[each.thing] = names
    record.add_all(fresh)
    record.change_all(changed)
