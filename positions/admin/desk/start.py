"""The first page of the desk: paste an article; what lies on the desk, and what was put away."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.db.models.functions import Left
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from positions.admin.desk.forms import PasteForm
from positions.admin.desk.from_page import bookmarklet, given
from positions.admin.logged_out import NOT_SAVED, is_unsaved
from positions.admin.roles import require_desk
from positions.extraction.apart import Unread
from positions.intake.already_recorded import mark_recorded
from positions.intake.card import keep_cards
from positions.intake.proposing import MOST_CARDS, propose
from positions.models import Intake, Source
from positions.models.names import all_names
from positions.numbers import key_of
from positions.recording.checking import newest_text

_CERTAIN_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}(?=[?~%]?$)")  # a day, a month or a year
MOST_LISTED = 50
OFFERED_BACK_FOR = timedelta(days=30)  # for so long what was put away is offered back


@csrf_exempt
@require_POST
def filled(request: HttpRequest) -> HttpResponse:
    """Show the desk with what was sent in its form, whoever sent it; nothing is kept."""
    require_desk(request)
    return _drawn(request, PasteForm(initial=given(request.POST)))


def start(request: HttpRequest) -> HttpResponse:
    """Show the desk, or lay an article on it. A fixed number of queries."""
    require_desk(request)
    form = PasteForm(request.POST, request.FILES) if request.method == "POST" else _empty(request)
    if is_unsaved(request):
        form.full_clean()
        form.add_error(None, NOT_SAVED)
    if request.method == "POST" and form.is_valid():
        twin = Intake.objects.unfinished().filter(text=form.cleaned_data["text"]).first()
        if twin is not None:
            messages.info(request, "It lies on the desk already, as it was left.")
            return HttpResponseRedirect(reverse("admin:desk_article", args=[twin.pk]))
        try:
            intake, left_out = lay(form, request.user)
        except Unread as unread:
            form.add_error("text", str(unread))
        else:
            _tell(request, intake, form, left_out)
            return HttpResponseRedirect(reverse("admin:desk_article", args=[intake.pk]))
    return _drawn(request, form)


def _drawn(request: HttpRequest, form: PasteForm) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": "The desk",
        "bookmarklet": bookmarklet(request),
        "form": form,
        "known": _known(form),
        "lying": _listed(Intake.objects.unfinished()),
        "put_away": _listed(
            Intake.objects.filter(discarded_at__gte=timezone.now() - OFFERED_BACK_FOR).order_by(
                "-discarded_at", "-pk"
            )
        ),
    }
    return TemplateResponse(request, "admin/positions/desk/start.html", context)


def lay(form: PasteForm, user: Any) -> tuple[Intake, int]:
    """Lay the article on the desk with its cards; and how many drafts it has beyond these.

    Raises Unread, and lays nothing there, where the article cannot be read in its time.
    """
    intake: Intake = form.save(commit=False)
    intake.text = form.cleaned_data["text"]
    intake.source = form.cleaned_data["source"]
    intake.editor = user
    intake.origin = form.origin
    published = intake.source.date if intake.source else intake.date
    printed = _CERTAIN_DAY.match(published.edtf) if published else None
    cards, there_are = propose(intake.text, printed[0] if printed else "", all_names())
    mark_recorded(intake, cards)
    keep_cards(intake, cards)
    return intake, there_are - len(cards)


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an article away; it can be put back for thirty days."""
    require_desk(request)
    intake = get_object_or_404(Intake, pk=pk)
    intake.discarded_at = timezone.now()
    intake.save()
    messages.success(request, f"“{intake}” is put away. It can be put back below.")
    return HttpResponseRedirect(reverse("admin:desk"))


@require_POST
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an article back on the desk as it was."""
    require_desk(request)
    intake = get_object_or_404(Intake, pk=pk)
    intake.discarded_at = None
    intake.save()
    return HttpResponseRedirect(reverse("admin:desk_article", args=[intake.pk]))


def _empty(request: HttpRequest) -> PasteForm:
    """The form, with what the address gives; for a source that is known, with its newest text."""
    asked = request.GET.get("source", "")
    source = Source.objects.filter(pk=key_of(asked)).first()
    if source is None:
        return PasteForm(initial=given(request.GET))
    text = newest_text(source.pk, request.user.pk)
    return PasteForm(initial={"source": source.pk, "url": source.url, "text": text})


def _known(form: PasteForm) -> Source | None:
    """The source that the form is about, where it is known."""
    given = str((form.data if form.is_bound else form.initial).get("source") or "")
    return Source.objects.filter(pk=key_of(given)).first()


def _listed(intakes: QuerySet[Intake]) -> list[Any]:
    named = intakes.select_related("editor").annotate(begins=Left("text", 80))
    return list(named.defer("text", "cards")[:MOST_LISTED])


def _tell(request: HttpRequest, intake: Intake, form: PasteForm, left_out: int) -> None:
    for notice in form.notices:
        messages.info(request, notice)
    for warning in form.warnings:
        messages.warning(request, warning)
    if intake.source is None and form.found:
        messages.info(request, f"Taken from the text: {', '.join(form.found)}.")
    if left_out:
        messages.warning(
            request,
            f"The text gives {MOST_CARDS + left_out:,} drafts; the first {MOST_CARDS} are here. "
            "Paste what follows the last of them as an article of its own.",
        )
