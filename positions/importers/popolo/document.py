"""A Popolo file as JSON: its objects, lists and texts, each checked as it is taken (pure)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from positions.importers.sheets import TableError
from positions.importers.sheets.cells import illegible

LARGEST = 200_000_000  # bytes
Object = Mapping[str, Any]


def document(path: Path) -> Object:
    """The file as one object; raises TableError where it is no Popolo."""
    if path.stat().st_size > LARGEST:
        raise TableError(f"More than {LARGEST:,} bytes. Divide the file.")
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise TableError(f"Not readable as JSON in UTF-8: {str(error)[:200]}.") from error
    if not isinstance(document, dict) or not {"persons", "organizations"} & document.keys():
        raise TableError(
            "Not Popolo: write an object with lists of persons, organizations and memberships."
        )
    return document


def several(holder: Object, key: str) -> list[dict[str, Any]]:
    """The objects of a list; raises TableError where it is none."""
    found = holder.get(key) or []
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise TableError(f"{key}: write a list of objects.")
    return found


def text(holder: Object, key: str) -> str:
    """A text or a number without blanks around it, empty where there is none; raises TableError."""
    value = holder.get(key)
    if value is None:
        return ""
    if not isinstance(value, str | int):
        raise TableError(f"{key}: “{str(value)[:60]}” is no text.")
    said = str(value).strip()
    if illegible(said):
        raise TableError(f"{key}: “{ascii(said)[:60]}” has a character that no text can hold.")
    return said
