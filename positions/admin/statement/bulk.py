"""Topic, form and venue of many statements at once, from their list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from positions.admin.bases import ModelAdmin
from positions.admin.editing.merged import mark_of
from positions.admin.editing.text_boxes import NoSubstanceBox, NoteBox, refuse_both
from positions.admin.roles import may_change
from positions.choices import StatementKind
from positions.models import Statement, Topic, workflow
from positions.recording import REFUSALS, CorrectionNote, Invalid, Recording

MOST_NAMED = 20  # of the statements that are changed, so many are named before it is done
FIELDS = ("topic", "kind", "venue")
SEEN = "seen"
MEANWHILE = (
    "Meanwhile somebody changed one of these, or which they are. Nothing is changed yet: look at "
    "them as they are now, and send it once more."
)


class BulkForm(forms.Form):
    """What all the chosen are given; what is left empty stays as it is on each."""

    topic: Any = forms.ModelChoiceField(
        Topic.objects.order_by("name", "pk"), required=False, empty_label="as it is"
    )
    kind = forms.ChoiceField(
        label="Form",
        required=False,
        choices=[
            ("", "as it is"),
            *(each for each in StatementKind.choices if each[0] != StatementKind.NO_REPLY),
        ],
    )
    venue = forms.CharField(
        required=False,
        validators=Statement._meta.get_field("venue").validators,
        help_text="Empty: as it is.",
    )
    note = NoteBox(
        label="Note to readers, for all of them",
        help_text="Public, on the page of each that they have seen.",
    )
    no_substance = NoSubstanceBox()

    def __init__(self, data: QueryDict | None, *, tells_readers: bool) -> None:
        super().__init__(data)
        if not tells_readers:
            del self.fields["note"], self.fields["no_substance"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        refuse_both(self)
        if not self.errors and not self.given:
            self.add_error(None, "Choose a topic, a form or a venue that they are to have.")
        return cleaned

    @property
    def given(self) -> dict[str, Any]:
        """The fields that all are to have, with their values."""
        return {name: value for name in FIELDS if (value := self.cleaned_data.get(name))}

    @property
    def told(self) -> CorrectionNote:
        """What readers are told of it."""
        cleaned = self.cleaned_data
        return CorrectionNote(cleaned.get("note", ""), cleaned.get("no_substance", False))


class BulkEditAdmin(ModelAdmin):
    """The action that changes these of all chosen, as one write."""

    @admin.action(description="Change topic, form or venue of the chosen…", permissions=["change"])
    def change_chosen(
        self, request: HttpRequest, queryset: QuerySet[Statement]
    ) -> HttpResponse | None:
        statements = list(queryset.select_related("topic").order_by("pk"))
        mine = [each for each in statements if may_change(request, each)]
        form = BulkForm(
            request.POST if "apply" in request.POST else None,
            tells_readers=any(workflow.is_seen(each.state) for each in mine),
        )
        if form.is_bound and form.is_valid() and self._apply(request, form, mine):
            if left := len(statements) - len(mine):
                told = "stays as it was: editors change it."
                if left > 1:
                    told = "stay as they were: editors change them."
                self.message_user(request, f"{left:,} {told}", messages.WARNING)
            return None
        return TemplateResponse(
            request,
            "admin/positions/change_chosen.html",
            {
                **self.admin_site.each_context(request),
                "title": "Change topic, form or venue",
                "opts": self.opts,
                "form": form,
                "action": "change_chosen",
                "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
                "across": request.POST.get("select_across", "0"),
                "statements": mine[:MOST_NAMED],
                "n_more": max(len(mine) - MOST_NAMED, 0),
                "seen": _mark_of(mine),
                "media": self.media,
            },
        )

    def _apply(self, request: HttpRequest, form: BulkForm, mine: list[Statement]) -> bool:
        """Give them what was typed, all or none; whether it was done. Else the form says why."""
        if request.POST.get(SEEN) != _mark_of(mine):
            form.add_error(None, MEANWHILE)
            return False
        if "kind" in form.given and (silences := [each for each in mine if each.is_silence]):
            form.add_error("kind", f"“{silences[0]}” says that nobody replied: that is its form.")
            return False
        changed: dict[Statement, list[str]] = {}
        for statement in mine:
            names = [name for name, it in form.given.items() if getattr(statement, name) != it]
            for name in names:
                setattr(statement, name, form.given[name])
            if names:
                changed[statement] = names
        try:
            with Recording(form.told) as record:
                record.change_all(changed)
        except Invalid as refusal:
            form.add_error(None, refusal.messages)
            return False
        except REFUSALS as refusal:
            form.add_error("note" if "note" in form.fields else None, str(refusal))
            return False
        for statement, names in changed.items():
            self.log_change(request, statement, f"Changed with others: {', '.join(names)}.")
        many = len(changed)
        told = f"{many:,} {'statement is' if many == 1 else 'statements are'} changed."
        self.message_user(request, told, messages.SUCCESS)
        return True


def _mark_of(statements: list[Statement]) -> str:
    """What tells these, as they are now, from others and from what becomes of them."""
    return mark_of([(each.pk, each.version) for each in statements])
