"""A proposition and a topic are added from the desk, and nothing typed there is lost by it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from positions.choices import Stance
from positions.models import Intake, Proposition, Topic
from tests.admin.desk.invented import WEIR, anglers, laid, mara, numbered, sent
from tests.admin.forms import fields_of, messages_of
from tests.factories import PropositionFactory, TopicFactory, said

pytestmark = pytest.mark.django_db
SENTENCE = "The example weir should be torn down."


def on_card(number: int) -> list[dict[str, Any]]:
    cards = Intake.objects.get().cards
    return next(each["judgements"] for each in cards if each["number"] == number)


def test_a_proposition_is_added_and_put_on_the_card_that_asked_for_it(editor: Client) -> None:
    topic = TopicFactory.create(name="Example rivers")
    address = laid(editor, topic=topic.pk)
    one = numbered(editor, address, WEIR)
    typed = {"new_text": SENTENCE, "new_card": str(one), f"c{one}_note": "Typed."}
    page = sent(editor, address, "proposition", **typed)
    made = Proposition.objects.get()
    assert (made.text, made.short_label, made.topic) == (SENTENCE, SENTENCE.rstrip("."), topic)
    assert page.redirect_chain == [(f"{address}#card-{one}", 302)]
    assert [(each["proposition"], each["stance"]) for each in on_card(one)] == [(made.pk, "")]
    assert fields_of(page)[f"c{one}-note"] == "Typed."
    assert made.history.get().history_user is not None


def test_a_topic_is_added_alone_or_with_a_proposition_and_becomes_that_of_the_article(
    editor: Client,
) -> None:
    address = laid(editor)
    page = sent(editor, address, "proposition", new_subject="Example weirs")
    assert "The topic “Example weirs” is added." in messages_of(page)
    assert Intake.objects.get().topic == Topic.objects.get()
    sent(editor, address, "proposition", new_subject="Leaflets", new_text=SENTENCE)
    assert Proposition.objects.get().topic == Topic.objects.get(name="Leaflets")
    assert Intake.objects.get().topic == Topic.objects.get(name="Example weirs")
    sent(editor, address, "proposition", new_subject="leaflets", new_text="Leaflets are good.")
    assert Topic.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "place", "why"),
    [
        ({"new_text": SENTENCE}, "topic", "Choose the topic under which it stands"),
        ({}, "text", "Write the proposition, or the name of a new topic."),
        ({"new_text": f"{'E' * 61}.", "new_subject": "T"}, "short_label", "60 characters"),
        ({"new_text": "Known.", "new_subject": "T"}, "text", "already exists"),
        ({"new_text": SENTENCE, "new_subject": "T", "new_card": "one"}, "card", "whole number"),
    ],
)
def test_what_is_refused_stands_in_the_box_as_it_was_typed_and_the_cards_are_saved(
    editor: Client, typed: dict[str, str], place: str, why: str
) -> None:
    PropositionFactory.create(text="Known.")
    address = laid(editor)
    one = numbered(editor, address, WEIR)
    Intake.objects.update(topic=None)
    page = sent(editor, address, "proposition", topic="", **typed, **{f"c{one}_note": "Typed."})
    assert why in str(page.context["new"].errors[place])
    assert Proposition.objects.count() == Topic.objects.count() == 1
    fields = fields_of(page)
    for name, value in typed.items():
        assert fields[name.replace("new_", "new-")] == value
    assert next(e["note"] for e in Intake.objects.get().cards if e["number"] == one) == "Typed."


def test_a_contributor_is_not_offered_it_and_adds_nothing(contributor: Client) -> None:
    address = laid(contributor)
    page = sent(contributor, address, "proposition", new_text=SENTENCE, new_subject="T")
    assert page.context["new"] is None
    assert not Proposition.objects.exists()


def test_words_like_those_that_were_judged_suggest_and_never_choose(editor: Client) -> None:
    proposition = PropositionFactory.create(short_label="Consult anglers")
    words = "Nobody asked the river, which is no consultation of anybody."
    judged = said(words=words, on={proposition: Stance.SUPPORTS})
    judged.assessments.update(quotation=judged.quotations.get())
    mara(anglers())
    address = laid(editor)
    one = numbered(editor, address, WEIR)
    page = editor.get(address)
    (card,) = (each for each in page.context["cards"] if each.card.number == one)
    assert [(each.label, each.stance) for each, _ in card.like] == [("Consult anglers", "supports")]
    assert "perhaps, as “Nobody asked the river" in page.content.decode()
    assert not on_card(one)
