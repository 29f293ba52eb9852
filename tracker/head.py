"""What is asked for with HEAD is answered without a body, whatever the server in front does."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]


def bodiless_head(get_response: Answer) -> Answer:
    """Middleware: takes the body off an answer to HEAD (RFC 9110, 9.3.2); headers stay as they are.

    Rows that would be streamed are not read at all. gunicorn drops such a body as well, with a
    warning for each.
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.method == "HEAD":
            if isinstance(response, StreamingHttpResponse):
                response.streaming_content = ()
            elif isinstance(response, HttpResponse):
                response.content = b""
        return response

    return answered
