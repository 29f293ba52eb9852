"""Statements in the admin: the one page on which a statement is added, changed and published."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.safestring import SafeString

from positions.admin.editing.completed import CompletedInline, CompletedRows
from positions.admin.editing.editable import EditableAdmin
from positions.admin.editing.merged import MergedForm
from positions.admin.editing.paged import PagedAdmin
from positions.admin.roles import may_change, may_publish, role_of
from positions.admin.spreadsheets import SpreadsheetAdmin
from positions.admin.statement.assessment import AssessmentInline
from positions.admin.statement.attribution import AttributionInline
from positions.admin.statement.bulk import BulkEditAdmin
from positions.admin.statement.derived import positions_message, positions_panel
from positions.admin.statement.form import StatementForm
from positions.admin.statement.list import StatementColumns
from positions.admin.statement.missing import missing_of
from positions.admin.statement.publishing import DECISIONS, PublishingAdmin
from positions.admin.statement.quotation import QuotationInline
from positions.admin.statement.save_context import StatementRows, begin_save, save_context_of
from positions.admin.statement.signatories import kinds_for, repeats, some_of
from positions.importers.sheets import SHEETS
from positions.intake.signatories import add_signatories
from positions.models import Organisation, Person, Reply, Statement, workflow
from positions.publishing.moves import refusals, taken_message, waits_for_text
from positions.publishing.trail import Trail, trails_of
from positions.recording import REFUSALS, CorrectionNote, Recording
from positions.recording.checking import take_for

# In the order of an editor's work. What has the class "after" stands below the rows.
SOURCE_FIELDS = ("Where it stands", {"fields": ["source"]})
NEW_SOURCE_FIELDS = (
    "A new source",
    {
        "fields": [
            "source_url",
            "source_title",
            ("source_kind", "source_publisher", "source_byline"),
            ("source_date_edtf", "source_date_basis"),
            ("source_date_printed", "source_date_note"),
            ("source_is_primary", "source_title_is_ours"),
            "source_text",
        ],
        "classes": ["collapse"],
        "description": "Only where the source is not known yet.",
    },
)
STATEMENT_FIELDS = (
    "What, and when",
    {"fields": ["title", ("kind", "date_edtf", "date_basis"), "date_confirmed"]},
)
SIGNATORY_FIELDS = (
    "Many signatories: paste the list",
    {"fields": ["signatories", "add_unknown", "skip_unmatched"], "classes": ["collapse"]},
)
CONTEXT_FIELDS = (
    "Topic, venue, addressees, what was asked, summary",
    {
        "fields": [("topic", "venue"), ("addressees", "asked_about"), "summary"],
        "classes": ["collapse", "after"],
    },
)
RARE_FIELDS = (
    "Seldom needed: the date as printed, a note on it, the address of the page",
    {
        "fields": [("date_printed", "date_note", "slug")],
        "classes": ["collapse", "after"],
    },
)
FIELDS_OF_A_DRAFT = ["state", "new_note"]
FIELDS_ONCE_PUBLIC = ["state", "correction_note", "no_substance"]
DERIVED_FIELDS = ("What follows from it", {"fields": ["positions_now"], "classes": ["after"]})


class ReplyInline(CompletedInline):
    """A row for each statement that this one answers."""

    model = Reply
    form = MergedForm
    fk_name = "from_statement"
    formset = CompletedRows
    extra = 1
    completed_fields = ["to_statement"]
    fields = [("kind", "to_statement")]
    classes = ["collapse"]
    verbose_name_plural = "What it answers"


@admin.register(Statement)
class StatementAdmin(
    SpreadsheetAdmin, StatementColumns, PublishingAdmin, BulkEditAdmin, PagedAdmin, EditableAdmin
):
    """The pages of statements."""

    sheet = SHEETS["statements"]
    actions = [*DECISIONS, "change_chosen"]
    form = StatementForm
    change_form_template = "admin/positions/statement_form.html"
    inlines = [AttributionInline, QuotationInline, AssessmentInline, ReplyInline]
    autocomplete_fields = ["topic", "addressees", "asked_about"]
    readonly_fields = ["positions_now"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        # What was entered is in sight.
        around = (
            CONTEXT_FIELDS
            if obj is None
            else (CONTEXT_FIELDS[0], {**CONTEXT_FIELDS[1], "classes": ["after"]})
        )
        changing = obj is None or self.has_change_permission(request, obj)
        asked = ["state"]  # for whom only reads it there is nothing to say
        if obj is not None and changing:
            asked = FIELDS_OF_A_DRAFT if obj.state in workflow.OPEN_STATES else FIELDS_ONCE_PUBLIC
            if asked is FIELDS_OF_A_DRAFT and not (may_publish(request) or obj.review_note):
                asked = ["state"]  # nobody has said anything that could be answered
        if obj is not None and may_publish(request) and waits_for_text(obj):
            asked = [*asked, "take_texts"]
        rest = [around, RARE_FIELDS, ("For readers", {"fields": asked, "classes": ["after"]})]
        shown: list[Any] = [STATEMENT_FIELDS, *rest]
        if changing:
            new = [NEW_SOURCE_FIELDS] if request.user.has_perm("positions.add_source") else []
            shown = [SOURCE_FIELDS, *new, STATEMENT_FIELDS, SIGNATORY_FIELDS, *rest]
        return shown if obj is None else [*shown, DERIVED_FIELDS]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.role = role_of(request)
        form.save_context = save_context_of(request)
        form.kinds_to_add = kinds_for(
            {each for each in (Organisation, Person) if _may_add(request, each)}
        )
        form.entering_sources = request.user.has_perm("positions.add_source")
        form.account_key = request.user.pk
        return form

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        given: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if issubclass(inline.formset, StatementRows):
            given["save_context"] = save_context_of(request)
        return given

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and may_change(request, obj)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        begin_save(request)
        try:
            return super().changeform_view(request, *args, **kwargs)
        except REFUSALS as refusal:
            # All was rolled back: checked again, the form says what is wanted, and where.
            begin_save(request, refusal)
            return super().changeform_view(request, *args, **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        statement = context.get("original")
        if statement is None or statement.state in workflow.OPEN_STATES:
            context["missing"] = missing_of(statement)
        if statement is not None and statement.review_note:
            trail = trails_of([statement.pk]).get(statement.pk, Trail())
            me = request.user.pk
            context |= {"trail": trail, "trail_told": trail.told(me), "thread": trail.thread(me)}
        return super().render_change_form(request, context, *args, **kwargs)

    def refuse_return(self, request: HttpRequest, before: Any, restored: Any) -> str:
        why = refusals(
            before.state if before else None,
            restored,
            role_of(request),
            to_contributor=restored.review_note,
            to_readers=self.note_of_return(request).note,
        )
        return "; ".join(why)

    def tells_readers(self, edited: Any) -> bool:
        return edited is not None and edited.state not in workflow.OPEN_STATES

    def note_of_return(self, request: HttpRequest) -> CorrectionNote:
        note = request.POST.get("correction_note", "").strip()
        return CorrectionNote(note, no_substance="no_substance" in request.POST)

    def recording(self, form: Any) -> Recording:
        return Recording(form.note_to_readers, dates_confirmed=form.cleaned_data["date_confirmed"])

    def save_before(self, request: HttpRequest, form: Any) -> None:
        form.save_source(form.record, request.user)

    def save_further(self, request: HttpRequest, form: Any) -> None:
        form.added = add_signatories(form.record, form.instance, form.save_context.signatories)
        form.taken = take_for([form.instance.pk]) if form.save_context.takes else {}

    def tell_saved(self, request: HttpRequest, form: Any) -> None:
        if form.taken:
            self.message_user(request, taken_message(form.taken), messages.INFO)
        for told in form.record.corrections:
            self.message_user(request, f"Readers are told: {told.note}", messages.INFO)
        for notice in repeats(form.save_context.repeated, form.save_context.signed):
            self.message_user(request, notice, messages.INFO)
        if form.added:
            self.message_user(request, f"Signatories added: {some_of(form.added)}.", messages.INFO)
        if message := positions_message(form.instance):
            self.message_user(request, message, messages.INFO)

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        return super().get_view_on_site_url(obj if obj and obj.is_published else None)

    @admin.display(description="Positions")
    def positions_now(self, statement: Statement) -> SafeString | str:
        return positions_panel(statement)


def _may_add(request: HttpRequest, model: type[Any]) -> bool:
    return request.user.has_perm(f"positions.add_{model._meta.model_name}")
