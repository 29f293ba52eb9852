"""The forms of the desk: what is pasted, and what an article is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from positions.admin.editing.date_box import DateBoxForm
from positions.admin.editing.document_box import DocumentField, Entered
from positions.choices import CaptureOrigin, DateBasis, SourceKind
from positions.documents import Said
from positions.extraction.text.language import NAMES, language_of
from positions.intake.headline import read_headline
from positions.models import Intake, Source, Topic, url_key

DESCRIPTION_FIELDS = ("title", "url", "publisher", "kind", "byline", "language")
DATE_FIELDS = ("date_edtf", "date_basis", "date_printed", "date_note")
HEAD_FIELDS = (*DESCRIPTION_FIELDS, *DATE_FIELDS)


class ArticleForm(DateBoxForm):
    """What an article is. Its date is that of publication unless something else is said."""

    is_merged = False  # the desk merges it with what another saved by a mark of its own

    class Meta:
        model = Intake
        fields: tuple[str, ...] = (*HEAD_FIELDS, "topic")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["publisher"].widget.attrs |= {"list": "names", "autocomplete": "off"}
        for name in (*DESCRIPTION_FIELDS, "topic"):
            self.fields[name].help_text = ""
        self.fields["kind"].required = self.fields["language"].required = False
        self.fields["date_edtf"].label = "Date"
        self.fields[
            "date_edtf"
        ].help_text = "As the article prints it, or 2019-02-07, 2019-02. “Friday” counts from it."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["kind"] = cleaned.get("kind") or SourceKind.ARTICLE
        cleaned["language"] = cleaned.get("language") or "en"
        if cleaned.get("date_edtf") and not cleaned.get("date_basis"):
            cleaned["date_basis"] = DateBasis.PUBLICATION
        return cleaned


class PasteForm(ArticleForm):
    """A text, and what is known of it; what is left empty is taken from the text itself."""

    text = DocumentField(
        label="The article",
        rows=16,
        help_text="All of it, with its headline and its date. It stays private: readers see the "
        "words that are quoted and nothing else.",
    )
    source = forms.ModelChoiceField(Source.objects.all(), required=False, widget=forms.HiddenInput)

    origin = CaptureOrigin.PASTE
    said = Said()

    class Meta(ArticleForm.Meta):
        fields = ("text", *DESCRIPTION_FIELDS, *DATE_FIELDS, "topic", "source")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found: list[str] = []
        self.fields["text"].widget.attrs["autofocus"] = True
        topics = list(Topic.objects.order_by("name", "pk")[:2])
        if len(topics) == 1 and not self.is_bound:
            self.initial.setdefault("topic", topics[0].pk)

    def clean_text(self) -> str:
        entered: Entered = self.cleaned_data["text"]
        self.origin = entered.origin
        self.notices += entered.notices
        self.warnings += entered.warnings
        self.said = entered.document.said if entered.document else Said()
        if not entered.text.strip():
            raise ValidationError("Paste the text of the article, or choose a file.")
        return entered.text

    def clean(self) -> dict[str, Any]:
        self._take_from_text(self.cleaned_data)
        cleaned = super().clean()
        self._recognise_language(cleaned)
        if not cleaned.get("publisher"):
            cleaned["publisher"] = publisher_at(cleaned.get("url", ""))
        known = cleaned.get("source") or Source.objects.at_address(cleaned.get("url", "")).first()
        cleaned["source"] = known
        return cleaned

    def _recognise_language(self, cleaned: dict[str, Any]) -> None:
        """Take another language than English from the text, and say what cannot be read."""
        told = language_of(cleaned.get("text") or "")
        if told in NAMES and cleaned["language"] == "en":
            cleaned["language"] = told
        if told in NAMES or cleaned["language"] != "en":
            name = NAMES.get(told, "another language than English")
            self.warnings.append(
                f"The text seems to be in {name}. Only English is read: select the words that you "
                "want in the article, and make a card of them with “m”."
            )

    def _take_from_text(self, cleaned: dict[str, Any]) -> None:
        """Fill in what was left empty; ``found`` names what the text gave."""
        if not cleaned.get("text"):
            return
        head, said = read_headline(cleaned["text"]), self.said
        read = {
            "title": (said.title or head.title)[:300],
            "byline": (said.byline or head.byline)[:200],
            "url": said.address or head.url,
            "publisher": said.publisher[:200],
        }
        for name, value in read.items():
            if value and not cleaned.get(name) and name not in self.errors:
                cleaned[name] = value
                self.found.append(str(self.fields[name].label or name).lower())
        printed = said.published or head.date
        if printed and not cleaned.get("date_edtf") and "date_edtf" not in self.errors:
            cleaned["date_edtf"] = printed
            cleaned["date_basis"] = cleaned.get("date_basis") or DateBasis.PRINTED
            self.found.append("date")


def publisher_at(url: str) -> str:
    """Who published the newest source at the same host; empty where none is known. One query."""
    host = url_key(url).partition("/")[0]
    if not host:
        return ""
    there = Source.objects.filter(url_key__startswith=f"{host}/").exclude(publisher=None)
    return there.order_by("-pk").values_list("publisher__name", flat=True).first() or ""
