"""What the pages of all editable nouns share: no lost edit, and one write a save."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst

from positions import search
from positions.admin.editing.deleting import DeletingAdmin
from positions.admin.editing.error_links import error_links
from positions.admin.editing.folds import UnfoldingAdmin
from positions.admin.editing.merged import MergedForm
from positions.admin.editing.reverting import RevertingAdmin
from positions.admin.logged_out import UnsavedFormAdmin
from positions.history.differences import Event
from positions.history.timeline import Entry, as_last_known, timeline
from positions.numbers import key_of
from positions.recording import Recording


class EditableForm(MergedForm):
    """A form that knows which version of the row it was opened with.

    What others saved since then is merged with what is typed; see ``merged``.
    """

    opened_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    opened_at = forms.CharField(required=False, widget=forms.HiddenInput)
    is_merging = False  # whether others saved it since it was opened

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["opened_version"] = self.instance.version
            self.initial["opened_at"] = timezone.now().isoformat()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        opened = cleaned.get("opened_version")
        self.is_merging = bool(self.instance.pk and opened != self.instance.version)
        untold = self.is_gone or opened is None or not self.is_carried
        if self.is_merging and untold and not self.conflicts:
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
    def is_gone(self) -> bool:
        """Whether the row was deleted after the form was opened."""
        return bool(self.instance.pk and self.instance._state.adding)

    def reopen(self) -> None:
        """Let the page carry the present version, so that saving again is a knowing choice."""
        data = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix("opened_version")] = self.initial["opened_version"]
        data[self.add_prefix("opened_at")] = self.initial["opened_at"]
        self.data = data


class EditableAdmin(UnsavedFormAdmin, UnfoldingAdmin, DeletingAdmin, RevertingAdmin):
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
        rows = [row for each in context["inline_admin_formsets"] for row in each.formset.forms]
        if form.is_bound:
            context["error_links"] = error_links(form, context["inline_admin_formsets"])
        told = [each for row in (form, *rows) for each in getattr(row, "conflicts", ())]
        if form.is_bound and (told or form.is_stale):
            context["meanwhile"], context["conflicts"] = self._changes_since(form), told
            if not told:
                form.reopen()
        page: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return page

    def _tell_merged(self, request: HttpRequest, form: Any, rows: list[Any]) -> None:
        """Say what others saved since the page was opened, and whose was kept of what both did."""
        opened = _moment(form.data.get("opened_at", ""))
        mine = form.record.moment
        merged = (each for each in (form, *rows) if isinstance(each, MergedForm))
        settled = [conflict for each in merged for conflict in each.settled.values()]
        others = [
            entry
            for entry in timeline(self.concrete, form.instance.pk, opened)
            if entry.moment != mine
        ]
        for entry in others:
            what = ", ".join(dict.fromkeys(_named(event) for event in entry.events)) or "nothing"
            told = f"Meanwhile {entry.by} changed: {what}."
            if not settled:
                told += " Both their changes and yours are kept."
            self.message_user(request, told, messages.WARNING)
        if settled:
            outcomes = " ".join(each.outcome for each in settled)
            told = f"{outcomes} All else of their changes and yours is kept."
            self.message_user(request, told, messages.WARNING)

    def _changes_since(self, form: EditableForm) -> list[Entry]:
        opened = _moment(form.data.get("opened_at", ""))
        changes = timeline(self.concrete, form.instance.pk, opened)
        # A save that was under way while the page was opened carries an earlier moment.
        return changes or timeline(self.concrete, form.instance.pk)[:1]

    def recording(self, form: Any) -> Recording:
        """The write of this page."""
        return Recording()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        form.record = self.recording(form)
        self.save_before(request, form)
        if change and not obj._state.adding:
            form.record.change_all([obj])
        else:
            form.record.add(obj)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        parts = formset.save(commit=False)
        names = [each.name for each in formset.model._meta.concrete_fields if not each.primary_key]
        form.record.add_all([part for part in parts if part._state.adding])
        form.record.change_all({part: names for part in parts if not part._state.adding})
        form.record.remove_all(formset.deleted_objects)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        for one in form.instance._meta.many_to_many:
            if one.name in form.changed_data:
                form.record.choose(form.instance, one.name, form.cleaned_data[one.name])
        for rows in formsets:
            self.save_formset(request, form, rows, change=change)
        self.save_further(request, form)
        form.record.finish()
        self.tell_saved(request, form)
        parts = [row for rows in formsets for row in rows.forms]
        if getattr(form, "is_merging", False):
            self._tell_merged(request, form, parts)
        for row in (form, *parts):
            for notice in getattr(row, "notices", ()):
                self.message_user(request, notice, messages.INFO)
            for warning in getattr(row, "warnings", ()):
                self.message_user(request, warning, messages.WARNING)

    def save_before(self, request: HttpRequest, form: Any) -> None:
        """Write what the noun refers to and the page asks for."""

    def save_further(self, request: HttpRequest, form: Any) -> None:
        """Write what the page asks for beside its rows."""

    def tell_saved(self, request: HttpRequest, form: Any) -> None:
        """Say what came of the write."""


def _named(event: Event) -> str:
    """What an event is about, in a few words."""
    if event.name:
        return f"{event.noun} “{event.name}” {event.deed}"
    return ", ".join(change.label.lower() for change in event.changes) or event.noun


def _moment(text: str) -> Any:
    """The time that the form carries; None, which is all history, if it was tampered with."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None
