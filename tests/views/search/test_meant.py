"""What is offered where nothing is found: words spelt as they are there, and fewer words."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from positions.search.spelling import MOST_TERMS
from tests.cast import Cast
from tests.factories import PersonFactory, StakeholderFactory, said
from tests.queries import counted
from tests.views.pages import Page, opened
from tests.views.search.test_pages import found

pytestmark = pytest.mark.usefixtures("cast")


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
    assert ways(found("zzzzz selling -robot")) == ["selling -robot"]
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
    def cost(typed: str, page: Callable[[str], object] = found) -> int:
        with counted() as queries:
            page(typed)
        return queries.n

    costs = []
    for number in range(12):
        said(cast.aclu, title=f"Guidelings {number}")
        StakeholderFactory.create(name=f"Amazonas {number}")
        costs.append(cost("amazn guidelinges"))
    assert max(costs) == costs[-1] == costs[3]  # no more is tried than so many
    # The page of nothing found asks for each word, six for what is there, and for each way to put
    # words together once; then what may be meant is shown at once, as a page of its own.
    assert costs[-1] == 53
    eight = [f"zqx{'w' * number}" for number in range(MOST_TERMS)]
    assert cost(" ".join(eight)) == 35
    assert cost(" ".join([*eight, "zqy"])) == 23
    assert cost("guidelings 3 4 5 6 7") == 49  # all are there, but not together
    assert cost(f"/statements/?q={'+'.join(eight)}", opened) == 34


def test_one_letter_mistyped_is_put_right_unasked(cast: Cast) -> None:
    said(cast.aclu, words="The Rekognition guidelines are known.", slug="known")
    page = found("rekogniton")
    assert "Nothing has rekogniton." in page.text
    assert "Below is what has rekognition." in page.text
    assert "/statements/known/" in page.links
    assert "/statements/known/" not in found("rekogmiton").links  # two letters are only offered


def test_what_has_one_word_that_hardly_any_other_has_comes_before_what_has_common_ones(
    cast: Cast,
) -> None:
    said(cast.aclu, title="Of quinces", slug="rare", date_edtf="2017")
    for _ in range(3):
        said(cast.aclu, words="Medlars are known.", date_edtf="2018")
    links = [
        link for link in found("quinces medlars apricots plums").links if "/statements/" in link
    ]
    assert links[0] == "/statements/rare/"
    assert not any("/statements/rare/" in link for link in found("medlars plums pears").links)


def test_most_of_the_words_are_shown_where_nothing_has_all_and_less_is_counted(cast: Cast) -> None:
    said(cast.aclu, words="Of quinces and medlars.", slug="fruit", date_edtf="2018-06")
    page = found("aclu quinces medlars apricots 2018")
    assert "No statement under these conditions has quinces, medlars and apricots." in page.text
    assert (
        "Below is what has most of them, at best 2 of 3: quinces, medlars, apricots." in page.text
    )
    assert "/statements/fruit/" in page.links
    assert "aclu quinces medlars 2018 1 statement" in page.text
    assert "aclu quinces medlars 2018" in ways(page)
    assert "quinces medlars" in ways(found("aclu quinces medlars 2017"))[0]


def test_what_was_read_as_a_condition_stays_one_where_half_of_the_words_are_met_under_it(
    cast: Cast,
) -> None:
    said(cast.aclu, words="Of quinces.", slug="meant", date_edtf="2018-06")
    said(cast.amazon, words="Of apricots.", slug="rarer", date_edtf="2018-06")
    said(cast.aclu, words="Of quinces, and of the ACLU.", slug="later", date_edtf="2019-06")
    for typed in ("aclu quinces apricots 2018", "quinces apricots in June 2018"):
        links = found(typed).links
        assert "/statements/meant/" in links
        assert "/statements/later/" not in links
    assert "/statements/rarer/" not in found("aclu quinces apricots 2018").links
    assert "/statements/rarer/" in found("aclu apricots plums pears 2018").links  # no half of them
