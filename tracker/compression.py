"""Compresses on the way out what is text and public."""

from __future__ import annotations

import re

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

# Pictures and spreadsheets are compressed already.
TEXT = re.compile(r"text/|application/([\w.-]+\+)?(json|xml|javascript)\b|image/svg\+xml\b")


class CompressedWhenPublic(GZipMiddleware):
    """Gzip for texts that everybody may read; streamed ones are compressed piece by piece.

    How far a page shrinks tells what it repeats: one that holds a secret beside what a stranger has
    put into the address gives it away bit by bit (BREACH, CVE-2013-3587). What an account sees,
    tokens among it, is marked as to be kept nowhere, and is sent as it is. With no secret in it, no
    answer needs random bytes to blur its length, which then is the same for HEAD as for GET.
    """

    max_random_bytes = 0

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Compress what may be; all else passes."""
        is_private = "no-store" in response.get("Cache-Control", "")
        if is_private or not TEXT.match(response.get("Content-Type", "")):
            return response
        return super().process_response(request, response)
