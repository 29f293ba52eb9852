"""Who may keep an answer, and for how long: one rule for every address of the site."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from positions.views.errors import READING

Answer = Callable[[HttpRequest], HttpResponseBase]

# Seconds for which a cache that many share may answer by itself, and then once more while it asks.
# Together they are how long a correction may take to be seen behind such a cache.
SHARED_FOR = 5
# A reader's own browser asks before each use; a cache in front of the site does every few seconds.
SHARED = f"public, max-age=0, s-maxage={SHARED_FOR}, stale-while-revalidate={SHARED_FOR}"
# May be kept, but is asked about before each use: 304 without a body while nothing has changed.
CURRENT = "no-cache"
# Is kept nowhere: what an account sees, and what a failure says.
NOWHERE = "no-store, private"
AS_THE_VIEW_SAYS = (200, 304)
WRITTEN = "written"  # the cookie of a reader who has just written (`tracker.replicas`)


def kept(get_response: Answer) -> Answer:
    """Middleware: gives each answer a Cache-Control (RFC 9111, 5.2.2).

    Without one, browsers keep redirects, 404 and 410 as long as they see fit (4.2.2): a statement
    that is published again would still read as withdrawn. Only what a view shows with success may
    be kept for the time that the view gives.
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        session = getattr(request, "session", None)
        if (
            request.path.startswith(reverse("admin:index"))
            or (session and session.accessed)
            or response.status_code >= 500
        ):
            policy = NOWHERE
        elif response.status_code in AS_THE_VIEW_SAYS and response.has_header("Cache-Control"):
            return response
        elif _is_the_same_for_all(request, response):
            policy = SHARED
            # Who is logged in, or has just written, is not answered with what others were.
            patch_vary_headers(response, ["Cookie"])
        else:
            policy = CURRENT
        response["Cache-Control"] = policy
        return response

    return answered


def _is_the_same_for_all(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether it is a page, or a file made at once, that is there and was asked for by nobody.

    What htmx puts into a page that is open already also follows from what is open there.
    """
    return (
        request.method in READING
        and "HX-Request" not in request.headers
        and response.status_code in AS_THE_VIEW_SAYS
        and not (response.streaming or response.cookies)
        and not {settings.SESSION_COOKIE_NAME, WRITTEN} & request.COOKIES.keys()
    )
