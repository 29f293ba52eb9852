"""Rows → what is to be written: everything is read, compared and checked before anything is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from positions.importers.sheets import words
from positions.importers.sheets.dates import set_date
from positions.importers.sheets.known import Key, known
from positions.importers.sheets.name_clashes import refuse_renaming, refuse_twins
from positions.importers.sheets.names import Names
from positions.importers.sheets.planned import Plan, Planned
from positions.importers.sheets.reading import BadCell, names_in, value_of
from positions.importers.sheets.rights import Rights
from positions.importers.sheets.sheet import Column, Line, Part, Sheet
from positions.importers.sheets.siblings import Siblings
from positions.models import (
    Assessment,
    EdtfField,
    Quotation,
    Source,
    Stakeholder,
    Statement,
    url_key,
)

Group = tuple[Key | None, list[Line]]
NO_SLUG = (
    "empty: give each a short name of its own that stays, as in example-works-on-sales. "
    "Further rows about the same carry it too."
)


class Planner:
    """Makes the plans of one sheet. ``late`` ones speak of the late parts, others of the rest.

    ``made`` are the keys of the nouns that this load has made so far; ``renaming`` says that
    parties may get another name, which else is refused; ``different`` are slugs of organisations
    that are others than those of their name.
    """

    def __init__(
        self,
        sheet: Sheet,
        rights: Rights,
        made: Collection[int] = (),
        *,
        late: bool = False,
        renaming: bool = False,
        different: Collection[str] = (),
    ) -> None:
        self.sheet = sheet
        self.rights = rights
        self.made = made
        self.late = late
        self.renaming = renaming
        self.different = different
        self.parts = [part for part in sheet.parts if part.late == late]
        self.names = Names()
        self.texts = words.Texts(rights.account)

    def forget(self) -> None:
        """Look up anew what was found: it may be another's by now, or gone."""
        self.names = Names()
        self.texts = words.Texts()

    def plan(self, groups: Sequence[Group]) -> list[Plan]:
        """A plan for each group of rows. A fixed number of queries beside those of validation."""
        self._look_up([line for _, lines in groups for line in lines])
        there = known(self.sheet, [key for key, _ in groups if key], self.parts)
        plans = [self._plan(key, lines, there) for key, lines in groups]
        refuse_twins(plans, self.different)
        self.texts.check([plan for plan in plans if not plan.problems])
        for plan in plans:
            if not plan.problems:
                self._validate(plan)
        return plans

    def _look_up(self, lines: list[Line]) -> None:
        wanted: dict[type[models.Model], set[str]] = defaultdict(set)
        for column in self._columns():
            if column.of.is_relation and column.of.related_model is not Quotation:
                for line in lines:
                    if text := line.cells.get(column.name):
                        wanted[column.of.related_model].update(names_in(column, text))
        for model, texts in wanted.items():
            self.names.prepare(model, texts)
        if Quotation in {part.model for part in self.parts}:
            self.texts.prepare(self.names.keys(Source))

    def _columns(self) -> Iterable[Column]:
        if not self.late:
            yield from self.sheet.columns
        for part in self.parts:
            yield from part.columns

    def _plan(self, key: Key | None, lines: list[Line], there: dict[Key, list[Any]]) -> Plan:
        plan = Plan(lines)
        found = there.get(key, []) if key else []
        if key is None:
            plan.refuse(lines[0].number, "slug", NO_SLUG)
        elif len(found) > 1:
            slugs = ", ".join(sorted(each.slug for each in found))
            plan.refuse(
                lines[0].number, key[0], f"“{key[1]}” can mean several: {slugs}. Write the slug."
            )
        else:
            new = not found
            thing = self._fresh() if new else found[0]
            plan.noun = Planned(thing, lines[0].number, None, new)
            self._fill(plan, plan.noun)
        return plan

    def _fresh(self) -> Any:
        fresh: Any = self.sheet.model()
        if self.sheet.kinds and len(self.sheet.kinds) == 1:
            (fresh.kind,) = self.sheet.kinds
        return fresh

    def _fill(self, plan: Plan, noun: Planned) -> None:
        stored = getattr(noun.thing, "state", None)
        siblings = {
            part: Siblings([] if noun.new else getattr(noun.thing, part.related_name).all())
            for part in self.parts
        }
        for line in plan.lines:
            for column in () if self.late else self.sheet.columns:
                if noun.new or not _is_known_as(noun.thing, column, line):
                    self._set(plan, noun, column, line)
        for part in self.parts:  # a judgement may rest on the words of a row below its own
            for line in plan.lines:
                self._take_part(plan, noun, part, line, siblings[part])
        if self.sheet.kinds and noun.thing.kind and noun.thing.kind not in self.sheet.kinds:
            plan.refuse(
                noun.row, "kind", f"“{noun.thing.kind}” does not belong into {self.sheet.name}."
            )
        if isinstance(noun.thing, Statement):
            self.rights.hold_to(plan, None if noun.new else stored)
        self.rights.check(plan, self.made)
        if isinstance(noun.thing, Stakeholder) and not self.renaming:
            refuse_renaming(plan, noun)

    def _set(self, plan: Plan, planned: Planned, column: Column, line: Line) -> None:
        if (text := line.cells.get(column.name)) is None:
            return
        if isinstance(column.of, EdtfField):
            columns = planned.part.columns if planned.part else self.sheet.columns
            set_date(plan, planned, columns, column, line, self.names)
            return
        try:
            if column.of.related_model is Quotation:
                value: Any = words.best_of(text, line, plan)
            else:
                value = value_of(column, text, self.names)
        except BadCell as error:
            plan.refuse(line.number, column.name, str(error))
            return
        if problem := planned.set(column, value, line.number):
            plan.problems.append(problem)

    def _take_part(
        self, plan: Plan, noun: Planned, part: Part, line: Line, siblings: Siblings
    ) -> None:
        if part.opens not in line.cells:
            for column in part.columns:
                if column.name in line.cells:
                    reason = f"filled, but {part.opens} in this row is empty. Fill both or neither."
                    plan.refuse(line.number, column.name, reason)
                    return
            return
        identity = self._identity(plan, part, line)
        if identity is None:
            return
        planned = self._part_of(plan, noun, part, line, identity, siblings)
        words_kept = part.model is Quotation and self.texts.decides(planned)
        for column in part.columns:
            if not (words_kept and column.field in words.FOLLOWING):
                self._set(plan, planned, column, line)
        if part.model is Quotation:
            words.outdate(planned)

    def _identity(self, plan: Plan, part: Part, line: Line) -> dict[str, Any] | None:
        """The values by which a part is known again; None, with a problem, where one is missing."""
        identity: dict[str, Any] = {}
        for name in part.identity:
            column = part.columns_by_field[name]
            text = line.cells.get(column.name)
            if text is None and name == "order":
                identity["exact"] = line.cells[part.opens]  # known again by the words themselves
            elif text is None:
                if column.of.is_relation or (column.choices and not column.of.has_default()):
                    plan.refuse(line.number, column.name, f"empty, and needed with {part.opens}.")
                    return None
                identity[name] = column.of.get_default()
            else:
                try:
                    identity[name] = value_of(column, text, self.names)
                except BadCell as error:
                    plan.refuse(line.number, column.name, str(error))
                    return None
        return identity

    def _part_of(
        self,
        plan: Plan,
        noun: Planned,
        part: Part,
        line: Line,
        identity: dict[str, Any],
        siblings: Siblings,
    ) -> Planned:
        """The part that a row speaks of: stored, planned by an earlier row, or new."""
        thing: Any = siblings.find(identity)
        if thing is not None and (known_as := siblings.planned.get(id(thing))):
            return known_as
        new = thing is None
        if thing is None:
            thing = part.model(**{part.whole: noun.thing})
            if "order" in part.columns_by_field:
                thing.order = siblings.next_place()
            siblings.add(thing)
        planned = siblings.planned[id(thing)] = Planned(thing, line.number, part, new=new)
        plan.parts.append(planned)
        return planned

    def _validate(self, plan: Plan) -> None:
        """What the models refuse. Uniqueness is left to the database, and told of by full_clean."""
        for planned in plan.things():
            if not planned.is_touched:
                continue
            thing = planned.thing
            if isinstance(thing, Assessment) and thing.statement.is_silence:
                reason = "Silence takes no side: write the proposition under asked_about instead."
                plan.refuse(planned.row, "proposition", reason)
                continue
            # Those that are referred to were looked up, and need no further query each.
            referring = {each.name for each in thing._meta.fields if each.is_relation}
            columns = planned.part.columns if planned.part else self.sheet.columns
            try:
                thing.clean_fields(exclude=referring | {"published_at"})
                missing = [
                    each
                    for each in thing._meta.fields
                    if each.is_relation
                    and not each.null
                    and getattr(thing, each.name, None) is None
                ]
                if missing:
                    raise ValidationError(
                        {each.name: ValidationError("", code="null") for each in missing}
                    )
                thing.clean()
            except ValidationError as error:
                plan.refuse_all(planned, columns, _by_field(error))


def _is_known_as(thing: Any, column: Column, line: Line) -> bool:
    """Whether a row only names what it speaks of: what it is called by now is not changed back."""
    if column.field == "url" and column.name in line.cells:
        key = url_key(line.cells[column.name])
        return key in {each.url_key for each in thing.other_addresses.all()}
    by_name = isinstance(thing, Stakeholder) and not line.cells.keys() & {"slug", "wikidata_id"}
    return column.field == "slug" or (column.field == "name" and by_name)


def _by_field(error: ValidationError) -> ValidationError:
    return error if hasattr(error, "error_dict") else ValidationError({"__all__": error})
