"""Pages of one thing as of a day, and what every address does with keys that it does not honour."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from positions.choices import Stance
from positions.models import Proposition
from tests.addresses.public import table
from tests.cast import Cast
from tests.factories import StakeholderFactory, said
from tests.views.pages import opened

pytestmark = pytest.mark.usefixtures("cast")


def changed(cast: Cast) -> Proposition:
    """A proposition on which one organisation turned from for to against."""
    turned = StakeholderFactory.create(name="Zebra", slug="zebra")
    on = cast.toys
    said(turned, on={on: Stance.SUPPORTS}, date_edtf="2001-01-10", slug="first", title="First")
    said(turned, on={on: Stance.OPPOSES}, date_edtf="2003-03-20", slug="second", title="Second")
    return on


@pytest.mark.parametrize("path", ["/propositions/toys/", "/organisations/zebra/"])
def test_a_page_tells_as_of_a_day_and_steps_from_change_to_change(cast: Cast, path: str) -> None:
    changed(cast)
    before = opened(f"{path}?as_of=2001-01-09")
    assert "/statements/first/" not in before.html.partition("Of all time")[0]
    assert f"{path}?as_of=2001-01-10" in before.links
    then = opened(f"{path}?as_of=2002-01-01")
    assert "/statements/first/" in then.links
    assert "/statements/second/" not in then.html.partition("Of all time")[0]
    assert {f"{path}?as_of=2001-01-10", f"{path}?as_of=2003-03-20", path} <= set(then.links)
    assert f'data-copy="http://testserver{path}?as_of=2002-01-01"' in then.html
    assert "as of 1 January 2002" in then.html.partition("</title>")[0]
    now = opened(path)
    assert "/statements/second/" in now.links
    assert "as of" not in now.html.partition("</title>")[0]


def test_what_is_no_day_is_refused(cast: Cast) -> None:
    for path in ("/propositions/toys/", "/organisations/aclu/", "/people/guliani/"):
        page = opened(f"{path}?as_of=2002")
        assert page.status == 400
        assert "2002 is not one day. Write a day" in page.text


def test_every_address_refuses_a_key_that_it_does_not_honour(cast: Cast, client: Client) -> None:
    slugs = ("plea", "aclu", "guliani", "toys", "faces", "article")
    asked = 0
    for each in table():
        for path in each.paths(slugs):
            if client.get(path).status_code != 200:
                continue
            answer = client.get(f"{path}?colour=red")
            reads = each.name.startswith("oembed")
            assert answer.status_code == 400 or reads, path
            asked += 1
    assert asked > 40


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("/statements/plea/?utm_source=letter&fbclid=1", "/statements/plea/"),
        (
            "/propositions/toys/?as_of=2002-01-01&utm_source=x",
            "/propositions/toys/?as_of=2002-01-01",
        ),
        (
            "/statements/?organisation=aclu&fbclid=1&q=a+b%26c",
            "/statements/?organisation=aclu&q=a+b%26c",
        ),
        ("/statements.json?utm_source=letter", "/statements.json"),
        ("/search/?gclid=1&q=toys", "/search/?q=toys"),
        ("/positions/?utm_source=letter&colour=red", "/positions/?colour=red"),
        ("/%2Felsewhere.example/?utm_source=letter", "/%2Felsewhere.example/"),
    ],
)
def test_how_a_reader_came_to_an_address_is_left_out_of_it(
    client: Client, asked: str, kept: str
) -> None:
    assert client.get(asked)["Location"] == kept


def test_the_link_to_the_matrix_of_today_says_the_day(cast: Cast) -> None:
    page = opened("/positions/?group=kind")
    today = timezone.localdate().isoformat()
    assert f'data-copy="http://testserver/positions/?group=kind&amp;as_of={today}"' in page.html
