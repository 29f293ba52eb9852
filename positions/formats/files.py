"""The formats in which a list leaves, each told once: for addresses, for pages, for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.http.response import HttpResponseBase

from positions.formats import as_atom, as_csv, as_json
from positions.listing import PAGE_SIZE, AnyDeclaration, AnySelection, FormatLink, address


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    ``suffix`` ends its addresses, ``label`` names it on pages, ``says`` tells programs what they
    get, ``write`` makes the answer, with addresses on a site ("https://host"). ``paged``: a page of
    records at a time, as JSON; else all of it is one text. ``feed``: entries, those last added
    first; only lists that make entries leave so.
    """

    suffix: str
    label: str
    media_type: str
    says: str
    write: Callable[[AnySelection, str], HttpResponseBase]
    paged: bool = False
    feed: bool = False

    def default_sort(self, declaration: AnyDeclaration) -> str:
        """The order of the list in this format, unless another is asked for."""
        return declaration.feed_sort if self.feed else next(iter(declaration.sorts))


FORMATS = {
    each.suffix: each
    for each in (
        Format(
            "json",
            "JSON",
            "application/json",
            f"A page of at most {PAGE_SIZE}.",
            as_json.write,
            paged=True,
        ),
        Format(
            "csv",
            "CSV",
            "text/csv",
            "All rows, in UTF-8 with a byte order mark; lists joined by “; ”.",
            as_csv.write,
        ),
        Format(
            "atom",
            "Atom feed",
            "application/atom+xml",
            f"The first {PAGE_SIZE} as an Atom feed.",
            as_atom.write,
            feed=True,
        ),
    )
}


def formats_of(declaration: AnyDeclaration) -> Iterator[Format]:
    """Those in which this list leaves."""
    return (each for each in FORMATS.values() if declaration.entry or not each.feed)


def suffixes(declaration: AnyDeclaration) -> str:
    """How the addresses of this list may end, as a part of a regular expression."""
    return "|".join(each.suffix for each in formats_of(declaration))


def links_of(declaration: AnyDeclaration, parameters: dict[str, list[str]]) -> list[FormatLink]:
    """The same rows in each format, for pages to link to."""
    return [
        FormatLink(
            each.label, address(declaration.data_url(each.suffix), parameters), each.media_type
        )
        for each in formats_of(declaration)
    ]
