"""The history page of a noun with its parts, and the way back to how all of it was at a moment."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from positions.admin.bases import ModelAdmin
from positions.admin.history.timeline import (
    as_last_known,
    recorded,
    standing,
    timeline,
    undoing,
)
from positions.models import Merge, Source, Stakeholder
from positions.models.parts import PARTS
from positions.numbers import key_of
from positions.recording import NOTHING_SAID, REFUSALS, Account, Recording

# What may have been merged into another since a record was made.
MERGED = (Stakeholder, Source)


def restore(record: Recording, model: type[models.Model], pk: int, moment: datetime) -> Any:
    """Put a noun and its parts back as they were; what was added since goes, what went returns.

    The row's version goes on counting, so that a form opened before is stale.

    Raises:
        LookupError: it did not exist at that moment.
        ValidationError: what it was then is not valid now; undo what is written.
    """
    then = {
        part: [each for each in records if each.history_date <= moment]
        for part, records in recorded(model, pk).items()
    }
    last = standing(then[model])
    if last is None:
        raise LookupError(f"It did not exist on {moment:%d %B %Y at %H:%M}.")
    whole: Any = model._base_manager.filter(pk=pk).first() or as_last_known(model, pk)
    _write(record, [(whole, last)])
    for one in model._meta.many_to_many:
        record.choose(whole, one.name, _chosen(one, last))
    for part, key in PARTS.get(model, ()):
        by_pk: dict[int, list[Any]] = {}
        for each in then[part]:
            by_pk.setdefault(each.id, []).append(each)
        wanted = {each: kept for each, rows in by_pk.items() if (kept := standing(rows))}
        there = {row.pk: row for row in part._base_manager.filter(**{key: whole})}
        record.remove_all([row for each, row in there.items() if each not in wanted])
        changed = []
        for each, kept in wanted.items():
            row = there.get(each) or part(pk=each)
            if row._state.adding or _differs(row, kept):
                setattr(row, key, whole)
                changed.append((row, kept))
        _write(record, changed)
    return whole


def _write(record: Recording, changed: Sequence[tuple[Any, Any]]) -> None:
    """Write rows of one model as their records have them."""
    _take_over(changed)
    tracked = changed[0][1].tracked_fields if changed else []
    names = [one.name for one in tracked if not one.primary_key]
    record.add_all([row for row, _ in changed if row._state.adding])
    record.change_all({row: names for row, _ in changed if not row._state.adding})


def _now(one: Any, keys: Collection[int]) -> dict[int, int]:
    """What these keys of a relation are now, where what they led to was merged into another."""
    return Merge.led_on(str(one.related_model._meta.model_name), keys)


def _chosen(one: Any, record: Any) -> set[int]:
    """What a many-to-many field held at the record, or what that was merged into."""
    through = getattr(type(record), one.name).model
    held = set(
        through.objects.filter(history=record.history_id).values_list(
            f"{one.m2m_reverse_field_name()}_id", flat=True
        )
    )
    now = _now(one, held)
    held = {now.get(pk, pk) for pk in held}
    there = set(one.related_model._base_manager.in_bulk(held))
    if gone := held - there:
        raise ValidationError(
            f"{one.verbose_name}: {len(gone)} of those it had were deleted since."
        )
    return there


def _differs(row: models.Model, record: Any) -> bool:
    return any(
        getattr(row, one.attname) != getattr(record, one.attname) for one in record.tracked_fields
    )


def _take_over(changed: Sequence[tuple[Any, Any]]) -> None:
    """Give rows of one model what their records have, or what that was merged into.

    Costs a query or two for each relation, however many they are.
    """
    for one in changed[0][1].tracked_fields if changed else ():
        values = [getattr(record, one.attname) for _, record in changed]
        merged: dict[Any, Any] = {}
        if one.is_relation and one.related_model in MERGED:
            merged = _now(one, {value for value in values if value})
        for (row, _), value in zip(changed, values, strict=True):
            setattr(row, one.attname, merged.get(value, value))


class RevertingAdmin(ModelAdmin):
    """History and the way back, on the admin pages of an editable noun."""

    @property
    def concrete(self) -> type[models.Model]:
        """The model that keeps the history: proxies keep none of their own."""
        concrete: type[models.Model] = self.model._meta.concrete_model
        return concrete

    def refuse_return(self, request: HttpRequest, before: Any, restored: Any) -> str:
        """Why this account may not have it so, as restored but not committed; empty if it may.

        ``before`` is what it was until now; None where it was deleted.
        """
        return ""

    def tells_readers(self, edited: Any) -> bool:
        """Whether readers have seen it, so that the page asks what to tell them."""
        return False

    def account_of_return(self, request: HttpRequest) -> Account:
        """What readers are told of a return."""
        return NOTHING_SAID

    def get_urls(self) -> list[URLPattern]:
        opts = self.model._meta
        return [
            path(
                "<path:object_id>/history/<str:moment>/",
                self.admin_site.admin_view(self.revert_view),
                name=f"{opts.app_label}_{opts.model_name}_revert",
            ),
            *super().get_urls(),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        edited = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, edited):
            raise PermissionDenied
        entries = timeline(self.concrete, self._pk(object_id))
        if edited is None and not entries:
            raise Http404(f"There is no {self.opts.verbose_name} number {object_id}.")
        merge = None if edited else self._merge_of(object_id)
        context = {
            **self._context(request, edited, object_id),
            "title": f"History: {edited or (merge.merged_name if merge else 'deleted')}",
            "entries": entries,
            "merge": merge,
            "may_return": merge is None and self.has_change_permission(request, edited),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/positions/history.html", context)

    def revert_view(self, request: HttpRequest, object_id: str, moment: str) -> HttpResponse:
        """Show what going back to that moment would change; on POST, go."""
        edited = self.get_object(request, unquote(object_id))
        if not self.has_change_permission(request, edited):
            raise PermissionDenied
        pk, when = self._pk(object_id), _when(moment)
        if request.method == "POST":
            try:
                restored = self._return(request, pk, when)
            except LookupError as error:
                raise Http404(str(error)) from error
            except (ValidationError, *REFUSALS) as error:
                for message in getattr(error, "messages", [str(error)]):
                    self.message_user(request, f"Nothing was changed: {message}", messages.ERROR)
            else:
                self.message_user(
                    request,
                    f"“{restored}” is again as it was on {when:%d %B %Y at %H:%M}.",
                    messages.SUCCESS,
                )
                return HttpResponseRedirect(self._address("change", object_id))
        context = {
            **self._context(request, edited, object_id),
            "title": f"Go back: {edited or 'deleted'}",
            "events": undoing(self.concrete, pk, when),
            "moment": when,
            "tells_readers": self.tells_readers(edited),
            "typed": request.POST,
        }
        return TemplateResponse(request, "admin/positions/revert.html", context)

    @transaction.atomic
    def _return(self, request: HttpRequest, pk: int, moment: datetime) -> Any:
        before = self.concrete._base_manager.filter(pk=pk).first()
        # Its date was asked about when it was entered.
        with Recording(self.account_of_return(request), dates_confirmed=True) as record:
            restored = restore(record, self.concrete, pk, moment)
            if why := self.refuse_return(request, before, restored):
                raise ValidationError(why)
        self.log_change(request, restored, f"Went back to {moment:%Y-%m-%d %H:%M:%S}.")
        return restored

    def _context(self, request: HttpRequest, edited: Any, object_id: str) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "object": edited,
            "list_url": self._address("changelist"),
            "change_url": self._address("change", object_id),
            "history_url": self._address("history", object_id),
            "media": self.media,
        }

    def _address(self, page: str, *arguments: str) -> str:
        return reverse(f"admin:positions_{self.opts.model_name}_{page}", args=arguments)

    def _merge_of(self, object_id: str) -> Merge | None:
        """The merge by which it went, which is undone rather than gone back from."""
        noun = str(self.concrete._meta.model_name)
        return Merge.objects.filter(
            noun=noun, merged_id=self._pk(object_id), undone_at=None
        ).first()

    @staticmethod
    def _pk(object_id: str) -> int:
        text = unquote(object_id)
        pk = key_of(text)
        if not pk:
            raise Http404(f"“{text[:60]}” is not the number of a row.")
        return pk


def _when(text: str) -> datetime:
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None or timezone.is_naive(moment):
        raise Http404(f"“{text}” is not a moment of the history.")
    return moment
