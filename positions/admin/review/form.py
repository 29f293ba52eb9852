"""What the queue is asked for: a tab, what is missing, a subject, a contributor, a page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet

from positions.choices import WorkflowState
from positions.models import Assessment, Proposition, Statement, Topic
from positions.publishing.lacks import BY_KEY, CHOICES
from positions.publishing.queue import entered_by

TABS = {
    "in_review": "In review",
    "draft": "Drafts",
    "challenges": "Open challenges",
}
MOST_PAGES = 10_000


class AccountField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An account, by its name; by what it logs in with where it has none."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.get_full_name() or obj)


class QueueForm(forms.Form):
    """The query string. What it does not understand is said, and nothing is listed."""

    tab = forms.ChoiceField(choices=list(TABS.items()), required=False, widget=forms.HiddenInput)
    missing = forms.ChoiceField(
        choices=[("", "Anything or nothing"), *CHOICES], required=False, label="Missing"
    )
    topic: Any = forms.ModelChoiceField(
        Topic.objects.all(), required=False, empty_label="Any topic", to_field_name="slug"
    )
    proposition: Any = forms.ModelChoiceField(
        Proposition.objects.all(),
        required=False,
        empty_label="Any proposition",
        to_field_name="slug",
    )
    by: Any = AccountField(
        get_user_model().objects.filter(is_staff=True).order_by("username"),
        required=False,
        empty_label="Anybody",
        label="Entered by",
    )
    page = forms.IntegerField(
        required=False, min_value=1, max_value=MOST_PAGES, widget=forms.HiddenInput
    )

    @property
    def tab_chosen(self) -> str:
        return str(self.cleaned_data.get("tab") or "in_review") if self.is_valid() else "in_review"

    @property
    def number(self) -> int:
        return int(self.cleaned_data.get("page") or 1)

    def statements(self) -> QuerySet[Statement]:
        """Those that are asked for, in no order; the tab is one of the two states."""
        found = Statement.objects.filter(state=WorkflowState(self.tab_chosen))
        asked = self.cleaned_data
        if asked["missing"]:
            found = found.filter(BY_KEY[asked["missing"]])
        if asked["by"]:
            found = found.filter(entered_by(asked["by"]))
        if asked["proposition"]:
            found = found.filter(_about(proposition=asked["proposition"]))
        if asked["topic"]:
            found = found.filter(
                Q(topic=asked["topic"]) | _about(proposition__topic=asked["topic"])
            )
        return found


def _about(**which: Any) -> Q:
    """Statements judged, or silent, on such a proposition."""
    judged = Assessment.objects.filter(statement=OuterRef("pk"), **which)
    silent = Statement.asked_about.through.objects.filter(statement=OuterRef("pk"), **which)
    return Q(Exists(judged.order_by())) | Q(Exists(silent.order_by()))
