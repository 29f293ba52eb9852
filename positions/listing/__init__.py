"""What a list needs whatever its noun: its declaration, its query string, paging, counting."""

from positions.listing.address import BadQuery, Problem, address, without
from positions.listing.declaration import Declaration, Key, Sort
from positions.listing.facets import LOOKED_AT, Facet, count_choices
from positions.listing.links import (
    Chip,
    FilterField,
    FormatLink,
    Loosening,
    Option,
    SortLink,
)
from positions.listing.page import PAGE_SIZE, Page, Total
from positions.listing.reading import PAGING, read
from positions.listing.selection import Selection

__all__ = [
    "LOOKED_AT",
    "PAGE_SIZE",
    "PAGING",
    "BadQuery",
    "Chip",
    "Declaration",
    "Facet",
    "FilterField",
    "FormatLink",
    "Key",
    "Loosening",
    "Option",
    "Page",
    "Problem",
    "Selection",
    "Sort",
    "SortLink",
    "Total",
    "address",
    "count_choices",
    "read",
    "without",
]
