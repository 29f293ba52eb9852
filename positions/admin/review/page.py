"""The page of the queue: what waits, and the decisions that are made there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from positions.admin.editing.labels import stance_mark
from positions.admin.review.form import TABS, QueueForm
from positions.admin.roles import may_publish, role_of
from positions.admin.statement.missing import mended_at
from positions.choices import WorkflowState
from positions.models import Assessment, Statement
from positions.numbers import key_of
from positions.publishing import queue
from positions.publishing.lacks import Lack
from positions.publishing.moves import NotMoved, move, taken_message
from positions.publishing.trail import Note
from positions.recording.checking import take_for

TITLE = "Review"


@dataclass(frozen=True, slots=True)
class Row:
    """A statement that waits, as the page shows it.

    ``history`` says who waits for whom, ``thread`` what was noted and by whom; ``links`` has with
    each lack the address where it is mended; ``refused`` says why a decision was not carried out,
    and ``note`` and ``sending_back`` what was typed for it.
    """

    waiting: queue.Waiting
    history: str
    thread: Sequence[tuple[str, Note]]
    judged: Sequence[tuple[Assessment, SafeString]]
    links: Sequence[tuple[Lack, str]]
    refused: Sequence[str]
    note: str
    sending_back: bool


@require_http_methods(["GET", "HEAD", "POST"])
def review_page(request: HttpRequest) -> HttpResponse:
    """A tab of the queue as asked; on POST, a decision first. What is refused stands beside it."""
    if not request.user.has_perm("positions.view_statement"):
        raise PermissionDenied
    refused: list[NotMoved] = []
    if request.method == "POST":
        refused = _decide(request)
        if not refused:
            return HttpResponseRedirect(request.get_full_path())
    asked = QueueForm(request.GET)
    rows = _rows(asked, refused, request) if asked.is_valid() else queue.Rows()
    context = {
        **admin.site.each_context(request),
        "title": TITLE,
        "asked": asked,
        "tab": asked.tab_chosen,
        "tabs": [(key, label, _address(request, tab=key)) for key, label in TABS.items()],
        "listed": rows,
        "may_publish": may_publish(request),
        "next": _address(request, page=rows.number + 1, keep=True) if rows.more else "",
        "previous": _address(request, page=rows.number - 1, keep=True) if rows.number > 1 else "",
        "media": admin.site.get_model_admin(Statement).media,
    }
    status = 200 if asked.is_valid() else 400
    return TemplateResponse(request, "admin/positions/review.html", context, status=status)


def _rows(asked: QueueForm, refused: list[NotMoved], request: HttpRequest) -> queue.Rows:
    typed, me = request.POST, request.user.pk
    if asked.tab_chosen == "challenges":
        return queue.challenges(asked.number)
    listed = queue.statements(asked.statements(), asked.number)
    why = {each.statement.pk: each.why for each in refused}
    rows = [
        Row(
            waiting,
            waiting.trail.told(me),
            waiting.trail.thread(me),
            [(each, stance_mark(each.stance, each.directness)) for each in waiting.judged],
            [(lack, mended_at(lack, waiting.statement)) for lack in waiting.lacks],
            why.get(waiting.statement.pk, ()),
            typed.get(f"note-{waiting.statement.pk}", ""),
            typed.get("send_back") == str(waiting.statement.pk),
        )
        for waiting in listed.rows
    ]
    return replace(listed, rows=rows)


def _decide(request: HttpRequest) -> list[NotMoved]:
    """Publish what was chosen, or send one back; what was refused."""
    if not may_publish(request):
        raise PermissionDenied
    sent = request.POST
    if "send_back" in sent:
        keys, state = [sent["send_back"]], WorkflowState.DRAFT
    elif "publish" in sent:
        keys, state = [sent["publish"]], WorkflowState.PUBLISHED
    else:
        keys, state = sent.getlist("chosen"), WorkflowState.PUBLISHED
    chosen = Statement.objects.filter(pk__in=[pk for key in keys if (pk := key_of(key))])
    if not chosen:
        messages.warning(request, "Nothing was chosen, or it is there no more.")
        return []
    note = sent.get(f"note-{keys[0]}", "").strip() if state is WorkflowState.DRAFT else ""
    if state is WorkflowState.PUBLISHED:
        _take_texts(request, [each.pk for each in chosen if f"take-{each.pk}" in sent])
    moved, refused = move(chosen.order_by("pk"), state, role_of(request), to_contributor=note)
    for statement in moved:
        admin.site.get_model_admin(Statement).log_change(
            request, statement, f"Set to {state.label.lower()}."
        )
    if moved:
        done = "sent back" if state is WorkflowState.DRAFT else "now public"
        noun = "statement is" if len(moved) == 1 else "statements are"
        messages.success(request, f"{len(moved)} {noun} {done}.")
    if refused:
        noun = "statement stays" if len(refused) == 1 else "statements stay"
        messages.error(request, f"{len(refused)} {noun} as before: the reason stands beside each.")
    return refused


def _take_texts(request: HttpRequest, statements: list[int]) -> None:
    """Take the texts that wait of these, before they are held against them."""
    with transaction.atomic():
        results = take_for(statements)
    if results:
        messages.info(request, taken_message(results))


def _address(request: HttpRequest, *, keep: bool = False, **changed: Any) -> str:
    """The queue with some keys otherwise; with ``keep``, under the same conditions."""
    query = request.GET.copy() if keep else QueryDict(mutable=True)
    for key, value in changed.items():
        query[key] = str(value)
    return f"?{query.urlencode()}"
