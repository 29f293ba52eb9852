"""The comparison: its form, its answers, and what is said when it cannot be answered."""

from __future__ import annotations

import csv
import io
from html import unescape
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions.choices import Stance
from tests.cast import Cast
from tests.factories import StakeholderFactory, said
from tests.views.pages import opened

pytestmark = pytest.mark.usefixtures("cast")

TWO = "organisation=aclu&organisation=amazon"


def problems(client: Client, query: str, suffix: str = "json") -> list[dict[str, Any]]:
    answer = client.get(f"/compare.{suffix}?{query}")
    assert answer.status_code == 400
    found: list[dict[str, Any]] = answer.json()["problems"]
    return found


def test_it_says_on_how_many_they_agree_and_differ() -> None:
    page = opened(f"/compare/?{TWO}")
    assert "ACLU and Amazon Agree on 1, cannot be said on 1, as of" in page.text
    assert "Where they agree 1" in page.text
    assert "%" not in page.text


def test_agreement_comes_before_difference(cast: Cast) -> None:
    said(cast.amazon, on={cast.toys: Stance.OPPOSES})
    said(cast.aclu, on={cast.toys: Stance.SUPPORTS})
    text = opened(f"/compare/?{TWO}").text
    titles = ["Where they agree", "Where they differ", "Where it cannot be said"]
    assert sorted(titles, key=text.index) == titles


def test_each_has_its_words_with_date_and_evidence(cast: Cast) -> None:
    counsel = cast.statements["counsel"]
    counsel.assessments.update(quotation=counsel.quotations.get())
    page = opened(f"/compare/?{TWO}")
    assert "“These guidelines are weak.” 7 February 2019, Act of counsel" in page.text
    assert "/statements/counsel/#stance-law" in page.links


def test_long_words_begin_only_and_can_be_unfolded(cast: Cast) -> None:
    long = "These guidelines are weak. " * 40 + "That is all."
    counsel = cast.statements["counsel"]
    counsel.quotations.update(exact=long)
    counsel.assessments.update(quotation=counsel.quotations.get())
    page = opened(f"/compare/?{TWO}&proposition=law")
    begun, whole = page.html.split("<summary>All of it</summary>")
    assert " …”</p></blockquote></div>" in begun
    assert "That is all." not in begun
    assert whole.index("That is all.”") < whole.index("</details>")


def test_silence_and_nothing_found_are_two_things() -> None:
    text = opened("/compare/?organisation=amazon&organisation=cbc&as_of=2018-07-01").text
    assert "None has spoken on 1." in text
    assert "asked, no reply 18 June 2018, Act of silence Nothing found of CBC" in text


def test_a_person_is_compared_under_the_own_name() -> None:
    page = opened("/compare/?organisation=aclu&person=guliani&proposition=toys")
    assert "Only one has spoken on 1." in page.text
    assert "Nothing found of ACLU" in page.text


def test_stances_are_those_of_the_day() -> None:
    assert "Differ on 1, as of 1 July 2018." in opened(f"/compare/?{TWO}&as_of=2018-07-01").text


def test_topic_and_proposition_narrow_it(client: Client) -> None:
    for narrowed, expected in (("topic=robots", 0), ("topic=faces", 2), ("proposition=law", 1)):
        assert client.get(f"/compare.json?{TWO}&{narrowed}").json()["total"] == expected
    assert "Nothing was said by them on this" in opened(f"/compare/?{TWO}&topic=robots").text


def test_each_can_be_taken_off() -> None:
    page = opened(f"/compare/?{TWO}&organisation=cbc&as_of=2020-01-01")
    assert "/compare/?organisation=aclu&organisation=cbc&as_of=2020-01-01" in page.links
    page = opened(f"/compare/?{TWO}")
    assert "/compare/?organisation=aclu" in page.links


def test_json_and_csv_have_exactly_what_the_page_shows(client: Client) -> None:
    found = client.get(f"/compare.json?{TWO}").json()
    assert found["counts"] == {
        "agree": 1,
        "differ": 0,
        "unsaid": 1,
        "one_spoken": 0,
        "none_spoken": 0,
    }
    assert [party["slug"] for party in found["parties"]] == ["aclu", "amazon"]
    answer = client.get(f"/compare.csv?{TWO}")
    assert answer["Content-Disposition"] == 'attachment; filename="compare-aclu-amazon.csv"'
    table = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [
        (row["proposition"], row["agreement"], row["holder"], row["state"], row["stance"])
        for row in table
    ] == [
        (
            one["proposition"]["slug"],
            one["agreement"],
            stands["holder"]["slug"],
            stands["state"],
            stands["position"]["stance"],
        )
        for one in found["propositions"]
        for stands in one["stands"]
    ]
    html = opened(f"/compare/?{TWO}").html
    for suffix in ("json", "csv"):
        assert f'href="/compare.{suffix}?{TWO}"'.replace("&", "&amp;") in html


