"""What the parts of a statement's page share while it is saved, and the rows that share it.

Django makes the form and the sets of rows of a page apart from each other, with the request alone
in common. So the page puts one ``SaveContext`` on each request, and hands it to all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django.db.models import Max
from django.http import HttpRequest

from positions.admin.editing.completed import CompletedRows
from positions.models import Capture, Proposition, Source, Topic
from positions.naming.lines import Line
from positions.recording import Unpublishable
from positions.recording.checking import newest_text
from positions.recording.publication import Need


@dataclass(slots=True)
class SaveContext:
    """The source chosen or entered at the top, the signatories found, the rows of quotations.

    ``topic`` is the statement's, ``propositions`` those that its rows enter, as accounts may for
    which ``adds_propositions`` is true. ``repeated`` are lines that repeat another, ``signed``
    those of whom a row is there already.

    ``refusal`` is what a first attempt to save came upon. ``source`` has no key yet when it is
    entered in place; ``text`` is then its pasted text. ``by`` is the key of the account whose
    proposed texts its words may be held against, unless they are ``for_readers``. ``comes_out`` is
    true where readers have not seen the words yet, ``takes`` where the texts that wait are taken
    in the same save.
    """

    refusal: Exception | None = None
    adds_propositions: bool = False
    topic: Topic | None = None
    propositions: list[Proposition] = field(default_factory=list)
    source: Source | None = None
    text: str = ""
    signatories: list[Line] = field(default_factory=list)
    repeated: list[Line] = field(default_factory=list)
    signed: list[Line] = field(default_factory=list)
    quotations: Any = None
    by: int | None = None
    for_readers: bool = False
    comes_out: bool = False
    takes: bool = False
    _texts: dict[int, str] = field(default_factory=dict)

    @property
    def needs(self) -> Sequence[Need]:
        """What the first attempt to save lacked for publication."""
        return self.refusal.needs if isinstance(self.refusal, Unpublishable) else ()

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


class StatementRequest(HttpRequest):
    """A request for a statement's page, as its views give it to the parts of the page."""

    save_context: SaveContext


def begin_save(request: HttpRequest, refusal: Exception | None = None) -> None:
    """Give the request a context of its own; ``refusal`` is what a first attempt came upon."""
    adds = request.user.has_perm("positions.add_proposition")
    cast("StatementRequest", request).save_context = SaveContext(refusal, adds)


def save_context_of(request: HttpRequest) -> SaveContext:
    """The context that the page gave to this request."""
    return cast("StatementRequest", request).save_context


class StatementRows(CompletedRows):
    """Rows of a statement's page, which know what else is on it."""

    _last_order: int | None = None

    def __init__(self, *args: Any, save_context: SaveContext, **kwargs: Any) -> None:
        self.save_context = save_context
        super().__init__(*args, **kwargs)

    def append_in_order(self, form: Any) -> None:
        """Give a new row its place after all that are stored."""
        if self._last_order is None:
            rows: Any = self.model
            stored = rows.objects.filter(**{self.fk.name: self.instance})
            self._last_order = stored.aggregate(highest=Max("order"))["highest"] or 0
        self._last_order += 1
        form.instance.order = self._last_order
