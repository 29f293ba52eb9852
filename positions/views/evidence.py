"""All that one organisation or person said on one proposition: the evidence behind a cell."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from positions.formats import as_html
from positions.listing import AnySelection, BadQuery, Problem, read_query
from positions.models import IndexEntry, Position, Proposition, Stakeholder
from positions.records import PositionRecord, StatementRecord
from positions.views.current_positions import records_of, silences
from positions.views.declarations import POSITIONS
from positions.views.lists import HtmxRequest

MOST = 20  # the list of statements has them all


@require_safe
def evidence_page(request: HtmxRequest) -> HttpResponse:
    """The positions of one holder on one proposition up to a day, newest first, with silences.

    Within a page that asks for it by htmx, only the part that is put there.
    """
    try:
        selection = read_query(POSITIONS, request.GET, paged=False)
        holder, proposition = _asked(selection)
    except BadQuery as error:
        return as_html.refusal(request, error)
    day = selection.filters.day
    held = Position.objects.filter(holder=holder, proposition=proposition, held_from__lte=day)
    asked = IndexEntry.objects.filter(voice=holder, proposition=proposition, earliest__lte=day)
    words: list[PositionRecord | StatementRecord] = [
        *records_of(held, day, MOST),
        *silences(asked, MOST),
    ]
    context = {
        "holder": holder,
        "proposition": proposition,
        "day": day,
        "is_today": day == timezone.localdate(),
        "words": sorted(words, key=_begun, reverse=True)[:MOST],
        "most": MOST,
    }
    response = render(request, f"matrix/evidence{'_part' if request.htmx else ''}.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _begun(record: PositionRecord | StatementRecord) -> date:
    return record.date.earliest or date.min


def _asked(selection: AnySelection) -> tuple[Stakeholder, Proposition]:
    """The one holder and the one proposition; BadQuery where there is not one of each."""
    chosen = selection.filters.chosen
    holders = [*chosen.get("organisation", []), *chosen.get("person", [])]
    propositions = chosen.get("proposition", [])
    problems = []
    if len(holders) != 1:
        cure = "Write one organisation, or one person, as in organisation=aclu."
        problems.append(Problem("organisation", ", ".join(one.value for one in holders), cure))
    if len(propositions) != 1:
        cure = "Write one proposition, as in proposition=end-government-sales."
        problems.append(Problem("proposition", ", ".join(one.value for one in propositions), cure))
    if problems:
        raise BadQuery(selection.declaration, problems, POSITIONS.url, selection.parameters)
    holder = Stakeholder.objects.get(pk=holders[0].meaning)
    return holder, Proposition.objects.select_related("topic").get(pk=propositions[0].meaning)
