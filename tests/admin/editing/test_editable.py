"""Pages that are outdated, or whose noun was deleted: nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from positions.choices import Stance, WorkflowState
from positions.models import Statement
from tests.accounts import LogIn
from tests.admin.editing.test_merged import address, chosen
from tests.admin.forms import errors_of, fields_of, opened
from tests.factories import (
    CaptureFactory,
    PropositionFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)


def test_form_without_its_version_is_refused(two: tuple[Client, Client]) -> None:
    statement = said()
    fields = opened(two[0], address(statement))
    for tampered in ({"opened_version": ""}, {"opened_version": "x", "opened_at": "2018-13-45"}):
        page = two[0].post(address(statement), {**fields, **tampered})
        assert "Somebody else changed this" in errors_of(page)


def test_save_between_check_and_write_is_told_too(editor: Client) -> None:
    statement = said(title="As it was")
    fields = {**opened(editor, address(statement)), "title": "Typed"}
    stage = "before"

    def race(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        # The other's write comes just before ours, which fails and is rolled back. It takes the
        # other's along, which shares our connection here: it is written once more.
        nonlocal stage
        if stage == "before" and sql.startswith("UPDATE") and '"version"' in sql:
            stage = "failed"
            Statement.objects.filter(pk=statement.pk).update(version=99)
        elif stage == "failed" and sql.startswith("SELECT") and "positions_statement" in sql:
            stage = "told"
            Statement.objects.filter(pk=statement.pk).update(version=99, title="By another")
        return execute(sql, *rest)

    with connection.execute_wrapper(race):
        page = editor.post(address(statement), fields)
    assert stage == "told"
    assert page.status_code == 200
    assert "Typed" in page.content.decode()
    assert "Somebody else changed this" in errors_of(page)


def nouns() -> list[tuple[str, Callable[[], Any], str]]:
    return [
        ("source", SourceFactory.create, "title"),
        ("organisation", StakeholderFactory.create, "name"),
        ("topic", TopicFactory.create, "name"),
        ("proposition", PropositionFactory.create, "short_label"),
    ]


@pytest.mark.parametrize(("noun", "make", "field"), nouns())
def test_every_editable_noun_is_guarded(
    two: tuple[Client, Client], noun: str, make: Callable[[], Any], field: str
) -> None:
    first, second = two
    edited = make()
    typed = {**opened(second, address(edited, noun)), field: "By the second"}
    first.post(
        address(edited, noun), {**opened(first, address(edited, noun)), field: "By the first"}
    )
    page = second.post(address(edited, noun), typed)
    assert "<ins>By the first</ins>" in page.content.decode()
    assert "By the second" in page.content.decode()
    edited.refresh_from_db()
    assert getattr(edited, field) == "By the first"
    again = second.post(address(edited, noun), chosen(page, "mine"))
    assert again.status_code == 302, errors_of(again)
    edited.refresh_from_db()
    assert getattr(edited, field) == "By the second"


def test_stances_of_a_stale_form_still_name_their_quotations(two: tuple[Client, Client]) -> None:
    first, second = two
    statement = said(on={PropositionFactory.create(): Stance.OPPOSES})
    last = QuotationFactory.create(statement=statement)
    typed = {**opened(second, address(statement)), "assessments-0-quotation_number": "2"}
    fields = opened(first, address(statement))
    first.post(address(statement), {**fields, "quotations-0-DELETE": "on"})
    page = second.post(address(statement), typed)
    second.post(address(statement), fields_of(page))
    assert statement.assessments.get().quotation == last


def test_second_editor_of_a_deleted_statement_is_told_and_brings_it_back(
    log_in: LogIn, two: tuple[Client, Client]
) -> None:
    proposition = PropositionFactory.create()
    statement = said(on={proposition: Stance.OPPOSES}, title="As it was", state=WorkflowState.DRAFT)
    Statement.history.all().delete()  # as after loading rows without a record
    typed = {**opened(two[1], address(statement)), "title": "Typed by the second"}
    log_in("administrator", "the-chief").post(
        address(statement).replace("change", "delete"), {"post": "yes"}
    )
    page = two[1].post(address(statement), typed)
    shown = page.content.decode()
    assert "Somebody else deleted this" in errors_of(page)
    assert "the-chief" in shown
    assert "Typed by the second" in shown
    assert not Statement.objects.exists()
    again = two[1].post(address(statement), fields_of(page))
    assert again.status_code == 302, errors_of(again)
    back = Statement.objects.get()
    assert (back.pk, back.title) == (statement.pk, "Typed by the second")
    assert back.attributions.count() == back.quotations.count() == 1
    assert back.assessments.get().proposition == proposition
    late = two[1].post(address(statement), typed)  # the same page, sent once more
    assert late.status_code == 302, errors_of(late)
    assert back.attributions.count() == back.quotations.count() == 1


@pytest.mark.parametrize("noun", ["source", "organisation"])
def test_deleted_noun_is_brought_back_by_the_editor_who_had_it_open(
    administrator: Client, editor: Client, noun: str
) -> None:
    made: Any = SourceFactory.create() if noun == "source" else StakeholderFactory.create()
    if noun == "source":
        CaptureFactory.create(source=made)
    typed = opened(editor, address(made, noun))
    administrator.post(address(made, noun).replace("change", "delete"), {"post": "yes"})
    page = editor.post(address(made, noun), typed)
    assert "Somebody else deleted this" in errors_of(page)
    again = editor.post(address(made, noun), fields_of(page))
    assert again.status_code == 302, errors_of(again)
    assert type(made).objects.filter(pk=made.pk).exists()


def test_contributor_does_not_bring_back_what_editors_published(
    contributor: Client, administrator: Client
) -> None:
    statement = said(state=WorkflowState.DRAFT)
    administrator.post(address(statement).replace("change", "delete"), {"post": "yes"})
    Statement.history.update(state=WorkflowState.PUBLISHED)  # as where it was deleted in old times
    assert not Statement.objects.exists()
    assert contributor.post(address(statement), {"title": "Typed"}).status_code == 403


def test_what_never_was_is_not_brought_back(editor: Client) -> None:
    page = editor.post("/admin/positions/statement/999/change/", {"title": "Typed"}, follow=True)
    assert "Perhaps it was deleted?" in page.content.decode()
    assert not Statement.objects.exists()
