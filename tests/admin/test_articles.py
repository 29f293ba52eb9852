"""The two articles' content on the desk: a page that is saved untouched changes nothing."""

from __future__ import annotations

from typing import Any

from django.test import Client

from positions.models import (
    Assessment,
    Attribution,
    Position,
    Quotation,
    Reply,
    Source,
    Statement,
)
from tests.admin.forms import errors_of, opened
from tests.articles import Articles

COUNTED_AT_EACH_SAVE = {"version", "modified_at"}
PARTS: tuple[Any, ...] = (Attribution, Quotation, Assessment, Reply)
NOUNS: tuple[Any, ...] = (Statement, Source)


def everything() -> dict[str, Any]:
    """All rows, and how many records the history has of the parts."""
    rows = {
        model.__name__: [
            {name: value for name, value in row.items() if name not in COUNTED_AT_EACH_SAVE}
            for row in model.objects.order_by("pk").values()
        ]
        for model in (*NOUNS, *PARTS, Position)
    }
    return rows | {f"history of {part.__name__}": part.history.count() for part in PARTS}


def test_every_page_saved_untouched_changes_nothing(editor: Client, articles: Articles) -> None:
    articles.put()
    before = everything()
    for model in NOUNS:
        for edited in model.objects.all():
            address = f"/admin/positions/{model._meta.model_name}/{edited.pk}/change/"
            page = editor.post(address, opened(editor, address))
            assert page.status_code == 302, f"{edited}: {errors_of(page)}"
    after = everything()
    for name, rows in before.items():
        assert after[name] == rows, name
