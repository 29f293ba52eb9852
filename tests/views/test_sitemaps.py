"""What search engines are told."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.cast import Cast

LOCATION = re.compile("<loc>(.+?)</loc>")


def test_robots_are_led_to_the_sitemap_and_kept_from_what_is_not_for_them(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert "Disallow: /timeline/?" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines


@pytest.mark.django_db
def test_the_sitemap_leads_to_pages_that_are_there(client: Client, cast: Cast) -> None:
    found = [
        page
        for part in LOCATION.findall(client.get("/sitemap.xml").content.decode())
        for page in LOCATION.findall(client.get(part).content.decode())
    ]
    assert len(set(found)) == len(found)
    for page in found:
        assert client.get(page).status_code == 200, page
    paths = {page.removeprefix("http://testserver") for page in found}
    assert {"/", "/statements/plea/", "/organisations/aclu/", "/people/guliani/"} <= paths
    assert {"/propositions/sales/", "/topics/faces/", "/sources/letter/"} <= paths
    assert "/statements/draft/" not in paths


@pytest.mark.django_db
def test_an_unknown_part_of_the_sitemap_is_not_found(client: Client) -> None:
    assert client.get("/sitemap-nothing.xml").status_code == 404
