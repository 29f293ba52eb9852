"""Rows of a part of which a page shows some at a time; those not shown stay as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.functional import cached_property

from positions.admin.bases import ModelAdmin
from positions.admin.editing.completed import CompletedInline
from positions.admin.editing.rows import EditedRows

AT_ONCE = 50  # rows of some 10 kB each
UNFOLDED = 12  # of these, rows that are in sight; where there are a few more, these are too
A_FEW = 4
FROM, FIND = "rows", "find"  # of the query string: the first row, and a name that is looked for
LONGEST = 200  # characters of what is looked for


@dataclass(frozen=True, slots=True)
class Shown:
    """Which rows a page shows: ``rows`` from ``first`` on, of ``total``, that have ``find``."""

    rows: Sequence[Any]
    first: int
    total: int
    find: str = ""

    @property
    def is_some(self) -> bool:
        """Whether there are rows that it does not show."""
        return bool(self.find) or self.total > len(self.rows)

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def before(self) -> int:
        """How many stand before these."""
        return self.first - 1

    @property
    def ways(self) -> list[tuple[str, int, int, str]]:
        """(label, first, last, query string) of the other rows to go to."""
        ends = (self.total - 1) // AT_ONCE * AT_ONCE + 1
        found = {
            1: "First",
            self.first - AT_ONCE: "Previous",
            self.first + AT_ONCE: "Next",
            ends: "Last",
        }
        return [
            (label, first, min(first + AT_ONCE - 1, self.total), address(first, self.find))
            for first, label in sorted(found.items())
            if 1 <= first <= self.total and first != self.first
        ]


@dataclass(frozen=True, slots=True)
class Fold:
    """Which of the rows of a page are folded: from ``start`` up to ``end``, counted from 0."""

    start: int
    end: int
    is_open: bool

    @property
    def many(self) -> int:
        return self.end - self.start

    @property
    def first(self) -> int:
        """The number of the first, as it stands in the row."""
        return self.start + 1

    @property
    def last(self) -> int:
        return self.end


def address(first: int, find: str = "") -> str:
    """The query string of the page that shows the rows from there."""
    asked: dict[str, object] = {FROM: first} if first > 1 else {}
    return f"?{urlencode(asked | ({FIND: find} if find else {}))}"


class PagedRows(EditedRows):
    """A formset of some of the rows; ``asked`` is the query string, ``found_by`` what is sought.

    What is posted is paired with the stored rows by their keys, wherever they stand.
    """

    asked: Mapping[str, str] = {}
    found_by: Sequence[str] = ()

    @cached_property
    def shown(self) -> Shown:
        """The rows that the page asks for; two queries."""
        find = self.asked.get(FIND, "").strip()[:LONGEST]
        rows = EditedRows.stored(self)
        if find:
            sought = Q()
            for name in self.found_by:
                sought |= Q(**{f"{name}__icontains": find})
            rows = rows.filter(sought)
        total = rows.count()
        first = _first(self.asked.get(FROM, ""), total)
        return Shown(list(rows[first - 1 : first - 1 + AT_ONCE]), first, total, find)

    @property
    def fold(self) -> Fold | None:
        """The later of many rows, open over what is refused or typed; None where all are in sight.

        Whoever asks for a later page, or for a name, has them in sight.
        """
        end = self.initial_form_count()
        if end <= UNFOLDED + A_FEW or self.shown.before or self.shown.find:
            return None
        folded = self.forms[UNFOLDED:end]
        return Fold(
            UNFOLDED, end, self.is_bound and any(row.errors or row.has_changed() for row in folded)
        )

    def get_queryset(self) -> Any:
        return super().get_queryset() if self.is_bound else self.shown.rows

    @property
    def unshown(self) -> Any:
        """The stored rows that were not posted, and so stay."""
        posted = [row.pk for row in self.get_queryset() if row is not None]
        return EditedRows.stored(self).exclude(pk__in=posted)


class PagedInline(CompletedInline):
    """Numbered rows, some at a time; ``found_by`` are the fields in which a name is looked for."""

    found_by: Sequence[str] = ()

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        made: Any = super().get_formset(request, obj, **kwargs)  # a class of this request alone
        made.asked, made.found_by = _asked(request), self.found_by
        return made


class PagedAdmin(ModelAdmin):
    """A page with such rows: whoever saves and goes on is shown the same rows, or those asked."""

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        response = super().response_change(request, obj)
        going_on = request.POST.get("_continue", "")
        if not going_on or not isinstance(response, HttpResponseRedirect):
            return response
        path, _, query = response.url.partition("?")
        kept = QueryDict(query, mutable=True)
        for name, value in _asked(request).items():
            kept[name] = going_on if name == FROM and going_on.isdecimal() else value
        return HttpResponseRedirect(f"{path}?{kept.urlencode()}")


def _asked(request: HttpRequest) -> dict[str, str]:
    """Which rows are asked for; a form that is sent carries which it shows."""
    if request.method == "POST":
        return {name: request.POST.get(f"shown_{name}", "") for name in (FROM, FIND)}
    return {name: request.GET.get(name, "") for name in (FROM, FIND)}


def _first(text: str, total: int) -> int:
    """The first row of the page that has the row asked for, counted from 1; else of all."""
    asked = int(text) if text.isdecimal() and len(text) < 10 else 1
    return (max(1, min(asked, total)) - 1) // AT_ONCE * AT_ONCE + 1
