"""The page of what changed between two days, its feed, and the way to it from the matrix."""

from __future__ import annotations

import csv
import io

import feedparser
import pytest
from django.test import Client

from positions import derivation
from positions.choices import Stance, StatementKind
from tests.cast import Cast
from tests.factories import said
from tests.views.pages import opened

pytestmark = pytest.mark.django_db
DAYS = "from=2002-01-01&until=2004-01-01"


def table(client: Client, address: str) -> list[dict[str, str]]:
    text = client.get(address).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


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
    assert "/changes.atom?topic=robots&from=2002-01-01" in matrix.links
    nothing = opened("/positions/changes/?from=2003-03-20&until=2004-01-01")
    assert "Nothing changed so between these days." in nothing.html
    feed = feedparser.parse(client.get(f"/changes.atom?{DAYS}").content)
    assert [entry.title for entry in feed.entries] == ["CBC opposes: Toys (shifted)"]
    [row] = table(client, f"/changes.csv?{DAYS}")
    assert {row["since"], row["until"]} == {"2002-01-01", "2004-01-01"}
    assert (row["then_stance"], row["now_stance"], row["change"]) == (
        *("supports", "opposes", "shifted"),
    )


def test_a_file_of_positions_says_of_which_day_from_where_and_who_was_asked_since(
    cast: Cast, client: Client
) -> None:
    held = said(cast.caucus, on={cast.toys: Stance.OPPOSES}, date_edtf="2001-01-10", slug="no-toys")
    held.assessments.update(quotation=held.quotations.get())
    held.quotations.update(source=cast.article)
    asked = said(cast.caucus, kind=StatementKind.NO_REPLY, date_edtf="2003-03", derive=False)
    asked.asked_about.set([cast.toys])
    derivation.refresh([asked.pk])
    of = "organisation=cbc&proposition=toys"
    [row] = table(client, f"/positions.csv?{of}&as_of=2003-04-01")
    assert (row["as_of"], row["source_title"]) == ("2003-04-01", "What they said")
    assert (row["source_publisher"], row["no_reply_since"]) == ("Example Herald", "2003-03")
    [before] = table(client, f"/positions.csv?{of}&as_of=2003-02-01")
    assert (before["as_of"], before["no_reply_since"]) == ("2003-02-01", "")
    [record] = client.get(f"/positions.json?{of}").json()["results"]
    assert record["source"]["publisher"] == "Example Herald"
    assert record["no_reply_since"]["edtf"] == "2003-03"
    assert record["url"].endswith("/statements/no-toys/#stance-toys")
