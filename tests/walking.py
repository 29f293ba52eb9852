"""All that readers can reach, and the word that nothing of it may have."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.test import Client

from positions.views.declarations import DECLARATIONS
from positions.views.sitemaps import SECTIONS

SECRET = re.compile(r"hush[a-z]*", re.IGNORECASE)
LINK = re.compile(r'(?:href|src|action)="([^"#]+)')


def visited(client: Client) -> dict[str, str]:
    """All that can be reached from the front page and the lists' files, by address."""
    to_visit = ["/", "/api/openapi.json", "/robots.txt", "/sitemap.xml"]
    to_visit += [f"/sitemap-{section}.xml" for section in ("pages", *SECTIONS)]
    to_visit += [d.data_url(suffix) for d in DECLARATIONS for suffix in ("json", "csv", "atom")]
    found: dict[str, str] = {}
    while to_visit:
        address = to_visit.pop()
        if address in found:
            continue
        answer = client.get(address, follow=True)
        text = found[address] = unescape(answer.getvalue().decode())
        if not answer["Content-Type"].startswith("text/html"):
            continue
        for link in LINK.findall(text):
            parts = urlsplit(urljoin(f"http://testserver{address}", link))
            outside = parts.netloc != "testserver" or parts.path.startswith(("/admin", "/static"))
            if not outside and not parts.query:  # conditions only take rows away
                to_visit.append(parts.path)
    return found
