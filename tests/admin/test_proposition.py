"""Propositions, and what a change of one carries along."""

from __future__ import annotations

from django.test import Client

from positions.choices import Stance
from positions.models import IndexEntry
from tests.admin.forms import opened
from tests.factories import (
    PropositionFactory,
    TopicFactory,
    said,
)


def change(noun: str, pk: int) -> str:
    return f"/admin/positions/{noun}/{pk}/change/"


def test_changed_topic_of_a_proposition_reaches_the_index_of_lists(editor: Client) -> None:
    proposition, topic = PropositionFactory.create(), TopicFactory.create()
    said(on={proposition: Stance.OPPOSES})
    address = change("proposition", proposition.pk)
    editor.post(address, {**opened(editor, address), "topic": topic.pk})
    assert IndexEntry.objects.get().topic == topic
