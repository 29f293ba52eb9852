"""Stances name the words that they rest on, and what follows from them goes with them."""

from __future__ import annotations

from django.test import Client

from positions.choices import Stance
from tests.admin.forms import errors_of, opened
from tests.admin.statement.typed import ADD, add, change, filled, refused, stance, voice, words
from tests.factories import (
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
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
