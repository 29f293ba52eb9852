"""Rows → database in batches: what is new is added, what differs changed, what is wrong refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import Error, transaction

from positions.importers.sheets import words
from positions.importers.sheets.outcome import Did, Report
from positions.importers.sheets.planned import Plan
from positions.importers.sheets.planning import Group, Planner
from positions.importers.sheets.rights import Rights
from positions.importers.sheets.sheet import Line, Sheet
from positions.importers.sheets.writing import Writer
from positions.merging.duplicates import statements_like
from positions.models import StaleEdit, Statement
from positions.recording import (
    NOTHING_SAID,
    PATIENCE_OF_COMMANDS,
    REFUSALS,
    CorrectionNote,
    DateDoubted,
    Invalid,
    Race,
    Unpublishable,
    lost,
    repeated,
)

BATCH = 500  # rows planned and written together: bounds the memory, and what a kill can cost
MOST_TWINS = 50  # in a report: pairs of statements that may be one
Lines = Callable[[], Iterable[Line]]


class Loader:
    """Loads the rows of one sheet. ``tell`` hears of every deed, ``step`` of each row done.

    ``correction_note`` is what readers are told of changes to what they have seen; ``renaming``
    says that known parties may get another name, ``different`` which organisations are others than
    those of their name. ``dates_confirmed`` lets statements be newer than their sources;
    ``how_confirmed`` says how that is done at this door.
    """

    def __init__(
        self,
        sheet: Sheet,
        *,
        rights: Rights | None = None,
        user: Any = None,
        correction_note: CorrectionNote = NOTHING_SAID,
        dates_confirmed: bool = False,
        how_confirmed: str = "",
        renaming: bool = False,
        different: Collection[str] = (),
        tell: Callable[[Did], object] = lambda _: None,
        step: Callable[[int], object] = lambda _: None,
    ) -> None:
        self.sheet = sheet
        self.rights = rights or Rights()
        self.asked: dict[str, Any] = {"renaming": renaming, "different": different}
        self.writer = Writer(sheet, user, correction_note, dates_confirmed)
        self.how_confirmed = how_confirmed
        self.tell = tell
        self.step = step
        self.report = Report()
        self._seen: dict[int, int] = {}  # by the key of a noun: a row that spoke of it

    def load(self, lines: Lines) -> Report:
        """Load all that is right, each batch in a transaction of its own.

        ``lines`` gives the rows anew each time it is called: where some refer to others further
        down, they are read twice.
        """
        first = Planner(self.sheet, self.rights, self.writer.made, **self.asked)
        late = self._stage(lines(), first)
        if late:
            self._stage(
                (line for line in lines() if line.number not in self.report.refused),
                Planner(self.sheet, self.rights, self.writer.made, late=True),
            )
        return self.report

    def load_all_or_nothing(
        self, lines: Lines, *, undo: Callable[[], bool] = lambda: False
    ) -> Report:
        """The same in one transaction, undone if a row is wrong, or if ``undo`` then says so."""
        with transaction.atomic():
            report = self.load(lines)
            if report.refused or undo():
                transaction.set_rollback(True)
        return report

    def find_twins(self) -> None:
        """Report which of the statements it made may be one with others. Before they are undone."""
        if self.sheet.model is Statement:
            self.report.twins = _twins(self.writer.made, self._seen)

    def _stage(self, lines: Iterable[Line], planner: Planner) -> bool:
        opening = {part.opens for part in self.sheet.parts if part.late}
        late = False
        for batch in _batches(self.sheet, lines):
            rows = [line for _, several in batch for line in several]
            referring = [each for each in batch if any(opening & o.cells.keys() for o in each[1])]
            late = late or bool(referring)
            if not planner.late:
                self.report.rows += len(rows)
            self._load_batch(referring if planner.late else batch, planner)
            self.step(0 if planner.late else len(rows))
        return late and not planner.late

    def _load_batch(self, groups: list[Group], planner: Planner) -> None:
        made = set(self.writer.made)
        try:
            plans = self._write_together(groups, planner)
        except (Error, Invalid, ObjectDoesNotExist, StaleEdit, *REFUSALS) as error:
            if not (isinstance(error, (Invalid, *REFUSALS)) or lost(error)):
                raise
            self.writer.made.intersection_update(made)  # what it made since is undone
            planner.forget()
            # Somebody else wrote some of it meanwhile, or one of them is wrong in a way that shows
            # only when written: one by one.
            plans = [self._load_one(group, planner) for group in groups]
        for plan in plans:
            self._account(plan, planner)

    @transaction.atomic
    def _write_together(self, groups: list[Group], planner: Planner) -> list[Plan]:
        plans = planner.plan(groups)
        self._refuse_second_thoughts(plans)
        self.writer.write([plan for plan in plans if not plan.problems])
        return plans

    def _refuse_second_thoughts(self, plans: Iterable[Plan]) -> None:
        """Refuse rows that change what rows further up have said: each load would change it anew.

        Rows that follow each other were compared before; this is for those that stand apart.
        """
        for plan in plans:
            if plan.problems or plan.noun is None or plan.noun.new:
                continue
            row = self._seen.setdefault(plan.noun.thing.pk, plan.noun.row)
            for each in plan.things() if row != plan.noun.row else ():
                for column, (before, _) in () if each.new else each.changes.items():
                    if before not in (None, "", []):
                        reason = f"row {row} speaks of the same. Put all that is said of it there."
                        plan.refuse(each.row, column.name, reason)

    def _load_one(self, group: Group, planner: Planner) -> Plan:
        """Load the rows of one noun, planned anew from what is stored by now."""
        plan = Plan(group[1])

        @transaction.atomic
        def write() -> None:
            nonlocal plan
            (plan,) = planner.plan([group])
            self._refuse_second_thoughts([plan])
            if not plan.problems:
                self.writer.write([plan])

        first = plan.lines[0].number
        try:
            repeated(write, before_each=planner.forget, patience=PATIENCE_OF_COMMANDS)
        except Invalid as invalid:
            plan.refuse_row(invalid, self.sheet.columns)
        except Unpublishable as refusal:
            words.refuse_unpublishable(plan, refusal)
        except DateDoubted as doubt:
            plan.refuse(first, "date", f"{doubt} {self.how_confirmed}")
        except REFUSALS as refusal:
            plan.refuse(first, "", str(refusal))
        except Race:
            plan.refuse(first, "", "somebody else was writing the same. Load it again.")
        return plan

    def _account(self, plan: Plan, planner: Planner) -> None:
        if plan.problems:
            wrong = {problem.row for problem in plan.problems}
            for line in plan.lines:
                if line.number not in wrong:
                    plan.refuse(line.number, "", f"it goes with row {min(wrong)}, which is wrong.")
            for problem in plan.problems:
                self.report.refused.setdefault(problem.row, []).append(problem)
            return
        touched = [each for each in plan.things() if each.is_touched]
        if plan.noun is not None:
            spoken = self._seen.setdefault(plan.noun.thing.pk, plan.noun.row)
            if not planner.late:
                self._find_repeated(plan, spoken if not touched else 0)
        for each in touched:
            counter = self.report.added if each.new else self.report.changed
            counter[type(each.thing)] += 1
            self.report.dates.update(
                note for column, note in each.understood.items() if column in each.changes
            )
            self.tell(each.did())
        if not touched and not planner.late:
            self.report.unchanged += 1

    def _find_repeated(self, plan: Plan, spoken: int) -> None:
        """Note its rows that are the same as one above; all, where ``spoken`` has said it all."""
        first: dict[frozenset[tuple[str, str]], int] = {}
        for line in plan.lines:
            other = first.setdefault(frozenset(line.cells.items()), line.number)
            other = spoken if 0 < spoken < plan.lines[0].number else other
            if other != line.number:
                self.report.repeated[line.number] = other


def _batches(sheet: Sheet, lines: Iterable[Line]) -> Iterator[list[Group]]:
    """Rows of one noun that follow each other stay together, and no noun is in a batch twice."""
    groups: list[Group] = []
    keys: set[Any] = set()
    count = 0
    for line in lines:
        key = sheet.key(line)
        if groups and key is not None and groups[-1][0] == key:
            groups[-1][1].append(line)
        else:
            if count >= BATCH or key in keys:
                yield groups
                groups, keys, count = [], set(), 0
            groups.append((key, [line]))
            if key is not None:
                keys.add(key)
        count += 1
    if groups:
        yield groups


def _twins(made: Collection[int], rows: Mapping[int, int]) -> list[str]:
    """A sentence for each pair in which one was made by this load, the first fifty.

    ``made`` are keys of statements that are written, if only to be undone; ``rows`` gives by key
    the row that speaks of it. Four queries.
    """
    alike = statements_like(made)
    known = Statement.objects.in_bulk({pk for each in alike[:MOST_TWINS] for pk in each.pair})
    told = []
    for each in alike[:MOST_TWINS]:
        other, new = (known[pk] for pk in each.pair)  # keys go up: the later one is new
        where = f"row {rows[other.pk]} ({other.slug})" if other.pk in rows else _where(other)
        told.append(f"Row {rows.get(new.pk, 0)} ({new.slug}) may be one with {where}: {each.why}.")
    if (more := len(alike) - len(told)) > 0:
        told.append(f"And {more:,} more such pairs.")
    return told


def _where(statement: Statement) -> str:
    state = statement.get_state_display().lower()
    return f"“{statement}” ({statement.slug}), which is there and {state}"
