"""The words of the two articles as readers are shown them."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from positions.models import Quotation
from positions.views.declarations import DECLARATIONS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_articles")]


def with_a_reporters_comma() -> list[Quotation]:
    found = [each for each in Quotation.objects.in_words() if each.exact.endswith(",")]
    assert len(found) >= 7
    return found


def test_a_reporters_comma_is_kept_in_the_record_and_shown_nowhere() -> None:
    quoted = with_a_reporters_comma()
    pages = {
        each: [f"{each.statement.get_absolute_url()}{page}" for page in ("", "embed/", "exchange/")]
        for each in quoted
    }
    lists = [d.data_url(suffix) for d in DECLARATIONS for suffix in ("csv", "atom")]
    everywhere = ["/", "/statements/", "/positions/list/", "/search/?q=misuse", *lists]
    texts = {address: drawn(address) for address in everywhere}
    for quotation, addresses in pages.items():
        ending = quotation.exact[-20:]
        of_it = {
            address: drawn(address) for address in [*addresses, quotation.source.get_absolute_url()]
        }
        for address, text in {**texts, **of_it}.items():
            assert f"{ending}”" not in text, address
        assert f"{ending.removesuffix(',')}”" in of_it[addresses[0]]


def test_json_has_the_words_to_the_letter_and_as_shown() -> None:
    for quotation in with_a_reporters_comma():
        answer = Client().get(f"{quotation.statement.get_absolute_url().rstrip('/')}.json")
        given = [
            each
            for each in json.loads(answer.content)["quotations"]
            if each["exact"] == quotation.exact
        ]
        assert [each["words"] for each in given] == [quotation.exact.removesuffix(",")]
        assert given[0]["end"] - given[0]["start"] == len(quotation.exact)


def drawn(address: str) -> str:
    return Client().get(address).getvalue().decode()
