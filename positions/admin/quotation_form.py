"""The form of a quotation: stripped of its marks, and held against the source's text at once."""

from __future__ import annotations

from typing import Any

from positions.admin.checking import hold_against
from positions.admin.dates import DateBoxForm
from positions.admin.desk import Desk
from positions.admin.words_field import WordsField
from positions.choices import QuotationCheck, QuotationKind
from positions.dates import UncertainDate
from positions.models import Quotation, Source
from positions.quoting import strip_marks

WHAT_IS_CHECKED = {"kind", "exact", "source", "prefix", "suffix"}


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

    def __init__(self, *args: Any, desk: Desk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.desk = desk
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
            if WHAT_IS_CHECKED & set(self.changed_data) or self._was_not_found:
                self._check(cleaned, self.desk.text_of(source))
        return cleaned

    @property
    def _was_not_found(self) -> bool:
        return bool(self.instance.check_result == QuotationCheck.NOT_FOUND)

    def _source(self) -> Source | None:
        chosen: Source | None = self.cleaned_data.get("source")
        return chosen or self.desk.source

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
        match = hold_against(quotation, text)
        cleaned["prefix"], cleaned["suffix"] = quotation.prefix, quotation.suffix
        if match is None:
            return
        if self._was_not_found and cleaned["statement"].is_published:
            self.add_error("exact", f"{match.explain()} It cannot be published so.")
        else:
            told = self.warnings if self._was_not_found else self.notices
            told.append(f"“{_short(quotation.exact)}”: {match.explain()}")


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
