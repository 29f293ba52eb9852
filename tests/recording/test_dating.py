"""A statement that is dated after its newest source is questioned, once, before it is saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from positions.models import Statement
from positions.recording.dating import doubts
from tests.admin.desk.invented import TEXT, WEIR, anglers, laid, mara, numbered, refusals, sent
from tests.admin.forms import errors_of, fields_of, opened
from tests.admin.spreadsheets.files import STATEMENTS, as_csv
from tests.factories import QuotationFactory, SourceFactory, said
from tests.recording.letter import Setting

pytestmark = pytest.mark.django_db

QUESTION = "Dated 2099, but its newest source is of 2019. Correct the date, or confirm"


@pytest.fixture
def editor(tmp_path: Path) -> Client:
    return Setting(tmp_path).client


def dated(*sources: str, on: str = "2018") -> Statement:
    """A statement whose words these sources give, each with its date."""
    statement = said(date_edtf=on, state="draft")
    statement.quotations.all().delete()
    for order, date_edtf in enumerate(sources):
        source = SourceFactory.create(
            date_edtf=date_edtf, date_basis="printed" if date_edtf else ""
        )
        QuotationFactory.create(statement=statement, source=source, order=order)
    return statement


@pytest.mark.parametrize(
    ("on", "sources", "doubted"),
    [
        ("2099", ["2019"], True),
        ("2019-06-02", ["2018", "2019-06-01"], True),
        ("2019-06-01", ["2018", "2019-06-01"], False),
        ("2019", ["2019-06-01"], False),
        ("2099", ["2019", ""], False),
        ("2099", ["2019/.."], False),
        ("2099", [], False),
        ("../2099", ["2019"], False),
    ],
)
def test_a_date_is_doubted_that_no_source_can_know(
    on: str, sources: list[str], doubted: bool
) -> None:
    statement = dated(*sources, on=on)
    assert bool(doubts([statement.pk])) is doubted


def test_the_page_asks_once(editor: Client) -> None:
    statement = dated("2019")
    address = f"{STATEMENTS}{statement.pk}/change/"
    page = editor.post(address, {**opened(editor, address), "date_edtf": "2099"})
    assert QUESTION in errors_of(page)
    assert Statement.objects.get(pk=statement.pk).date_edtf == "2018"
    assert "The date is right" in page.content.decode()
    again = editor.post(address, fields_of(page))
    assert QUESTION in errors_of(again)
    confirmed = editor.post(address, {**fields_of(page), "date_confirmed": "on"}, follow=True)
    assert not errors_of(confirmed)
    assert Statement.objects.get(pk=statement.pk).date_edtf == "2099"
    later = editor.post(address, {**opened(editor, address), "title": "Another"}, follow=True)
    assert not errors_of(later)


def test_the_command_refuses_until_it_is_confirmed(tmp_path: Path) -> None:
    statement = dated("2019")
    file = tmp_path / "statements.csv"
    file.write_bytes(as_csv({"slug": statement.slug, "date": "2099"}))
    with pytest.raises(CommandError):
        call_command("import_statements", file, verbosity=0)
    refused = Path(f"{file}.refused.csv").read_text()
    assert QUESTION in refused
    assert "--dates-confirmed" in refused
    call_command("import_statements", file, dates_confirmed=True, verbosity=0)
    assert Statement.objects.get(pk=statement.pk).date_edtf == "2099"


def test_the_desk_asks_on_the_card(editor: Client) -> None:
    mara(anglers())
    address = laid(editor, TEXT)
    card = f"c{numbered(editor, address, WEIR)}"
    accepted = {f"{card}_decision": "accept", f"{card}_date": "2099"}
    page = sent(editor, address, **accepted)
    assert "Dated 2099, but its newest source is of 14 May 2024" in refusals(page)
    assert "The dates are right" in page.content.decode()
    assert not Statement.objects.filter(date_edtf="2099").exists()
    sent(editor, address, **accepted, dates_confirmed="on")
    assert Statement.objects.filter(date_edtf="2099").exists()
