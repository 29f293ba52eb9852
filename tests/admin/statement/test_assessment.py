"""Stances name the words that they rest on, and what follows from them goes with them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from positions.choices import Stance
from positions.models import Position, Proposition
from tests.admin.forms import errors_of, opened
from tests.admin.statement.typed import ADD, add, change, filled, refused, stance, voice, words
from tests.factories import (
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)


def test_stance_names_its_quotation_by_number(editor: Client) -> None:
    made = add(
        editor,
        {
            **filled(editor, source=SourceFactory.create().pk),
            **voice(StakeholderFactory.create().pk),
            **words(),
            **words(1, "Some more example words."),
            "quotations-TOTAL_FORMS": 2,
            **stance(PropositionFactory.create().pk, quotation_number=2),
        },
    )
    assert made.assessments.get().quotation.exact == "Some more example words."  # type: ignore[union-attr]
    assert opened(editor, change(made))["assessments-0-quotation_number"] == "2"
    page = editor.get(change(made)).content.decode()
    assert '<option value="2" selected>2 · “Some more example words.”</option>' in page
    assert '<option value="3">3 · the words typed there</option>' in page


def test_stance_on_a_quotation_that_is_not_there_is_refused(editor: Client) -> None:
    fields = {
        **filled(editor, source=SourceFactory.create().pk),
        **voice(StakeholderFactory.create().pk),
        **words(),
        **stance(PropositionFactory.create().pk, quotation_number=7),
    }
    page = refused(editor, ADD, fields)
    assert "no quotation 7" in errors_of(page)
    shown = page.content.decode()
    assert '<option value="1">1 · “These are example words.”</option>' in shown
    assert '<option value="7" selected>7 · no such words</option>' in shown


def test_mixed_stance_without_its_condition_is_refused(editor: Client) -> None:
    fields = {
        **filled(editor, source=SourceFactory.create().pk),
        **voice(StakeholderFactory.create().pk),
        **words(),
        **stance(PropositionFactory.create().pk, stance="mixed"),
    }
    assert "under which condition" in errors_of(refused(editor, ADD, fields))


def test_silence_with_a_stance_is_refused(editor: Client) -> None:
    fields = {
        **filled(editor, source=SourceFactory.create().pk, kind="no_reply"),
        **voice(StakeholderFactory.create().pk),
        **words(),
        **stance(PropositionFactory.create().pk),
    }
    assert "Silence takes no side" in errors_of(refused(editor, ADD, fields))


def test_removed_stance_takes_its_position_away(editor: Client) -> None:
    statement = said(on={PropositionFactory.create(): Stance.OPPOSES})
    assert statement.positions.exists()
    fields = opened(editor, change(statement))
    editor.post(change(statement), {**fields, "assessments-0-DELETE": "on"})
    assert not statement.positions.exists()


NEW = "assessments-0-new"
LONG = "Weirs that keep eels from the upper rivers of the county should be taken down by 2030."


def judged(client: Client, **fields: Any) -> dict[str, Any]:
    """A whole statement whose one stance is on a proposition that is not chosen."""
    return {
        **filled(client, source=SourceFactory.create().pk, topic=TopicFactory.create().pk),
        **voice(StakeholderFactory.create().pk),
        **words(),
        **stance(None),
        **{f"{NEW}-{name}": value for name, value in fields.items()},
    }


def test_a_proposition_that_is_not_known_yet_is_added_with_the_stance(editor: Client) -> None:
    fields = judged(editor, text="Weirs should go.")
    made = add(editor, fields)
    new = Proposition.objects.get()
    assert (new.text, new.short_label) == ("Weirs should go.", "Weirs should go")
    assert (new.topic_id, new.history.count()) == (fields["topic"], 1)
    assert Position.objects.filter(statement=made, proposition=new, stance="opposes").exists()
    other = TopicFactory.create()
    row = {**stance(None, 1), "assessments-1-new-text": LONG, "assessments-1-new-topic": other.pk}
    row |= {"assessments-1-new-short_label": "Eels", "correction_note": "It speaks of eels, too."}
    page = editor.post(change(made), {**opened(editor, change(made)), **row}, follow=True)
    assert "Proposition added: “Eels”." in page.content.decode()
    assert made.assessments.get(proposition__text=LONG).proposition.topic == other


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Choose one, or enter a new one below."),
        ({"text": LONG}, "Say it in at most 60 characters."),
        ({"short_label": "Weirs"}, "Write the sentence, or choose a proposition above."),
        ({"text": "Known."}, "Proposition with this Text already exists."),
        ({"text": "a\0b"}, "U+0000"),
        ({"text": "a\u200bb"}, "U+200B (zero width space) at character 2: delete it."),
    ],
)
def test_a_proposition_that_cannot_be_added_is_refused_at_its_field(
    editor: Client, fields: dict[str, str], told: str
) -> None:
    PropositionFactory.create(text="Known.")
    page = refused(editor, ADD, judged(editor, **fields))
    assert told in errors_of(page)
    assert errors_of(page).count("<li>") == 1
    assert Proposition.objects.count() == 1
    sent = fields.get("text", "")
    assert "\0" in sent or f">{sent}</" in page.text or f'value="{sent}"' in page.text


def test_a_new_proposition_beside_a_chosen_one_without_a_topic_or_twice_is_refused(
    editor: Client,
) -> None:
    fields = judged(editor, text="Weirs should go.")
    chosen = {**fields, "assessments-0-proposition": PropositionFactory.create().pk}
    assert "not both" in errors_of(refused(editor, ADD, chosen))
    homeless = {**fields, "topic": ""}
    assert "Choose the topic under which it stands." in errors_of(refused(editor, ADD, homeless))
    twice = {**fields, **stance(None, 1), "assessments-1-new-text": "Weirs should go."}
    twice |= {"assessments-TOTAL_FORMS": 2}
    assert "Another row enters the same sentence." in errors_of(refused(editor, ADD, twice))
    assert Proposition.objects.count() == 1


def test_who_may_add_no_propositions_is_offered_none_and_adds_none(contributor: Client) -> None:
    fields = judged(contributor, text="Weirs should go.")
    page = refused(contributor, ADD, {**fields, "state": "draft"})
    assert "This field is required." in errors_of(page)
    assert f'name="{NEW}-text"' not in page.text
