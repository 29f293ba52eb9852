"""The markup of every public page: in order, and found by whoever looks for it."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import parse_qsl

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from positions.choices import ReplyKind
from tests.cast import Cast
from tests.factories import ReplyFactory
from tests.views.pages import Page, opened

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/",
    *(f"/{plural}/" for plural in ("statements", "organisations", "people", "propositions")),
    *(
        "/topics/",
        "/sources/",
        "/positions/",
        "/positions/list/?as_of=2018-07-01",
        "/positions/evidence/?organisation=aclu&proposition=sales",
    ),
    *("/timeline/", "/timeline/?organisation=amazon&from=2018&until=2019"),
    *("/timeline/?topic=faces&from=2018-08&until=2018-10",),
    *("/shifts/", "/compare/", "/compare/?organisation=aclu&organisation=amazon"),
    "/statements/counsel/exchange/",
    *("/statements/?organisation=aclu&stance=opposes", "/statements/?organisation=cbc&kind=email"),
    *("/statements/plea/", "/statements/counsel/", "/statements/guidelines/"),
    *("/statements/silence/", "/statements/remark/"),
    *("/organisations/aclu/", "/organisations/amazon/", "/people/guliani/", "/people/rivera/"),
    *("/propositions/sales/", "/propositions/law/", "/topics/faces/"),
    *("/sources/article/", "/sources/letter/", "/about/method/", "/about/data/"),
    *("/search/", "/search/?q=amazon", "/search/?q=amzn"),
]
REFUSED = {"/statements/?stance=sideways": 400, "/search/?q=-it": 400, "/nothing/": 404}


@pytest.fixture(scope="module")
def pages(module_cast: Cast, django_db_blocker: DjangoDbBlocker) -> dict[str, Page]:
    """Every page as it is drawn for the cast, one of whose statements answers another."""
    with django_db_blocker.unblock():
        ReplyFactory.create(
            from_statement=module_cast.statements["counsel"],
            to_statement=module_cast.statements["guidelines"],
            kind=ReplyKind.ANSWERS,
        )
        return {address: opened(address) for address in [*ADDRESSES, *REFUSED]}


def test_every_page_answers_as_it_should(pages: dict[str, Page]) -> None:
    expected = dict.fromkeys(ADDRESSES, 200) | REFUSED
    assert {address: page.status for address, page in pages.items()} == expected


def test_every_page_has_one_headline_and_skips_no_level(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert page.headings.count(1) == 1, address
        assert page.headings[0] == 1, address
        for above, below in zip(page.headings, page.headings[1:], strict=False):
            assert below <= above + 1, address


def test_every_id_is_there_once(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert sorted(page.ids) == sorted(set(page.ids)), address


def test_every_page_has_a_title_and_a_description_of_its_own(pages: dict[str, Page]) -> None:
    for name in ("<title>", '<meta name="description"'):
        found = [
            line
            for address in ADDRESSES
            if "?" not in address
            for line in pages[address].html.partition("</head>")[0].splitlines()
            if name in line
        ]
        assert len(found) == len(set(found)) == sum("?" not in each for each in ADDRESSES)


def test_every_page_names_its_own_address(pages: dict[str, Page]) -> None:
    for address in ADDRESSES:
        canonical = f'<link rel="canonical" href="http://testserver{address}">'
        assert canonical.replace("&", "&amp;") in pages[address].html
    for address in REFUSED:
        assert "canonical" not in pages[address].html


def test_every_link_within_leads_somewhere(pages: dict[str, Page]) -> None:
    # Of those that ask one page for the same keys, the first and the last by their values.
    within: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for link in sorted({link for page in pages.values() for link in page.links}):
        if link.startswith("/"):
            path, _, query = link.partition("#")[0].partition("?")
            within[path, *sorted({key for key, _ in parse_qsl(query)})].append(link)
    asked = {link for links in within.values() for link in (links[0], links[-1])}
    answers = {link: Client().get(link).status_code for link in asked}
    assert {link: status for link, status in answers.items() if status != 200} == {}
    assert len(answers) > len(ADDRESSES)


def test_list_page_offers_its_files_and_its_feed(pages: dict[str, Page]) -> None:
    html = pages["/statements/?organisation=aclu&stance=opposes"].html
    for suffix, kind in (
        ("json", "application/json"),
        ("csv", "text/csv"),
        ("atom", "application/atom+xml"),
    ):
        address = f"/statements.{suffix}?organisation=aclu&amp;stance=opposes"
        assert f'<link rel="alternate" type="{kind}" href="{address}"' in html


def test_current_room_is_marked(pages: dict[str, Page]) -> None:
    assert '<a href="/statements/" aria-current="page">' in pages["/statements/"].html
    assert '<a href="/statements/" aria-current="true">' in pages["/statements/plea/"].html
    assert "aria-current=" not in pages["/"].html
