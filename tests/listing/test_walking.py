"""Walking through a list, forwards and back: every row, once, in order."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from positions.listing import read_query
from positions.models import Proposition
from positions.views.declarations import DECLARATIONS, PROPOSITIONS
from tests.factories import TopicFactory
from tests.listing.asked import asked

pytestmark = pytest.mark.usefixtures("cast")

ORDERS = [(declared, sort) for declared in DECLARATIONS for sort in declared.sorts]


def walked(declaration: Any, url: str, *, numbered: bool) -> tuple[list[str], list[str]]:
    """What following “next” to the end gives, and then “previous” to the start."""
    shown = asked(declaration, url, numbered=numbered)
    there, back = list(shown.rows), []
    while shown.next_url:
        shown = asked(declaration, shown.next_url, numbered=numbered)
        there += shown.rows
    back = list(shown.rows)
    while shown.previous_url:
        shown = asked(declaration, shown.previous_url, numbered=numbered)
        back = shown.rows + back
    return [row.url for row in there], [row.url for row in back]


@pytest.mark.parametrize("numbered", [True, False], ids=["by-number", "by-key"])
@pytest.mark.parametrize(("declaration", "sort"), ORDERS, ids=lambda v: getattr(v, "plural", v))
def test_walking_shows_every_row_once_in_order(declaration: Any, sort: str, numbered: bool) -> None:
    there, back = walked(declaration, f"?sort={sort}", numbered=numbered)
    whole = read_query(declaration, QueryDict(f"sort={sort}"))
    rows = [row.url for chunk in whole.chunks(3) for row in chunk]
    assert there == rows
    assert back == rows
    assert len(rows) == whole.total.count


def test_rows_of_equal_value_are_told_apart_by_id() -> None:
    topic = TopicFactory.create()
    Proposition.objects.bulk_create(
        Proposition(topic=topic, text=f"Thing {n}.", short_label="Thing", slug=f"thing-{n}")
        for n in range(7)
    )
    there, back = walked(PROPOSITIONS, f"?topic={topic.slug}&sort=label", numbered=False)
    assert len(set(there)) == 7
    assert there == back
