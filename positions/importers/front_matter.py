"""Markdown files with front matter, one for each organisation → rows of sheets (pure).

The head says who it is (``organisation`` is the slug; ``name``, ``kind`` and the other columns of
the sheet of organisations, ``aliases`` as a list) and lists its ``statements``; the body describes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import frontmatter
import yaml
from django.utils.text import slugify
from frontmatter.default_handlers import YAMLHandler

from positions.importers.sheets import SHEETS, Line, TableError
from positions.importers.sheets.cells import illegible, written

LARGEST = 5_000_000  # bytes of one file
OWN = ("organisation", "aliases", "statements")
# What a statement may say beside the columns of its sheet; the address is that of its source.
SHORT_FORMS = ("quote", "paraphrase", "url", "source_title", "source_kind", "publisher")


class _StrictLoader(yaml.SafeLoader):
    """Plain values alone: no tags, and no aliases, by which a small file becomes enormous."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.constructor.ConstructorError(
                None, None, "write the value out instead of *alias", event.start_mark
            )
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"“{key}” is given twice", node.start_mark
                )
        return super().construct_mapping(node, deep)


class _StrictHandler(YAMLHandler):
    def load(self, fm: str, **_kwargs: object) -> Any:
        return yaml.load(fm, Loader=_StrictLoader)  # noqa: S506 - a SafeLoader, and stricter


def rows(paths: Sequence[Path]) -> dict[str, list[Line]]:
    """The rows of these files, by sheet; raises TableError, which names the file and the key."""
    if not paths:
        raise TableError("There are no .md files here.")
    found: dict[str, list[dict[str, str]]] = {"organisations": [], "sources": [], "statements": []}
    for path in paths:
        try:
            _read(path, found)
        except TableError as error:
            raise TableError(f"{path.name}: {error}") from error
    return {
        sheet: [Line(number, row) for number, row in enumerate(several, start=2)]
        for sheet, several in found.items()
    }


def _read(path: Path, found: dict[str, list[dict[str, str]]]) -> None:
    if path.stat().st_size > LARGEST:
        raise TableError(f"more than {LARGEST:,} bytes. Divide the file.")
    try:
        head, body = frontmatter.parse(path.read_text("utf-8-sig"), handler=_StrictHandler())
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise TableError(f"its head is not readable as YAML in UTF-8. {error}") from error
    if not head:
        raise TableError("it has no head. Begin with --- and organisation: SLUG, and end with ---.")
    columns = [column.name for column in SHEETS["organisations"].columns]
    _refuse_unknown(head, {*OWN, *columns})
    slug = slugify(_cell("organisation", head.get("organisation", path.stem)))
    own = {name: _cell(name, head[name]) for name in columns if name in head}
    own |= {"slug": slug, **({"description": body.strip()} if body.strip() else {})}
    aliases = [_cell("aliases", each) for each in _list("aliases", head.get("aliases"))]
    if own.keys() - {"slug"} or aliases:
        found["organisations"] += [
            {**(own if not place else {"slug": slug}), **({"alias": alias} if alias else {})}
            for place, alias in enumerate(aliases or [""])
        ]
    for number, entry in enumerate(_list("statements", head.get("statements")), start=1):
        if not isinstance(entry, dict):
            raise TableError(f"statement {number}: write keys and values, as in date: 2018-05-24.")
        try:
            _statement(slug, entry, found)
        except TableError as error:
            raise TableError(f"statement {number}: {error}") from error


def _statement(slug: str, entry: dict[Any, Any], found: dict[str, list[dict[str, str]]]) -> None:
    columns = SHEETS["statements"].header
    _refuse_unknown(entry, {*columns, *SHORT_FORMS})
    said = {str(key): _cell(str(key), value) for key, value in entry.items()}
    row = {name: said[name] for name in columns if said.get(name)}
    for short, kind in (("quote", "verbatim"), ("paraphrase", "paraphrase")):
        if said.get(short):
            row.setdefault("words", said[short])
            row.setdefault("words_kind", kind)
    if url := said.get("url", ""):
        row.setdefault("source", url)
    if said.get("source_title"):
        source = {
            "address": url,
            "title": said["source_title"],
            "kind": said.get("source_kind", ""),
        }
        source |= {"publisher": said.get("publisher", "")}
        if not url:
            raise TableError("source_title: give the url of the source too, or its slug as source.")
        if all(each.get("address") != url for each in found["sources"]):
            found["sources"].append({name: text for name, text in source.items() if text})
    row.setdefault("voice", slug)
    made = "-".join(filter(None, (slug, row.get("date", ""), slugify(row.get("title", "")))))
    row.setdefault("slug", slugify(made.replace("/", "-"))[:100].strip("-"))
    found["statements"].append(row)


def _refuse_unknown(given: dict[Any, Any], known: set[str]) -> None:
    for key in given:
        if key not in known:
            raise TableError(f"“{key}” is no key here. The keys are {', '.join(sorted(known))}.")


def _list(key: str, value: Any) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise TableError(f"{key}: write a list, each entry after a dash.")
    return value


def _cell(key: str, value: Any) -> str:
    match value:
        case None:
            return ""
        case str() | bool() | int() | date() | datetime():
            text = written(value)
        case list():
            text = "; ".join(_cell(key, each) for each in value)
        case _:
            raise TableError(f"{key}: “{str(value)[:60]}” is no plain value.")
    if illegible(text):
        raise TableError(f"{key}: “{ascii(text)[:60]}” has a character that no text can hold.")
    return text
