"""The rows of what a statement says on which proposition; each may rest on one quotation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from positions.admin.bases import StackedInline
from positions.admin.editing.merged import MergedForm
from positions.admin.statement.save_context import StatementRows
from positions.models import Assessment


class AssessmentForm(MergedForm):
    """A stance; the quotation that carries it is named by its number on this page."""

    also_carried = ("quotation_number",)

    quotation_number = forms.IntegerField(
        label="Best quotation",
        required=False,
        min_value=1,
        widget=forms.NumberInput(attrs={"class": "vNumber"}),
        help_text="Its number under “The words”.",
    )

    class Meta:
        model = Assessment
        fields = (
            *("proposition", "stance", "directness", "condition", "reason"),
            *("disputed", "dispute_note"),
        )


class AssessmentRows(StatementRows):
    """What the statement says on which proposition."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._numbers: dict[int, int] | None = None

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if form.instance.quotation_id:
            if self._numbers is None:  # one query for all rows
                keys = self.instance.quotations.values_list("pk", flat=True)
                self._numbers = {pk: place for place, pk in enumerate(keys, start=1)}
            form.initial["quotation_number"] = self._numbers.get(form.instance.quotation_id)

    def clean(self) -> None:
        super().clean()
        standing = self.standing
        if standing and self.instance.is_silence and self.instance._state.adding:
            raise ValidationError(
                "Silence takes no side: list the propositions under “asked about” instead."
            )
        words = self.save_context.quotations
        kept = words.standing if words is not None else []
        usable = {
            number
            for number, row in enumerate(words.forms if words is not None else (), start=1)
            if row in kept
        }
        for form in standing:
            number = form.cleaned_data.get("quotation_number") if form.is_valid() else None
            if number and number not in usable:
                form.add_error(
                    "quotation_number",
                    f"There is no quotation {number} on this page that will be kept.",
                )

    def save_new(self, form: Any, commit: bool = True) -> Any:
        return self._with_quotation(form, super().save_new(form, commit=False), commit)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Any:
        return self._with_quotation(form, super().save_existing(form, obj, commit=False), commit)

    def _with_quotation(self, form: Any, assessment: Assessment, commit: bool) -> Assessment:
        if "quotation_number" in form.changed_data or assessment._state.adding:
            self._choose_quotation(form, assessment)
        if commit:
            assessment.save()
        return assessment

    def _choose_quotation(self, form: Any, assessment: Assessment) -> None:
        number = form.cleaned_data.get("quotation_number")
        words = self.save_context.quotations
        # Saved before this: the inlines stand in that order.
        assessment.quotation = words.forms[number - 1].instance if number and words else None


class AssessmentInline(StackedInline):
    """A block for each proposition that the statement speaks to."""

    model = Assessment
    form = AssessmentForm
    formset = AssessmentRows
    extra = 1
    autocomplete_fields = ["proposition"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "proposition",
                    ("stance", "directness", "quotation_number"),
                    "condition",
                    "reason",
                ]
            },
        ),
        ("Disputed", {"fields": ["disputed", "dispute_note"], "classes": ["collapse"]}),
    ]
    verbose_name_plural = "What it says on which proposition"
