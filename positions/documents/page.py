"""Saved web pages: the words of the article as the page has them, and what it says of itself."""

from __future__ import annotations

import email
import email.policy
import logging
import re
from typing import Any

import trafilatura
from lxml import html

from positions.documents.blocks import Block, blocks_of
from positions.documents.document import (
    MAX_CHARACTERS,
    Document,
    Said,
    Unreadable,
    line,
)
from positions.documents.encoding import declared, decode, known
from positions.documents.tidy import paragraphs

# A page of more parts is no article; to find one would take minutes.
MAX_PARTS = 100_000
_RUN = 6
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{4}\)(https?://\S{1,600}) -->")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ALL_OF_IT = (
    "No article was found in it, so that this is all its text, with whatever stands around the "
    "words."
)
for library in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(library).setLevel(logging.CRITICAL)


def read_saved(name: str, data: bytes) -> Document:
    """A page saved as one file (MHTML, RFC 2557): its first part that is a page."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                address = part.get("Content-Location", "") or message.get("Content-Location", "")
                charset = part.get_content_charset("")
                return _read(name, content, str(charset), str(address))
    raise Unreadable(name, "holds no web page.")


def read_web_page(name: str, data: bytes) -> Document:
    """A page saved as HTML."""
    return _read(name, data)


def _read(name: str, data: bytes, charset: str = "", address: str = "") -> Document:
    text, notes = decode(name, data, known(charset) or declared(data))
    # Given as bytes again, for a text that declares an encoding is refused.
    parser = html.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=True,
    )
    content = text.replace("\x00", "").encode("utf-8", "replace")
    tree = html.document_fromstring(content, parser=parser)
    if any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log):
        raise Unreadable(name, "has its parts one in another too deep to be read.")
    blocks = blocks_of(tree)
    length = sum(len(block.text) for block in blocks)
    found = None
    if length <= MAX_CHARACTERS and sum(1 for _ in tree.iter()) <= MAX_PARTS:
        found = _article(tree)
    kept = within(blocks, found.text or "") if found else []
    if not kept:
        kept, notes = blocks, (*notes, _ALL_OF_IT)
    if not address and (saved := _SAVED_FROM.search(text[:4096])):
        address = saved.group(1)
    return Document(
        name, paragraphs(block.text for block in kept), _said(tree, found, address), notes
    )


def _article(tree: Any) -> Any:
    """What trafilatura makes of the page; None where it finds no article."""
    return trafilatura.bare_extraction(
        tree,
        favor_recall=True,
        include_comments=False,
        with_metadata=True,
        # Only what the page says: no guess from whatever date stands in its text.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def within(blocks: list[Block], article: str) -> list[Block]:
    """The blocks from the first to the last of an article, and none of them left out.

    What was found tells where the article begins and ends; the words are the page's own. A
    headline before it is taken along, as are quotations before and after it in the same
    ``article`` element.
    """
    runs = set(_runs(article))
    matched = [
        place
        for place, block in enumerate(blocks)
        if (own := _runs(block.text)) and not runs.isdisjoint((own[0], own[-1]))
    ]
    if not matched:
        return []
    first, last = matched[0], matched[-1]
    body = blocks[first].article
    quoted = [
        place
        for place, block in enumerate(blocks)
        if body and block.article == body and block.is_quoting
    ]
    first, last = min([first, *quoted]), max([last, *quoted])
    headlines = [place for place in range(first) if blocks[place].is_headline]
    return blocks[headlines[-1] if headlines else first : last + 1]


def _runs(text: str) -> list[tuple[str, ...]]:
    """Each so many words that follow one another: enough of them tell a passage from any other."""
    words = text.split()
    return list(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _said(tree: Any, found: Any, address: str) -> Said:
    language = str(tree.get("lang") or tree.get("xml:lang") or "")
    published = str(found.date or "") if found else ""
    address = line((found.url if found else "") or address, 600)
    return Said(
        title=line(found.title if found else tree.findtext(".//title"), 300),
        byline=line(found.author if found else "", 200),
        publisher=line(found.sitename if found else "", 200),
        published=published if _DAY.fullmatch(published) else "",
        address=address if address.startswith(("https://", "http://")) else "",
        language=language if _LANGUAGE.fullmatch(language) else "",
    )
