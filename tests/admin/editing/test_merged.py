"""What two editors changed at one page is merged, and asked about where both changed the same.

Both have opened it before either saves, and have the same fields: those are read once.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from positions.choices import Stance
from positions.models import Editable, Statement
from tests.admin.forms import errors_of, fields_of, messages_of, opened, row
from tests.factories import (
    PropositionFactory,
    StakeholderFactory,
    said,
)


def address(edited: Editable, noun: str = "") -> str:
    return f"/admin/positions/{noun or edited._meta.model_name}/{edited.pk}/change/"


CHOOSE = "choose-"


def chosen(page: Any, which: str, **also: Any) -> dict[str, Any]:
    """What the page sends once this is chosen for every conflict that it shows."""
    fields = fields_of(page)
    names = [each.name for each in page.context["conflicts"]]
    return {**fields, **{f"{CHOOSE}{name}": which for name in names}, **also}


def test_changes_to_different_fields_are_merged_and_told(two: tuple[Client, Client]) -> None:
    first, second = two
    statement = said(title="As it was")
    unchanged = opened(second, address(statement))
    typed = {**unchanged, "summary": "Typed by the second."}
    first.post(address(statement), {**unchanged, "title": "As it is now"})
    page = second.post(address(statement), typed, follow=True)
    assert not errors_of(page)
    told = messages_of(page)
    assert "Meanwhile first-editor changed: title. Both their changes and yours are kept." in told
    statement.refresh_from_db()
    assert (statement.title, statement.summary) == ("As it is now", "Typed by the second.")
    assert [each.title for each in Statement.history.filter(id=statement.pk)][:2] == [
        "As it is now",
        "As it is now",
    ]


def test_changes_to_different_fields_of_one_row_are_merged(two: tuple[Client, Client]) -> None:
    first, second = two
    statement = said(on={PropositionFactory.create(): Stance.OPPOSES})
    unchanged = opened(second, address(statement))
    typed = unchanged | {
        "assessments-0-reason": "As the second has it.",
        "attributions-0-name_printed": "as the second has it",
    }
    fields = unchanged | {"assessments-0-directness": "implied"}
    first.post(address(statement), fields)
    page = second.post(address(statement), typed, follow=True)
    assert not errors_of(page)
    judged = statement.assessments.get()
    assert (judged.directness, judged.reason) == ("implied", "As the second has it.")
    assert statement.attributions.get().name_printed == "as the second has it"


def test_a_choice_of_several_that_was_empty_is_merged(two: tuple[Client, Client]) -> None:
    first, second = two
    statement, addressee = said(), StakeholderFactory.create()
    asked = PropositionFactory.create()
    unchanged = opened(second, address(statement))
    typed = {**unchanged, "summary": "Typed by the second."}
    chosen_now = {"addressees": [str(addressee.pk)], "asked_about": [str(asked.pk)]}
    first.post(address(statement), {**unchanged, **chosen_now})
    page = second.post(address(statement), typed, follow=True)
    assert not errors_of(page)
    assert "Both their changes and yours are kept." in messages_of(page)
    assert [*statement.addressees.all()] == [addressee]
    assert [*statement.asked_about.all()] == [asked]
    statement.refresh_from_db()
    assert statement.summary == "Typed by the second."


def test_a_choice_of_several_that_both_made_is_asked_about(two: tuple[Client, Client]) -> None:
    first, second = two
    statement, one, other = said(), *StakeholderFactory.create_batch(2)
    unchanged = opened(second, address(statement))
    typed = {**unchanged, "addressees": [str(other.pk)]}
    first.post(
        address(statement),
        {**unchanged, "addressees": [str(one.pk)]},
    )
    page = second.post(address(statement), typed, follow=True)
    assert [(each.opened, each.theirs, each.mine) for each in page.context["conflicts"]] == [
        ("—", str(one), str(other))
    ]
    assert [*statement.addressees.all()] == [one]


def test_the_same_change_by_both_is_no_conflict(two: tuple[Client, Client]) -> None:
    first, second = two
    statement = said()
    unchanged = opened(second, address(statement))
    typed = {**unchanged, "title": "As both have it"}
    first.post(address(statement), {**unchanged, "title": typed["title"]})
    assert not errors_of(second.post(address(statement), typed, follow=True))


def test_a_conflict_is_shown_side_by_side_and_nothing_is_saved(two: tuple[Client, Client]) -> None:
    first, second = two
    statement = said(title="As it was")
    unchanged = opened(second, address(statement))
    typed = {**unchanged, "title": "By the second", "summary": "Also."}
    first.post(address(statement), {**unchanged, "title": "By the first"})
    page = second.post(address(statement), typed)
    assert "Somebody else changed this after you opened it, in the same place" in errors_of(page)
    [conflict] = page.context["conflicts"]
    values = (conflict.label, conflict.opened, conflict.theirs, conflict.mine)
    assert values == ("Title", "As it was", "By the first", "By the second")
    shown = page.content.decode()
    assert "first-editor" in shown
    assert "<ins>By the first</ins>" in shown
    statement.refresh_from_db()
    assert (statement.title, statement.summary) == ("By the first", "")


@pytest.mark.parametrize("which", ["theirs", "mine"])
def test_a_conflict_is_saved_as_it_was_chosen(two: tuple[Client, Client], which: str) -> None:
    first, second = two
    statement = said()
    unchanged = opened(second, address(statement))
    typed = {**unchanged, "title": "By the second", "summary": "Also."}
    first.post(address(statement), {**unchanged, "title": "By the first"})
    page = second.post(address(statement), typed)
    page = second.post(address(statement), chosen(page, which), follow=True)
    assert not errors_of(page)
    statement.refresh_from_db()
    titles = {"theirs": "By the first", "mine": "By the second"}
    assert (statement.title, statement.summary) == (titles[which], "Also.")
    told = {
        "theirs": "Title: theirs was kept, and not yours, “By the second”.",
        "mine": "Title: yours was kept, and not theirs, “By the first”.",
    }
    assert "Meanwhile first-editor changed: title." in messages_of(page)
    assert f"{told[which]} All else of their changes and yours is kept." in messages_of(page)
    assert "Both their changes" not in messages_of(page)


def test_saving_again_unread_overwrites_neither(two: tuple[Client, Client]) -> None:
    first, second = two
    statement = said()
    unchanged = opened(second, address(statement))
    typed = {**unchanged, "title": "By the second"}
    first.post(address(statement), {**unchanged, "title": "By the first"})
    page = second.post(address(statement), typed)
    for _ in range(3):
        page = second.post(address(statement), fields_of(page))
        assert "Somebody else changed this" in errors_of(page)
    statement.refresh_from_db()
    assert statement.title == "By the first"


def test_a_choice_does_not_hold_for_what_was_saved_after_it_was_shown(
    two: tuple[Client, Client],
) -> None:
    first, second = two
    statement = said()
    typed = {**opened(second, address(statement)), "title": "By the second"}
    for title in ("By the first", "By the first again"):
        fields = opened(first, address(statement))
        first.post(address(statement), {**fields, "title": title})
        if title == "By the first":
            page = second.post(address(statement), typed)
    again = second.post(address(statement), chosen(page, "mine"))
    assert [each.theirs for each in again.context["conflicts"]] == ["By the first again"]
    statement.refresh_from_db()
    assert statement.title == "By the first again"


@pytest.mark.parametrize("which", ["theirs", "mine"])
def test_a_row_taken_away_by_the_other_and_changed_here_is_asked_about(
    two: tuple[Client, Client], which: str
) -> None:
    first, second = two
    statement = said(StakeholderFactory.create(), StakeholderFactory.create())
    taken = statement.attributions.last()
    assert taken is not None
    unchanged = opened(second, address(statement))
    typed = {**unchanged, "attributions-1-name_printed": "typed by the second"}
    first.post(address(statement), {**unchanged, "attributions-1-DELETE": "on"})
    page = second.post(address(statement), typed)
    assert "typed by the second" in page.content.decode()
    [conflict] = page.context["conflicts"]
    assert (conflict.theirs, conflict.mine) == ("removed", "kept, as typed here")
    assert "Somebody else" in errors_of(second.post(address(statement), fields_of(page)))
    again = second.post(address(statement), chosen(page, which), follow=True)
    assert not errors_of(again)
    printed = [each.name_printed for each in statement.attributions.all()]
    assert printed == (["", "typed by the second"] if which == "mine" else [""])
    assert "Both their changes" not in messages_of(again)
    outcomes = {
        "theirs": "theirs was kept, and not yours, “kept, as typed here”.",
        "mine": "yours was kept, and not theirs, “removed”.",
    }
    assert f"Attribution: {outcomes[which]}" in messages_of(again)


def test_a_row_taken_away_by_the_other_and_untouched_here_stays_away(
    two: tuple[Client, Client],
) -> None:
    first, second = two
    statement = said(StakeholderFactory.create(), StakeholderFactory.create())
    unchanged = opened(second, address(statement))
    typed = {**unchanged, "summary": "Typed by the second."}
    first.post(address(statement), {**unchanged, "attributions-1-DELETE": "on"})
    assert not errors_of(second.post(address(statement), typed, follow=True))
    assert statement.attributions.count() == 1


@pytest.mark.parametrize("which", ["theirs", "mine"])
def test_a_row_changed_by_the_other_and_taken_away_here_is_asked_about(
    two: tuple[Client, Client], which: str
) -> None:
    first, second = two
    statement = said(StakeholderFactory.create(), StakeholderFactory.create())
    unchanged = opened(second, address(statement))
    typed = {**unchanged, "attributions-1-DELETE": "on"}
    first.post(address(statement), {**unchanged, "attributions-1-name_printed": "by the first"})
    page = second.post(address(statement), typed)
    assert "by the first" in page.context["conflicts"][0].theirs
    again = second.post(address(statement), chosen(page, which), follow=True)
    assert not errors_of(again)
    printed = [each.name_printed for each in statement.attributions.all()]
    assert printed == ([""] if which == "mine" else ["", "by the first"])
    kept = "yours was kept, and not theirs" if which == "mine" else "theirs was kept, and not yours"
    assert f"Attribution: {kept}" in messages_of(again)


def test_row_added_by_the_other_stays(two: tuple[Client, Client]) -> None:
    first, second = two
    statement = said()
    unchanged = opened(second, address(statement))
    other = StakeholderFactory.create()
    first.post(
        address(statement),
        {**unchanged, **row("attributions", 1, stakeholder=other.pk, role="signatory")},
    )
    page = second.post(address(statement), unchanged, follow=True)
    assert f"“{other.name}” added" in messages_of(page)
    assert statement.attributions.filter(stakeholder=other).exists()


def test_a_statement_published_meanwhile_is_not_sent_back_by_an_old_page(
    two: tuple[Client, Client],
) -> None:
    first, second = two
    statement = said(state="draft")
    unchanged = opened(second, address(statement))
    typed = {**unchanged, "title": "Typed by the second"}
    first.post(address(statement), {**unchanged, "state": "published"})
    page = second.post(address(statement), typed)
    assert "tell them what was corrected" in errors_of(page)
    note = {**fields_of(page), "correction_note": "The title was wrong."}
    assert not errors_of(second.post(address(statement), note, follow=True))
    statement.refresh_from_db()
    assert (statement.state, statement.title) == ("published", "Typed by the second")
