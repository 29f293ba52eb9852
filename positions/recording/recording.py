"""One write of the record, from the first row to all that follows from it.

    with Recording(correction_note) as record:
        record.add(statement)
        record.add_all(signatories)

Rows are validated and written by verbs, one or thousands at a time by the same steps. At the end,
in the same transaction, what is public is held against what readers need, a date that no source can
know is questioned, the history is written, readers are told, and positions, index and search texts
are derived. Any of these may refuse: then nothing is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from django.db import models, transaction
from django.utils import timezone

from positions import derivation
from positions.correcting import CorrectionNote, Difference, Ledger, due
from positions.models import Correction, Statement
from positions.models.address import Addressed
from positions.models.bulk import batches
from positions.models.parts import WHOLE
from positions.models.workflow import PUBLISHED
from positions.recording import dating, rows
from positions.recording.checking import check_for_readers
from positions.recording.following import belonging_to, following, losing
from positions.recording.history import ADDED, CHANGED, History
from positions.recording.publication import FOUND, Unpublishable, lacking, refuse_if_seen

Key = tuple[type[models.Model], int]  # of a row
NOTHING_SAID = CorrectionNote()
DATED = {"the date", "the words"}  # of which the doubt about a date follows


class Recording:
    """A write by one account at one moment; use it around the verbs, as a context.

    ``correction_note`` is what readers are told of changes to what they have seen; None says that
    nothing is changed for them, as where two names of one thing become one or are two again. ``by``
    is who writes, where that is not who sent the request; ``reason`` what the history says of each
    row. ``made`` are nouns that an earlier write of the same load has made: nobody has seen or
    opened them. ``dates_confirmed`` answers the question whether a statement may be newer than its
    sources. ``validated`` says that the door has called ``validate`` for every row itself, so as to
    tell all that is wrong at once.

    Raises, on its way out: NoteNeeded, Unpublishable, DateDoubted.
    """

    def __init__(
        self,
        correction_note: CorrectionNote | None = NOTHING_SAID,
        *,
        by: Any = None,
        reason: str = "",
        made: Collection[Key] = (),
        dates_confirmed: bool = False,
        validated: bool = False,
    ) -> None:
        self.correction_note = correction_note
        self.reason = reason
        self.dates_confirmed = dates_confirmed
        self.validated = validated
        self.moment = timezone.now()
        self.corrections: list[Correction] = []
        self._made = set(made)
        self._history = History(self.moment, by)
        self._ledger = Ledger()
        self._statements: set[int] = set()
        self._pairs: set[derivation.Pair] = set()
        self._written: set[Key] = set()
        self._wholes: set[Key] = set()
        self._touched: set[int] = set()
        self._transaction = transaction.atomic()

    def __enter__(self) -> Self:
        self._transaction.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            try:
                self.finish()
            except BaseException as refusal:
                self._transaction.__exit__(type(refusal), refusal, refusal.__traceback__)
                raise
        self._transaction.__exit__(kind, error, trace)

    # The verbs.

    def add(self, row: models.Model) -> None:
        """Validate a new row and write it. Raises Invalid."""
        self.add_all([row])

    def change(self, row: models.Model, **values: Any) -> None:
        """Give a row these values, validate it and write it; with none it is written as it is.

        Raises Invalid, and StaleEdit where it was changed since it was read.
        """
        for name, value in values.items():
            setattr(row, name, value)
        self.change_all({row: set(values)} if values else [row])

    def remove(self, row: models.Model) -> None:
        """Delete a row with its parts; the object keeps its key.

        Raises ProtectedError, and SeenByReaders of a statement that is no draft any more.
        """
        self.remove_all([row])

    def choose(self, row: models.Model, name: str, chosen: Iterable[Any]) -> None:
        """Let a list of choices of a row hold just these. Costs two queries, and one a change."""
        self._prepare([row])
        held: Any = getattr(row, name)
        with rows.without_history(row):
            held.set(chosen)
        self._belong([row])
        self._wholes.add((_concrete(row), row.pk))

    def add_all(self, fresh: Sequence[models.Model]) -> None:
        """The same as ``add``, of rows of one model: a fixed number of queries for five hundred.

        Raises Invalid of the first that is refused.
        """
        if len(fresh) > 1 and isinstance(fresh[0], Addressed):
            fresh[0].make_slugs(fresh)  # type: ignore[arg-type]
        self._validate([(row, None) for row in fresh])
        self._prepare(fresh)
        rows.insert(fresh, self.moment)
        self._made.update((_concrete(row), row.pk) for row in fresh)
        self._note(fresh, ADDED)

    def change_all(self, changed: Mapping[Any, Collection[str]] | Sequence[models.Model]) -> None:
        """The same as ``change``, of rows of one model with the fields that are set on each."""
        given: Mapping[Any, Collection[str]] = (
            changed if isinstance(changed, Mapping) else dict.fromkeys(changed, ())
        )
        self._validate([(row, names or None) for row, names in given.items()])
        self._prepare(list(given))
        rows.update(given, self.moment)
        self._note(list(given), CHANGED)

    def remove_all(self, doomed: Sequence[models.Model]) -> None:
        """The same as ``remove``, of rows of one model."""
        refuse_if_seen([row.pk for row in doomed if isinstance(row, Statement)])
        self._prepare(doomed, going=True)
        self._belong(doomed)
        rows.delete(doomed, self._history, self.reason)

    # What comes before, and after.

    def include(self, statements: Collection[int]) -> None:
        """Derive what follows from these statements too, beside those that are written."""
        self._statements.update(statements)

    def _validate(self, several: Sequence[tuple[Any, Collection[str] | None]]) -> None:
        if not self.validated:
            if len(several) > 1 and isinstance(several[0][0], Addressed):
                several[0][0].ask_for_slugs([row for row, _ in several])
            rows.check_keys([row for row, _ in several])
            for row, names in several:
                rows.validate(row, names)
            if self.correction_note is not None:
                rows.check_names([row for row, names in several if not names or "name" in names])

    def _prepare(self, several: Sequence[models.Model], *, going: bool = False) -> None:
        """Remember what readers see of what these rows belong to, and what follows from it."""
        own = belonging_to(several)
        if going:
            own |= losing(several)
            self._pairs |= derivation.pairs_of(own)  # they go with the statements
        if self.correction_note is not None:
            self._ledger.open({pk for pk in own if (Statement, pk) not in self._made})
        self.include(own | following(several))

    def _note(self, written: Sequence[models.Model], deed: str) -> None:
        """Remember for the history what was done to these rows."""
        for row in written:
            why = self.reason
            if not why and deed == CHANGED and isinstance(row, Statement):
                why = self._said_of(row)
            self._history.note(row, deed, why)
            self._written.add((_concrete(row), row.pk))
        self._belong(written)

    def _said_of(self, statement: Statement) -> str:
        if self.correction_note is None or (Statement, statement.pk) in self._made:
            return ""
        return self.correction_note.reason

    def _belong(self, written: Sequence[models.Model]) -> None:
        """Remember what these rows belong to: statements, and the nouns of which they are parts."""
        self._touched |= belonging_to(written)
        self._statements |= belonging_to(written)
        for row in written:
            if (key := WHOLE.get(type(row))) is not None:
                field: Any = type(row)._meta.get_field(key)
                self._wholes.add((field.related_model, getattr(row, field.attname)))

    def finish(self) -> None:
        """All that is done once the rows are written; the end of the context does it."""
        self._write_wholes()
        differences = self._ledger.differences()
        out = [each.statement for each in differences if each.comes_out]
        check_for_readers(out, self.moment)
        self._refuse_unpublishable(differences)
        self._question_dates(differences)
        if self.correction_note is not None:
            self.corrections = due(differences, self.correction_note)
            self.add_all(self.corrections)
        self._history.write()
        derivation.refresh(self._statements, also=self._pairs)

    def _write_wholes(self) -> None:
        """Write the nouns of which parts alone were written: pages opened before are out of date.

        Where nothing is changed for readers, they are only made out of date.
        """
        alone = self._wholes - self._written - self._made
        for model in {model for model, _ in alone}:
            keys = sorted(pk for one, pk in alone if one is model)
            for some in batches(keys):
                nouns = model._base_manager.filter(pk__in=some).order_by("pk")
                if self.correction_note is None:
                    nouns.order_by().update(version=models.F("version") + 1)
                else:
                    written = list(nouns)
                    rows.update(dict.fromkeys(written, ()), self.moment)
                    self._note(written, CHANGED)

    def _refuse_unpublishable(self, differences: Sequence[Difference]) -> None:
        """Refuse what readers would see without what they need.

        Words that were found once and are lost in a newer text do not undo what is public.
        """
        if self.correction_note is None:
            return
        known = {each.statement: each for each in differences}
        for statement, needs in lacking(self._touched, published=True).items():
            was = known.get(statement)
            stays = was is not None and was.before == PUBLISHED and "the words" not in was.substance
            wanted = [need for need in needs if need is not FOUND or not stays]
            if wanted:
                raise Unpublishable(statement, wanted)

    def _question_dates(self, differences: Sequence[Difference]) -> None:
        if self.correction_note is None or self.dates_confirmed:
            return
        known = {each.statement: set(each.substance) for each in differences}
        asked = {pk for pk in self._touched if pk not in known or DATED & known[pk]}
        for statement, doubt in dating.doubts(asked).items():
            raise dating.DateDoubted(statement, doubt)


def derive_anew() -> tuple[int, int]:
    """Derive from nothing all that follows from the record: how many positions, how many entries.

    Needed where rows were written past this room, as loaddata does; else it changes nothing.
    """
    return derivation.rebuild_all()


def _concrete(row: models.Model) -> type[models.Model]:
    concrete: Any = row._meta.concrete_model
    model: type[models.Model] = concrete
    return model
