"""Names are completed by any of their forms, and told apart."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.choices import StakeholderKind
from tests.factories import (
    AliasFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
)


def suggestions(client: Client, term: str, model: str, field: str) -> list[str]:
    answer = client.get(
        "/admin/autocomplete/",
        {"term": term, "app_label": "positions", "model_name": model, "field_name": field},
    )
    return [each["text"] for each in answer.json()["results"]]


@pytest.mark.parametrize("term", ["Exam", "elu", "libert", "union exam", "shor"])
def test_stakeholder_is_completed_by_any_of_its_names_and_told_by_kind(
    editor: Client, term: str
) -> None:
    group = StakeholderFactory.create(
        name="Example Liberties Union", abbreviation="ELU", kind=StakeholderKind.ADVOCACY
    )
    AliasFactory.create(stakeholder=group, name="Shorter")
    found = suggestions(editor, term, "attribution", "stakeholder")
    assert found == ["Example Liberties Union (ELU) · Advocacy group"]


def test_source_is_completed_with_its_date(editor: Client) -> None:
    SourceFactory.create(title="Example article", date_edtf="2018-06")
    assert suggestions(editor, "article", "quotation", "source") == ["Example article · June 2018"]


def test_proposition_is_completed_by_its_short_label_and_shows_its_sentence(
    editor: Client,
) -> None:
    made = PropositionFactory.create(short_label="End of examples", text="Examples should end.")
    found = suggestions(editor, "end of", "assessment", "proposition")
    assert found == [f"{made.short_label} · {made.text}"]


def test_topics_are_completed_in_the_order_of_their_names(editor: Client) -> None:
    for name in ("Second example", "First example"):
        TopicFactory.create(name=name)
    found = suggestions(editor, "exam", "statement", "topic")
    assert found == ["First example", "Second example"]
