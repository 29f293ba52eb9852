"""The one screen of an article: its text, a card for each draft, and what is done with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.views.decorators.http import require_POST

from positions.admin.desk.article_text import paragraphs
from positions.admin.desk.buttons import decide_rest, prepare
from positions.admin.desk.card_view import card_views
from positions.admin.desk.forms import ArticleForm
from positions.admin.desk.menus import menus
from positions.admin.desk.new_proposition import NewPropositionForm, may_add
from positions.admin.desk.submission import HEAD_SEEN, Submission, marks_of, read_submission
from positions.admin.logged_out import NOT_SAVED, is_unsaved
from positions.admin.roles import may_publish, require_desk, role_of
from positions.choices import WorkflowState
from positions.extraction.apart import Unread
from positions.intake.card import Card, keep_cards
from positions.intake.dating import dated, redate
from positions.intake.enter_article import enter_article
from positions.intake.refusal import ARTICLE, CardsRefused
from positions.intake.titles import our_title
from positions.models import Intake, Statement, Topic

DATES_CONFIRMED = "dates-confirmed"
HEAD_NOT_SAVED = (
    "What the article is was not saved: correct it below, where it stands as you typed it. All "
    "that was decided and typed on the cards is saved, and nothing is entered yet."
)
BEGUN_BESIDE = (
    "Words that no card has, or a proposition, are typed and not added: press their own button."
)
MOST_TOPICS = 500
ENTERING = ("enter", "rest")  # buttons; the second rejects what is left undecided
ENTERED_STATES = (WorkflowState.DRAFT, WorkflowState.IN_REVIEW)


def article(request: HttpRequest, pk: int) -> HttpResponse:
    """The screen; or what was sent from it, kept, and then carried out."""
    require_desk(request)
    intake = _intake(pk)
    if request.method != "POST":
        return _drawn(request, Submission.as_kept(intake))
    work = read_submission(intake, request.POST)
    if is_unsaved(request):
        messages.warning(request, NOT_SAVED)
        return _drawn(request, work, stale=work.stale, unsaved=True)
    if work.stale:
        return _drawn(request, work, stale=True)
    if work.theirs:
        names = get_text_list(work.theirs, "and")
        told = f"Meanwhile somebody else saved {names}. Theirs is kept there."
        messages.warning(request, told)
    if (problem := prepare(work, request.POST)) is not None:
        return _drawn(request, work, errors={ARTICLE: problem})
    try:
        dated_now = redate(intake, work.cards)
    except Unread as unread:
        messages.warning(request, f"{unread} The cards keep the dates they have.")
        dated_now = 0
    # As one: where a race was lost, all that was sent is looked at again as if it came now.
    with transaction.atomic():
        keep_cards(intake, work.cards)
        work.marks = marks_of(intake, work.cards)
        if work.head_errors:
            messages.warning(request, HEAD_NOT_SAVED)
            return _drawn(request, work)
        if dated_now:
            return _look_again(request, intake, dated_now)
        return _carried_out(request, work)


@require_POST
def save(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was sent, for a script: when, the version, and what was understood of dates."""
    require_desk(request)
    intake = _intake(pk)
    work = read_submission(intake, request.POST)
    if work.stale:
        problem = "Somebody else changed the same meanwhile. Save to see what they did."
        return JsonResponse({"problem": problem}, status=409)
    keep_cards(intake, work.cards)
    published = intake.published
    days = {card.number: dated(card, published) for card in work.taken}
    return JsonResponse(
        {
            "version": intake.version,
            "saved": f"{timezone.localtime():%H:%M}",
            "undecided": intake.undecided,
            "days": {number: str(each) for number, each in days.items()},
            "seen": work.saved,
            "problem": " ".join(work.head_errors),
        }
    )


def entered(request: HttpRequest, pk: int) -> HttpResponse:
    """What an article has given: its statements, and the way to publish those that are drafts."""
    require_desk(request)
    intake = _intake(pk)
    keys = {
        card.statement for card in Submission.as_kept(intake).cards if card.statement is not None
    }
    parts = ("quotations", "assessments__proposition")
    statements = list(Statement.objects.filter(pk__in=keys).prefetch_related(*parts).order_by("pk"))
    context = {
        **admin.site.each_context(request),
        "title": "What is entered",
        "intake": intake,
        "statements": statements,
        "waiting": [each for each in statements if each.state in ENTERED_STATES],
        "publishing": may_publish(request),
    }
    return TemplateResponse(request, "admin/positions/desk/entered.html", context)


def _intake(pk: int) -> Intake:
    found: Intake = get_object_or_404(Intake.objects.select_related("source", "topic"), pk=pk)
    return found


