"""The page of all who make a statement, where they are too many for its own."""

from __future__ import annotations

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from positions.listing import Page, Total
from positions.models import Attribution, Statement
from positions.records.statement import PARTS, STATED, statement_records
from positions.records.voices import SPOKEN, voice_record
from positions.views.details.lookup import follow_moves
from positions.views.details.published import find_published

PAGE_SIZE = 500


@require_safe
@follow_moves
def names(request: HttpRequest, slug: str) -> HttpResponse:
    """A page of the names under one published statement, in their order. Three queries."""
    row = find_published(Statement.objects.published().values(*STATED), slug)
    [record] = statement_records([row], unread=PARTS)
    voices = Attribution.objects.filter(statement=row["pk"]).order_by("order", "pk")
    pages = Paginator(voices.values(*SPOKEN), PAGE_SIZE)
    asked = request.GET.get("page", "1")
    try:
        page = pages.page(asked[:9])
    except InvalidPage:
        raise Http404(
            f"There is no page {asked[:60]} of these names: they have {pages.num_pages}."
        ) from None
    address = reverse("statement-names", args=[record.slug])
    some = Page(
        rows=[voice_record(voice) for voice in page.object_list],
        total=Total(pages.count),
        number=page.number if pages.num_pages > 1 else None,
        next_url=f"{address}?page={page.number + 1}" if page.has_next() else None,
        previous_url=f"{address}?page={page.number - 1}" if page.has_previous() else None,
        first=page.start_index(),
        last=page.end_index(),
    )
    return render(request, "details/names.html", {"record": record, "page": some})
