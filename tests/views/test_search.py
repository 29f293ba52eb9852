"""The page of the search, its data, and what it suggests."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions.choices import Stance
from positions.search import ranking
from positions.search.spelling import MOST_TERMS
from positions.views.search import finding
from positions.views.search.pages import EXAMPLES
from tests.cast import Cast
from tests.factories import AliasFactory, PersonFactory, StakeholderFactory, said
from tests.queries import counted
from tests.views.pages import Page, opened

pytestmark = pytest.mark.usefixtures("cast")


def found(q: str, **more: str) -> Page:
    return opened(f"/search/?{urlencode({'q': q, **more})}")


def sections(page: Page) -> list[str]:
    return re.findall(r"<h2[^>]*>([^<]+)</h2>", page.html)


def marked(page: Page) -> list[str]:
    return [unescape(each) for each in re.findall(r"<mark>([^<]+)</mark>", page.html)]


def test_all_nouns_are_found_by_one_box(cast: Cast) -> None:
    page = found("herald")
    assert page.status == 200
    assert sections(page) == ["Organisations and people", "Sources"]
    assert sections(found("plead")) == ["Statements"]
    assert sections(found("toys")) == ["Propositions", "Statements"]
    assert {"/organisations/aclu/", "/statements/plea/"} <= set(found("aclu").links)


def test_the_words_are_marked_where_they_stand(cast: Cast) -> None:
    page = found('"we plead" stop')
    assert marked(page) == ["Stop", "we plead"]
    assert "“Stop selling this, we plead.”" in page.text


def test_a_word_met_only_in_a_name_says_in_which(cast: Cast) -> None:
    page = found("giuliani")
    assert "also “Giuliani”" in page.text
    assert set(marked(page)) == {"Giuliani"}
    assert "Voice: Neema Singh Guliani, also “Giuliani”" in page.text


def test_what_is_left_out_is_not_found(cast: Cast) -> None:
    assert "/statements/plea/" in found("american").links
    assert "/statements/plea/" not in found("american -plead").links
    assert "/statements/plea/" not in found('american -"we plead"').links


def test_the_order_can_be_chosen_and_is_kept_in_the_address(cast: Cast) -> None:
    said(cast.aclu, title="Zebra", date_edtf="2001-01-01", slug="old-zebra")
    said(cast.aclu, words="A zebra.", date_edtf="2020-01-01", slug="new-zebra")
    places = ["/statements/old-zebra/", "/statements/new-zebra/"]

    def order(page: Page) -> list[str]:
        return [link for link in page.links if link in places]

    assert order(found("zebra")) == places
    assert order(found("zebra", sort="newest")) == places[::-1]


def test_pages_follow_one_another_and_only_the_first_has_names(cast: Cast) -> None:
    for number in range(25):
        said(cast.aclu, title=f"Zebra {number}", words="It is known.")
    StakeholderFactory.create(name="Zebra Watch")
    first = found("zebra")
    assert "1–20 of 25" in first.text
    assert "/search/?q=zebra&page=2" in first.links
    second = opened("/search/?q=zebra&page=2")
    assert "21–25 of 25" in second.text
    assert sections(second) == ["Statements"]
    assert "/search/?q=zebra" in second.links
    beyond = opened("/search/?q=zebra&page=3")
    assert beyond.status == 400
    assert "Choose a page from 1 to 2." in beyond.text


def test_of_too_many_hits_the_newest_are_ranked_and_the_page_says_so(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "CANDIDATES", 2)
    page = found("amazon")
    assert "There are more: the newest 2 were ranked." in page.text
    assert "/statements/?q=amazon" in page.links
    assert ranking.CANDIDATES == 1000


def ways(page: Page) -> list[str]:
    """What is offered to be looked for instead, each of which must find something."""
    shown = page.html.partition("Nothing found")[2].partition("What may be typed")[0]
    addresses = [unescape(each) for each in re.findall(r'href="([^"]*q=[^"]*)"', shown)]
    offered = [parse_qs(urlsplit(address).query)["q"][0] for address in addresses]
    for typed in offered:
        assert "Nothing found" not in found(typed).text, typed
    return offered


def test_nothing_found_says_what_was_looked_for_and_offers_less(cast: Cast) -> None:
    page = found('zzzzz "stop selling" -plead')
    assert 'Nothing has zzzzz and "stop selling" without plead.' in page.text
    assert "Look for less:" in page.text
    assert ways(page) == ['"stop selling"']  # what has it has “plead” too
    assert ways(found("zzzzz selling -robot")) == ["selling -robot", "selling"]
    for words in ("Of quinces.", "Of medlars."):
        said(cast.aclu, words=words)
    assert ways(found("quinces medlars")) == ["medlars", "quinces"]


def test_nothing_found_offers_names_that_are_spelt_alike(cast: Cast) -> None:
    page = found("amazn")
    assert "Did you mean:" in page.text
    assert "/search/?q=Amazon" in page.links


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("amazn", "Amazon"),
        ("amzaon", "Amazon"),
        ("Example Congresional Caucus", "Example Congressional Caucus"),
        ("caucus congresional", "caucus Congressional"),
        ("amazn guidlines", "Amazon guidelines"),
        ("rekogniton", "rekognition"),
        ("Puncke", "Punke"),
        ("Besos", "Bezos"),
        ('"washingtn county"', "Washington County"),
        ("washingtn county", "Washington County"),
        ("toyz", "toys"),
        ("amazn -plead", "Amazon -plead"),
    ],
)
def test_a_misspelt_word_is_offered_as_it_is_spelt_where_it_stands(
    cast: Cast, typed: str, meant: str
) -> None:
    congress = StakeholderFactory.create(name="Example Congressional Caucus")
    county = StakeholderFactory.create(name="Washington County")
    people = [PersonFactory.create(name=name) for name in ("Mary Punke", "Jo Bezos")]
    said(congress, county, *people, words="The Rekognition guidelines are known.")
    said(cast.amazon, title="Guidelines", words="These are ours.")
    offered = ways(found(typed))
    assert meant in offered
    assert typed not in offered


def test_no_word_of_what_readers_do_not_see_is_offered(cast: Cast) -> None:
    StakeholderFactory.create(name="Zebracorp", released=False)  # nothing public names it
    said(cast.aclu, words="Of zebrasecrets nobody knows.", state="draft")
    for typed in ("zebracorb", "zebrasecrts"):
        page = found(typed)
        assert ways(page) == []
        assert "zebracorp" not in page.html.lower()
        assert "zebrasecrets" not in page.html


def test_short_words_and_numbers_are_no_misprints_of_others(cast: Cast) -> None:
    said(cast.aclu, words="An act of 2018.")
    for typed in ("axt", "2017", "ac"):
        assert ways(found(typed)) == []


def test_lists_offer_what_they_have_under_their_other_conditions(cast: Cast) -> None:
    said(cast.aclu, title="Of zebras", words="Zebras are known.")
    page = opened("/statements/?q=zebrs")
    assert "Did you mean:" in page.text
    assert "/statements/?q=zebras" in page.links
    assert (
        "/statements/?q=zebras&organisation=aclu"
        in opened("/statements/?q=zebrs&organisation=aclu").links
    )
    assert "Did you mean" not in opened("/statements/?q=zebrs&organisation=amazon").text
    assert "/organisations/?q=Amazon" in opened("/organisations/?q=amazn").links
    assert "Did you mean" not in opened("/people/?q=amazn").text
    assert "/timeline/?q=zebras" in opened("/timeline/?q=zebrs").links


def test_what_may_be_meant_costs_as_much_whatever_there_is(cast: Cast) -> None:
    def cost(typed: str) -> int:
        with counted() as queries:
            found(typed)
        return queries.n

    costs = []
    for number in range(12):
        said(cast.aclu, title=f"Guidelings {number}")
        StakeholderFactory.create(name=f"Amazonas {number}")
        costs.append(cost("amazn guidelinges"))
    assert max(costs) == costs[-1] == costs[3]  # no more is tried than so many
    assert costs[-1] < 100
    eight = [f"zqx{'w' * number}" for number in range(MOST_TERMS)]
    assert cost(" ".join(eight)) < 200
    assert cost(" ".join([*eight, "zqy"])) < 50


@pytest.mark.parametrize(
    ("query", "said_of_it"),
    [
        ("q=-law", "only says what to leave out. Write a word to look for before it."),
        ("q=%3F%3F", "has no letter or digit to look for"),
        ("q=law&sort=oldest", "Write one of: best, newest."),
        ("q=law&page=51", "Pages are numbered from 1 to 50"),
        ("q=law&colour=red", "It knows q, sort, page."),
        ("q=a%00b", "contains a NUL"),
        ("q=a&q=b", "only once"),
    ],
)
def test_what_is_not_understood_is_refused_and_stays_in_the_box(
    client: Client, query: str, said_of_it: str
) -> None:
    page = opened(f"/search/?{query}")
    assert page.status == 400
    assert said_of_it in page.text
    for path in ("/search.json", "/suggestions.json"):
        if path != "/suggestions.json" or "sort" not in query:
            answer = client.get(f"{path}?{query}")
            assert answer.status_code == 400
            assert answer.json()["problems"]


def test_without_words_it_says_how_to_look(client: Client) -> None:
    page = opened("/search/")
    assert page.status == 200
    assert len([link for link in page.links if link.startswith("/search/?q=")]) == len(EXAMPLES)
    assert client.get("/search/?q=").status_code == 200


@pytest.mark.parametrize(
    ("asked", "shortest"),
    [("q=++stop++it", "q=stop+it"), ("q=it&sort=best&page=1", "q=it"), ("q=it&page=", "q=it")],
)
def test_other_ways_to_ask_are_sent_to_the_shortest(
    client: Client, asked: str, shortest: str
) -> None:
    assert client.get(f"/search/?{asked}")["Location"] == f"/search/?{shortest}"


def test_every_page_leads_to_the_search() -> None:
    for address in ("/", "/statements/", "/about/data/"):
        assert '<form class="search-box" action="/search/"' in opened(address).html


def test_hits_as_data_are_those_of_the_page(client: Client) -> None:
    data = client.get("/search.json?q=aclu").json()
    assert [each["slug"] for each in data["stakeholders"]] == ["aclu"]
    page = found("aclu")
    statements = [each["slug"] for each in data["statements"]]
    assert statements
    assert data["total"] == len(statements)
    places = [link for link in page.links if re.fullmatch(r"/statements/[\w-]+/", link)]
    assert places == [f"/statements/{slug}/" for slug in statements]
    assert (
        client.get("/search.json").json()["problems"][0]["message"] == "Write a word to look for."
    )


def test_suggestions_are_few_and_have_pages(client: Client, cast: Cast) -> None:
    for number in range(12):
        made = StakeholderFactory.create(name=f"Amateur {number}")
        AliasFactory.create(stakeholder=made, name="Amabel")
    results = client.get("/suggestions.json?q=ama").json()["results"]
    assert len(results) == 8
    assert results[0]["label"] == "Amazon"
    for each in results:
        assert client.get(each["url"].removeprefix("http://testserver")).status_code == 200
    [proposition] = [
        each
        for each in client.get("/suggestions.json?q=toys").json()["results"]
        if each["noun"] == "proposition"
    ]
    assert (proposition["slug"], proposition["note"]) == ("toys", "Robots")
    assert client.get("/suggestions.json?q=").json() == {"results": []}


def test_a_draft_is_found_nowhere(cast: Cast, client: Client) -> None:
    said(cast.aclu, title="Zebra", state="draft", on={cast.sales: Stance.OPPOSES})
    assert sections(found("zebra")) == ["Nothing found"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.text() | st.text('"-*^():“” an'))
def test_whatever_is_typed_is_answered(typed: str) -> None:
    query: dict[str, Any] = {"q": typed}
    for path in ("/search/", "/search.json", "/suggestions.json"):
        answer = Client().get(path, query, follow=True)
        assert answer.status_code in {200, 400}
