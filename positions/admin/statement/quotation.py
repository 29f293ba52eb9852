"""The form of a quotation: stripped of its marks, and held against the source's text at once."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from positions.admin.bases import StackedInline
from positions.admin.editing.date_box import DateBoxForm
from positions.admin.editing.text_boxes import WordsField
from positions.admin.statement.save_context import SaveContext, StatementRows
from positions.choices import QuotationCheck, QuotationKind
from positions.dates import UncertainDate
from positions.models import Quotation, Source
from positions.quoting import strip_marks
from positions.recording.publication import FOUND, WORDS

CHECKED_FIELDS = {"kind", "exact", "source", "prefix", "suffix"}


class QuotationForm(DateBoxForm):
    """Words of a statement as one source gives them; the source may be that of the page."""

    exact = WordsField(
        label="Words", strip=True, help_text="To the letter, without the quotation marks."
    )
    prefix: Any = WordsField(label="Words before", required=False, max_length=64, rows=2)
    suffix = WordsField(label="Words after", required=False, max_length=64, rows=2)

    class Meta:
        model = Quotation
        fields = (
            *("kind", "exact", "source", "prefix", "suffix"),
            *("date_edtf", "date_printed", "date_basis", "date_note"),
        )

    def __init__(self, *args: Any, save_context: SaveContext, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.save_context = save_context
        if "source" in self.fields:
            self.fields["source"].required = False
            self.fields["source"].help_text = "Empty: the source at the top."

    def published(self) -> UncertainDate | None:
        source = self._source()
        return source.date if source else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        source = self._source()
        if source is None:
            if "source" not in self.errors:
                self.add_error(
                    "source", "Say where these words stand: choose a source here, or at the top."
                )
        elif cleaned.get("exact") and cleaned.get("kind"):
            self._take_off_marks(cleaned)
            changed = CHECKED_FIELDS & set(self.changed_data)
            if changed or self._was_not_found or self.save_context.comes_out:
                self._check(cleaned, self.save_context.text_of(source))
        return cleaned

    @property
    def _was_not_found(self) -> bool:
        return bool(self.instance.check_result == QuotationCheck.NOT_FOUND)

    def _source(self) -> Source | None:
        chosen: Source | None = self.cleaned_data.get("source")
        return chosen or self.save_context.source

    def _take_off_marks(self, cleaned: dict[str, Any]) -> None:
        bare = strip_marks(cleaned["exact"])
        if cleaned["kind"] != QuotationKind.PARAPHRASE and bare != cleaned["exact"]:
            cleaned["exact"] = bare
            self.notices.append(
                f"The quotation marks around “{_short(bare)}” were taken off; the pages add them."
            )

    def _check(self, cleaned: dict[str, Any], text: str) -> None:
        quotation: Quotation = self.instance
        for name in ("kind", "exact", "prefix", "suffix"):
            setattr(quotation, name, cleaned.get(name, ""))
        match = quotation.hold_against(text)
        cleaned["prefix"], cleaned["suffix"] = quotation.prefix, quotation.suffix
        if match is None:
            return
        if self._was_not_found and FOUND in self.save_context.needs:
            self.add_error("exact", f"{match.explain()} It cannot be published so.")
        else:
            told = self.warnings if self._was_not_found else self.notices
            told.append(f"“{_short(quotation.exact)}”: {match.explain()}")


class QuotationRows(StatementRows):
    """The words. The rows are numbered on the page, so that a stance can name one of them."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "save_context": self.save_context}

    def clean(self) -> None:
        super().clean()
        self.save_context.quotations = self
        if WORDS in self.save_context.needs:
            raise ValidationError(
                f"A published statement needs {WORDS.cure}: give them here.", code="missing"
            )

    def save_new(self, form: Any, commit: bool = True) -> Any:
        self.append_in_order(form)
        return self._with_source(form, super().save_new(form, commit=False), commit)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Any:
        return self._with_source(form, super().save_existing(form, obj, commit=False), commit)

    def _with_source(self, form: Any, quotation: Quotation, commit: bool) -> Quotation:
        if not form.cleaned_data.get("source") and self.save_context.source is not None:
            quotation.source = self.save_context.source
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
        (None, {"fields": ["exact", ("kind", "source", "checked"), ("prefix", "suffix")]}),
        (
            "The date that this source gives, where it differs",
            {
                "fields": [("date_edtf", "date_basis"), ("date_printed", "date_note")],
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


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
