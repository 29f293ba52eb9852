"""What a list needs whatever its noun: its declaration, its query string, paging, counting."""

from positions.listing.address import BadQuery, Parameters, Problem, address, without
from positions.listing.conditions import (
    Beginning,
    Choice,
    Condition,
    Counted,
    FieldKind,
    Filters,
    Instead,
    Offer,
    Pairs,
)
from positions.listing.declaration import (
    AnyDeclaration,
    Cell,
    Columns,
    Declaration,
    Entry,
    F,
    Key,
    R,
    Sort,
)
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
from positions.listing.reading import OPEN, PAGING, read_open, read_query
from positions.listing.selection import AnySelection, Selection

__all__ = [
    "LOOKED_AT",
    "OPEN",
    "PAGE_SIZE",
    "PAGING",
    "AnyDeclaration",
    "AnySelection",
    "BadQuery",
    "Beginning",
    "Cell",
    "Chip",
    "Choice",
    "Columns",
    "Condition",
    "Counted",
    "Declaration",
    "Entry",
    "F",
    "Facet",
    "FieldKind",
    "FilterField",
    "Filters",
    "FormatLink",
    "Instead",
    "Key",
    "Loosening",
    "Offer",
    "Option",
    "Page",
    "Pairs",
    "Parameters",
    "Problem",
    "R",
    "Selection",
    "Sort",
    "SortLink",
    "Total",
    "address",
    "count_choices",
    "read_open",
    "read_query",
    "without",
]
