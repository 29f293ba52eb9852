"""Fixture files → entries: what a directory of YAML files says, with the line where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# Ten times as fast where libyaml is there, as it is in the packages that are published.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class FixtureError(ValueError):
    """Something in a fixture file that cannot be entered; the message says where, what and why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One object of a fixture file, as written: its noun's label and its fields."""

    file: Path
    line: int
    label: str
    fields: dict[str, Any]

    def error(self, reason: str) -> FixtureError:
        """The error that something is wrong with this entry."""
        return FixtureError(f"{self.file}, line {self.line}, {self.label}: {reason}")


def read_fixtures(directory: Path) -> list[Entry]:
    """All entries of the ``*.yaml`` files of a directory, file by file in the order of their names.

    The files have the form of Django's YAML serialisation with natural keys and without primary
    keys. Raises FixtureError.
    """
    files = sorted(directory.glob("*.yaml"))
    if not files:
        raise FixtureError(f"{directory}: there are no *.yaml files here. Name their directory.")
    return [entry for file in files for entry in _entries(file)]


def _entries(file: Path) -> Iterator[Entry]:
    try:
        loader = Loader(file.read_text(encoding="utf-8"))
        root = loader.get_single_node()
        if root is None:
            return
        if not isinstance(root, yaml.SequenceNode):
            raise FixtureError(f"{file}: write a list of objects, each with model and fields.")
        for node in root.value:
            yield _entry(file, node, loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise FixtureError(f"{file}: not readable as YAML in UTF-8. {error}") from error


def _entry(file: Path, node: yaml.Node, loader: Any) -> Entry:
    line = node.start_mark.line + 1
    _refuse_repeated_keys(file, node)
    written = loader.construct_object(node, deep=True)
    match written:
        case {"model": str(label), "fields": dict(fields), **rest} if not rest:
            return Entry(file, line, label, fields)
    raise FixtureError(f"{file}, line {line}: write just model and fields, and no primary key.")


def _refuse_repeated_keys(file: Path, node: yaml.Node) -> None:
    """YAML lets the last of two equal keys win: the first would be lost without a word."""
    if not isinstance(node, yaml.MappingNode):
        return
    seen = set()
    for key, value in node.value:
        if key.value in seen:
            line = key.start_mark.line + 1
            raise FixtureError(f"{file}, line {line}: {key.value} is given twice. Keep one.")
        seen.add(key.value)
        _refuse_repeated_keys(file, value)
