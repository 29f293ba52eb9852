"""The query-string vocabulary of the whole site: one filter set a list, for all its formats."""

from positions.filters.changes import ChangeFilters
from positions.filters.compare import CompareFilters
from positions.filters.condition import Condition
from positions.filters.corrections import CorrectionFilters
from positions.filters.filter_set import ListFilters
from positions.filters.holders import OrganisationFilters, PersonFilters, PositionFilters
from positions.filters.matrix import DayFilters, MatrixFilters
from positions.filters.search import ORDERS, PAGE_SIZE, PAGES, SearchFilters
from positions.filters.shifts import ShiftFilters
from positions.filters.statements import StatementFilters
from positions.filters.subjects import PropositionFilters, SourceFilters, TopicFilters
from positions.listing import Choice, Offer

__all__ = [
    "ORDERS",
    "PAGES",
    "PAGE_SIZE",
    "ChangeFilters",
    "Choice",
    "CompareFilters",
    "Condition",
    "CorrectionFilters",
    "DayFilters",
    "ListFilters",
    "MatrixFilters",
    "Offer",
    "OrganisationFilters",
    "PersonFilters",
    "PositionFilters",
    "PropositionFilters",
    "SearchFilters",
    "ShiftFilters",
    "SourceFilters",
    "StatementFilters",
    "TopicFilters",
]
