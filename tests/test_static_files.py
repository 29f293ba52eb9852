"""What a published site sends beside a page: one style sheet and one script, and how much it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from positions.templatetags.faces import FACES, scripts, style_sheets
from tests.published import OWN, collect, use

# Whatever a browser asks for by itself once it has a page.
ASKED_FOR = re.compile(
    r'<link rel="(?:icon|stylesheet)" href="([^"]+)"|(?:<img|<script) src="([^"]+)"'
)
MOST_REQUESTS = 4  # the page, its sheet, its script, its icon
MOST_BYTES = 50_000  # bodies as they travel; the articles' pages have up to 41 kB
PAGES = {
    "home": "/",
    "list": "/statements/",
    "statement": "/statements/cbc-letter/",
    "matrix": "/positions/",
    "organisation": "/organisations/aclu/",
    "timeline": "/timeline/",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("published") / "static"


@pytest.fixture
def published(place: Path, settings: Any) -> Path:
    """The settings of a published site, and where its files are, which are collected once."""
    if not place.exists():
        return collect(settings, place, compressed=True)
    use(settings, place)
    return place


def text_of(name: str) -> str:
    return next((place / name).read_text() for place in OWN if (place / name).exists())


@pytest.mark.parametrize("face", FACES.values(), ids=FACES)
def test_a_face_is_one_file_of_a_kind_with_its_parts_in_order(published: Path, face: Any) -> None:
    for name, parts in face.joined():
        stored = staticfiles_storage.stored_name(name)  # type: ignore[attr-defined]
        text = (published / stored).read_text()
        places = [text.index(text_of(part).strip()) for part in parts]
        assert places == sorted(set(places))
        left = text
        for part in parts:
            left = left.replace(text_of(part).strip(), "", 1)
        assert left.strip(" \n;") == ""


def test_each_sheet_and_script_of_ours_belongs_to_a_face() -> None:
    written = {
        f"positions/{path.relative_to(OWN[0] / 'positions')}"
        for ending in ("*.css", "*.js")
        for path in OWN[0].rglob(ending)
    }
    named = {part for face in FACES.values() for _, parts in face.joined() for part in parts}
    assert written == {part for part in named if part.startswith("positions/")}


@pytest.mark.parametrize("face", FACES.values(), ids=FACES)
def test_a_page_names_one_file_of_a_kind_when_published(published: Path, face: Any) -> None:
    found = re.findall(r"/static/(\S+?)\"", style_sheets(face.name) + scripts(face.name))
    assert [re.sub(r"\.[0-9a-f]{12}\.", ".", name) for name in found] == [
        name for name, _ in face.joined()
    ]
    for name in found:
        whole, squeezed = published / name, published / f"{name}.br"
        assert squeezed.stat().st_size < whole.stat().st_size / 2


def test_a_page_names_each_part_while_it_is_developed() -> None:
    public = FACES["public"]
    assert re.findall(r"/static/(\S+?)\"", style_sheets("public")) == list(public.sheets)
    assert re.findall(r"/static/(\S+?)\"", scripts("public")) == list(public.scripts)


def test_while_debugging_parts_stay_apart_though_they_were_joined(
    published: Path, settings: Any
) -> None:
    settings.DEBUG = True
    assert style_sheets("admin").count("<link") == len(FACES["admin"].sheets)


def test_another_content_has_another_name(published: Path, tmp_path: Path, settings: Any) -> None:
    before = style_sheets("public")
    changed = tmp_path / "changed"
    sheet = changed / "positions" / "public" / "print.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("@media print { body { color: black } }")
    collect(settings, tmp_path / "static", changed)
    assert style_sheets("public") != before


@pytest.mark.parametrize(
    "rule", ["@import 'more.css';", 'a { background: url("../x.png") }', '@charset "utf-8";']
)
def test_what_would_not_hold_in_one_file_is_refused_by_name(
    published: Path, tmp_path: Path, settings: Any, rule: str
) -> None:
    before = {path: path.read_bytes() for path in published.rglob("*") if path.is_file()}
    changed = tmp_path / "changed"
    sheet = changed / "positions" / "admin" / "lists.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(rule)
    with pytest.raises(ImproperlyConfigured, match=r"positions/admin/lists\.css"):
        collect(settings, published, changed)
    assert {path: path.read_bytes() for path in published.rglob("*") if path.is_file()} == before


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded_articles")
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_first_visit_is_four_requests_and_few_bytes(published: Path, path: str) -> None:
    answer = Client().get(path, headers={"Accept-Encoding": "gzip, br"})
    assert (answer.status_code, answer["Content-Encoding"]) == (200, "gzip")
    plain = Client().get(path).content.decode()
    asked = [sheet or script for sheet, script in ASKED_FOR.findall(plain)]
    sizes = [len(answer.content)]
    for url in asked:
        file = published / url.removeprefix("/static/")
        squeezed = file.with_name(f"{file.name}.br")
        sizes.append((squeezed if squeezed.exists() else file).stat().st_size)
    assert len(sizes) <= MOST_REQUESTS
    assert sum(sizes) <= MOST_BYTES
