"""The fixtures as their files hold them, by noun: the articles, and the record since."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from django.conf import settings

from positions.importers.fixture_file import read_fixtures

Fields = dict[str, Any]


def by_noun(directory: Path) -> dict[str, list[Fields]]:
    nouns: dict[str, list[Fields]] = defaultdict(list)
    for entry in read_fixtures(directory):
        nouns[entry.label.removeprefix("positions.")].append(entry.fields)
    return nouns


NOUNS = by_noun(settings.BASE_DIR / "fixtures")
SINCE = by_noun(settings.BASE_DIR / "fixtures" / "since")
QUOTATIONS = {
    (fields["statement"][0], fields["source"][0], fields["order"]): fields
    for fields in [*NOUNS["quotation"], *SINCE["quotation"]]
}
VB, HILL = "venturebeat-2018-06-18", "the-hill-2019-02-07"


def slugs(noun: str, **wanted: str) -> set[str]:
    return {
        fields["slug"]
        for fields in NOUNS[noun]
        if all(fields[name] == value for name, value in wanted.items())
    }
