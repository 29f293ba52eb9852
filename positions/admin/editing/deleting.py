"""Deleting in the admin: what goes, what keeps it from going, what to do instead, the way back.

What readers have seen is withdrawn, never deleted; what something rests on is merged, or taken off
there first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from positions.admin.bases import ModelAdmin
from positions.admin.housekeeping.nouns import may_merge, page_of
from positions.choices import WorkflowState
from positions.models import (
    Assessment,
    Attribution,
    Capture,
    Challenge,
    Proposition,
    Quotation,
    Source,
    Stakeholder,
    Statement,
    Topic,
)
from positions.models.parts import WHOLE
from positions.models.workflow import is_seen
from positions.recording import REFUSALS, Recording
from positions.recording.following import PART_OF, losing

SHOWN = 20  # of a kind
KNOWN_PARTS = {*WHOLE, Capture}  # to editors, who see them on the pages of nouns

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
class Hindrance:
    """Why some of those chosen are not deleted, as a sentence begins, and the rows that are meant.

    ``cure`` is what to do instead, said once behind the last of several; ``withdrawable`` the keys
    of statements that can be withdrawn.
    """

    why: str
    rows: Sequence[models.Model]
    cure: str = ""
    withdrawable: Sequence[int] = ()

    @property
    def links(self) -> list[tuple[str, str]]:
        """The first of the rows: what each is called, and its page in the admin."""
        return [(_called(row), page_of(row)) for row in _first(self.rows)]

    @property
    def n_more(self) -> int:
        """How many rows there are beside these."""
        return max(len(self.rows) - SHOWN, 0)


# The lists that Django's page shows, how many go of what, what may not go, what forbids it.
Doomed = tuple[list[Any], dict[str, int], set[str], list[Hindrance]]


def doomed(chosen: Collection[models.Model], request: HttpRequest) -> Doomed:
    """What goes with these, kind by kind; a fixed number of queries, with a few for each shown.

    Named are nouns and their parts, which editors know; what is only derived from them is not.
    """
    first = next(iter(chosen), None)
    if first is None:
        return [], {}, set(), []
    collector = NestedObjects(using=router.db_for_write(type(first)), origin=chosen)
    collector.collect(list(chosen))
    found_by_model: Any = collector.model_objs
    pages: Any = admin.site._registry  # noqa: SLF001
    going: dict[type[models.Model], list[models.Model]] = {
        model: list(found)
        for model, found in found_by_model.items()
        if model in pages or model in KNOWN_PARTS
    }
    lacking = {
        str(model._meta.verbose_name)
        for model, found in going.items()
        if (page := pages.get(model)) is not None
        and not all(page.has_delete_permission(request, each) for each in found)
    }
    listed: list[Any] = []
    for model, found in going.items():
        if isinstance(first, model):
            listed = [*_named(found), *listed]
        else:
            listed += [capfirst(str(model._meta.verbose_name_plural)), _named(found)]
    counts = {str(model._meta.verbose_name_plural): len(found) for model, found in going.items()}
    return listed, counts, lacking, hindrances(chosen, list(collector.protected), request)


def hindrances(
    chosen: Collection[models.Model], protecting: Sequence[models.Model], request: HttpRequest
) -> list[Hindrance]:
    """Why these are not deleted; empty where they may be.

    ``protecting`` are the rows for whose sake the database would refuse. Three queries at most.
    """
    statements = [each for each in chosen if isinstance(each, Statement)]
    withdrawn = [each for each in statements if each.state == WorkflowState.WITHDRAWN]
    seen = [each for each in statements if is_seen(each.state) and each not in withdrawn]
    found = []
    if seen:
        found.append(Hindrance(SEEN, seen, withdrawable=[each.pk for each in seen]))
    if withdrawn:
        found.append(Hindrance(WITHDRAWN, withdrawn))
    told = {each.pk for each in (*seen, *withdrawn)}
    users: dict[type[models.Model], dict[int, models.Model]] = defaultdict(dict)
    for row in protecting:
        if getattr(row, "statement_id", None) not in told:
            users[type(row)].setdefault(getattr(row, PART_OF.get(type(row), "pk")), row)
    parts = [key for model, rows in users.items() if model in PART_OF for key in _first(rows)]
    wholes: dict[int, Any] = Statement.objects.in_bulk(parts)
    for model, rows in users.items():
        meant = [wholes.get(key, row) if model in PART_OF else row for key, row in rows.items()]
        why = USES.get(model, capfirst(str(model._meta.verbose_name_plural)))
        found.append(Hindrance(f"{why}: {len(meant):,}", meant))
    losers = Statement.objects.published().filter(pk__in=losing(list(chosen)))
    if lost := list(losers.order_by("-pk")):
        found.append(Hindrance(f"{LISTED}: {len(lost):,}", lost))
    if users or lost:
        found[-1] = replace(found[-1], cure=_cure(chosen, request))
    return found


class DeletingAdmin(ModelAdmin):
    """Deletes by the one way in which the record is written, and leads back to what is deleted."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        return doomed(objs, request)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        try:
            return super().changelist_view(request, extra_context)
        except REFUSALS as refusal:  # of a deletion: other actions tell it themselves
            return self._not_deleted(request, refusal)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        try:
            return super().delete_view(request, object_id, extra_context)
        except REFUSALS as refusal:
            return self._not_deleted(request, refusal)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self._delete(request, [obj])

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        self._delete(request, list(queryset))

    def _delete(self, request: HttpRequest, going: Sequence[Any]) -> None:
        with Recording() as record:
            record.remove_all(going)
        if len(going) == 1:
            way = page_of(going[0], "history")
            told = format_html(
                '“{}” can be brought back <a href="{}">from its history</a>.', going[0], way
            )
        else:
            way = reverse("admin:housekeeping_deleted")
            told = format_html(
                'These {} can be brought back: <a href="{}">deleted lately</a>.', len(going), way
            )
        self.message_user(request, told, messages.INFO)

    def _not_deleted(self, request: HttpRequest, refusal: Exception) -> HttpResponse:
        self.message_user(request, f"Nothing was deleted. {refusal}", messages.ERROR)
        return HttpResponseRedirect(reverse(f"admin:positions_{self.opts.model_name}_changelist"))


def _cure(chosen: Collection[models.Model], request: HttpRequest) -> SafeString:
    """What to do instead of deleting these; with the way to merge, where it is one alone."""
    first = next(iter(chosen))
    model: Any = first._meta.concrete_model
    merge: str | SafeString = "merge it"
    if model in (Stakeholder, Source) and len(chosen) == 1 and may_merge(request):
        into = reverse("admin:housekeeping_into", args=[model._meta.model_name, first.pk])
        merge = format_html('<a href="{}">merge it</a>', into)
    return format_html(CURES.get(model, "Delete these first."), merge)


def _named(things: Collection[models.Model]) -> list[Any]:
    shown: list[Any] = [_name(each) for each in _first(things)]
    more = len(things) - len(shown)
    return [*shown, f"and {more:,} more"] if more else shown


def _first(things: Iterable[Any]) -> list[Any]:
    return list(islice(things, SHOWN))


def _name(thing: models.Model) -> Any:
    return format_html("{}: {}", capfirst(str(thing._meta.verbose_name)), thing)


def _called(row: models.Model) -> str:
    return f"{row} ({row.get_state_display().lower()})" if isinstance(row, Statement) else str(row)
