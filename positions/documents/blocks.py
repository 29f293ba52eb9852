"""The text that a web page shows, as blocks in their order: paragraphs, headings, items, cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search"),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_NEVER_SHOWN = frozenset(
    (
        *("applet", "audio", "button", "canvas", "embed", "frame", "frameset", "head"),
        *("iframe", "input", "map", "math", "meta", "noframes", "noscript", "object"),
        *("option", "script", "select", "style", "svg", "template", "textarea", "title"),
        *("video",),
    )
)
_QUOTING = re.compile(r"[“„«\"][^“„«”»\"]{20,}[”“»\"]")
_PARTED = re.compile(r"(?<! )(?>(?: *+\n){2,})")  # two line breaks make a paragraph
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A block's text; ``article`` numbers the ``article`` element it is in, 0 where in none."""

    text: str
    article: int
    is_headline: bool

    @property
    def is_quoting(self) -> bool:
        """Whether it has quoted words, more than a few."""
        return bool(_QUOTING.search(self.text))


class _Page:
    """What was walked so far: the blocks, and the text of the one that is open."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.articles: list[int] = []
        self.n_articles = 0

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(_BLANKS.sub(" ", text))

    def close(self, tag: str) -> None:
        text = "".join(self.pieces)
        self.pieces.clear()
        for each in _PARTED.split(text):
            if each.strip():
                article = self.articles[-1] if self.articles else 0
                self.blocks.append(Block(each.strip(), article, tag == "h1"))

    def enter(self) -> None:
        self.n_articles += 1
        self.articles.append(self.n_articles)


def blocks_of(tree: Any) -> list[Block]:
    """All that is shown, hidden parts that the page may open included. Linear; no recursion."""
    page = _Page()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _NEVER_SHOWN:
                walk.skip_subtree()
                continue
            if tag in _BLOCKS:
                page.close("")
            if tag == "article":
                page.enter()
            if tag == "br":
                page.pieces.append("\n")
            page.add(element.text)
        else:
            if tag in _BLOCKS:
                page.close(tag)
            if tag == "article":
                page.articles.pop()
            page.add(element.tail)
    page.close("")
    return page.blocks
