"""What a statement answers."""

from __future__ import annotations

from django.test import Client

from tests.admin.forms import errors_of, opened, row
from tests.admin.statement.typed import change
from tests.factories import (
    said,
)


def test_reply_to_itself_is_refused(editor: Client) -> None:
    statement = said()
    fields = opened(editor, change(statement))
    fields |= row("replies", 0, to_statement=statement.pk)
    page = editor.post(change(statement), fields)
    assert "reply to itself" in errors_of(page)
