"""What the screen of an article costs: as many queries for many cards as for few."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from positions.choices import Stance
from positions.models import Intake
from tests.admin.desk.invented import DESK, TEXT, anglers, laid, mara
from tests.factories import PropositionFactory, said

pytestmark = pytest.mark.django_db


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as run:
        assert client.get(address).status_code == 200
    return len(run)


def test_the_screen_costs_the_same_queries_for_many_cards(editor: Client) -> None:
    person = mara(anglers())
    said(person, on={PropositionFactory.create(): Stance.OPPOSES}, date_edtf="2024-05-13")
    few = laid(editor)
    many = laid(editor, text=TEXT * 12)
    queries(editor, few)
    assert queries(editor, few) == queries(editor, many) == 16


def test_the_first_page_costs_the_same_queries_for_many_articles(editor: Client) -> None:
    laid(editor)
    queries(editor, DESK)
    first = queries(editor, DESK)
    for _ in range(4):
        laid(editor)
    assert queries(editor, DESK) == first


def test_three_hundred_cards_are_the_most_and_cost_no_more_queries(
    editor: Client,
) -> None:
    mara(anglers())
    address = laid(editor, text=TEXT * 120)
    intake = Intake.objects.get()
    assert len(intake.cards) == 300
    page = editor.get(address)
    assert "the first 300 are here" in page.content.decode()
    assert len(page.content) < 3_600_000
    assert queries(editor, address) == 14
