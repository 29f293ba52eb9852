"""What keeps rows from being deleted, in words, and what to do instead.

What readers have seen is withdrawn, never deleted; what something rests on is merged, or taken off
there first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from positions.admin.housekeeping.nouns import may_merge, page_of
from positions.choices import WorkflowState
from positions.models import (
    Assessment,
    Attribution,
    Challenge,
    Proposition,
    Quotation,
    Source,
    Stakeholder,
    Statement,
    Topic,
)
from positions.models.workflow import is_seen
from positions.recording.following import PART_OF, losing

SHOWN = 20  # of a kind

SEEN = "Readers have seen what is published: it is withdrawn, never deleted"
WITHDRAWN = "Readers have seen what was withdrawn: it stays so, and is never deleted"
# What rows say of why another is not deleted, by their model.
USES: dict[type[models.Model], str] = {
    Attribution: "Statements that name it among those who speak",
    Quotation: "Statements with words from it",
    Assessment: "Statements that take a stance on it",
    Statement: "Statements made on it",
    Source: "Sources that it published",
    Proposition: "Propositions under it",
    Challenge: "Challenges to it or by it",
}
LISTED = "Published statements that were addressed to it, or in which it was asked about"
CURES: dict[type[models.Model], str] = {
    Stakeholder: "If it is there twice, {} into the other one. Else take it off all these first.",
    Source: "If it is there twice, {} into the other one. Else take it off all these first.",
    Proposition: "Its wording can be changed on its page. Else take it off all of these first.",
    Topic: "It can be renamed on its page. Else choose another topic in all of these first.",
}


@dataclass(frozen=True, slots=True)
class DeletionObstacle:
    """Why some of those chosen are not deleted, as a sentence begins, and the rows that are meant.

    ``cure`` is what to do instead, said once behind the last of several; ``withdrawable`` says that
    the rows are statements which can be withdrawn.
    """

    why: str
    rows: Sequence[models.Model]
    cure: str = ""
    withdrawable: bool = False

    @property
    def links(self) -> list[tuple[str, str]]:
        """The first of the rows: what each is called, and its page in the admin."""
        return [(_called(row), page_of(row)) for row in self.rows[:SHOWN]]

    @property
    def n_more(self) -> int:
        """How many rows there are beside these."""
        return max(len(self.rows) - SHOWN, 0)


def deletion_obstacles(
    chosen: Collection[models.Model], protecting: Sequence[models.Model], request: HttpRequest
) -> list[DeletionObstacle]:
    """Why these are not deleted; empty where they may be.

    ``protecting`` are the rows for whose sake the database would refuse. Three queries at most, and
    for rows that are no parts of statements one for each noun that they refer to.
    """
    statements = [each for each in chosen if isinstance(each, Statement)]
    withdrawn = [each for each in statements if each.state == WorkflowState.WITHDRAWN]
    seen = [each for each in statements if is_seen(each.state) and each not in withdrawn]
    found = []
    if seen:
        found.append(DeletionObstacle(SEEN, seen, withdrawable=True))
    if withdrawn:
        found.append(DeletionObstacle(WITHDRAWN, withdrawn))
    told = {each.pk for each in (*seen, *withdrawn)}
    users: dict[type[models.Model], dict[int, models.Model]] = defaultdict(dict)
    for row in protecting:
        if getattr(row, "statement_id", None) not in told:
            users[type(row)].setdefault(getattr(row, PART_OF.get(type(row), "pk")), row)
    named = (islice(rows, SHOWN) for model, rows in users.items() if model in PART_OF)
    wholes: dict[int, Any] = Statement.objects.in_bulk(list(chain.from_iterable(named)))
    for model, rows in users.items():
        meant = [wholes.get(key, row) if model in PART_OF else row for key, row in rows.items()]
        if model not in PART_OF:
            fetch_related(meant[:SHOWN])
        why = USES.get(model, capfirst(str(model._meta.verbose_name_plural)))
        found.append(DeletionObstacle(f"{why}: {len(meant):,}", meant))
    losers = Statement.objects.published().filter(pk__in=losing(list(chosen)))
    if lost := list(losers.order_by("-pk")):
        found.append(DeletionObstacle(f"{LISTED}: {len(lost):,}", lost))
    if users or lost:
        found[-1] = replace(found[-1], cure=_cure(chosen, request))
    return found


def fetch_related(rows: Sequence[Any]) -> None:
    """Fetch what rows of one model refer to, and may be called by: a query for each such noun."""
    if rows:
        fields = rows[0]._meta.concrete_fields
        models.prefetch_related_objects(rows, *(one.name for one in fields if one.many_to_one))


def _cure(chosen: Collection[models.Model], request: HttpRequest) -> SafeString:
    """What to do instead of deleting these; with the way to merge, where it is one alone."""
    first = next(iter(chosen))
    model: Any = first._meta.concrete_model
    merge: str | SafeString = "merge it"
    if model in (Stakeholder, Source) and len(chosen) == 1 and may_merge(request):
        into = reverse("admin:housekeeping_into", args=[model._meta.model_name, first.pk])
        merge = format_html('<a href="{}">merge it</a>', into)
    return format_html(CURES.get(model, "Delete these first."), merge)


def _called(row: models.Model) -> str:
    return f"{row} ({row.get_state_display().lower()})" if isinstance(row, Statement) else str(row)
