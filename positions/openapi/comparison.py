"""The addresses of the comparison of two to five, which is one record and no list."""

from __future__ import annotations

from django.urls import reverse

from positions.filters import CompareFilters
from positions.openapi.parts import TEXT, Json, condition_parameter, operation, reference
from positions.records.comparison import ComparisonRecord

TAG = "compare"
DESCRIPTION = (
    "Two to five organisations or people as of a day: where they agree, where they differ, where "
    "it cannot be said, where only one has spoken, in the newest words of each."
)
RECORDS = (ComparisonRecord,)


def comparison_paths() -> Json:
    """A path for each format."""
    conditions = CompareFilters.conditions().items()
    parameters = [condition_parameter(key, condition) for key, condition in conditions]
    forms: tuple[tuple[str, str, str, Json], ...] = (
        ("json", "The comparison.", "application/json", reference(ComparisonRecord.__name__)),
        ("csv", "A row for each proposition and party, in UTF-8.", "text/csv", TEXT),
    )
    return {
        reverse("compare-data", args=[suffix]): operation(
            f"compare_{suffix}",
            f"Comparison as {suffix.upper()}",
            DESCRIPTION,
            TAG,
            parameters,
            says,
            media,
            schema,
        )
        for suffix, says, media, schema in forms
    }
