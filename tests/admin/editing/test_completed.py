"""Boxes that complete names cost the same for more rows."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    StakeholderFactory,
    said,
)


def change(noun: str, pk: int) -> str:
    return f"/admin/positions/{noun}/{pk}/change/"


def test_statement_page_costs_the_same_for_more_signatories(editor: Client) -> None:
    def cost(count: int) -> int:
        statement = said(*StakeholderFactory.create_batch(count))
        with CaptureQueriesContext(connection) as run:
            page = editor.get(change("statement", statement.pk)).content.decode()
        assert page.count("selected>Example Organisation") == count
        return len(run)

    cost(1)
    assert cost(12) == cost(2)
