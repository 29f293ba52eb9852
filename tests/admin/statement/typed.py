"""A statement as an editor types it, row by row, and what came of sending it."""

from __future__ import annotations

from typing import Any

from django.test import Client

from positions.models import Quotation, Source, Statement
from tests.admin.forms import errors_of, opened, row

LIST = "/admin/positions/statement/"
ADD = f"{LIST}add/"


def change(statement: Statement) -> str:
    return f"/admin/positions/statement/{statement.pk}/change/"


def filled(client: Client, **fields: Any) -> dict[str, Any]:
    """A whole statement as an editor types it, with some fields otherwise."""
    whole = {
        "kind": "press_statement",
        "title": "Example Organisation on things",
        "date_edtf": "2018-06-15",
        "date_basis": "printed",
        "state": "published",
    }
    return {**opened(client, ADD), **whole, **fields}


def words(
    number: int = 0, exact: str = "These are example words.", **fields: Any
) -> dict[str, Any]:
    return row("quotations", number, kind="verbatim", exact=exact, **fields)


def voice(pk: int, number: int = 0, **fields: Any) -> dict[str, Any]:
    return row("attributions", number, stakeholder=pk, **{"role": "author", **fields})


def stance(proposition: int | None, number: int = 0, **fields: Any) -> dict[str, Any]:
    given = {"stance": "opposes", "directness": "explicit", "reason": "The example words say so."}
    return row("assessments", number, proposition=proposition or "", **{**given, **fields})


def add(client: Client, fields: dict[str, Any]) -> Statement:
    page = client.post(ADD, fields, follow=True)
    assert not errors_of(page), errors_of(page)
    return Statement.objects.latest("pk")


def refused(client: Client, address: str, fields: dict[str, Any]) -> Any:
    """The page that refuses; nothing of it may have been written."""
    before = Statement.objects.count(), Source.objects.count(), Quotation.objects.count()
    page = client.post(address, fields)
    assert page.status_code == 200
    assert before == (
        Statement.objects.count(),
        Source.objects.count(),
        Quotation.objects.count(),
    )
    return page
