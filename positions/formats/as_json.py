"""A list as JSON: a page of records, the total, and where the pages beside it are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from django.http import HttpResponse

from positions.listing import BadQuery, Problem, Selection
from positions.records import InsteadRecord, Listed, ProblemRecord, Refusal


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


def answered(content: msgspec.Struct) -> HttpResponse:
    """A record by itself."""
    return _json(content)


def refusal(error: BadQuery, site: str) -> HttpResponse:
    """What a list did not understand, and what may have been meant; status 400."""
    return refused(error.problems, site)


def refused(found: Iterable[Problem], site: str) -> HttpResponse:
    """The same of these problems; status 400."""
    problems = [
        ProblemRecord(
            problem.key,
            problem.value,
            problem.message,
            [InsteadRecord(label, site + url) for label, url in problem.instead],
        )
        for problem in found
    ]
    return _json(Refusal(problems), status=400)


def unanswered(path: str, message: str, status: int) -> HttpResponse:
    """Why nothing is answered at this address, or not in this way; in the form of a refusal."""
    return _json(Refusal([ProblemRecord("address", path, message, [])]), status=status)


def _json(content: msgspec.Struct, status: int = 200) -> HttpResponse:
    return HttpResponse(
        msgspec.json.encode(content), content_type="application/json", status=status
    )
