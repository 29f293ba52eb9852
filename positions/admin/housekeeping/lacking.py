"""The first page of housekeeping, and its lists: what lacks a text or a check, what was deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from positions.admin.housekeeping.likely import TITLES
from positions.admin.housekeeping.nouns import context_of, page_of
from positions.choices import QuotationCheck, QuotationKind
from positions.history.deleted import LATELY, Deletion, deleted_lately
from positions.models import Capture, Merge, Quotation, Source
from positions.publishing.queue import counted

MOST_SHOWN = 100
MOST_LATEST = 10


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that may be lacking: what it is, what to do about it, and how many have it."""

    what: str
    title: str
    advice: str
    count: str


def without_text() -> QuerySet[Source]:
    """Sources of which no text is taken, the newest entered first."""
    kept = Capture.objects.taken().filter(source=OuterRef("pk"))
    return Source.objects.filter(~Exists(kept)).order_by("-pk")


def with_waiting_text() -> QuerySet[Source]:
    """Sources of which a contributor has brought a text that no editor has taken."""
    waiting = Capture.objects.waiting().filter(source=OuterRef("pk"))
    return Source.objects.filter(Exists(waiting.order_by())).order_by("-pk")


def words(result: QuotationCheck) -> QuerySet[Quotation]:
    """Words with this result; of those never checked, only what could be: a text is taken."""
    found = Quotation.objects.in_words().filter(check_result=result).order_by("-pk")
    kept = Capture.objects.taken().filter(source=OuterRef("source"))
    return found if result == QuotationCheck.NOT_FOUND else found.filter(Exists(kept))


LACKS: dict[str, tuple[str, str, Any]] = {
    "text": (
        "Sources without a text",
        "Nothing quoted from these can be checked. Paste the text under “Private texts”.",
        without_text,
    ),
    "waiting": (
        "Texts that wait to be taken",
        (
            "A contributor brought them. What readers see is checked against them once you have "
            "read and taken them, under “Private texts” on the page of the source."
        ),
        with_waiting_text,
    ),
    "found": (
        "Words that are not found",
        (
            "They are not in the newest text of their source. What is published stays so until "
            "somebody has looked: correct the words, or paste the right text."
        ),
        lambda: words(QuotationCheck.NOT_FOUND),
    ),
    "check": (
        "Words that were never checked",
        (
            "A text of their source is kept: save the source, and its words are checked. "
            "manage.py check_quotations checks all at once."
        ),
        lambda: words(QuotationCheck.NOT_CHECKED),
    ),
}


def lacks() -> list[Gap]:
    """What lacks what, and how often. A query each, which counts to a thousand and no further."""
    return [
        Gap(what, title, advice, counted_gap(what)) for what, (title, advice, _) in LACKS.items()
    ]


def counted_gap(what: str) -> str:
    """How often that is lacking; counted up to a thousand. One query."""
    rows: QuerySet[Any] = LACKS[what][2]()
    return counted(rows)


def overview(request: HttpRequest) -> HttpResponse:
    """All of it in one look; pairs are compared only on the pages that show them.

    Twelve queries: for what is lacking, for merges, and for each noun that may have been deleted.
    """
    context = context_of(
        request,
        "Housekeeping",
        twice=list(TITLES.items()),
        lacks=lacks(),
        merges=Merge.objects.defer("steps").select_related("by")[:MOST_LATEST],
        deletions=_deletions(MOST_LATEST),
        days=LATELY.days,
    )
    return TemplateResponse(request, "admin/positions/housekeeping.html", context)


def deleted_page(request: HttpRequest) -> HttpResponse:
    """What was deleted lately, each with a link to where it is brought back."""
    context = context_of(
        request,
        "Deleted lately",
        deletions=_deletions(MOST_SHOWN),
        most_shown=MOST_SHOWN,
        days=LATELY.days,
    )
    return TemplateResponse(request, "admin/positions/deleted.html", context)


def _deletions(most: int) -> list[tuple[Deletion, str]]:
    return [(each, page_of(each.row, "history")) for each in deleted_lately(most)]


def lacking_page(request: HttpRequest, what: str) -> HttpResponse:
    """The first hundred that lack it, each with a link to where that is mended."""
    if what not in LACKS:
        raise Http404(f"“{what}” is nothing that may be lacking; {', '.join(LACKS)} are.")
    title, advice, find = LACKS[what]
    of_sources = what in ("text", "waiting")
    rows = _sources(find()) if of_sources else _quotations(find())
    context = context_of(
        request,
        title,
        advice=advice,
        rows=rows[:MOST_SHOWN],
        cut=len(rows) > MOST_SHOWN,
        most_shown=MOST_SHOWN,
        of_sources=of_sources,
    )
    return TemplateResponse(request, "admin/positions/lacking.html", context)


def _sources(found: QuerySet[Source]) -> list[tuple[Any, ...]]:
    rows = found.select_related("publisher")[: MOST_SHOWN + 1]
    quoted = dict(
        Quotation.objects.filter(source__in=[source.pk for source in rows])
        .order_by()
        .values_list("source")
        .annotate(n=Count("pk", filter=~Q(kind=QuotationKind.PARAPHRASE)))
    )
    return [
        (source, f"{page_of(source)}#captures-group", quoted.get(source.pk, 0)) for source in rows
    ]


def _quotations(found: QuerySet[Quotation]) -> list[tuple[Any, ...]]:
    rows = found.select_related("statement", "source")[: MOST_SHOWN + 1]
    return [
        (each, f"{page_of(each.statement)}#quotations-group", page_of(each.source)) for each in rows
    ]
