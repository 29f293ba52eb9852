"""What is said with a save: to those who work on it, of its review; to readers, of a change."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst

from positions.admin.editing.merged import MergedForm
from positions.admin.editing.text_boxes import NoSubstanceBox, NoteBox, refuse_both
from positions.admin.statement.save_context import SaveContext
from positions.models import workflow
from positions.models.workflow import Needed, Role
from positions.recording import CorrectionNote, DateDoubted, NoteNeeded
from positions.recording.publication import DATE


class CorrectionNoteForm(MergedForm):
    """A statement's state, by the table of moves, and what an editor says with it.

    That are the notes of its review and to readers, and that a doubted date is right. ``role``
    is the hand that saves, ``save_context`` holds what a first attempt to save came upon.
    """

    role = Role.CONTRIBUTOR
    save_context: SaveContext

    date_confirmed = forms.BooleanField(
        label="The date is right, though it is later than that of the newest source",
        required=False,
    )

    new_note = NoteBox(
        label="Note on the review",
        help_text="For those who work on it; it stands at the top of this page and in the queue, "
        "with your name. It is needed to send it back. Private, and gone once it is published.",
    )
    correction_note = NoteBox(
        help_text="What was corrected, or why it is withdrawn or published again. Public: on its "
        "page, and among the corrections.",
    )
    no_substance = NoSubstanceBox(
        help_text="Readers are told nothing; the history keeps that you said so. Of a stance, a "
        "date, who speaks and for whom, quoted words and their source they are always told.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.state_before: str | None = self.instance.state if self.instance.pk else None
        if "state" in self.fields:
            may = workflow.destinations(self.state_before, self.role)
            # Shown are those; what else is sent is refused with words, in clean_state.
            self.fields["state"].widget.choices = [(state.value, state.label) for state in may]
        if "date_confirmed" in self.fields and not self._asks_about_date:
            self.fields["date_confirmed"].widget = forms.HiddenInput()

    @property
    def note_needed(self) -> NoteNeeded | None:
        """The note to readers that the first attempt lacked."""
        return self._refusal if isinstance(self._refusal, NoteNeeded) else None

    @property
    def _refusal(self) -> Exception | None:
        return self.save_context.refusal

    @property
    def _asks_about_date(self) -> bool:
        return isinstance(self._refusal, DateDoubted) or self.data.get("date_confirmed") == "on"

    def clean_state(self) -> str:
        state: str = self.cleaned_data["state"]
        if self.instance.pk and "state" not in self.changed_data:
            return str(self.instance.state)  # another may have moved it since it was opened
        if why := workflow.refusal(self.state_before, state, self.role):
            raise ValidationError(f"{capfirst(why)}.", code="move")
        return state

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self._clean_new_note(cleaned)
        refuse_both(self, "correction_note")
        if self.note_needed is not None:
            self.add_error("correction_note", str(self.note_needed))
        if isinstance(self._refusal, DateDoubted):
            self.add_error("date_edtf", str(self._refusal))
        if DATE in self.save_context.needs:
            self.add_error("date_edtf", f"A published statement needs {DATE.cure}.")
        return cleaned

    def _clean_new_note(self, cleaned: dict[str, Any]) -> None:
        note, state = cleaned.get("new_note", ""), cleaned.get("state", "")
        move = workflow.found(self.state_before, state, self.role)
        needed = move is not None and move.needs is Needed.NOTE_TO_CONTRIBUTOR
        if needed and not note:
            self.add_error("new_note", "Say to the contributor what is to be mended.")
        elif note and workflow.is_seen(state):
            self.add_error(
                "new_note",
                "Once it is published nobody reads a note of its review: empty this, or leave it "
                "a draft or in review.",
            )
        elif note:
            self.instance.review_note = note

    @property
    def note_to_readers(self) -> CorrectionNote:
        """What is said of the changes; of what the page did not ask, nothing."""
        return CorrectionNote(
            self.cleaned_data.get("correction_note", ""),
            no_substance=bool(self.cleaned_data.get("no_substance")),
            regardless=True,
        )
