"""The whole document: the lists that are declared, the comparison, the search."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from positions.citing import SITE
from positions.listing import AnyDeclaration
from positions.openapi import comparison, searches
from positions.openapi.lists import list_paths, record_path
from positions.openapi.parts import REFERENCE, Json, vocabulary
from positions.records import Listed, Refusal

DESCRIPTION = (
    "Who said what on a contested question, when, in which words, and where each therefore stands. "
    "Every list of the site is here with the filters of its page. Different keys narrow the list; "
    "a repeated key means any of its values. An unknown key or value is refused, never ignored."
)


def document(declarations: Iterable[AnyDeclaration], site: str, version: str) -> Json:
    """The document for these lists on ``site`` ("https://host")."""
    declared = list(declarations)
    records = [declaration.record for declaration in declared]
    _, schemas = msgspec.json.schema_components(
        [*records, *comparison.RECORDS, *searches.RECORDS.values(), Listed, Refusal],
        schema_hook=vocabulary,
        ref_template=REFERENCE,
    )
    tags = {declaration.plural: declaration.description for declaration in declared}
    tags |= {each.TAG: each.DESCRIPTION for each in (comparison, searches)}
    paths = [list_paths(declaration) for declaration in declared]
    paths += [record_path(declaration) for declaration in declared]
    paths += [comparison.comparison_paths(), searches.search_paths()]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": SITE,
            "description": DESCRIPTION,
            "version": version,
            "license": {
                "name": "CC BY 4.0 for the annotations; quoted words remain their speakers'",
                "identifier": "CC-BY-4.0",
            },
        },
        "servers": [{"url": site}],
        "tags": [{"name": name, "description": says} for name, says in tags.items()],
        "paths": {path: item for some in paths for path, item in some.items()},
        "components": {"schemas": schemas},
    }