def test_names_are_understood_and_written_as_slugs(client: Client) -> None:
    answer = client.get("/compare/?organisation=ACLU&organisation=&organisation=Amazon&topic=")
    assert (answer.status_code, answer["Location"]) == (302, f"/compare/?{TWO}")


def test_without_names_it_asks_for_them() -> None:
    page = opened("/compare/")
    assert page.status == 200
    assert page.html.count('name="organisation"') == 2
    assert page.html.count('data-suggest="/organisations.json"') == 2
    assert page.html.count('data-suggest="/people.json"') == 1


def test_one_name_is_kept_and_another_is_asked_for(client: Client) -> None:
    page = opened("/compare/?organisation=aclu")
    assert page.status == 200
    assert "American Civil Liberties Union, and who else? Name one to four more." in page.text
    assert '<input type="checkbox" name="organisation" value="aclu" checked>' in page.html
    [problem] = problems(client, "organisation=aclu")
    assert problem["message"].startswith("Only one is named. Name 2 to 5, as in organisation=")
    assert problems(client, "", "csv")[0]["message"].startswith("Nobody is named.")


def test_six_are_too_many_and_none_is_lost(client: Client) -> None:
    for number in range(3):
        StakeholderFactory.create(slug=f"firm-{number}")
    six = f"{TWO}&organisation=cbc" + "".join(f"&organisation=firm-{n}" for n in range(3))
    page = opened(f"/compare/?{six}")
    assert page.status == 400
    assert "These are 6. At most 5 can be compared: take 1 off." in page.text
    assert page.html.count("checked>") == 6
    assert problems(client, six)[0]["key"] == "organisation"


def test_an_unknown_name_is_kept_with_what_may_be_meant(client: Client) -> None:
    page = opened("/compare/?organisation=aclu&organisation=amazn&as_of=2018-07-01")
    assert page.status == 400
    assert "No organisation is called “amazn”. Did you mean amazon (Amazon)?" in page.text
    assert f"/compare/?{TWO}&as_of=2018-07-01" in page.links
    assert 'value="amazn"' in page.html
    assert '<input type="checkbox" name="organisation" value="aclu" checked>' in page.html
    [problem] = problems(client, "organisation=aclu&organisation=amazn")
    assert problem["instead"] == [
        {"label": "Amazon", "url": f"http://testserver/compare.json?{TWO}"}
    ]


@pytest.mark.parametrize(
    ("query", "said_so"),
    [
        (f"{TWO}&colour=red", "“colour” is no part of a comparison. It knows organisation"),
        (f"{TWO}&as_of=2018", "2018 is not one day. Write a day, as in 2018-07-01."),
        ("organisation=aclu&organisation=guliani", "write person=guliani"),
        (f"{TWO}&topic=zzz", "No topic is called “zzz”."),
    ],
)
def test_what_is_not_understood_is_refused_with_the_cure(
    client: Client, query: str, said_so: str
) -> None:
    answer = client.get(f"/compare/?{query}")
    assert answer.status_code == 400
    assert said_so in unescape(answer.content.decode())
    assert said_so in problems(client, query)[0]["message"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["organisation", "person", "topic", "proposition", "as_of", "x"]),
        st.lists(st.text() | st.sampled_from(["aclu", "cbc", "2018-01-01"]), max_size=7),
        max_size=4,
    )
)
def test_whatever_is_typed_is_answered_or_refused(typed: dict[str, list[str]]) -> None:
    client = Client()
    assert client.get("/compare/", typed).status_code in {200, 302, 400}
    assert client.get("/compare.json", typed).status_code in {200, 400}


def test_a_profile_leads_to_the_comparison_with_those_closest(cast: Cast) -> None:
    said(cast.caucus, on={cast.law: Stance.SUPPORTS})
    page = opened("/organisations/aclu/")
    assert "Congressional Black Caucus agree on 2 of 2" in page.text
    assert "/compare/?organisation=aclu&organisation=cbc" in page.links
    said(cast.guliani, on={cast.sales: Stance.SUPPORTS})
    page = opened("/organisations/aclu/")
    assert "Furthest Neema Singh Guliani differ on 1 of 1" in page.text
    assert "/compare/?organisation=aclu&person=guliani" in page.links
    assert "/compare/?organisation=aclu&person=guliani" in opened("/people/guliani/").links
