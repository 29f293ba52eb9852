"""What an answer says to whoever gets it: that it did not fail, and, where it refuses, why."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import PurePosixPath
from typing import Any

from tests.views.pages import Page

FAILED = 500
REFUSED = 400
# oEmbed's own answer to a format that it does not give (https://oembed.com, 2.3.4).
NO_SUCH_FORMAT = 501


def trouble(path: str, answer: Any) -> str:
    """What is wrong with the answer; empty where nothing is."""
    body = answer.getvalue()
    if answer.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    if answer.status_code >= FAILED and not (
        answer.status_code == NO_SUCH_FORMAT and path.startswith("/oembed.json")
    ):
        raised = answer.exc_info[1] if getattr(answer, "exc_info", None) else ""
        return f"{answer.status_code}: {raised!r}"
    if answer.status_code < REFUSED:
        return ""
    return "" if _reason(path.partition("?")[0], answer, body) else "It gives no reason."


def _reason(path: str, answer: Any, body: bytes) -> str:
    kind = answer["Content-Type"].partition(";")[0]
    if kind == "application/json":
        told = json.loads(body)
        problems = told.get("problems", [])
        return " ".join([told.get("problem", ""), *(each["message"] for each in problems)]).strip()
    if kind == "text/plain":
        return body.decode().strip()
    if PurePosixPath(path).suffix == ".json":
        return ""  # a page, where a script asks
    text = body.decode()
    whole = "<main" in text
    return Page(text).text if whole else re.sub(r"<[^>]*>", "", text).strip()
