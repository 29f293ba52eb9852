"""A list as an Atom feed (RFC 4287): its newest entries."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks

from positions.citing import RIGHTS, SITE
from positions.listing import PAGE_SIZE, F, R, Selection, address

# When a feed without an entry changed last: at no time that a reader would take for news.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
# What XML 1.0 cannot hold, not even escaped.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(Atom1Feed):
    """Django's, which would say of an empty one that it changed whenever it is asked for."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else NEVER


def write(selection: Selection[R, F], site: str) -> HttpResponse:
    """The first 50 of the list. ``site`` ("https://host") makes addresses absolute."""
    declaration = selection.declaration
    if declaration.entry is None:
        raise ValueError(f"{declaration.plural}: a list without entries leaves as no feed.")
    conditions = selection.in_words()
    here = address(declaration.data_url("atom"), selection.parameters)
    made = Feed(
        title=_xml(f"{declaration.title}: {conditions}" if conditions else declaration.title)
        + f" · {SITE}",
        link=site + address(declaration.url, selection.parameters),
        description=declaration.description,
        language="en-gb",
        author_name=SITE,
        feed_url=site + here,
        feed_guid=_permanent(here),
        feed_copyright=RIGHTS,
    )
    for record in selection.newest(PAGE_SIZE, site):
        entry = declaration.entry(record)
        made.add_item(
            title=_xml(entry.title),
            link=entry.url,
            description=linebreaks(_xml(entry.words), autoescape=True),
            unique_id=_permanent(entry.identity),
            pubdate=entry.published,
            updateddate=entry.updated,
            author_name=_xml(entry.author or SITE),
        )
    return HttpResponse(
        made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


def _permanent(identity: str) -> str:
    """An id that stays when the site moves to another host or scheme, as RFC 4287 asks."""
    return uuid5(NAMESPACE_URL, identity).urn


def _xml(text: str) -> str:
    return NOT_XML.sub("", text)
