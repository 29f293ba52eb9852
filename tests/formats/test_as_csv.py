"""Lists as CSV."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from positions.choices import Stance
from positions.formats import as_csv
from positions.listing import AnyDeclaration, read_query
from positions.views.declarations import DECLARATIONS, STATEMENTS, TOPICS
from tests.cast import Cast
from tests.factories import TopicFactory

by_plural = pytest.mark.parametrize("declaration", DECLARATIONS, ids=lambda d: d.plural)


def table(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    content = answer.getvalue()
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (-5, -5),
        (date(2018, 5, 24), "2018-05-24"),
        (datetime(2018, 5, 24, 10, tzinfo=UTC), "2018-05-24T10:00:00+00:00"),
        (Stance.MIXED, "mixed"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("1=1", "1=1"),
    ],
)
def test_a_cell_shows_its_value_and_runs_nothing(value: Any, shown: str | int) -> None:
    assert as_csv.cell(value) == shown


@pytest.mark.usefixtures("cast")
@by_plural
def test_every_list_has_a_row_for_each_object(client: Client, declaration: AnyDeclaration) -> None:
    rows = table(client, declaration.data_url("csv"))
    selection = read_query(declaration, QueryDict(""))
    assert len(rows) == selection.total.count > 0
    assert list(rows[0]) == list(selection.declaration.table(selection.filters))


def test_words_reach_the_file_to_the_letter(client: Client, cast: Cast) -> None:
    quotation = cast.statements["counsel"].quotations.get()
    quotation.exact = "He said “no”, \nand; é…"
    quotation.save()
    [row] = table(client, "/statements.csv?person=guliani&organisation=aclu")
    assert row["words"] == f"“{quotation.exact}”"


def test_words_fragments_and_paraphrases_are_told_apart(client: Client, cast: Cast) -> None:
    plea, article = cast.statements["plea"], cast.article
    plea.quotations.create(source=article, kind="fragment", exact="plead; or", order=8)
    plea.quotations.create(source=article, kind="paraphrase", exact="They asked.", order=9)
    [row] = table(client, "/statements.csv?kind=open_letter")
    assert row["words"] == "“Stop selling this, we plead.”; “stop selling this, we plead.”"
    assert (row["fragments"], row["paraphrases"]) == ("“plead; or”", "“They asked.”")
    assert row["source_addresses"] == f"{cast.article.url}; {cast.letter.url}"
    assert row["reasons"] == "sales: The example words say so."


@pytest.mark.usefixtures("cast")
def test_a_row_joins_what_is_many(client: Client) -> None:
    [row] = table(client, "/statements.csv?kind=open_letter")
    assert row["voices"] == "American Civil Liberties Union; Congressional Black Caucus"
    assert row["voice_slugs"] == "aclu; cbc"
    assert row["stances"] == "sales=strongly_opposes"
    assert row["sources"] == "article; letter"
    [row] = table(client, "/statements.csv?person=guliani&organisation=aclu")
    assert row["voices"] == "Neema Singh Guliani for American Civil Liberties Union"


@pytest.mark.usefixtures("cast")
def test_the_file_is_named_for_what_is_in_it(client: Client) -> None:
    answer = client.get("/statements.csv?organisation=aclu&stance=opposes")
    assert answer["Content-Disposition"] == (
        'attachment; filename="statements-organisation-aclu-stance-opposes.csv"'
    )
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.usefixtures("cast")
def test_rows_leave_in_chunks_and_none_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_csv, "CHUNK", 2)
    for number in range(5):
        TopicFactory.create(name=f"Topic {number}")
    parts = list(as_csv.lines(read_query(TOPICS, QueryDict("q=topic")), ""))
    assert [part.count("\r\n") for part in parts] == [3, 2, 1, 0]


@pytest.mark.usefixtures("cast")
def test_a_chunk_costs_the_same_however_deep() -> None:
    chunks = read_query(STATEMENTS, QueryDict("")).chunks(2)
    counts = []
    for _ in range(3):
        with CaptureQueriesContext(connection) as queries:
            next(chunks)
        counts.append(len(queries))
    assert len(set(counts)) == 1
