"""Who may keep an answer, and for how long: one rule for every address of the site."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

Answer = Callable[[HttpRequest], HttpResponseBase]

# May be kept, but is asked about before each use: 304 without a body while nothing has changed.
CURRENT = "no-cache"
# Is kept nowhere: what an account sees, and what a failure says.
NOWHERE = "no-store, private"
AS_THE_VIEW_SAYS = (200, 304)


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
        else:
            policy = CURRENT
        response["Cache-Control"] = policy
        return response

    return answered
