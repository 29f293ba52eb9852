"""What the README's recipes promise: told once, a noun, a filter or a format is everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import reload
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import feedparser
import pytest
from django.conf import settings as site_settings
from django.contrib import admin
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import clear_url_caches, include, path

from positions import urls
from positions.filters import filter_set
from positions.formats.files import FORMATS, Format
from positions.listing import AnySelection
from positions.views import about, data, declarations
from positions.views.declarations import DECLARATIONS, DESCRIBED
from tracker import urls as site_urls

README = (site_settings.BASE_DIR / "README.md").read_text()
pytestmark = pytest.mark.django_db(transaction=True)


def lines(selection: AnySelection, site: str) -> HttpResponse:
    """A format: a module with a function over a list."""
    names = (record.name for record in selection.newest(100, site))
    return HttpResponse("\n".join(names), content_type="text/plain; charset=utf-8")


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[Any]:
    """The noun, its word of the vocabulary, and the format: each where the recipe says."""
    monkeypatch.setattr(filter_set, "KEYS", (*filter_set.KEYS, "large"))
    from tests.recipes.places import PLACES, Place  # noqa: PLC0415 - its filter needs the word

    row = Format("txt", "Plain names", "text/plain", "The names, a line each.", lines)
    monkeypatch.setitem(FORMATS, row.suffix, row)
    monkeypatch.setattr(data, "DESCRIBED", (*DESCRIBED, PLACES))
    monkeypatch.setattr(about, "DESCRIBED", (*DESCRIBED, PLACES))
    [jinja, *others] = settings.TEMPLATES
    folders = [Path(__file__).parent / "templates", *jinja["DIRS"]]
    settings.TEMPLATES = [{**jinja, "DIRS": folders}, *others]
    monkeypatch.setattr(declarations, "DECLARATIONS", (*DECLARATIONS, PLACES))
    reload(urls)
    conf: Any = ModuleType("tests.recipes.conf")
    conf.urlpatterns = [path("admin/", admin.site.urls), path("", include("positions.urls"))]
    conf.handler400, conf.handler404 = site_urls.handler400, site_urls.handler404
    settings.ROOT_URLCONF = conf
    clear_url_caches()
    with connection.schema_editor() as editor:
        editor.create_model(Place)
    Place.objects.create(slug="port-hallow", name="Port Hallow", is_large=True)
    Place.objects.create(slug="marrow-hill", name="Marrow Hill")
    yield SimpleNamespace(declaration=PLACES, model=Place)
    with connection.schema_editor() as editor:
        editor.delete_model(Place)
    monkeypatch.undo()
    reload(urls)
    clear_url_caches()


def names(client: Client, query: str = "") -> list[str]:
    return [each["name"] for each in client.get(f"/places.json{query}").json()["results"]]


def test_a_noun_has_its_page_files_feed_records_and_description(
    places: Any, client: Client
) -> None:
    page = client.get("/places/").content.decode()
    assert "Port Hallow" in page
    assert all(f'href="/places.{suffix}"' in page for suffix in ("json", "csv", "atom"))
    assert names(client) == ["Marrow Hill", "Port Hallow"]
    table = client.get("/places.csv").getvalue().decode("utf-8-sig")
    assert table.splitlines() == ["slug,name", "marrow-hill,Marrow Hill", "port-hallow,Port Hallow"]
    feed = feedparser.parse(client.get("/places.atom").content)
    assert [entry.title for entry in feed.entries] == ["Marrow Hill", "Port Hallow"]
    assert client.get("/places/port-hallow.json").json()["name"] == "Port Hallow"
    described = client.get("/api/openapi.json").json()
    assert {path for path in described["paths"] if "place" in path} == {
        *("/places.json", "/places.csv", "/places.atom", "/places.txt", "/places/{slug}.json")
    }
    assert described["components"]["schemas"]["PlaceRecord"]["description"] == "One place."
    assert 'href="/places.csv"' in client.get("/about/data/").content.decode()


def test_a_filter_is_in_the_form_the_chips_every_format_and_the_description(
    places: Any, client: Client
) -> None:
    page = client.get("/places/?large=1").content.decode()
    assert 'name="large"' in page
    assert 'href="/places/"' in page  # the chip that takes it off
    assert "Marrow Hill" not in page
    assert names(client, "?large=1") == ["Port Hallow"]
    assert names(client, "?q=mar") == ["Marrow Hill"]
    assert b"Marrow" not in client.get("/places.csv?large=1").getvalue()
    assert len(feedparser.parse(client.get("/places.atom?large=1").content).entries) == 1
    refused = client.get("/places.json?large=2")
    assert (refused.status_code, refused.json()["problems"][0]["key"]) == (400, "large")
    described = client.get("/api/openapi.json").json()["paths"]["/places.csv"]["get"]
    [told] = [each for each in described["parameters"] if each["name"] == "large"]
    assert told["description"] == "Is large. Write 1."
    assert "<code>large</code>" in client.get("/about/data/").content.decode()


def test_a_format_is_an_address_of_every_list_a_link_on_its_page_and_described(
    places: Any, client: Client
) -> None:
    answer = client.get("/places.txt?large=1")
    assert (answer.content, answer.headers["Content-Type"]) == (
        b"Port Hallow",
        "text/plain; charset=utf-8",
    )
    for plural in ("places", "statements", "topics"):
        page = client.get(f"/{plural}/").content.decode()
        assert f'<a href="/{plural}.txt" type="text/plain">Plain names</a>' in page
        assert client.get(f"/{plural}.txt").status_code == 200
        described = client.get("/api/openapi.json").json()["paths"][f"/{plural}.txt"]["get"]
        assert described["responses"]["200"]["description"] == "The names, a line each."
    assert client.get("/places.txt?colour=red").status_code == 400


@pytest.mark.parametrize(("recipe", "most"), [("noun", 12), ("filter", 2), ("format", 2)])
def test_a_recipe_is_short_and_names_what_is_there(recipe: str, most: int) -> None:
    found = re.search(rf"\*\*Add a {recipe}\*\*.*?\n\n", README, re.DOTALL)
    assert found
    steps = re.findall(r"^\d+\. (.*)$", found[0], re.MULTILINE)
    assert 0 < len(steps) <= most
    for step in steps:
        for place in re.findall(r"`([\w./-]+/[\w./-]*)`", step):
            assert (site_settings.BASE_DIR / place).exists(), place
