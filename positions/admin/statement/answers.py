"""What is typed on a statement's page, answered at once: its dates, words and signatories.

And the text of a source, to pick words from.

The forms of the page say the same on saving, with or without a script. Nothing is kept here.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from positions.admin.statement.signatories import found_list
from positions.choices import QuotationCheck, QuotationKind
from positions.dates import (
    Refused,
    UncertainDate,
    Understood,
    not_understood,
    said_back,
    understand,
)
from positions.models import Capture, Quotation, Source
from positions.models.names import all_names
from positions.naming.lines import read_lines
from positions.numbers import key_of
from positions.quoting import strip_marks
from positions.recording.checking import newest_text

LONGEST_TEXT = 1_000_000  # characters of a text that is shown to pick words from
LONGEST_LIST = 20_000  # characters of a list that is read while it is typed; a longer one on saving


def _require(request: HttpRequest) -> None:
    may = ("positions.add_statement", "positions.change_statement")
    if not any(request.user.has_perm(each) for each in may):
        raise PermissionDenied


def _answer(told: str, *, good: bool) -> JsonResponse:
    return JsonResponse({"told": told, "good": good})


def date(request: HttpRequest) -> JsonResponse:
    """How a date is understood: ``text``, as of its ``source`` or the day ``published``."""
    _require(request)
    text, published = request.GET.get("text", "").strip(), _published(request)
    if not text:
        return _answer("", good=True)
    meaning = understand(text, published)
    if isinstance(meaning, Refused):
        return _answer(not_understood(text, meaning, published), good=False)
    return _answer(said_back(text, meaning, published), good=True)


def _published(request: HttpRequest) -> UncertainDate | None:
    source = Source.objects.filter(pk=key_of(request.GET.get("source", ""))).first()
    if source is not None:
        return source.date
    meaning = understand(request.GET.get("published", ""), None)
    return meaning.date if isinstance(meaning, Understood) else None


@require_POST
def words(request: HttpRequest) -> JsonResponse:
    """Where words stand in the text of their ``source``, or in ``text``, which is pasted for it."""
    _require(request)
    sent = {name: request.POST[name].replace("\r\n", "\n") for name in request.POST}
    source = key_of(sent.get("source", ""))
    quotation = Quotation(
        kind=sent.get("kind") or QuotationKind.VERBATIM,
        exact=strip_marks(sent.get("exact", "").strip()),
        prefix=sent.get("prefix", ""),
        suffix=sent.get("suffix", ""),
    )
    if not quotation.exact:
        return _answer("", good=True)
    pasted = Capture(text="" if source else sent.get("text", ""))
    if why := _unfit(quotation, "exact", "prefix", "suffix") or _unfit(pasted, "text"):
        return _answer(why, good=False)
    text = newest_text(source, request.user.pk) if source else pasted.text
    match = quotation.hold_against(text)
    if match is None:
        known = quotation.is_paraphrase
        why = "A paraphrase is not checked." if known else "There is no text to check it against."
        return _answer(why, good=True)
    return _answer(match.explain(), good=quotation.check_result != QuotationCheck.NOT_FOUND)


def _unfit(row: Model, *names: str) -> str:
    """Why a text of these fields of a row cannot be kept: too long, or not legible."""
    for name in names:
        field: Any = row._meta.get_field(name)
        try:
            field.run_validators(getattr(row, name))
        except ValidationError as error:
            return f"{capfirst(field.verbose_name)}: {' '.join(error.messages)}"
    return ""


def source_text(request: HttpRequest) -> JsonResponse:
    """The text against which words of a ``source`` are held for this account, to pick them from."""
    _require(request)
    if not request.user.has_perm("positions.view_capture"):
        raise PermissionDenied
    source = Source.objects.filter(pk=key_of(request.GET.get("source", ""))).first()
    text = newest_text(source.pk, request.user.pk) if source else ""
    shown = text if len(text) <= LONGEST_TEXT else ""
    return JsonResponse({"title": str(source or ""), "text": shown})


@require_POST
def signatories(request: HttpRequest) -> JsonResponse:
    """Whom each line of a pasted list names, and who is near; as a list in HTML."""
    _require(request)
    text = request.POST.get("text", "")
    if len(text) > LONGEST_LIST:
        return _answer("The list is long: it is read when you save.", good=True)
    lines = read_lines(text, all_names())
    matched = sum(line.match is not None for line in lines)
    told = (
        f"{matched:,} of {len(lines):,} {'is' if matched == 1 else 'are'} known." if lines else ""
    )
    html = found_list(lines, {}) if lines else ""
    return JsonResponse({"told": told, "good": matched == len(lines), "html": html})


urlpatterns = [
    path("date/", admin.site.admin_view(date), name="answer_date"),
    path("text/", admin.site.admin_view(source_text), name="answer_text"),
    path("words/", admin.site.admin_view(words), name="answer_words"),
    path("signatories/", admin.site.admin_view(signatories), name="answer_signatories"),
]
