"""The page of what changed between two days, its feed, and the way to it from the matrix."""

from __future__ import annotations

import csv
import io

import feedparser
import pytest
from django.test import Client

from positions.choices import Stance
from tests.cast import Cast
from tests.factories import said
from tests.views.pages import opened

DAYS = "from=2002-01-01&until=2004-01-01"


@pytest.mark.django_db
def test_two_days_are_held_against_each_other_from_the_matrix_to_the_feed(
    cast: Cast, client: Client
) -> None:
    said(cast.caucus, on={cast.toys: Stance.SUPPORTS}, date_edtf="2001-01-10", slug="for-toys")
    said(cast.caucus, on={cast.toys: Stance.OPPOSES}, date_edtf="2003-03-20", slug="no-toys")
    matrix = opened("/positions/?topic=robots&as_of=2002-01-01")
    assert "/positions/changes/?topic=robots&from=2002-01-01" in matrix.links
    page = opened(f"/positions/changes/?{DAYS}")
    assert {"/positions/?as_of=2002-01-01", "/positions/?as_of=2004-01-01"} <= set(page.links)
    assert {f"/statements/{slug}/#stance-toys" for slug in ("for-toys", "no-toys")} <= set(
        page.links
    )
    assert f"/changes.atom?{DAYS}" in page.links
    nothing = opened("/positions/changes/?from=2003-03-20&until=2004-01-01")
    assert "Nothing changed so between these days." in nothing.html
    feed = feedparser.parse(client.get(f"/changes.atom?{DAYS}").content)
    assert [entry.title for entry in feed.entries] == ["CBC opposes: Toys (shifted)"]
    text = client.get(f"/changes.csv?{DAYS}").getvalue().decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text))
    assert {row["since"], row["until"]} == {"2002-01-01", "2004-01-01"}
    assert (row["then_stance"], row["now_stance"], row["change"]) == (
        *("supports", "opposes", "shifted"),
    )
