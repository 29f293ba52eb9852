"""The pages of single things: one module a noun, each with what its page reads and shows."""

from positions.views.details.citations import bibtex, csl, ris
from positions.views.details.exchange import exchange
from positions.views.details.names import names
from positions.views.details.proposition import proposition
from positions.views.details.record import record_of
from positions.views.details.source import source
from positions.views.details.stakeholder import stakeholder
from positions.views.details.statement import statement
from positions.views.details.topic import topic

__all__ = [
    "bibtex",
    "csl",
    "exchange",
    "names",
    "proposition",
    "record_of",
    "ris",
    "source",
    "stakeholder",
    "statement",
    "topic",
]
