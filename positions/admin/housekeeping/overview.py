"""The first page of housekeeping: what may be there twice, what is lacking, the latest merges."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from positions.admin.housekeeping.lacking import lacks
from positions.admin.housekeeping.likely import TITLES
from positions.admin.housekeeping.nouns import context_of
from positions.models import Merge

MOST_MERGES = 10


def overview(request: HttpRequest) -> HttpResponse:
    """All of it in one look. Four queries; pairs are compared only on the pages that show them."""
    context = context_of(
        request,
        "Housekeeping",
        twice=list(TITLES.items()),
        lacks=lacks(),
        merges=Merge.objects.defer("steps").select_related("by")[:MOST_MERGES],
    )
    return TemplateResponse(request, "admin/positions/housekeeping.html", context)
