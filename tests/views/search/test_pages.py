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
from positions.views.search import finding
from positions.views.search.pages import EXAMPLES
from tests.cast import Cast
from tests.factories import AliasFactory, StakeholderFactory, said
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
    assert "/statements/?organisation=amazon" in page.links
    assert ranking.CANDIDATES == 1000


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


def test_what_is_typed_is_read_and_each_condition_can_be_taken_off(
    cast: Cast, client: Client
) -> None:
    said(cast.amazon, title="On misusing it", slug="misuse", date_edtf="2018-06-15")
    said(cast.amazon, title="On misuse", slug="later", date_edtf="2019-06-15")
    said(cast.aclu, title="On misuse by Amazon", slug="theirs", date_edtf="2018-06-15")
    page = found("did Amazon say something on misuse in June 2018")
    assert "Read as: Remove organisation Amazon × Remove in June 2018 × Words: misuse." in page.text
    places = [link for link in page.links if re.fullmatch(r"/statements/[\w-]+/", link)]
    assert places == ["/statements/misuse/"]
    without = [parse_qs(urlsplit(link).query)["q"] for link in page.links if "?q=did" in link]
    assert without[:2] == [
        ["did say something on misuse in June 2018"],
        ["did Amazon say something on misuse"],
    ]
    assert "/statements/?q=misuse&organisation=amazon&from=2018-06&until=2018-06" in page.links
    as_words = '"Amazon" misuse'
    assert "/statements/theirs/" in found(as_words).links
    data = client.get("/search.json", {"q": "amazon misuse 2018"}).json()
    assert [(each["key"], each["value"]) for each in data["read_as"]] == [
        ("organisation", "amazon"),
        ("from", "2018"),
        ("until", "2018"),
    ]
    assert data["words"] == "misuse"
    assert [each["slug"] for each in data["statements"]] == ["misuse"]


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("what did amazon say in 2018", "amazon 2018"),
        ("anything amazon ever said", "amazon"),
        ("who supports or opposes", "supports opposes"),
        ("aclu vs amazon", "aclu, amazon"),
    ],
)
def test_beside_conditions_words_of_grammar_need_not_be_met(
    client: Client, cast: Cast, typed: str, same: str
) -> None:
    del cast
    slugs = [
        [each["slug"] for each in client.get("/search.json", {"q": q}).json()["statements"]]
        for q in (typed, same)
    ]
    assert slugs[0] == slugs[1] != []


def test_a_key_is_read_as_in_a_list_and_a_wrong_value_is_refused(cast: Cast) -> None:
    said(cast.aclu, title="Zebra", slug="zebra", date_edtf="2018-06-15")
    for typed in ("zebra organisation:aclu", 'zebra organisation:"ACLU"', "zebra until:2018-06"):
        assert "/statements/zebra/" in found(typed).links, typed
    assert "/statements/zebra/" not in found("zebra from:2019").links
    assert "/statements/zebra/" in found('zebra from:"June 2018"').links
    for typed, message in (
        ("zebra from:yesterday", "“yesterday” was not understood"),
        ("stance:against", "Write one of: strongly_supports"),
        ("organisation:nobody", "No organisation is called “nobody”."),
    ):
        page = found(typed)
        assert page.status == 400
        assert message in page.text
    assert found("zebra colour:red").status == 200  # no key: words like any other


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
