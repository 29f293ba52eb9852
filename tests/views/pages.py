"""A page as a reader meets it: its text, its links, its headings."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

from django.test import Client

from positions.choices import QuotationCheck

# A quotation whose words were found in its source.
FOUND: dict[str, Any] = {
    "check_result": QuotationCheck.EXACT,
    "checked_at": datetime(2026, 11, 21, tzinfo=UTC),
}

# Elements that do not part the words before them from those after.
INLINE = {"a", "b", "code", "del", "ins", "mark", "q", "span", "time"}


@dataclass
class Page(HTMLParser):
    """``text`` is what stands in ``<main>``, blanks made one; ``links`` are its addresses."""

    html: str
    status: int = 200
    text: str = ""
    links: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    inside: bool = False

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)
        self.text = " ".join(self.text.replace("\u00a0", " ").split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._part(tag)
        if tag == "main":
            self.inside = True
        if identity := given.get("id"):
            self.ids.append(identity)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if self.inside and tag == "a":
            self.links.append(given.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if tag == "main":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text += data

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self.text += " "

    @property
    def data(self) -> dict[str, Any]:
        """The JSON-LD of the page."""
        block = r'<script type="application/ld\+json">(.*?)</script>'
        found = re.search(block, self.html, re.DOTALL)
        assert found, "The page has no JSON-LD."
        read: dict[str, Any] = json.loads(found[1])
        return read


def opened(address: str) -> Page:
    """The page at this address, to a reader who is not logged in."""
    response = Client().get(address)
    return Page(response.content.decode(), response.status_code)
