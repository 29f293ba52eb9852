"""The rules of the house that no linter knows."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST = 300  # lines of a module
DRAWERS = {"common", "helpers", "misc", "services", "signals", "util", "utils"}
# What the Content-Security-Policy would refuse; JSON-LD is data, and no script.
INLINE = re.compile(
    r"""<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:"""
    r"""|<script\b(?![^>]*\b(?:src=|type="application/ld\+json"))""",
    re.IGNORECASE,
)
# What a model has and no record does.
OF_MODELS = re.compile(r"\bget_absolute_url\b|\bget_\w+_display\b|\.(?:all|first|count)\(\)")


def files(pattern: str, *directories: str) -> Iterator[Path]:
    for directory in directories:
        for path in (ROOT / directory).rglob(pattern):
            if "node_modules" not in path.parts:
                yield path


def modules() -> Iterator[Path]:
    return files("*.py", "tracker", "positions", "tests")


def test_modules_are_short() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in modules()
    }
    written = {name: length for name, length in lengths.items() if "/migrations/" not in name}
    assert {name: length for name, length in written.items() if length > LONGEST} == {}


def test_modules_are_named_for_their_job() -> None:
    assert [str(path) for path in modules() if path.stem in DRAWERS] == []


def test_modules_open_with_their_job() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if "/migrations/" not in str(path)
        and (text := path.read_text())
        and not text.startswith('"""')
    ]
    assert silent == []


def test_templates_have_nothing_inline() -> None:
    found = {
        str(path.relative_to(ROOT)): hits
        for path in files("*.html", "templates", "positions/templates")
        if (hits := INLINE.findall(path.read_text()))
    }
    assert found == {}


def test_pages_and_cards_of_single_things_show_records_and_ask_no_model() -> None:
    asked = {
        str(path.relative_to(ROOT)): hits
        for path in files("*.html", "templates/details", "templates/embed", "templates/rows")
        if (hits := OF_MODELS.findall(path.read_text()))
    }
    assert asked == {}


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color: red">',
        "<style>",
        "<script>",
        '<script type="module">',
        '<a onclick="go()">',
        '<a href="javascript:go()">',
    ],
)
def test_inline_markup_is_found(markup: str) -> None:
    assert INLINE.search(markup)


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="/static/a.js" defer></script>',
        '<script type="application/ld+json">',
        '<p class="style">once = "more"</p>',
    ],
)
def test_markup_from_files_is_left_alone(markup: str) -> None:
    assert not INLINE.search(markup)


def test_locks_name_no_registry() -> None:
    packages = json.loads((ROOT / "tests/browser/package-lock.json").read_text())["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [str(path) for path in files("*.txt", "requirements") if "://" in path.read_text()] == []
