"""What every page of a noun does with a slug that is not its own: of capitals, or a former one."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from positions.models import Statement
from positions.urls import KNOWN, urlpatterns
from tests.factories import (
    PersonFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)

pytestmark = pytest.mark.django_db
# Every address that ends in, or goes on behind, the slug of a noun.
VALUES = {"theme": "dark", "page": "1"}  # of the keys that take no day
OF_NOUNS = sorted({str(each.name) for each in urlpatterns if "slug:slug" in str(each.pattern)})


def make(noun: str) -> Any:
    """One of the noun, which readers see, with the slug “abc”."""
    makers = {
        "organisation": StakeholderFactory.create,
        "person": PersonFactory.create,
        "proposition": PropositionFactory.create,
        "topic": TopicFactory.create,
        "statement": said,
    }
    if noun != "source":
        return makers[noun](slug="abc")
    said().quotations.update(source=(source := SourceFactory.create(slug="abc")))
    return source


def test_the_addresses_are_those_of_all_nouns() -> None:
    nouns = {name.partition("-")[0] for name in OF_NOUNS}
    assert nouns == {"organisation", "person", "proposition", "source", "statement", "topic"}
    assert {"statement-cite", "proposition-embed", "topic-record"} <= set(OF_NOUNS)


@pytest.mark.parametrize("name", OF_NOUNS)
def test_capitals_lead_on_for_good_and_a_former_slug_as_long_as_it_is_one(
    client: Client, name: str
) -> None:
    made = make(name.partition("-")[0])
    there = reverse(name, args=["abc"])
    key = "as_of" if name.endswith("-record") else next(iter(KNOWN.get(name, ())), "")
    query = f"?{key}={VALUES.get(key, '2018-06-01')}" if key else ""
    answer = client.get(f"{reverse(name, args=['ABC'])}{query}")
    assert (answer.status_code, answer["Location"]) == (301, f"{there}{query}")
    assert client.get(there).status_code == 200
    assert client.get(reverse(name, args=["ABCD"])).status_code == 404
    made.slug = "now"
    made.save()
    answer = client.get(f"{there}{query}")
    assert (answer.status_code, answer["Location"]) == (
        302,
        f"{reverse(name, args=['now'])}{query}",
    )
    # Where other sites may show the page, they may show what leads to it.
    assert ("X-Frame-Options" in answer) != name.endswith("-embed")


def test_a_slug_that_has_capitals_is_found_by_them(client: Client) -> None:
    Statement.objects.filter(pk=said(slug="abc").pk).update(slug="ABC")
    said(slug="abc", title="Another")
    for slug in ("ABC", "abc"):
        assert client.get(f"/statements/{slug}/").status_code == 200


def test_capitals_of_a_former_slug_lead_where_that_leads(client: Client) -> None:
    statement = said(slug="former")
    statement.slug = "present"
    statement.save()
    answer = client.get("/statements/Former/")
    assert (answer.status_code, answer["Location"]) == (302, "/statements/present/")


def test_what_was_withdrawn_says_so_by_way_of_small_letters_and_a_draft_nothing(
    client: Client,
) -> None:
    said(slug="gone")
    Statement.objects.update(state="withdrawn")
    said(slug="draft", state="draft")
    assert client.get("/statements/Gone/", follow=True).status_code == 410
    assert client.get("/statements/Draft/").status_code == 404


def test_who_was_taken_for_the_other_kind_is_led_on_to(client: Client) -> None:
    PersonFactory.create(slug="rivera")
    for ending in ("/", ".json"):
        led = client.get(f"/organisations/rivera{ending}")
        assert (led.status_code, led["Location"]) == (302, f"/people/rivera{ending}")
    StakeholderFactory.create(slug="abc")
    assert client.get("/people/ABC/", follow=True).redirect_chain == [
        ("/people/abc/", 301),
        ("/organisations/abc/", 302),
    ]
    for ending in ("/", ".json"):
        led = client.get(f"/people/abc{ending}?as_of=2002-01-01")
        assert led["Location"] == f"/organisations/abc{ending}?as_of=2002-01-01"
    StakeholderFactory.create(slug="unseen", released=False)
    assert client.get("/organisations/UNSEEN/").status_code == 404
