"""The form of a statement: its source, its date, and the pasted list of those who signed it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin

from positions.admin.bases import CHOSEN_AND_NEW, CompletingSelect, take_errors
from positions.admin.editing.date_box import DateBoxForm
from positions.admin.editing.editable import EditableForm
from positions.admin.source.in_place import PREFIX, SourceInPlaceForm, fields_in_place
from positions.admin.statement.correction_note import CorrectionNoteForm
from positions.admin.statement.signatories import boxes_of, found_list, left_out, refusal
from positions.choices import WorkflowState
from positions.dates import UncertainDate
from positions.intake.signatories import clashes, decide, once_each, wrong
from positions.models import Quotation, Source, Statement, workflow
from positions.models.names import all_names
from positions.models.texts import CAPTURED, Longest, ProseBox, legible
from positions.naming.lines import read_lines
from positions.recording import Recording
from positions.recording.checking import proposers_of


class StatementForm(CorrectionNoteForm, DateBoxForm, EditableForm):
    """One act of saying. What stands here as an attribute is given by the page for each request."""

    entering_sources = False
    kinds_to_add: Sequence[tuple[str, str]] = ()
    account_key: int | None = None

    source = forms.ModelChoiceField(
        Source.objects.all(),
        label="Source of the words below",
        required=False,
        help_text="Quotations without a source of their own take it. If it is not known yet, "
        "open “A new source” and enter it there.",
    )
    signatories = ProseBox(
        label="Pasted list of signatories",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "class": "vLargeTextField"}),
        validators=[legible, Longest(CAPTURED)],
        help_text="One a line. Each is looked up among names, abbreviations and aliases; a role "
        "and an organisation after a comma are understood. Those found are added as signatories.",
    )
    add_unknown = forms.ChoiceField(
        label="Add those that are unknown as",
        required=False,
        help_text="In the same save. “NRDC (Natural Resources Defense Council)” becomes a name and "
        "its abbreviation. Each line can be added as something else: a box stands beside it once "
        "the list was read. A line that may mean somebody known is added by its own box alone.",
    )
    skip_unmatched = forms.BooleanField(
        label="Save without the lines that match nobody, or several",
        required=False,
    )

    take_texts = forms.BooleanField(
        label="Take contributors' texts",
        required=False,
        help_text="Those of its sources that wait: else words that stand in them alone come out "
        "unchecked. Read them first, under “Private texts” on the page of the source.",
    )

    class Meta:
        model = Statement
        fields = (
            *("kind", "title", "slug", "summary", "topic", "venue", "addressees", "asked_about"),
            *("date_edtf", "date_printed", "date_basis", "date_note", "state"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.kinds_to_add:
            self.fields["add_unknown"] = forms.ChoiceField(
                label=self.fields["add_unknown"].label,
                help_text=self.fields["add_unknown"].help_text,
                required=False,
                choices=[("", "Nothing: the list is not saved with them"), *self.kinds_to_add],
            )
        self.new_source: SourceInPlaceForm | None = None
        self.fields["source"].widget = CompletingSelect(
            Quotation._meta.get_field("source"),
            admin.site,
            choices=self.fields["source"].choices,  # type: ignore[attr-defined]
        )

    def published(self) -> UncertainDate | None:
        source = self.save_context.source
        if source is None and self.instance.pk:
            first = self.instance.quotations.select_related("source").first()
            source = first.source if first else None
        return source.date if source else None

    def clean(self) -> dict[str, Any]:
        self._prepare_check()
        # The source first: the words of a date are understood as of the source's.
        self._clean_source()
        cleaned = super().clean()
        self.save_context.topic = cleaned.get("topic")
        self._clean_signatories(cleaned.get("signatories", ""))
        return cleaned

    def save_entered(self, record: Recording, by: Any) -> None:
        """Keep what was entered in place: a source, with its text by this account; propositions."""
        if self.new_source is not None:
            self.new_source.keep(record, by)
        record.add_all(self.save_context.propositions)

    def _prepare_check(self) -> None:
        """Say to the rows of words which texts they may be held against."""
        state = self.cleaned_data.get("state") or self.instance.state
        entered = proposers_of([self.instance.pk]) if self.instance.pk else {}
        self.save_context.by = (
            entered.get(self.instance.pk) if self.instance.pk else self.account_key
        )
        self.save_context.for_readers = state not in workflow.OPEN_STATES
        fresh = self.state_before is None or self.state_before in workflow.OPEN_STATES
        self.save_context.comes_out = fresh and state == WorkflowState.PUBLISHED
        self.save_context.takes = self.save_context.comes_out and bool(
            self.cleaned_data.get("take_texts")
        )

    def _clean_source(self) -> None:
        self.save_context.source = self.cleaned_data.get("source")
        entered = SourceInPlaceForm(self.data, self.files, instance=Source())
        if not self.entering_sources or not entered.is_filled_in:
            return
        if self.save_context.source is not None:
            self.add_error("source", CHOSEN_AND_NEW)
            return
        self.new_source = entered
        if entered.is_valid():
            self.save_context.source, self.save_context.text = (
                entered.instance,
                entered.cleaned_data["text"],
            )
            self.notices += entered.notices
            self.warnings += entered.warnings
        take_errors(self, entered, PREFIX)

    def _clean_signatories(self, text: str) -> None:
        if not text.strip():
            return
        names, kinds = all_names(), dict(self.kinds_to_add)
        lines = decide(read_lines(text, names), names, self.data, kinds)
        found, again = once_each(line for line in lines if line.match or line.new)
        self.save_context.signatories, self.save_context.repeated = found, again
        boxes = boxes_of(lines, self.kinds_to_add, self.data) if kinds else {}
        self["signatories"].help_text = found_list(lines, boxes)
        troubled = [line for line in lines if not (line.match or line.new)]
        for error in (*clashes(lines), *filter(None, map(wrong, lines))):
            self.add_error("signatories", error)
        if self.cleaned_data.get("skip_unmatched"):
            self.warnings += left_out(troubled)
        elif troubled:
            self.add_error("signatories", refusal(troubled))


# Declared so, and not in the class, since they are the fields of the other form.
StatementForm.declared_fields.update(fields_in_place())
StatementForm.base_fields.update(fields_in_place())
