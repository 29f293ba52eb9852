"""How a reader came to a page, which newsletters add to links, is no part of its address."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.http import escape_leading_slashes

from positions.models.texts import without_tracking
from positions.views.errors import READING

Answer = Callable[[HttpRequest], HttpResponseBase]


def left_out(get_response: Answer) -> Answer:
    """Middleware: sends whoever reads an address with ``utm_…``, ``fbclid`` or the like on.

    All else of the query stays as it was written; each address then honours or refuses it.
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        asked = request.get_full_path()
        if request.method in READING and (kept := without_tracking(asked)) != asked:
            return HttpResponseRedirect(escape_leading_slashes(kept))
        return get_response(request)

    return answered
