"""The rows on a statement's page: who says it, in which words, meaning what, answering whom."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max

from positions.admin.bases import ModelForm, StackedInline
from positions.admin.completed import CompletedInline, CompletedRows
from positions.admin.desk import Desk, desk_of
from positions.admin.quotation_form import QuotationForm
from positions.choices import AttributionRole, QuotationKind
from positions.models import Assessment, Attribution, Quotation, Reply


class StatementRows(CompletedRows):
    """Rows that know what else is on the page."""

    @property
    def desk(self) -> Desk:
        return desk_of(self.instance)

    def append_in_order(self, form: Any) -> None:
        """Give a new row its place after all that are stored."""
        rows: Any = self.model
        highest = rows.objects.filter(**{self.fk.name: self.instance}).aggregate(
            highest=Max("order")
        )["highest"]
        taken = vars(self).setdefault("_placed", -1 if highest is None else highest)
        vars(self)["_placed"] = form.instance.order = taken + 1


class AttributionRows(StatementRows):
    """Who makes the statement; the signatories found in the pasted list count too."""

    def clean(self) -> None:
        super().clean()
        standing = self.standing
        listed = {
            form.instance.stakeholder_id
            for form in standing
            if form.instance.role == AttributionRole.SIGNATORY
        }
        fresh = []
        for line in self.desk.signatories:
            if line.match and line.match.pk not in listed:
                listed.add(line.match.pk)
                fresh.append(line)
        self.desk.signatories = fresh
        if self.instance.is_published and not standing and not fresh:
            raise ValidationError(
                "A published statement needs an attribution: say here who makes it.", code="missing"
            )

    def save_new(self, form: Any, commit: bool = True) -> Any:
        self.append_in_order(form)
        return super().save_new(form, commit)


class AttributionInline(CompletedInline):
    """A row for each who makes the statement."""

    model = Attribution
    formset = AttributionRows
    extra = 1
    completed_fields = ["stakeholder", "on_behalf_of"]
    fields = ["stakeholder", "role", "on_behalf_of", "capacity", "name_printed", "withdrawn_on"]
    verbose_name_plural = "Who makes it"


class QuotationRows(StatementRows):
    """The words. The rows are numbered on the page, so that a stance can name one of them."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "desk": self.desk}

    def clean(self) -> None:
        super().clean()
        self.desk.quotations = self
        if self.instance.is_published and not self.standing:
            raise ValidationError(
                "A published statement needs its words: a quotation or paraphrase with its source.",
                code="missing",
            )

    def save_new(self, form: Any, commit: bool = True) -> Any:
        self.append_in_order(form)
        return self._with_source(form, super().save_new(form, commit=False), commit)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Any:
        return self._with_source(form, super().save_existing(form, obj, commit=False), commit)

    def _with_source(self, form: Any, quotation: Quotation, commit: bool) -> Quotation:
        if not form.cleaned_data.get("source") and self.desk.source is not None:
            quotation.source = self.desk.source
        if commit:
            quotation.save()
        return quotation


class QuotationInline(StackedInline):
    """A block for each quotation, with its number."""

    model = Quotation
    form = QuotationForm
    formset = QuotationRows
    template = "admin/positions/numbered_rows.html"
    extra = 1
    autocomplete_fields = ["source"]
    readonly_fields = ["checked"]
    fieldsets = [
        (None, {"fields": ["kind", "exact", "source", ("prefix", "suffix"), "checked"]}),
        (
            "The date that this source gives, where it differs",
            {
                "fields": ["date_edtf", "date_printed", "date_basis", "date_note"],
                "classes": ["collapse"],
            },
        ),
    ]
    verbose_name_plural = "The words"

    def checked(self, quotation: Quotation) -> str:
        """The result of the check, and of when."""
        if quotation.kind == QuotationKind.PARAPHRASE:
            return "A paraphrase, which is not checked."
        on = f", on {quotation.checked_at:%d %B %Y}" if quotation.checked_at else ""
        return f"{quotation.get_check_result_display()}{on}"


class AssessmentForm(ModelForm):
    """A stance; the quotation that carries it is named by its number on this page."""

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
        words = self.desk.quotations
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
        number = form.cleaned_data.get("quotation_number")
        words = self.desk.quotations
        # Saved before this: the inlines stand in that order.
        assessment.quotation = words.forms[number - 1].instance if number and words else None
        if commit:
            assessment.save()
        return assessment


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
                    ("stance", "directness"),
                    "condition",
                    "reason",
                    "quotation_number",
                ]
            },
        ),
        ("Disputed", {"fields": ["disputed", "dispute_note"], "classes": ["collapse"]}),
    ]
    verbose_name_plural = "What it says on which proposition"


class ReplyInline(CompletedInline):
    """A row for each statement that this one answers."""

    model = Reply
    fk_name = "from_statement"
    formset = CompletedRows
    extra = 1
    completed_fields = ["to_statement"]
    fields = ["kind", "to_statement"]
    verbose_name_plural = "What it answers"
