"""What the parts of a statement's one page must know of each other while it is being saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from positions.models import Capture, Source, Statement
from positions.naming.lines import Line
from positions.recording.checking import newest_text
from positions.recording.publication import Need


@dataclass(slots=True)
class Sheet:
    """The source chosen or entered at the top, the signatories found, the rows of quotations.

    ``source`` has no key yet when it is entered in place; ``text`` is then its pasted text.
    ``by`` is the account whose proposals its words may be held against, unless they are
    ``for_readers``; ``comes_out`` where readers have not seen them yet, and ``takes``
    where the texts that wait are taken with it. ``needs`` is what a first attempt to save lacked
    for publication.
    """

    source: Source | None = None
    text: str = ""
    signatories: list[Line] = field(default_factory=list)
    quotations: Any = None
    needs: Sequence[Need] = ()
    by: int | None = None
    for_readers: bool = False
    comes_out: bool = False
    takes: bool = False
    _texts: dict[int, str] = field(default_factory=dict)

    def text_of(self, source: Source) -> str:
        """The text of a source that its words are held against; empty without one. Read once."""
        if source._state.adding:
            return self.text
        if source.pk not in self._texts:
            waiting = Capture.objects.filter(source=source).waiting() if self.takes else None
            proposed = waiting.order_by("-pk").first() if waiting is not None else None
            by = None if self.for_readers else self.by
            self._texts[source.pk] = proposed.text if proposed else newest_text(source.pk, by)
        return self._texts[source.pk]


def sheet_of(statement: Statement) -> Sheet:
    """The sheet of this statement: the one object that all forms of its page hold."""
    sheet: Sheet = vars(statement).setdefault("_sheet", Sheet())
    return sheet
