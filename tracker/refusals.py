"""No refusal is an empty page: what Django answers with a number alone is said in words."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from positions.views.errors import told

Answer = Callable[[HttpRequest], HttpResponseBase]

SAID = {
    HTTPStatus.METHOD_NOT_ALLOWED: (
        "This address only takes what a form sends",
        "Go back to the page with the form, and send it from there. Nothing was changed.",
    ),
    HTTPStatus.PRECONDITION_FAILED: (
        "This is not as you asked for it",
        "Your program asked for it in a state in which it is no longer. Ask without a condition.",
    ),
}


def in_words(get_response: Answer) -> Answer:
    """Middleware: gives an answer of these kinds that has no body the reason as one."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        said = SAID.get(HTTPStatus(response.status_code)) if response.status_code >= 400 else None
        if said is None or not isinstance(response, HttpResponse) or response.content:
            return response
        explained = told(request, response.status_code, *said)
        for name in ("Content-Type", "Content-Length"):
            response.headers.pop(name, None)
        explained.headers = {**explained.headers, **response.headers}  # type: ignore[assignment]
        return explained

    return answered
