"""Nothing typed is lost where a form is sent by whom the site does not know any more.

A session may have ended, or a log-in in another tab made the form's token stale. What was sent is
then given back in the page that says so: the browser keeps it, and the site nothing. After the
log-in it is sent again, marked as not to be saved, and its own page shows it for the editor to
save.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.middleware import csrf
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.csrf import csrf_failure as bare_failure
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from positions.admin.bases import ModelAdmin, ModelForm
from positions.recording import Pairs, sent

UNSAVED = "_unsaved"
"""The name of the field that says: show what is sent, and save nothing."""
NOT_SAVED = "Nothing of this is saved yet: you were logged out meanwhile. Look it over, then save."
KEPT = "kept"  # the mark's value where the browser has kept what was typed
KEPT_IN_BROWSER = (
    "Nothing of this is saved yet: it is what your browser has kept. Look it over, then save."
)
_OUT = "Not saved: you are logged out. Press “Save for later” to log in and go on with all of it."
# Pages that show what is sent unsaved, beside those of models.
_PAGES = ("desk", "desk_page", "desk_article")
_STALE = (csrf.REASON_CSRF_TOKEN_MISSING, csrf.REASON_NO_CSRF_COOKIE)
_WRONG = "CSRF token from"  # begins the reason where a token was sent that is another's


def is_unsaved(request: HttpRequest) -> bool:
    """Whether what is sent is to be shown and not saved."""
    return request.method == "POST" and UNSAVED in request.POST


class UnsavedFormAdmin(ModelAdmin):
    """An admin whose form can be shown again with all that was typed, and nothing saved."""

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        if not is_unsaved(request):
            return form
        why = KEPT_IN_BROWSER if request.POST[UNSAVED] == KEPT else NOT_SAVED
        return type(form.__name__, (_Unsaved, form), {"__module__": form.__module__, "why": why})


class _Unsaved(ModelForm):
    """A form that is never valid, so that nothing of its page is written; ``why`` says so."""

    why = NOT_SAVED

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound:
            self.add_error(None, ValidationError(self.why, code="unsaved"))


def keeping(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view of the admin that keeps what is sent by whom the site does not know any more."""

    @wraps(view)
    def kept_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        leaving = request.path == reverse("admin:logout")
        if request.method != "POST" or leaving or admin.site.has_permission(request):
            return view(request, *args, **kwargs)
        return _ask(request, request.get_full_path(), *_posted(request))

    return kept_view


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without a good token; from a page of ours, with all that was typed in it.

    Where the request does not come from this site it is refused as Django refuses it: a stranger's
    form is never offered to be sent.
    """
    stale = reason in _STALE or reason.startswith(_WRONG)
    ours = request.path.startswith(reverse("admin:index")) and request.method == "POST"
    if not (stale and ours and is_from_here(request)):
        return bare_failure(request, reason)
    if request.path == reverse("admin:login"):
        return HttpResponseRedirect(request.get_full_path())
    if request.path == reverse("admin:log_in_again"):
        address, pairs, files = _kept(request)
    else:
        address, (pairs, files) = request.get_full_path(), _posted(request)
    if admin.site.has_permission(request):
        return _offered(request, address, pairs, files, status=403)
    return _ask(request, address, pairs, files)


@never_cache
@require_POST
def log_in_again(request: HttpRequest) -> HttpResponse:
    """Log in, with what was typed before in the page; then offer to go on with it."""
    address, pairs, files = _kept(request)
    form = AdminAuthenticationForm(request, data=request.POST)
    if not form.is_valid():
        return _ask(request, address, pairs, files, form)
    login(request, form.get_user())
    return _offered(request, address, pairs, files)


def _kept(request: HttpRequest) -> tuple[str, Pairs, list[str]]:
    """What the page to log in on holds: where it was sent to, what, and the names of its files."""
    address = request.POST.get("address", "")
    inside = address.startswith(reverse("admin:index"))
    if not (inside and url_has_allowed_host_and_scheme(address, None)):
        raise BadRequest(f"address={address[:80]!r} is no page of the admin.")
    try:
        given = json.loads(request.POST.get("kept", "[]"))
        pairs = [(str(name), str(value)) for name, value in given]
    except (ValueError, TypeError, RecursionError) as error:
        raise BadRequest("kept is not what this site has sent.") from error
    return address, pairs, request.POST.getlist("files")


def _posted(request: HttpRequest) -> tuple[Pairs, list[str]]:
    """The fields that were sent, and the names of the files."""
    posted = sent(request)
    return [each for each in posted.fields if each[0] != UNSAVED], [n for _, n in posted.files]


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site has sent it."""
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin") or request.headers.get("Referer") or ""
    here = f"{request.scheme}://{request.get_host()}"
    return site in (None, "same-origin") and f"{origin}/".startswith(f"{here}/")


def _ask(
    request: HttpRequest,
    address: str,
    pairs: Pairs,
    files: list[str],
    form: AdminAuthenticationForm | None = None,
) -> HttpResponse:
    """The page to log in on, which holds what was sent; for a script, that it is not saved."""
    if resolve(request.path).url_name == "desk_save":
        return JsonResponse({"problem": _OUT}, status=403)
    context = {
        **admin.site.each_context(request),
        "title": "Log in to go on",
        "form": form or AdminAuthenticationForm(request),
        "address": address,
        "kept": json.dumps(pairs, ensure_ascii=False),
        "typed": len(pairs),
        "files": files,
    }
    return render(request, "admin/positions/log_in_again.html", context, status=403)


def _offered(
    request: HttpRequest, address: str, pairs: Pairs, files: list[str], status: int = 200
) -> HttpResponse:
    """The page that sends it again, unsaved; where its own page cannot show it so, what it was."""
    if resolve(request.path).url_name == "desk_save":
        return JsonResponse({"problem": _OUT}, status=403)
    context = {
        **admin.site.each_context(request),
        "title": "Go on with what you typed",
        "address": address,
        "pairs": pairs,
        "mark": UNSAVED,
        "shows": _shows_unsaved(address),
        "files": files,
    }
    return render(request, "admin/positions/go_on.html", context, status=status)


def _shows_unsaved(address: str) -> bool:
    try:
        found = resolve(address.partition("?")[0])
    except Resolver404:
        return False
    of_model = isinstance(vars(found.func).get("model_admin"), UnsavedFormAdmin)
    changes = (found.url_name or "").endswith(("_add", "_change"))
    return (of_model and changes) or found.url_name in _PAGES
