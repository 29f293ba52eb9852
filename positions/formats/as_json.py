"""A list as JSON: a page of records, the total, and where the pages beside it are."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.http import HttpResponse

from positions.listing import BadQuery, F, Problem, R, Selection
from positions.records import InsteadRecord, Listed, ProblemRecord, Refusal


def write(selection: Selection[R, F], site: str) -> HttpResponse:
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


def record(content: msgspec.Struct) -> HttpResponse:
    """One record that is a whole answer."""
    return _json(content)


def refusal(error: BadQuery, site: str) -> HttpResponse:
    """What a list did not understand, and what may have been meant; status 400."""
    return refused(error.problems, site)


def refused(problems: Iterable[Problem], site: str) -> HttpResponse:
    """What was wrong, and what may have been meant; status 400."""
    told = [
        ProblemRecord(
            problem.key,
            problem.value,
            problem.message,
            [InsteadRecord(label, site + url) for label, url in problem.instead],
        )
        for problem in problems
    ]
    return _json(Refusal(told), status=400)


def unanswered(value: str, message: str, status: int, key: str = "address") -> HttpResponse:
    """Why nothing is answered at this address, or to this key; in the form of a refusal."""
    return _json(Refusal([ProblemRecord(key, value, message, [])]), status=status)


def _json(content: msgspec.Struct, status: int = 200) -> HttpResponse:
    return HttpResponse(
        msgspec.json.encode(content), content_type="application/json", status=status
    )
