"""The site of the admin: its name, the order of its first page, its addresses, and its guard."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import include, path

from positions.admin.editing.labels import LabelledAutocomplete
from positions.admin.front_page import work_of
from positions.admin.logged_out import keeping, log_in_again
from positions.citing import SITE
from positions.numbers import key_of
from positions.publishing.queue import n_waiting
from positions.recording import Invalid, Race, repeated, sent

View = Callable[..., HttpResponseBase]

# In the order of an editor's work; the machinery comes last, under names that say what it is.
APPS = {"positions": "The record", "auth": "Accounts", "axes": "Refused log-ins"}
NOUNS = (
    *("Statement", "Challenge", "Correction", "Source"),
    *("Organisation", "Person", "Proposition", "Topic"),
    *("User", "Group"),
)


class EditorsSite(admin.AdminSite):
    """The editors' site: Django's, with rooms of our own and a guard that loses nothing typed."""

    site_header = SITE
    site_title = "Position Tracker"
    index_title = "For editors"
    enable_nav_sidebar = False  # the masthead leads to every noun, at any width

    def get_app_list(self, request: Any, app_label: str | None = None) -> list[Any]:
        """Django's list of what this account may open, in our order and under our names."""
        listed: list[Any] = super().get_app_list(request, app_label)
        for app in listed:
            app["name"] = APPS.get(app["app_label"], app["name"])
            app["models"].sort(key=lambda model: _place(model["object_name"], NOUNS))
        return sorted(listed, key=lambda app: _place(app["app_label"], tuple(APPS)))

    def each_context(self, request: Any) -> dict[str, Any]:
        """What Django gives to all pages, and how much is in review, asked where it is printed."""
        return {
            **super().each_context(request),
            "n_waiting": n_waiting,
        }

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """Django's first page, with what waits for this account."""
        return super().index(request, {"work_groups": work_of(request), **(extra_context or {})})

    def get_urls(self) -> list[Any]:
        """Those of the rooms before Django's own, the last of which takes everything."""
        return [
            path("desk/", include("positions.admin.desk.urls")),
            path("log-in-again/", log_in_again, name="log_in_again"),
            path("answers/", include("positions.admin.statement.answers")),
            path("review/", include("positions.admin.review.urls")),
            path("housekeeping/", include("positions.admin.housekeeping.urls")),
            *super().get_urls(),
        ]

    def autocomplete_view(self, request: HttpRequest) -> Any:
        """Django's answer to what is typed into a box that completes names, with our labels."""
        return LabelledAutocomplete.as_view(admin_site=self)(request)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Django's guard around a view: what is sent is sound, and a lost race is run again.

        Among those chosen in a list only keys of rows are found: any other text Django would hand
        to the database, which fails on it. Nor does the query string hold a NUL, which PostgreSQL
        refuses wherever it is looked for. What is sent by whom the site does not know is kept.
        """
        guarded: View = super().admin_view(self._settled(view), cacheable)

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

        return keeping(answered)

    def _settled(self, view: View) -> View:
        """A view whose write, where it lost a race, is done again."""

        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            # Django has no way to take a message back: what a failed attempt told is cut off.
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
                shown = {
                    **self.each_context(request),
                    "title": "Not saved",
                    "why": " ".join(several),
                    "sent": sent(request),
                }
                answer = TemplateResponse(
                    request, "admin/positions/not_saved.html", shown, status=409
                )
            return answer

        return answered


@cache
def editors_site() -> EditorsSite:
    """The one site, made when Django first asks for it.

    Its pages are registered while this package is imported for it, so Django asks more than once.
    """
    return EditorsSite()


def _place(name: str, order: tuple[str, ...]) -> int:
    return order.index(name) if name in order else len(order)
