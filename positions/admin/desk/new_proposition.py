"""A proposition, and a topic for it, added from the screen of an article without leaving it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict

from positions.admin.bases import ModelForm
from positions.admin.desk.card_fields import MOST_JUDGEMENTS
from positions.intake.card import Card, Judgement
from positions.models import Intake, Proposition, Topic
from positions.recording import Recording

PREFIX = "new"
LONGEST_LABEL = 60  # characters; a shorter sentence is its own label


def may_add(request: HttpRequest) -> bool:
    """Whether this account adds propositions and topics, as editors do."""
    return request.user.has_perms(["positions.add_proposition", "positions.add_topic"])


class NewPropositionForm(ModelForm):
    """A proposition under a topic that is there or new; without a sentence, the topic alone.

    ``begun`` has what was typed of it, by the names of the fields of the page, and is not sent yet.
    """

    topic: Any = forms.ModelChoiceField(Topic.objects.order_by("name", "pk"), required=False)
    subject = forms.CharField(label="Or a new topic", required=False)
    card = forms.IntegerField(
        label="Put it on card", required=False, min_value=1, max_value=999_999
    )

    class Meta:
        model = Proposition
        fields = ("text", "short_label")
        labels = {"text": "A sentence that one can support or oppose", "short_label": "Label"}

    def __init__(
        self,
        intake: Intake,
        data: QueryDict | None = None,
        begun: Mapping[str, str] | None = None,
    ) -> None:
        typed = {name.removeprefix(f"{PREFIX}-"): value for name, value in (begun or {}).items()}
        super().__init__(data, initial=typed, prefix=PREFIX, use_required_attribute=False)
        self.intake = intake
        self.new_topic: Topic | None = None
        for name in ("text", "short_label"):
            self.fields[name].required = False
            self.fields[name].help_text = ""
        self.fields["short_label"].help_text = "In a few words. Empty: the sentence, if short."
        self.fields["card"].widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        text = cleaned.get("text", "")
        if not cleaned.get("short_label") and 0 < len(text.rstrip(".")) <= LONGEST_LABEL:
            cleaned["short_label"] = text.rstrip(".")
        if text and not cleaned.get("short_label"):
            self.add_error("short_label", f"Say it in at most {LONGEST_LABEL} characters.")
        self._clean_topic(cleaned)
        if not text and self.new_topic is None and not self.errors:
            self.add_error("text", "Write the proposition, or the name of a new topic.")
        return cleaned

    def _clean_topic(self, cleaned: dict[str, Any]) -> None:
        name = cleaned.get("subject", "")
        known = Topic.objects.filter(name__iexact=name).first() if name else None
        topic = known or cleaned.get("topic") or self.intake.topic
        if name and known is None:
            topic = self.new_topic = Topic(name=name)
            try:
                topic.full_clean(exclude=["slug"])
            except ValidationError as error:
                self.add_error("subject", error.messages)
        elif topic is None and cleaned.get("text"):
            self.add_error("topic", "Choose the topic under which it stands, or name a new one.")
        self.instance.topic = topic

    def _get_validation_exclusions(self) -> set[str]:
        """The topic may be new; without a sentence nothing of a proposition is looked at."""
        fields = {each.name for each in Proposition._meta.fields}
        return {"topic", "slug"} if self.cleaned_data.get("text") else fields

    def add(self, cards: list[Card]) -> str:
        """Write what was typed, put it on its card and the topic on the article; what to tell."""
        with Recording() as record:
            if self.new_topic is not None:
                record.add(self.new_topic)
                self.instance.topic = self.new_topic
                self.intake.topic = self.intake.topic or self.new_topic
            if not self.cleaned_data["text"]:
                return f"The topic “{self.new_topic}” is added."
            record.add(self.instance)
        number = self.cleaned_data["card"]
        for card in cards:
            if card.number == number and not card.is_entered:
                _put_on(card, self.instance.pk)
        return f"The proposition “{self.instance.short_label}” is added."


def _put_on(card: Card, proposition: int) -> None:
    """Put it on the first row of the card that is free, with no stance yet."""
    free = next((each for each in card.judgements if each.proposition is None), None)
    if free is not None:
        free.proposition = proposition
    elif len(card.judgements) < MOST_JUDGEMENTS:
        card.judgements.append(Judgement(proposition=proposition))
