"""The words of a sheet: held against the texts that are kept of their sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from positions.choices import QuotationCheck
from positions.importers.sheets.planned import Plan, Planned
from positions.importers.sheets.reading import BadCell
from positions.importers.sheets.sheet import Line
from positions.models import Capture, Quotation, workflow
from positions.recording.publication import FOUND, Unpublishable

# What follows from the text of the source, where one is kept.
FOLLOWING = ("prefix", "suffix", "start", "end", "check_result", "checked_at")
WHAT_IS_CHECKED = {"kind", "exact", "source"}
SAME_ROW = "here"
# The columns in which what publication needs is given.
GIVEN_IN = {"date": "date", "voice": "voice", "words": "words"}
ENDS_IN_ORDER = "/"


class Texts:
    """Of which sources a text is kept, and the newest of each; asked for many at a time.

    Words of a draft may be held against what the account has proposed itself; all others against
    what an editor has taken.
    """

    def __init__(self, account: int | None = None) -> None:
        self._account = account
        self._kept: dict[int, set[bool]] = {}  # whether taken, of each text of a source

    def prepare(self, sources: Iterable[int]) -> None:
        """Look up whether there is a text. One query, none where all are known."""
        fresh = set(sources) - self._kept.keys()
        if fresh:
            self._kept.update({pk: set() for pk in fresh})
            kept = Capture.objects.filter(source__in=fresh).usable(self._account)
            for source, taken_at in kept.values_list("source", "taken_at"):
                self._kept[source].add(taken_at is not None)

    def _is_kept(self, quotation: Quotation) -> bool:
        kept = self._kept.get(quotation.source_id, set())
        return bool(kept) if _is_draft(quotation) else True in kept

    def decides(self, planned: Planned) -> bool:
        """Whether a text, and no file, says where a stored quotation stands in its source."""
        quotation = planned.thing
        return not planned.new and not quotation.is_paraphrase and self._is_kept(quotation)

    def check(self, plans: Collection[Plan]) -> None:
        """Hold new and changed words against the text that is right for each. Two queries."""
        held = [
            each
            for plan in plans
            for each in plan.parts
            if isinstance(each.thing, Quotation)
            and (each.new or each.changed() & WHAT_IS_CHECKED)
            and not each.thing.is_paraphrase
            and self._is_kept(each.thing)
        ]
        texts = {
            draft: _newest(
                {each.thing.source_id for each in held if _is_draft(each.thing) == draft},
                self._account if draft else None,
            )
            for draft in (True, False)
        }
        for each in held:
            before = {name: getattr(each.thing, name) for name in FOLLOWING}
            match = each.thing.hold_against(texts[_is_draft(each.thing)][each.thing.source_id])
            if match is not None and match.departure is not None:
                each.departure = match.explain()
            if not each.new and each.part:
                for name in FOLLOWING[:-1]:  # the moment of a check is nobody's change
                    if before[name] != (after := getattr(each.thing, name)):
                        each.changes[each.part.columns_by_field[name]] = (before[name], after)


def _is_draft(quotation: Quotation) -> bool:
    return quotation.statement.state in workflow.OPEN_STATES


def _newest(sources: Collection[int], account: int | None) -> dict[int, str]:
    found: dict[int, str] = {}
    rows = Capture.objects.filter(source__in=sources).usable(account) if sources else ()
    for kept in rows:
        found.setdefault(kept.source_id, kept.text)
    return found


def outdate(planned: Planned) -> None:
    """What an earlier check found is void where the words have changed and the row keeps it."""
    changed = planned.changed()
    if planned.new or not changed & WHAT_IS_CHECKED or planned.part is None:
        return
    quotation = planned.thing
    void: dict[str, Any] = {}
    if not changed & {"check_result", "checked_at"}:
        void |= {"check_result": QuotationCheck.NOT_CHECKED, "checked_at": None}
    if not changed & {"start", "end"}:
        void |= {"start": None, "end": None}
    for name, value in void.items():
        if (before := getattr(quotation, name)) != value:
            setattr(quotation, name, value)
            planned.changes[planned.part.columns_by_field[name]] = (before, value)


def best_of(text: str, line: Line, plan: Plan) -> Quotation:
    """The quotation that a judgement rests on: “here”, or “source/order”. Raises BadCell."""
    planned: list[Quotation] = [each.thing for each in plan.parts if type(each.thing) is Quotation]
    if text.strip().lower() == SAME_ROW:
        words = line.cells.get("words")
        for quotation in reversed(planned):
            if quotation.exact == words:
                return quotation
        raise BadCell("“here” means the words of this row, but it has none.")
    name, slash, order = text.strip().rpartition(ENDS_IN_ORDER)
    if slash and order.isdecimal():
        stored: list[Quotation] = []
        if plan.noun is not None and not plan.noun.new:
            stored = list(plan.noun.thing.quotations.all())
        for quotation in (*planned, *stored):
            if quotation.source.slug == name and quotation.order == int(order):
                return quotation
    raise BadCell(
        f"“{text}” is no quotation of this statement. Write the slug of its source, a slash and "
        "its words_order, as in example-article/1, or “here” for the words of this row."
    )


def refuse_unpublishable(plan: Plan, refusal: Unpublishable) -> None:
    """Say under which columns a statement lacks what publication needs, and where words depart."""
    row = plan.noun.row if plan.noun else plan.lines[0].number
    departed = [each for each in plan.parts if each.departure]
    for need in refusal.needs:
        if need is not FOUND:
            reason = f"it cannot be published without {need.cure}."
            plan.refuse(row, GIVEN_IN[need.key], reason)
            continue
        for each in departed:
            plan.refuse(each.row, "words", f"not in the text of its source. {each.departure}")
        for unfound in refusal.unfound if not departed else ():
            plan.refuse(row, "state", f"it cannot be published: {unfound}")
