"""The site of the admin: what it is called, and in which order its first page offers things."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path

from positions.admin.desk import urls as desk
from positions.admin.editing.labels import autocomplete_view
from positions.admin.going_on import keeping, log_in_again
from positions.admin.housekeeping import urls as housekeeping
from positions.admin.review.page import review_page
from positions.models import Intake
from positions.numbers import key_of
from positions.publishing.queue import counted, n_waiting, open_challenges
from positions.recording import Invalid, Race, repeated, sent

View = Callable[..., HttpResponseBase]

# In the order of an editor's work; the machinery comes last, under names that say what it is.
APPS = {"positions": "The record", "auth": "Accounts", "axes": "Refused log-ins"}
NOUNS = (
    *("Statement", "Challenge", "Correction", "Source"),
    *("Organisation", "Person", "Proposition", "Topic"),
    *("User", "Group"),
)

_listed = admin.site.get_app_list
_shared = admin.site.each_context
_addressed = admin.site.get_urls
_guarded = admin.site.admin_view


def app_list(request: HttpRequest, app_label: str | None = None) -> list[Any]:
    """Django's list of what this account may open, in our order and under our names."""
    listed: list[Any] = _listed(request, app_label)
    for app in listed:
        app["name"] = APPS.get(app["app_label"], app["name"])
        app["models"].sort(key=lambda model: _place(model["object_name"], NOUNS))
    return sorted(listed, key=lambda app: _place(app["app_label"], tuple(APPS)))


def context(request: HttpRequest) -> dict[str, Any]:
    """What Django gives to all pages, and how much waits: each is asked where it is printed."""
    waiting = {
        "n_waiting": n_waiting,
        "n_challenges": lambda: counted(open_challenges()),
        "n_on_desk": lambda: counted(Intake.objects.unfinished()),
    }
    return {**_shared(request), **waiting}


def addresses() -> list[Any]:
    """Those of the rooms before Django's own, the last of which takes everything."""
    again = path("log-in-again/", log_in_again, name="log_in_again")
    review = path("review/", admin.site.admin_view(review_page), name="review")
    return [*desk.addresses(), again, review, *housekeeping.addresses(), *_addressed()]


def viewed(view: View, cacheable: bool = False) -> View:
    """Django's guard around a view: what is sent is sound, and a lost race is run again.

    Among those chosen in a list only keys of rows are found: any other text Django would hand to
    the database, which fails on it. Nor does the query string hold a NUL, which PostgreSQL refuses
    wherever it is looked for.
    """
    guarded: View = _guarded(settled(view), cacheable)

    @wraps(guarded)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if any("\0" in text for _, texts in request.GET.lists() for text in texts):
            raise BadRequest("There is a NUL in the address.")
        if ACTION_CHECKBOX_NAME in request.POST:
            posted = request.POST.copy()
            chosen = [key for key in posted.getlist(ACTION_CHECKBOX_NAME) if key_of(key)]
            posted.setlist(ACTION_CHECKBOX_NAME, chosen)
            request.POST = posted  # type: ignore[assignment]
        return guarded(request, *args, **kwargs)

    return answered


def settled(view: View) -> View:
    """A view whose write, where it lost a race, is done again."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # Django has no way to take a message back: what an attempt told that failed is cut off.
        queued: list[Any] = getattr(messages.get_messages(request), "_queued_messages", [])
        told = len(queued)

        def forget() -> None:
            del queued[told:]

        try:
            answer: HttpResponseBase = repeated(
                lambda: view(request, *args, **kwargs), before_each=forget
            )
        except (Invalid, Race) as refusal:
            forget()
            # What no page has asked, the database has refused: it is told all the same.
            several = refusal.messages if isinstance(refusal, Invalid) else [str(refusal)]
            race = " ".join(several)
            shown = {**context(request), "title": "Not saved", "race": race, "sent": sent(request)}
            answer = TemplateResponse(request, "admin/positions/race.html", shown, status=409)
        return answer

    return answered


def _place(name: str, order: tuple[str, ...]) -> int:
    return order.index(name) if name in order else len(order)


admin.site.site_header = "Stakeholder Position Tracker"
admin.site.site_title = "Position Tracker"
admin.site.enable_nav_sidebar = False  # the masthead leads to every noun, at any width
admin.site.index_title = "For editors"
# Django's site has no other hook for these that leaves the settings alone.
admin.site.get_app_list = app_list  # type: ignore[method-assign]
admin.site.each_context = context  # type: ignore[method-assign]
admin.site.admin_view = keeping(viewed)  # type: ignore[assignment,method-assign]
admin.site.get_urls = addresses  # type: ignore[method-assign]
admin.site.autocomplete_view = autocomplete_view  # type: ignore[assignment,method-assign]
