"""A new proposition entered where it is needed: on the desk, and beside a stance."""

from __future__ import annotations

from typing import Any

from django import forms

from positions.admin.bases import ModelForm
from positions.models import Proposition, Topic

LONGEST_LABEL = 60  # characters; a shorter sentence is its own label


class PropositionInPlaceForm(ModelForm):
    """A sentence, its label, and its topic: ``default_topic`` where none is chosen."""

    topic: Any = forms.ModelChoiceField(
        Topic.objects.order_by("name", "pk"), label="Topic", required=False
    )

    class Meta:
        model = Proposition
        fields = ("text", "short_label")
        labels = {"text": "A sentence that one can support or oppose", "short_label": "Label"}
        help_texts = {
            "text": "",
            "short_label": "In a few words. Empty: the sentence, if short.",
        }

    def __init__(self, *args: Any, default_topic: Topic | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.default_topic = default_topic
        for field in self.fields.values():
            field.required = False
        self.fields["text"].widget.attrs["class"] = "vLargeTextField"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        text = cleaned.get("text", "")
        if not cleaned.get("short_label") and 0 < len(text.rstrip(".")) <= LONGEST_LABEL:
            cleaned["short_label"] = text.rstrip(".")
        if text and not cleaned.get("short_label"):
            self.add_error("short_label", f"Say it in at most {LONGEST_LABEL} characters.")
        self._clean_topic(cleaned)
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if "text" in self.errors and not self.data.get(self.add_prefix("short_label")):
            self.errors.pop("short_label", None)  # it was the sentence, which is refused already

    def _clean_topic(self, cleaned: dict[str, Any]) -> None:
        topic = self.instance.topic = cleaned.get("topic") or self.default_topic
        if topic is None and cleaned.get("text"):
            self.add_error("topic", "Choose the topic under which it stands.")
