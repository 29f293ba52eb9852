"""Plans → database: many at once with their history, and what is derived from them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from positions import derivation
from positions.checking import check_for_readers
from positions.correcting import Account, Ledger
from positions.importers.sheets.planned import Plan, Planned
from positions.importers.sheets.sheet import Sheet
from positions.importers.sheets.words import comes_out
from positions.models import Proposition, Searchable, Source, Stakeholder, Statement

NOTHING_SAID = Account()
BATCH = 200  # rows of one insertion: bounds the parameters of one query


class Refused(Exception):
    """A plan that could not be written; its problems say why."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes plans in the name of a user (None: a command), all with one moment of history.

    ``account`` is what readers are told of changes to what they have seen; of what this writer
    itself made nothing is told, when more of it follows.
    """

    sheet: Sheet
    user: Any = None
    account: Account = NOTHING_SAID
    made: set[int] = field(default_factory=set)

    @transaction.atomic
    def write(self, plans: Sequence[Plan]) -> None:
        """Write all of them at once.

        Raises IntegrityError where the database refuses one, and NoteNeeded where nothing is said
        of a change that readers would see.

        Costs a fixed number of queries for what is new, some for each object that is changed.
        """
        self._write(plans, careful=False)

    @transaction.atomic
    def write_carefully(self, plan: Plan) -> None:
        """Write one through full_clean; raises Refused, with its problems told, or NoteNeeded."""
        self._write([plan], careful=True)

    def _write(self, plans: Sequence[Plan], *, careful: bool) -> None:
        moment = timezone.now()
        ledger = Ledger(_seen(plans) - self.made)
        following = _following(plans)
        nouns = [plan.noun for plan in plans if plan.noun is not None]
        # Saved for what is theirs alone: a page that was opened before is then out of date.
        outdated = {noun.thing.pk for plan in plans if (noun := _touched(plan)) and not noun.new}
        self._save(nouns, plans, moment, careful=careful, outdated=outdated - self.made)
        for noun in nouns:
            for column, several in noun.many.items():
                vars(noun.thing)["_history_user"] = self.user
                getattr(noun.thing, column.field).set(several)
        for part in self.sheet.parts:
            parts = [each for plan in plans for each in plan.parts if each.part is part]
            self._save(parts, plans, moment, careful=careful)
        if self.sheet.model is Statement:
            following = {touched.thing.pk for plan in plans if (touched := _touched(plan))}
            if out := {noun.thing.pk for noun in nouns if comes_out(noun)}:
                check_for_readers(out)
        derivation.refresh(following)
        ledger.settle(self.account, moment)
        self.made.update(noun.thing.pk for noun in nouns if noun.new)

    def _save(
        self,
        planned: Iterable[Planned],
        plans: Sequence[Plan],
        moment: datetime,
        *,
        careful: bool,
        outdated: Collection[int] = (),
    ) -> None:
        fresh = []
        for each in planned:
            if each.is_touched and careful:
                _clean(each, plans[0], self.sheet)
            if each.new and not careful:
                fresh.append(each.thing)
            elif each.new or each.changes.keys() - each.many.keys() or each.thing.pk in outdated:
                vars(each.thing).update(_history_date=moment, _history_user=self.user)
                if isinstance(each.thing, Statement):  # the only history with room for any reason
                    vars(each.thing)["_change_reason"] = self.account.reason or None
                each.thing.save()
        if fresh:
            self._insert(fresh, moment)

    def _insert(self, fresh: list[Any], moment: datetime) -> None:
        model = type(fresh[0])
        for thing in fresh:
            if isinstance(thing, Statement) and thing.is_published and thing.published_at is None:
                thing.published_at = moment
            if isinstance(thing, Stakeholder):
                thing.is_public = thing.released
        bulk_create_with_history(
            fresh, model, batch_size=BATCH, default_user=self.user, default_date=moment
        )
        if issubclass(model, Searchable):
            model.write_texts(fresh)


def _clean(planned: Planned, plan: Plan, sheet: Sheet) -> None:
    thing = planned.thing
    for one in thing._meta.fields:
        if one.is_relation and one.is_cached(thing):
            # What it refers to may have got its key a moment ago.
            setattr(thing, one.name, getattr(thing, one.name))
    try:
        thing.full_clean()
    except ValidationError as error:
        plan.refuse_all(planned, planned.part.columns if planned.part else sheet.columns, error)
        raise Refused from error


def _touched(plan: Plan) -> Planned | None:
    return plan.noun if any(each.is_touched for each in plan.things()) else None


def _seen(plans: Sequence[Plan]) -> set[int]:
    """The statements that these change and that readers may have seen."""
    touched = (_touched(plan) for plan in plans)
    return {
        noun.thing.pk
        for noun in touched
        if noun is not None and not noun.new and isinstance(noun.thing, Statement)
    }


def _following(plans: Sequence[Plan]) -> Collection[int]:
    """The statements whose derived rows follow from what these nouns change."""
    about = Q(pk__in=[])
    for noun in (plan.noun for plan in plans):
        if noun is None or noun.new:
            continue
        if isinstance(noun.thing, Stakeholder) and "kind" in noun.changed():
            about |= Q(attributions__stakeholder=noun.thing.pk)
            about |= Q(attributions__on_behalf_of=noun.thing.pk)
        if isinstance(noun.thing, Proposition) and "topic" in noun.changed():
            about |= Q(assessments__proposition=noun.thing.pk) | Q(asked_about=noun.thing.pk)
    sources = [
        noun.thing.pk
        for noun in (plan.noun for plan in plans)
        if noun is not None and isinstance(noun.thing, Source) and "publisher" in noun.changed()
    ]
    if sources:  # readers see a publisher with what is quoted from it
        about |= Q(quotations__source__in=sources)
    return set(Statement.objects.filter(about).values_list("pk", flat=True)) if about else set()
