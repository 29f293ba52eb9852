"""A list as JSON: a page of records, the total, and where the pages beside it are."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import HttpResponse

from positions.listing import BadQuery, Selection
from positions.records import Listed, ProblemRecord, Refusal


def page(selection: Selection[Any], site: str) -> HttpResponse:
    """The page that the selection asks for. ``site`` ("https://host") makes addresses absolute."""
    shown = selection.page(numbered=False, suffix="json", site=site)
    return _json(
        Listed(
            total=shown.total.count,
            total_is_capped=shown.total.capped,
            next=shown.next_url,
            previous=shown.previous_url,
            results=shown.rows,
        )
    )


def refusal(error: BadQuery) -> HttpResponse:
    """What was not understood; status 400."""
    problems = [ProblemRecord(p.key, p.value, p.message) for p in error.problems]
    return _json(Refusal(problems), status=400)


def _json(content: msgspec.Struct, status: int = 200) -> HttpResponse:
    return HttpResponse(
        msgspec.json.encode(content), content_type="application/json", status=status
    )
