"""The pages on which two are made one: both side by side, what comes of it, and the way back."""

from __future__ import annotations

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from positions.admin.housekeeping.nouns import (
    context_of,
    mergeable,
    merger,
    one_of,
    page_of,
)
from positions.merging import (
    Obstacle,
    Report,
    choices,
    merge,
    rehearse,
    rehearse_undo,
    undo,
)
from positions.merging.fields import Mergeable
from positions.models import Merge, Source, StaleEdit

MOST_TOLD = 50  # sentences on what meets; of more, their number is told


def merge_page(request: HttpRequest, noun: str, merged: int, kept: int) -> HttpResponse:
    """Both side by side, and what the merge does; on POST, merge."""
    by = merger(request)
    model, going, staying = mergeable(noun), one_of(noun, merged), one_of(noun, kept)
    if going.pk == staying.pk:
        raise Http404("These are one and the same already.")
    differing = choices(staying, going)  # type: ignore[type-var]
    theirs = {choice.key for choice in differing if choice.theirs}
    if request.method == "POST":
        theirs = {each.key for each in differing if request.POST.get(each.key) == "merged"}
        if _versions(request) != (str(staying.version), str(going.version)):
            told = "One of the two was changed after you opened this page. Look again."
            messages.error(request, told)
        else:
            try:
                return _merged(request, merge(staying, going, theirs, by), staying)
            except (Obstacle, StaleEdit) as reason:
                messages.error(request, f"Nothing was merged. {reason}")
                going, staying = one_of(noun, merged), one_of(noun, kept)
    report, obstacle = Report(), ""
    try:
        report = rehearse(staying, going)
    except (Obstacle, StaleEdit) as reason:
        obstacle = str(reason)
    context = context_of(
        request,
        f"Merge “{going}” into “{staying}”",
        kept=staying,
        going=going,
        kept_url=page_of(staying),
        going_url=page_of(going),
        other_way=_address(noun, staying.pk, going.pk),
        choices=[(each, each.key in theirs) for each in differing],
        moved=sorted(report.moved.items()),
        n_positions=report.n_positions,
        solved=report.solved[:MOST_TOLD],
        n_more=max(0, len(report.solved) - MOST_TOLD),
        checked=report.checked[:MOST_TOLD],
        n_more_checked=max(0, len(report.checked) - MOST_TOLD),
        obstacle=obstacle,
        is_source=model is Source,
        opts=model._meta,
    )
    return TemplateResponse(request, "admin/positions/merge.html", context)


def undo_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What undoing a merge brings back, or why it cannot be; on POST, undo."""
    merger(request)
    made = Merge.objects.select_related("by").filter(pk=pk).first()
    if made is None:
        raise Http404(f"There is no merge number {pk}.")
    if request.method == "POST":
        try:
            undo(made)
        except (Obstacle, StaleEdit) as reason:
            messages.error(request, f"Nothing was undone. {reason}")
        else:
            back = one_of(made.noun, made.merged_id)
            told = format_html(
                'The merge is undone: <a href="{}">{}</a> is back.', page_of(back), str(back)
            )
            messages.success(request, told)
            _log(request, back, f"Brought back: its merge into “{made.kept_name}” was undone.")
            return HttpResponseRedirect(reverse("admin:housekeeping"))
    context = context_of(
        request,
        f"Undo the merge of {made}",
        merge=made,
        n_steps=len(made.steps["rows"]),
        obstacle="It is undone already." if made.undone_at else rehearse_undo(made),
        opts=mergeable(made.noun)._meta,
    )
    return TemplateResponse(request, "admin/positions/merge_undo.html", context)


def _merged(request: HttpRequest, report: Report, kept: Mergeable) -> HttpResponse:
    made = report.merge
    if made is not None:
        way_back = reverse("admin:housekeeping_undo", args=[made.pk])
        told = format_html(
            '“{}” was merged into this one. <a href="{}">Undo…</a>', made.merged_name, way_back
        )
        messages.success(request, told)
        _log(request, kept, f"Took in “{made.merged_name}”.")
    return HttpResponseRedirect(page_of(kept))


def _log(request: HttpRequest, row: Mergeable, told: str) -> None:
    admin.site.get_model_admin(type(row)).log_change(request, row, told)


def _versions(request: HttpRequest) -> tuple[str, str]:
    return (request.POST.get("kept_version", ""), request.POST.get("merged_version", ""))


def _address(noun: str, merged: int, kept: int) -> str:
    return reverse("admin:housekeeping_merge", args=[noun, merged, kept])
