"""Every public page in a browser: nothing blocked or broken, accessible, valid, no overflow."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from django.test import Client
from playwright.sync_api import Page

from tests.articles import Articles
from tests.browser.accessibility import looked_at

PAGES = [
    "/",
    "/statements/",
    "/statements/?organisation=aclu&stance=opposes&from=2018&verbatim=1",
    "/statements/?organisation=aclu&stance=neutral",
    "/statements/aclu-on-guidelines/",
    "/statements/cbc-letter/",
    "/statements/microsoft-guidelines/",
    "/statements/amazon-no-reply-venturebeat/",
    "/statements/aclu-on-guidelines/embed/",
    "/statements/amazon-no-reply-venturebeat/embed/",
    "/organisations/",
    "/organisations/?topic=facial-recognition&stance=opposes&as_of=2018-07-01",
    "/organisations/aclu/",
    "/organisations/facebook/",
    "/organisations/social-equity-group/",
    "/people/",
    "/people/neema-singh-guliani/",
    "/propositions/",
    "/propositions/end-government-sales/",
    "/propositions/end-government-sales/embed/",
    "/positions/",
    "/positions/?as_of=2018-06-18&with=aclu&group=kind",
    "/positions/?stance=neutral",
    "/positions/evidence/?organisation=amazon&proposition=end-government-sales",
    "/positions/list/",
    "/positions/list/?as_of=2018-06-16",
    "/timeline/",
    "/timeline/?organisation=amazon&from=2018-05&until=2018-07",
    "/timeline/?organisation=aclu&from=2016&until=2016",
    "/shifts/",
    "/shifts/?direction=towards_support",
    "/corrections/",
    "/compare/",
    "/compare/?organisation=amazon",
    "/compare/?organisation=aclu&organisation=amazon&organisation=microsoft",
    "/statements/aclu-on-guidelines/exchange/",
    "/topics/",
    "/topics/facial-recognition/",
    "/sources/",
    "/sources/the-hill-2019-02-07/",
    "/search/",
    "/search/?q=%22facial+recognition%22+sell",
    "/search/?q=amazn",
    "/statements/cbc-letter/report/",
    "/statements/cbc-letter/report/received/",
    "/about/",
    "/about/method/",
    "/about/data/",
]
REFUSED = {
    "/statements/?organisation=acl": 400,
    "/statements/?colour=blue&from=2018-02-30": 400,
    "/timeline/?from=2019&until=2018": 400,
    "/compare/?organisation=amazn&organisation=aclu": 400,
    "/search/?q=-amazon": 400,
    "/statements/never-said/": 404,
    "/statements/never-said/embed/": 404,
    "/nowhere/": 404,
}


@pytest.mark.drawn
def test_every_page_is_accessible_fits_and_keeps_the_policy(site: str, watched: Page) -> None:
    assert looked_at(watched, [site + address for address in (*PAGES, *REFUSED)]) == {}


@pytest.mark.drawn
@pytest.mark.django_db
def test_every_page_is_valid_html(
    nu_html_checker: Callable[[Iterable[str]], list[str]], articles: Articles
) -> None:
    articles.put()
    client = Client()
    expected = {**dict.fromkeys(PAGES, 200), **REFUSED}
    answers = {address: client.get(address) for address in expected}
    assert {address: answer.status_code for address, answer in answers.items()} == expected
    assert nu_html_checker(answer.text for answer in answers.values()) == []
