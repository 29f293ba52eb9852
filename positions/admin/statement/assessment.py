"""The rows of what a statement says on which proposition; each may rest on one quotation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.text import Truncator

from positions.admin.bases import CHOSEN_AND_NEW, StackedInline, take_errors
from positions.admin.editing.merged import MergedForm
from positions.admin.editing.rows import MOST_ROWS
from positions.admin.proposition.in_place import PropositionInPlaceForm
from positions.admin.statement.save_context import SaveContext, StatementRows, save_context_of
from positions.models import Assessment, Proposition

SHOWN = 60  # characters of words in a list
NEW = "new"  # before the names of the fields of a proposition that is entered in the row


class AssessmentForm(MergedForm):
    """A stance; the quotation that carries it is chosen by its words, and sent by its number."""

    also_carried = ("quotation_number",)

    quotation_number = forms.IntegerField(
        label="Best quotation",
        required=False,
        min_value=1,
        widget=forms.Select,
        help_text="The words above that carry it.",
    )

    class Meta:
        model = Assessment
        fields = (
            *("proposition", "stance", "directness", "condition", "reason"),
            *("disputed", "dispute_note"),
        )

    def __init__(self, *args: Any, save_context: SaveContext, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.save_context = save_context
        self.new_proposition: Proposition | None = None
        if save_context.adds_propositions and "proposition" in self.fields:
            self.fields["proposition"].required = False  # it may be entered below
            widget: Any = self.fields["proposition"].widget
            widget.can_add_related = False  # it has no other page for that then

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.save_context.adds_propositions:
            self._clean_proposition(cleaned)
        return cleaned

    def _clean_proposition(self, cleaned: dict[str, Any]) -> None:
        entered = PropositionInPlaceForm(
            self.data,
            prefix=self.add_prefix(NEW),
            instance=Proposition(),
            default_topic=self.save_context.topic,
        )
        chosen = cleaned.get("proposition") is not None
        if not entered.has_changed():
            if not chosen and "proposition" not in self.errors:
                self.add_error("proposition", "Choose one, or enter a new one below.")
            return
        if chosen:
            self.add_error("proposition", CHOSEN_AND_NEW)
            return
        if entered.is_valid() and not entered.cleaned_data["text"]:
            entered.add_error("text", "Write the sentence, or choose a proposition above.")
        take_errors(self, entered, f"{NEW}-")
        self.new_proposition = entered.instance

    def _get_validation_exclusions(self) -> set[str]:
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded | ({"proposition"} if self.new_proposition is not None else set())


# Declared so, and not in the class, since they are the fields of the other form.
IN_PLACE = {f"{NEW}-{name}": field for name, field in PropositionInPlaceForm().fields.items()}
IN_PLACE[f"{NEW}-topic"].help_text = "Empty: that of the statement."
AssessmentForm.declared_fields.update(IN_PLACE)
AssessmentForm.base_fields.update(IN_PLACE)


class AssessmentRows(StatementRows):
    """What the statement says on which proposition."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "save_context": self.save_context}

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if form.instance.quotation_id:
            numbers = {pk: number for number, (pk, _) in enumerate(self._stored_words, start=1)}
            form.initial["quotation_number"] = numbers.get(form.instance.quotation_id)
        asked = form.data.get(form.add_prefix("quotation_number"), "") if form.is_bound else ""
        form.fields["quotation_number"].widget.choices = self._words_by_number(asked)

    @cached_property
    def _stored_words(self) -> list[tuple[int, str]]:
        """The keys and words of the quotations, in their order. One query for all rows."""
        if self.instance._state.adding:
            return []
        return list(self.instance.quotations.values_list("pk", "exact"))

    @cached_property
    def _words(self) -> list[str]:
        """The words in the rows of the page: as they were sent, else the stored and a new one."""
        if not self.is_bound:
            return [*(words for _, words in self._stored_words), ""]
        try:
            rows = int(self.data.get("quotations-TOTAL_FORMS", ""))
        except ValueError:
            rows = 0
        return [self.data.get(f"quotations-{n}-exact", "") for n in range(min(rows, MOST_ROWS))]

    def _words_by_number(self, asked: str) -> list[tuple[str, str]]:
        """The choices, by number; one that was sent stays, though there are no such words."""
        called = [
            (str(number), f"{number} · {_begun(words)}")
            for number, words in enumerate(self._words, start=1)
        ]
        if asked and asked not in dict(called):
            called.append((asked, f"{asked} · no such words"))
        return [("", "not said"), *called]

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
        self._gather_new(standing)

    def _gather_new(self, standing: list[Any]) -> None:
        """Give the page the propositions that its rows enter, each once."""
        entered: dict[str, Proposition] = {}
        for form in standing:
            new = form.new_proposition
            if new is not None and new.text and entered.setdefault(new.text, new) is not new:
                form.add_error(f"{NEW}-text", "Another row enters the same sentence.")
        self.save_context.propositions = list(entered.values())

    def save_new(self, form: Any, commit: bool = True) -> Any:
        return self._with_quotation(form, super().save_new(form, commit=False), commit)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Any:
        return self._with_quotation(form, super().save_existing(form, obj, commit=False), commit)

    def _with_quotation(self, form: Any, assessment: Assessment, commit: bool) -> Assessment:
        if form.new_proposition is not None:
            assessment.proposition = form.new_proposition  # which has its key by now
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


def _begun(words: str) -> str:
    shown = Truncator(" ".join(words.split())).chars(SHOWN)
    return f"“{shown}”" if shown else "the words typed there"


class AssessmentInline(StackedInline):
    """A block for each proposition that the statement speaks to."""

    model = Assessment
    form = AssessmentForm
    formset = AssessmentRows
    extra = 1
    autocomplete_fields = ["proposition"]
    fieldsets = [
        (None, {"fields": ["proposition"]}),
        (
            None,
            {"fields": [("stance", "directness", "quotation_number"), "condition", "reason"]},
        ),
        ("Disputed", {"fields": ["disputed", "dispute_note"], "classes": ["collapse"]}),
    ]
    in_place = (
        "A new proposition",
        {
            "fields": [f"{NEW}-text", (f"{NEW}-short_label", f"{NEW}-topic")],
            "classes": ["collapse"],
            "description": "Only where it is not known yet: it is added in the same save.",
        },
    )
    verbose_name_plural = "What it says on which proposition"

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        shown = super().get_fieldsets(request, obj)
        adds = save_context_of(request).adds_propositions
        return [shown[0], self.in_place, *shown[1:]] if adds else shown