def _carried_out(request: HttpRequest, work: Submission) -> HttpResponse:
    here = reverse("admin:desk_article", args=[work.intake.pk])
    if request.POST.get("do") == "proposition" and may_add(request):
        new = NewPropositionForm(work.intake, request.POST)
        if not new.is_valid():
            return _drawn(request, work, new=new)
        messages.success(request, new.add(work.cards))
        keep_cards(work.intake, work.cards)
        work.carried_out("proposition")
        work.marked = new.cleaned_data["card"] or 0
    if request.POST.get("do") not in ENTERING:
        if request.POST.get("do") == "save":
            messages.success(request, "Saved. It lies on the desk until all of it is decided.")
        if work.is_begun_beside:
            messages.warning(request, BEGUN_BESIDE)
            return _drawn(request, work)
        return HttpResponseRedirect(f"{here}#card-{work.marked}" if work.marked else here)
    if not any(card.decision == "accept" and not card.is_entered for card in work.cards):
        nothing = ["Nothing is accepted yet: accept a card, then enter."]
        return _drawn(request, work, errors={ARTICLE: {"": nothing}})
    rest = decide_rest(work.cards) if request.POST["do"] == "rest" else []
    state = WorkflowState.IN_REVIEW if work.state == WorkflowState.IN_REVIEW else ENTERED_STATES[0]
    try:
        done = enter_article(
            work.intake,
            work.cards,
            state,
            role=role_of(request),
            by=request.user,
            dates_confirmed=DATES_CONFIRMED in request.POST,
        )
    except CardsRefused as refused:
        for card in rest:
            card.decision = ""
        keep_cards(work.intake, work.cards)  # with those who are offered as speakers only now
        refusal = refused.refusal
        return _drawn(request, work, errors=refusal.errors, doubts_dates=refusal.doubts_dates)
    many = len(done.statements)
    messages.success(
        request, f"{many} {'statement is' if many == 1 else 'statements are'} entered."
    )
    for notice in done.notices:
        messages.info(request, notice)
    return HttpResponseRedirect(reverse("admin:desk_entered", args=[work.intake.pk]))


def _drawn(
    request: HttpRequest,
    work: Submission,
    *,
    errors: Mapping[int, Mapping[str, Sequence[str]]] | None = None,
    stale: bool = False,
    doubts_dates: bool = False,
    unsaved: bool = False,
    new: NewPropositionForm | None = None,
) -> HttpResponse:
    """The page. Sixteen queries at most, beside those of the admin itself.

    Of what is not saved, which ``unsaved`` says of all, it goes on from how it was opened.
    """
    intake, cards = work.intake, sorted(work.cards, key=lambda card: (card.start, card.number))
    errors = errors or {}
    lists = menus(intake, (each.proposition or 0 for card in cards for each in card.judgements))
    topics = list(Topic.objects.order_by("name", "pk")[:MOST_TOPICS])
    seen = card_views(intake, cards, lists, errors, work.titles)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": str(intake),
        "intake": intake,
        "head": work.head or ArticleForm(instance=intake, prefix="head"),
        "our_title": "" if intake.title else our_title(intake),
        "head_errors": errors.get(ARTICLE, {}),
        "new": (new or NewPropositionForm(intake, begun=work.beside)) if may_add(request) else None,
        "topics": topics,
        "cards": seen,
        "paragraphs": paragraphs(intake.text, cards),
        "refused": [each for each in seen if each.errors],
        "stale": stale,
        "met": get_text_list(work.met, "and"),
        "seen": {
            name: request.POST.get(name, mark)
            if unsaved or (name == HEAD_SEEN and work.head_errors)
            else mark
            for name, mark in work.marks.items()
        },
        "state": work.state,
        "doubts_dates": doubts_dates,
        "states": [(each.value, each.label) for each in ENTERED_STATES],
        "left_out": lists.left_out,
        "counts": _counts(cards),
        "sure": sum(each.sure == "sure" for each in seen if each.card.is_new),
        "own_words": work.beside.get("own-words", ""),
        "own_part": work.beside.get("own-part", ""),
        "published": intake.published,
    }
    return TemplateResponse(request, "admin/positions/desk/article.html", context)


def _look_again(request: HttpRequest, intake: Intake, many: int) -> HttpResponse:
    """Show the dates that are understood only now, before anything is entered with them."""
    noun = "card has its date" if many == 1 else "cards have their dates"
    messages.warning(
        request,
        f"{many} {noun} from the text, now that the article's own date is known. Look at them, "
        "then go on.",
    )
    return HttpResponseRedirect(reverse("admin:desk_article", args=[intake.pk]))


def _counts(cards: Sequence[Card]) -> dict[str, int]:
    return {
        "all": len(cards),
        "accepted": sum(card.decision == "accept" and not card.is_entered for card in cards),
        "rejected": sum(card.decision == "reject" and not card.is_entered for card in cards),
        "entered": sum(card.is_entered for card in cards),
        "undecided": sum(not card.decision and not card.is_entered for card in cards),
    }
