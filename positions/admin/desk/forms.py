"""The forms of the desk: what is pasted, and what an article is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from positions.admin.desk.headline import read_headline
from positions.admin.editing.date_box import DateBoxForm
from positions.admin.editing.words_box import WordsField
from positions.choices import CaptureOrigin, DateBasis, SourceKind
from positions.models import Intake, Source, Topic, url_key
from positions.models.intake import LONGEST

WHAT_IT_IS = ("title", "url", "publisher", "kind", "byline", "language")
WHEN = ("date_edtf", "date_basis", "date_printed", "date_note")


class ArticleForm(DateBoxForm):
    """What an article is. Its date is that of publication unless something else is said."""

    class Meta:
        model = Intake
        fields: tuple[str, ...] = (*WHAT_IT_IS, *WHEN, "topic")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["publisher"].widget.attrs |= {"list": "names", "autocomplete": "off"}
        for name in (*WHAT_IT_IS, "topic"):
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

    text = WordsField(
        label="The article",
        rows=16,
        required=False,
        help_text="All of it, with its headline and its date. It stays private: readers see the "
        "words that are quoted and nothing else.",
    )
    source = forms.ModelChoiceField(Source.objects.all(), required=False, widget=forms.HiddenInput)

    origin = CaptureOrigin.PASTE

    class Meta(ArticleForm.Meta):
        fields = ("text", *WHAT_IT_IS, *WHEN, "topic", "source")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found: list[str] = []
        self.fields["text"].widget.attrs["autofocus"] = True
        topics = list(Topic.objects.order_by("name", "pk")[:2])
        if len(topics) == 1 and not self.is_bound:
            self.initial.setdefault("topic", topics[0].pk)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise ValidationError("Paste the text of the article.")
        if len(text) > LONGEST:
            raise ValidationError(
                f"The text has {len(text):,} characters; the desk takes {LONGEST:,}. "
                "Paste it in parts."
            )
        return text

    def clean(self) -> dict[str, Any]:
        self._take_from_text(self.cleaned_data)
        cleaned = super().clean()
        if not cleaned.get("publisher"):
            cleaned["publisher"] = publisher_at(cleaned.get("url", ""))
        known = cleaned.get("source") or Source.objects.at_address(cleaned.get("url", "")).first()
        cleaned["source"] = known
        return cleaned

    def _take_from_text(self, cleaned: dict[str, Any]) -> None:
        """Fill in what was left empty; ``found`` names what the text gave."""
        if not cleaned.get("text"):
            return
        head = read_headline(cleaned["text"])
        read = {"title": head.title[:300], "byline": head.byline[:200], "url": head.url}
        for name, value in read.items():
            if value and not cleaned.get(name) and name not in self.errors:
                cleaned[name] = value
                self.found.append(str(self.fields[name].label or name).lower())
        if head.date and not cleaned.get("date_edtf") and "date_edtf" not in self.errors:
            cleaned["date_edtf"] = head.date
            cleaned["date_basis"] = cleaned.get("date_basis") or DateBasis.PRINTED
            self.found.append("date")


def publisher_at(url: str) -> str:
    """Who published the newest source at the same host; empty where none is known. One query."""
    host = url_key(url).partition("/")[0]
    if not host:
        return ""
    there = Source.objects.filter(url_key__startswith=f"{host}/").exclude(publisher=None)
    return there.order_by("-pk").values_list("publisher__name", flat=True).first() or ""
