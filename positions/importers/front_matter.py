"""Markdown files with front matter, one for each organisation → rows of sheets (pure).

The head says who it is (``organisation`` is the slug; ``name``, ``kind`` and the other columns of
the sheet of organisations, ``aliases`` as a list) and lists its ``statements``; the body describes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import frontmatter
import yaml
from django.utils.text import slugify
from frontmatter.default_handlers import YAMLHandler

from positions.importers.as_typed import AsTyped
from positions.importers.sheets import SHEETS, Line, TableError
from positions.importers.sheets.cells import illegible
from positions.importers.sheets.reading import SEPARATOR

LARGEST = 5_000_000  # bytes of one file
OWN = ("organisation", "aliases", "statements")
# What a statement may say beside the columns of its sheet; the address is that of its source.
WORDS = {"quote": "verbatim", "paraphrase": "paraphrase"}
OF_A_NEW_SOURCE = {"source_title": "title", "source_kind": "kind", "publisher": "publisher"}
SHORT_FORMS = (*WORDS, "url", *OF_A_NEW_SOURCE)
# The columns that hold several; all others hold one text.
LISTS = {column.name for column in SHEETS["statements"].columns if column.of.many_to_many}


class _AsTypedHandler(YAMLHandler):
    def load(self, fm: str, **_kwargs: object) -> Any:
        return yaml.load(fm, Loader=AsTyped)  # noqa: S506 - a BaseLoader: texts alone


@dataclass(slots=True)
class _Found:
    """The rows of all files by sheet, and where each slug that was made for a statement stands."""

    rows: dict[str, list[dict[str, str]]] = field(
        default_factory=lambda: {"organisations": [], "sources": [], "statements": []}
    )
    made: dict[str, str] = field(default_factory=dict)


def rows(paths: Sequence[Path]) -> dict[str, list[Line]]:
    """The rows of these files, by sheet; raises TableError, which names the file and the key."""
    if not paths:
        raise TableError("There are no .md files here.")
    found = _Found()
    for path in paths:
        try:
            _read(path, found)
        except TableError as error:
            raise TableError(f"{path.name}: {error}") from error
    return {
        sheet: [Line(number, row) for number, row in enumerate(several, start=2)]
        for sheet, several in found.rows.items()
    }


def _read(path: Path, found: _Found) -> None:
    if path.stat().st_size > LARGEST:
        raise TableError(f"more than {LARGEST:,} bytes. Divide the file.")
    try:
        head, body = frontmatter.parse(path.read_text("utf-8-sig"), handler=_AsTypedHandler())
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise TableError(f"its head is not readable as YAML in UTF-8. {error}") from error
    if not head:
        raise TableError("it has no head. Begin with --- and organisation: SLUG, and end with ---.")
    columns = [column.name for column in SHEETS["organisations"].columns]
    _refuse_unknown(head, {*OWN, *columns})
    if not (slug := slugify(_cell("organisation", head.get("organisation", path.stem)))):
        raise TableError("organisation: write its slug, as in example-union.")
    own = {name: text for name in columns if (text := _cell(name, head.get(name, "")))}
    own |= {"slug": slug, **({"description": body.strip()} if body.strip() else {})}
    aliases = [_cell("aliases", each) for each in _list("aliases", head.get("aliases"))]
    if own.keys() - {"slug"} or aliases:
        found.rows["organisations"] += [
            {**(own if not place else {"slug": slug}), **({"alias": alias} if alias else {})}
            for place, alias in enumerate(aliases or [""])
        ]
    for number, entry in enumerate(_list("statements", head.get("statements")), start=1):
        if not isinstance(entry, dict):
            raise TableError(f"statement {number}: write keys and values, as in date: 2018-05-24.")
        try:
            row = _statement(slug, entry, found)
            if "slug" not in row:
                row["slug"] = _made_slug(slug, row, f"statement {number} of {path.name}", found)
        except TableError as error:
            raise TableError(f"statement {number}: {error}") from error


def _statement(slug: str, entry: dict[str, Any], found: _Found) -> dict[str, str]:
    """The row of an entry, added to those found; what is said twice over is refused."""
    columns = SHEETS["statements"].header
    _refuse_unknown(entry, {*columns, *SHORT_FORMS})
    said = {key: text for key, value in entry.items() if (text := _cell(key, value))}
    _refuse_together(said, "words", *WORDS)
    _refuse_together(said, "source", "url")
    row = {name: said[name] for name in columns if name in said}
    for short, kind in WORDS.items():
        if short in said:
            row["words"] = said[short]
            row.setdefault("words_kind", kind)
    if "url" in said:
        row["source"] = said["url"]
    if described := {name: said[key] for key, name in OF_A_NEW_SOURCE.items() if key in said}:
        _describe_source(said, described, found.rows["sources"])
    row.setdefault("voice", slug)
    found.rows["statements"].append(row)
    return row


def _describe_source(
    said: dict[str, str], described: dict[str, str], sources: list[dict[str, str]]
) -> None:
    """Add the source that an entry describes; entries that describe one differently are refused."""
    if "title" not in described:
        raise TableError("source_kind and publisher describe a new source: give its source_title.")
    if "url" not in said:
        raise TableError("source_title: give the url of the source too, or its slug as source.")
    row = {"address": said["url"], **described}
    for other in sources:
        if other["address"] != row["address"]:
            continue
        for name, text in row.items():
            if other.setdefault(name, text) != text:
                raise TableError(
                    f"the {name} of the source at {said['url']} is “{text}” here, but "
                    f"“{other[name]}” in an earlier entry. Keep one."
                )
        return
    sources.append(row)


def _made_slug(slug: str, row: dict[str, str], where: str, found: _Found) -> str:
    """A slug of who, when and what; a second statement to which the same would fall is refused."""
    made = "-".join(filter(None, (slug, row.get("date", ""), slugify(row.get("title", "")))))
    made = slugify(made.replace("/", "-"))[:100].strip("-")
    if (other := found.made.setdefault(made, where)) != where:
        raise TableError(
            f"“{row.get('title', '')}” has the day and the title of {other}. Give each a slug of "
            "its own or, if they are one statement, both the same slug."
        )
    return made


def _refuse_together(said: dict[str, str], *keys: str) -> None:
    given = [key for key in keys if key in said]
    if len(given) > 1:
        raise TableError(f"{' and '.join(given)} say the same thing. Keep one.")


def _refuse_unknown(given: dict[Any, Any], known: set[str]) -> None:
    for key in given:
        if key not in known:
            raise TableError(f"“{key}” is no key here. The keys are {', '.join(sorted(known))}.")


def _list(key: str, value: Any) -> list[Any]:
    if not value:
        return []
    if not isinstance(value, list):
        raise TableError(f"{key}: write a list, each entry after a dash.")
    return value


def _cell(key: str, value: Any) -> str:
    if isinstance(value, list) and key in LISTS:
        several = [_cell(f"an entry of {key}", each) for each in value]
        if any(SEPARATOR in each for each in several):
            raise TableError(f"{key}: write each after a dash of its own, without “{SEPARATOR}”.")
        return f"{SEPARATOR} ".join(several)
    if not isinstance(value, str):
        raise TableError(f"{key}: “{str(value)[:60]}” is no plain value.")
    if illegible(value):
        raise TableError(f"{key}: “{ascii(value)[:60]}” has a character that no text can hold.")
    return value
