"""What search engines are told."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.http import http_date

from positions.models import Statement
from positions.models.workflow import PUBLISHED
from tests.cast import Cast
from tests.factories import StatementFactory

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
def test_a_sitemap_has_the_pages_of_ten_thousand_keys_and_none_is_empty(client: Client) -> None:
    for key in (20_000, 29_999, 32_000, 60_000):
        made = StatementFactory.create(
            slug=f"s-{key}", state="draft" if key == 32_000 else PUBLISHED
        )
        Statement.objects.filter(pk=made.pk).update(id=key)
    site = "http://testserver"
    found = LOCATION.findall(client.get("/sitemap.xml").content.decode())
    parts = [part for part in found if "statements-" in part]
    assert parts == [f"{site}/sitemap-statements-{number}.xml" for number in (3, 7)]
    first, last = (client.get(part) for part in parts)
    assert LOCATION.findall(first.content.decode()) == [
        f"{site}/statements/s-{key}/" for key in (20_000, 29_999)
    ]
    assert LOCATION.findall(last.content.decode()) == [f"{site}/statements/s-60000/"]
    changed = Statement.objects.get(pk=60_000).modified_at
    assert f"<lastmod>{changed:%Y-%m-%d}</lastmod>" in last.content.decode()
    assert last["Last-Modified"] == http_date(changed.timestamp())
    for number in ("4", "0", "x", "1" * 30):
        assert client.get(f"/sitemap-statements-{number}.xml").status_code == 404


@pytest.mark.django_db
def test_an_unknown_part_of_the_sitemap_is_not_found(client: Client) -> None:
    assert client.get("/sitemap-nothing.xml").status_code == 404
