"""Lists of a record with nothing in it, as files and as feeds."""

from __future__ import annotations

import feedparser
import pytest
from django.http import QueryDict
from django.test import Client

from positions.listing import AnyDeclaration, read_query
from positions.views.declarations import DECLARATIONS

pytestmark = pytest.mark.django_db

by_plural = pytest.mark.parametrize("declaration", DECLARATIONS, ids=lambda d: d.plural)


@by_plural
def test_an_empty_list_is_a_header_alone(client: Client, declaration: AnyDeclaration) -> None:
    answer = client.get(declaration.data_url("csv"))
    content = answer.getvalue()
    columns = declaration.table(read_query(declaration, QueryDict("")).filters)
    assert content.decode() == "\ufeff" + ",".join(columns) + "\r\n"


@by_plural
def test_an_empty_feed_is_valid(client: Client, declaration: AnyDeclaration) -> None:
    answer = client.get(declaration.data_url("atom"))
    assert answer.status_code == 200
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    assert feed.entries == []
