"""What the parts of a statement's one page must know of each other while it is being saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from positions.admin.statement.signatories.matching import Line
from positions.correcting import Account, Ledger
from positions.models import Capture, Source, Statement


@dataclass(slots=True)
class Sheet:
    """The source chosen or entered at the top, the signatories found, the rows of quotations.

    ``source`` has no key yet when it is entered in place; ``text`` is then its pasted text.
    ``ledger`` holds what readers saw before the save, ``account`` what they are told of it.
    """

    source: Source | None = None
    text: str = ""
    signatories: list[Line] = field(default_factory=list)
    quotations: Any = None
    ledger: Ledger = field(default_factory=Ledger)
    account: Account = field(default_factory=Account)
    _texts: dict[int, str] = field(default_factory=dict)

    def text_of(self, source: Source) -> str:
        """The newest text that is kept of a source; empty where there is none. Read once."""
        if source._state.adding:
            return self.text
        if source.pk not in self._texts:
            newest = Capture.objects.filter(source=source).values_list("text", flat=True).first()
            self._texts[source.pk] = newest or ""
        return self._texts[source.pk]


def sheet_of(statement: Statement) -> Sheet:
    """The sheet of this statement: the one object that all forms of its page hold."""
    sheet: Sheet = vars(statement).setdefault("_sheet", Sheet())
    return sheet
