"""The query-string vocabulary of the whole site: one filter set a list, for all its formats."""

from positions.filters.anything import ORDERS, PAGE_SIZE, PAGES, SearchFilters
from positions.filters.condition import Choice, Condition, Offer
from positions.filters.filter_set import ListFilters
from positions.filters.holders import OrganisationFilters, PersonFilters, PositionFilters
from positions.filters.statements import StatementFilters
from positions.filters.subjects import PropositionFilters, SourceFilters, TopicFilters

__all__ = [
    "ORDERS",
    "PAGES",
    "PAGE_SIZE",
    "Choice",
    "Condition",
    "ListFilters",
    "Offer",
    "OrganisationFilters",
    "PersonFilters",
    "PositionFilters",
    "PropositionFilters",
    "SearchFilters",
    "SourceFilters",
    "StatementFilters",
    "TopicFilters",
]
