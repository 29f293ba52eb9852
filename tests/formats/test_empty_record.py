"""Lists of a record with nothing in it, as files and as feeds."""

from __future__ import annotations

from typing import Any

import feedparser
import pytest
from django.test import Client

from positions.listing import Declaration
from positions.views.declarations import DECLARATIONS

pytestmark = pytest.mark.django_db

by_plural = pytest.mark.parametrize("declaration", DECLARATIONS, ids=lambda d: d.plural)


@by_plural
def test_an_empty_list_is_a_header_alone(client: Client, declaration: Declaration[Any]) -> None:
    answer = client.get(declaration.data_url("csv"))
    content = answer.getvalue()
    assert content.decode() == "\ufeff" + ",".join(declaration.columns) + "\r\n"


@by_plural
def test_an_empty_feed_is_valid(client: Client, declaration: Declaration[Any]) -> None:
    answer = client.get(declaration.data_url("atom"))
    assert answer.status_code == 200
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    assert feed.entries == []
