"""What the pages of all editable nouns share: no lost edit, one moment a save, derivation."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst

from positions import derivation, search
from positions.admin.bases import ModelForm
from positions.admin.editing.deleting import doomed
from positions.admin.editing.folds import UnfoldingAdmin
from positions.admin.going_on import GoingOnAdmin
from positions.admin.history.differences import PARTS
from positions.admin.history.many import remove
from positions.admin.history.reverting import RevertingAdmin
from positions.admin.history.timeline import Entry, as_last_known, stamp, timeline
from positions.models import Editable
from positions.numbers import key_of


class EditableForm(ModelForm):
    """A form that knows which version of the row it was opened with, and refuses any other."""

    opened_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    opened_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["opened_version"] = self.instance.version
            self.initial["opened_at"] = timezone.now().isoformat()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk and cleaned.get("opened_version") != self.instance.version:
            self.add_error(
                None,
                ValidationError(
                    f"Somebody else {'deleted' if self.is_gone else 'changed'} this after you "
                    "opened it. Nothing was saved; all that you typed is still here.",
                    code="stale",
                ),
            )
        return cleaned

    @property
    def is_stale(self) -> bool:
        return self.has_error(NON_FIELD_ERRORS, "stale")

    @property
    def is_gone(self) -> bool:
        """Whether the row was deleted after the form was opened."""
        return bool(self.instance.pk and self.instance._state.adding)

    def reopen(self) -> None:
        """Let the page carry the present version, so that saving again is a knowing choice."""
        data = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix("opened_version")] = self.initial["opened_version"]
        data[self.add_prefix("opened_at")] = self.initial["opened_at"]
        self.data = data


class EditableAdmin(GoingOnAdmin, UnfoldingAdmin, RevertingAdmin):
    """The admin of an editable noun."""

    form = EditableForm
    change_form_template = "admin/positions/change_form.html"
    save_on_top = False
    # How readers look for the noun. Where it is given, ``search_fields``, which Django asks for
    # before it offers a box, names no more than what is looked for.
    search_words: Callable[[Any, search.Query], Any] | None = None

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        if self.search_words is None or not search_term.strip():
            return super().get_search_results(request, queryset, search_term)
        query = search.read(search_term)
        return (self.search_words(queryset, query) if query.sought else queryset.none()), False

    def statements_following(self, edited: Any, changed: Collection[str] | None) -> Collection[int]:
        """The statements whose derived rows follow from these fields (None: from any) of it."""
        return ()

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        return None if obj is None else str(obj.get_absolute_url())

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """The object; for a form that was opened before it was deleted, as it last was.

        The form is then stale: the page says who deleted it, and saving again brings it back.
        """
        found = super().get_object(request, object_id, from_field)
        changing = f"{self.opts.app_label}_{self.opts.model_name}_change"
        asked = request.resolver_match.url_name if request.resolver_match else ""
        if found is None and request.method == "POST" and asked == changing:
            pk = key_of(object_id)
            return as_last_known(self.concrete, pk) if pk else None
        return found

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        named = {"title": capfirst(str(self.opts.verbose_name_plural)), **(extra_context or {})}
        return super().changelist_view(request, named)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"].form
        if form.is_bound and form.is_stale:
            context["meanwhile"] = self._changes_since(form)
            form.reopen()
        page: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return page

    def _changes_since(self, form: EditableForm) -> list[Entry]:
        opened = _moment(form.data.get("opened_at", ""))
        changes = timeline(self.concrete, form.instance.pk, opened)
        # A save that was under way while the page was opened carries an earlier moment.
        return changes or timeline(self.concrete, form.instance.pk)[:1]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        stamp(obj, timezone.now(), self.reason_of(form))
        super().save_model(request, obj, form, change)

    def reason_of(self, form: Any) -> str:
        """What the history keeps of why it is saved."""
        return ""

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        moment = vars(form.instance)["_history_date"]
        for part in formset.save(commit=False):
            stamp(part, moment)
            part.save()
        for part in formset.deleted_objects:
            stamp(part, moment)
            part.delete()
        formset.save_m2m()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self.save_further(request, form.instance)
        self.derive(request, form.instance, form.changed_data if change else None)
        for row in (form, *(row for rows in formsets for row in rows.forms)):
            for notice in getattr(row, "notices", ()):
                self.message_user(request, notice, messages.INFO)
            for warning in getattr(row, "warnings", ()):
                self.message_user(request, warning, messages.WARNING)

    def save_further(self, request: HttpRequest, edited: Any) -> None:
        """Write what the page asks for beside its rows, before anything is derived."""

    def derive(
        self, request: HttpRequest, edited: Editable, changed: Collection[str] | None
    ) -> None:
        """Derive what follows from the object as just written; in the transaction of the write."""
        if following := self.statements_following(edited, changed):
            derivation.refresh(following)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        return doomed(objs, request)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self._delete([obj])

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        self._delete(list(queryset))

    @transaction.atomic
    def _delete(self, doomed: list[Any]) -> None:
        following = {pk for each in doomed for pk in self.statements_following(each, None)}
        pairs = derivation.pairs_of(following)
        now = timezone.now()
        for each in doomed:
            # Not by a cascade, which would delete and record one after another.
            for part, key in reversed(PARTS.get(self.concrete, ())):
                remove(list(part._base_manager.filter(**{key: each.pk})), now)
            stamp(each, now)
            each.delete()
        derivation.refresh(following, also=pairs)


def _moment(text: str) -> Any:
    """The time that the form carries; None, which is all history, if it was tampered with."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None
