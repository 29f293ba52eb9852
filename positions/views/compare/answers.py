"""The comparison as a page, as JSON and as CSV: all three of exactly the same."""

from __future__ import annotations

from collections import Counter

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import get_text_list, slugify
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from positions.charts.comparison import MOST as MOST_PROPOSITIONS
from positions.charts.comparison import compare
from positions.choices import Agreement
from positions.filters.compare import FEWEST, MOST
from positions.formats import as_csv, as_json
from positions.formats.files import FORMATS as ALL_FORMATS
from positions.formats.picture import StatementCard, statement_picture
from positions.listing import OPEN, FormatLink, address
from positions.models import IndexEntry
from positions.records.columns import COMPARISON_COLUMNS
from positions.records.comparison import ComparisonRecord
from positions.templatetags.jinja import day
from positions.views.compare.form import form_of
from positions.views.compare.question import Question, ask, too_few
from positions.views.data import for_scripts, site_of
from positions.views.sharing.card import HOUR, png
from positions.views.sharing.offer import of_comparison

# It is one record: no feed of entries.
FORMATS = [ALL_FORMATS[suffix] for suffix in ("json", "csv")]


@require_safe
def compare_page(request: HttpRequest) -> HttpResponse:
    """The comparison, or the form that asks for what it still lacks.

    Another way to write the same question is sent to the shortest.
    """
    path = reverse("compare")
    question = ask(request.GET, path, is_page=True)
    parameters = question.parameters
    shortest = {**parameters, **({OPEN: [*question.unfolded]} if question.unfolded else {})}
    if not question.problems and dict(request.GET.lists()) != shortest:
        return HttpResponseRedirect(address(path, shortest))
    context = {
        "question": question,
        "canonical_url": address(path, parameters),
        "form": form_of(question, path),
        "compared": _compared(question, "") if question.complete else None,
        "agreements": list(Agreement),
        "day": question.filters.day if not question.problems else None,
        "picture": of_comparison(request, parameters) if question.complete else None,
        "formats": [
            FormatLink(
                each.label,
                address(reverse("compare-data", args=[each.suffix]), parameters),
                each.media_type,
            )
            for each in FORMATS
        ],
        "fewest": FEWEST,
        "most": MOST,
        "most_propositions": MOST_PROPOSITIONS,
    }
    return render(request, "compare.html", context, status=400 if question.problems else 200)


@for_scripts
def data(request: HttpRequest, suffix: str) -> HttpResponseBase:
    """The same as a file; what is not understood, or names too few, is refused in JSON."""
    path = reverse("compare-data", args=[suffix])
    question = ask(request.GET, path)
    site = site_of(request)
    if not question.complete:
        return as_json.refused(question.problems or [too_few(question)], site)
    compared = _compared(question, site)
    if suffix == "json":
        return as_json.record(compared)
    rows = [(one, stands) for one in compared.propositions for stands in one.stands]
    slugs = [voice.slug for voice in compared.parties]
    return as_csv.table(slugify(f"compare {' '.join(slugs)}"), COMPARISON_COLUMNS, rows)


@require_safe
@cache_control(public=True, max_age=HOUR)
def picture(request: HttpRequest) -> HttpResponseBase:
    """What a link shows: who, and on how many propositions they agree, and differ."""
    question = ask(request.GET, reverse("compare-card"))
    if not question.complete:
        return as_json.refused(question.problems or [too_few(question)], site_of(request))
    compared = _compared(question, "")
    names = [voice.short_name for voice in compared.parties]
    said = Counter(each.agreement for each in compared.propositions)
    card = StatementCard(
        words="",
        ours=get_text_list(names, "and"),
        who=f"Agree on {said[Agreement.AGREE]}, differ on {said[Agreement.DIFFER]}, "
        f"cannot be said on {said[Agreement.UNSAID]}",
        when=f"Propositions on which two at least have spoken, as of {day(question.filters.day)}",
        stances=(),
    )
    return png(statement_picture(card))


def _compared(question: Question, site: str) -> ComparisonRecord:
    filters = question.filters
    silences = IndexEntry.objects.all()
    for key in ("topic", "proposition"):
        if key in filters.chosen:
            silences = silences.filter(**{f"{key}__in": filters.ids(key)})
    return compare(
        filters.parties, filters.rows(), silences, filters.ids("proposition"), filters.day, site
    )
