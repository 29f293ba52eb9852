"""The matrix as readers and programs meet it, and the evidence behind its cells."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

from positions.views import matrix as module
from positions.views.declarations import MATRIX
from tests.cast import Cast
from tests.factories import StakeholderFactory, said
from tests.views.pages import opened

pytestmark = pytest.mark.usefixtures("cast")


def test_the_page_steps_from_change_to_change() -> None:
    page = opened("/positions/?as_of=2018-06-01")
    assert "/positions/?as_of=2018-05-24" in page.links
    assert "/positions/?as_of=2018-06-18" in page.links
    assert "/positions/" in page.links
    first = opened("/positions/?as_of=2018-05-24")
    assert "Nothing changed before" in first.text
    assert "new on this day" in first.text


def test_the_day_keeps_the_other_conditions() -> None:
    page = opened("/positions/?organisation_kind=company&as_of=2018-06-01")
    assert "/positions/?organisation_kind=company&as_of=2018-06-18" in page.links
    assert '<input type="hidden" name="organisation_kind" value="company">' in page.html


def test_before_anybody_spoke_the_page_says_so_and_leads_on() -> None:
    page = opened("/positions/?as_of=2000-01-01")
    assert "No organisation had spoken so by 1 January 2000" in page.text
    assert "/positions/?as_of=2018-05-24" in page.links


def test_an_archive_without_propositions_has_an_empty_table(cast: Cast) -> None:
    page = opened("/positions/?topic=robots")
    assert page.status == 200
    assert "Nothing found" in page.text


def test_rows_are_ordered_by_agreement_with_the_one_chosen() -> None:
    page = opened("/positions/?with=cbc")
    assert "all others are held against it" in page.text
    assert "agrees on 1, differs on 0" in page.text


def test_the_lists_of_a_phone_have_the_groups_of_the_table() -> None:
    lists = opened("/positions/?group=kind").html.partition('<div class="stacked">')[2]
    first = lists.partition("</section>")[0]
    headings = [f"<h4>{kind}</h4>" for kind in ("Company", "Advocacy group")]
    assert [first.count(heading) for heading in headings] == [1, 1]
    assert "<h4>" not in opened("/positions/").html


def test_a_list_of_many_has_the_first_and_leads_to_the_table_of_it_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_LISTED", 1)
    monkeypatch.setattr(module, "LEAST_LISTED", 1)
    page = opened("/positions/?group=kind")
    first = page.html.partition('<div class="stacked">')[2].partition("</section>")[0]
    assert first.count("<li") == first.count("<ul>") == first.count("</ul>") == 1
    assert "The first 1 of these " in page.text
    assert "/positions/?group=kind&proposition=sales" in page.links


def test_what_is_no_day_is_refused_by_name() -> None:
    page = opened("/positions/?as_of=2018-13-01")
    assert page.status == 400
    assert "2018-13-01" in page.text


def test_the_table_pages_by_rows_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(MATRIX), "page_size", 2)
    page = opened("/positions/?sort=name")
    assert "1–2 of 3 organisations" in page.text
    assert "/positions/?sort=name&page=2" in page.links


def test_data_are_what_the_page_shows(client: Client) -> None:
    found = client.get("/positions/matrix.json?as_of=2018-12-31&sort=name").json()
    cells = {
        (row["organisation"]["slug"], cell["proposition"]["slug"]): (cell["state"], cell["stance"])
        for row in found["results"]
        for cell in row["cells"]
    }
    assert found["total"] == 3
    assert cells == {
        ("amazon", "sales"): ("position", "supports"),
        ("amazon", "law"): ("no_reply", None),
        ("aclu", "sales"): ("position", "strongly_opposes"),
        ("aclu", "law"): ("nothing", None),
        ("cbc", "sales"): ("position", "strongly_opposes"),
        ("cbc", "law"): ("nothing", None),
    }
    file = client.get("/positions/matrix.csv?as_of=2018-12-31&sort=name").getvalue()
    table = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"))))
    assert {
        (row["organisation"], slug): row[slug] for row in table for slug in ("sales", "law")
    } == {pair: stance or state for pair, (state, stance) in cells.items()}
    assert (table[0]["sales_date"], table[0]["sales_statements"]) == ("2018-06", "1")


def test_evidence_has_the_words_newest_first_and_the_silences() -> None:
    page = opened("/positions/evidence/?organisation=amazon&proposition=sales")
    assert page.text.index("Act of guidelines") < page.text.index("Act of defence")
    silent = opened("/positions/evidence/?organisation=amazon&proposition=law&as_of=2018-12-31")
    assert "asked, no reply" in silent.text
    assert "Act of guidelines" not in silent.text


def test_evidence_of_nothing_says_so() -> None:
    StakeholderFactory.create(slug="quiet", name="Quiet Example")
    page = opened("/positions/evidence/?organisation=quiet&proposition=sales")
    assert "Nothing was found of Quiet Example on this" in page.text


def test_evidence_within_a_page_is_only_the_part(client: Client) -> None:
    address = "/positions/evidence/?organisation=amazon&proposition=sales"
    part = client.get(address, headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert "Act of defence" in part.text
    assert "HX-Request" in part["Vary"]
    assert "<html" in client.get(address).text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "Write one organisation, or one person"),
        ("organisation=aclu", "Write one proposition"),
        ("organisation=aclu&organisation=cbc&proposition=law", "Write one organisation"),
        ("organisation=acl&proposition=law", "Did you mean aclu"),
    ],
)
def test_evidence_asks_for_one_of_each(query: str, told: str) -> None:
    page = opened(f"/positions/evidence/?{query}")
    assert page.status == 400
    assert told in page.text


def test_words_of_drafts_are_no_evidence(cast: Cast) -> None:
    said(cast.aclu, words="Not yet public.", state="draft")
    page = opened("/positions/evidence/?organisation=aclu&proposition=sales")
    assert "Not yet public" not in page.text
