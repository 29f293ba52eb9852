"""The pages of lists: one address for each question, and a plain word when it is not understood."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client

from positions.formats.files import FORMATS, formats_of
from positions.listing import AnyDeclaration
from positions.views.declarations import DESCRIBED

pytestmark = pytest.mark.usefixtures("cast")


every_list = pytest.mark.parametrize("declaration", DESCRIBED, ids=lambda d: d.plural)


@every_list
def test_every_list_is_drawn_in_each_of_its_orders(
    client: Client, declaration: AnyDeclaration
) -> None:
    usual, *others = declaration.sorts
    for sort in others:
        assert client.get(declaration.url, {"sort": sort}).status_code == 200
    asked = client.get(declaration.url, {"sort": usual, "page": "1"})
    assert (asked.status_code, asked["Location"]) == (302, declaration.url)
    answer = client.get(declaration.url)
    assert answer.status_code == 200
    assert declaration.title in answer.content.decode()


@every_list
def test_no_format_ignores_what_it_does_not_understand(
    client: Client, declaration: AnyDeclaration
) -> None:
    page = client.get(declaration.url, {"colour": "red"})
    assert page.status_code == 400
    assert "“colour” is no filter of this list." in unescape(page.content.decode())
    for suffix, each in FORMATS.items():
        there = declaration.data_url("json").removesuffix("json") + suffix
        answer = client.get(there, {"colour": "red"})
        leaves = each in formats_of(declaration)
        assert answer.status_code == (400 if leaves else 404)
        assert answer["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    ("asked", "shortest"),
    [
        ("q=&organisation=&from=", ""),
        ("organisation=ACLU&stance=opposes", "?organisation=aclu&stance=opposes"),
        ("page=1", ""),
        ("sort=newest", ""),
        ("stance=opposes&page=1&sort=oldest", "?stance=opposes&sort=oldest"),
        ("q=++civil++liberties", "?q=civil+liberties"),
        ("kind=email&kind=email", "?kind=email"),
    ],
)
def test_other_ways_to_ask_are_sent_to_the_shortest(
    client: Client, asked: str, shortest: str
) -> None:
    answer = client.get(f"/statements/?{asked}")
    assert answer.status_code == 302
    assert answer["Location"] == f"/statements/{shortest}"
    assert client.get(answer["Location"]).status_code == 200


def test_the_order_of_keys_does_not_matter(client: Client) -> None:
    assert client.get("/statements/?stance=opposes&organisation=aclu").status_code == 200


def test_what_is_not_understood_is_a_page_that_names_it(client: Client) -> None:
    answer = client.get("/statements/?stance=agrees&from=soon&colour=red")
    text = unescape(answer.content.decode())
    assert answer.status_code == 400
    assert "“agrees” is not known. Write one of: strongly_supports" in text
    assert "soon" in text
    assert "“colour” is no filter of this list." in text


def test_what_is_not_understood_cannot_write_into_the_page(client: Client) -> None:
    answer = client.get("/statements/", {"<b>x": "y", "stance": "<script>alert(1)</script>"})
    assert answer.status_code == 400
    assert b"<script>alert" not in answer.content
    assert b"<b>x" not in answer.content


def test_a_page_beyond_the_last_is_refused(client: Client) -> None:
    answer = client.get("/statements/?page=9")
    assert answer.status_code == 400
    assert "The list has one page." in answer.content.decode()
