"""The history page of a noun with its parts, and the page that goes back to an earlier state."""

from __future__ import annotations

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
from positions.history.restoring import restore
from positions.history.timeline import changes_of_return, timeline
from positions.models import Merge
from positions.numbers import key_of
from positions.recording import NOTHING_SAID, REFUSALS, CorrectionNote, Recording


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

    def note_of_return(self, request: HttpRequest) -> CorrectionNote:
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
            "events": changes_of_return(self.concrete, pk, when),
            "moment": when,
            "tells_readers": self.tells_readers(edited),
            "typed": request.POST,
        }
        return TemplateResponse(request, "admin/positions/revert.html", context)

    @transaction.atomic
    def _return(self, request: HttpRequest, pk: int, moment: datetime) -> Any:
        before = self.concrete._base_manager.filter(pk=pk).first()
        # Its date was asked about when it was entered.
        with Recording(self.note_of_return(request), dates_confirmed=True) as record:
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
