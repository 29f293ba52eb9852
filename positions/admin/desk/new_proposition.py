"""A proposition, and a topic for it, added from the screen of an article without leaving it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict

from positions.admin.desk.card_fields import MOST_JUDGEMENTS
from positions.admin.proposition.in_place import PropositionInPlaceForm
from positions.intake.card import Card, Judgement
from positions.models import Intake, Topic
from positions.recording import Recording

PREFIX = "new"


def may_add(request: HttpRequest) -> bool:
    """Whether this account adds propositions and topics, as editors do."""
    return request.user.has_perms(["positions.add_proposition", "positions.add_topic"])


class NewPropositionForm(PropositionInPlaceForm):
    """A proposition under a topic that is there or new; without a sentence, the topic alone.

    ``begun`` has what was typed of it, by the names of the fields of the page, and is not sent yet.
    """

    subject = forms.CharField(label="Or a new topic", required=False)
    card = forms.IntegerField(
        label="Put it on card", required=False, min_value=1, max_value=999_999
    )

    def __init__(
        self,
        intake: Intake,
        data: QueryDict | None = None,
        begun: Mapping[str, str] | None = None,
    ) -> None:
        typed = {name.removeprefix(f"{PREFIX}-"): value for name, value in (begun or {}).items()}
        super().__init__(data, initial=typed, prefix=PREFIX, default_topic=intake.topic)
        self.intake = intake
        self.new_topic: Topic | None = None
        self.fields["card"].widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("text") and self.new_topic is None and not self.errors:
            self.add_error("text", "Write the proposition, or the name of a new topic.")
        return cleaned

    def _clean_topic(self, cleaned: dict[str, Any]) -> None:
        name = cleaned.get("subject", "")
        known = Topic.objects.filter(name__iexact=name).first() if name else None
        topic = known or cleaned.get("topic") or self.default_topic
        if name and known is None:
            topic = self.new_topic = Topic(name=name)
            try:
                topic.full_clean(exclude=["slug"])
            except ValidationError as error:
                self.add_error("subject", error.messages)
        elif topic is None and cleaned.get("text"):
            self.add_error("topic", "Choose the topic under which it stands, or name a new one.")
        self.instance.topic = topic

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
