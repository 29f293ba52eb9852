"""The nouns: what the tracker records, one module each."""

from positions.models.address import FormerAddress
from positions.models.affiliation import Affiliation
from positions.models.assessment import Assessment
from positions.models.attribution import Attribution
from positions.models.editable import Editable, StaleEdit
from positions.models.index_entry import IndexEntry
from positions.models.position import Position
from positions.models.quotation import Quotation
from positions.models.source import Capture, Source, url_key
from positions.models.stakeholder import Alias, Organisation, Person, Stakeholder
from positions.models.statement import Reply, Statement
from positions.models.statement_text import StatementText
from positions.models.topic import Proposition, Topic

__all__ = [
    "Affiliation",
    "Alias",
    "Assessment",
    "Attribution",
    "Capture",
    "Editable",
    "FormerAddress",
    "IndexEntry",
    "Organisation",
    "Person",
    "Position",
    "Proposition",
    "Quotation",
    "Reply",
    "Source",
    "Stakeholder",
    "StaleEdit",
    "Statement",
    "StatementText",
    "Topic",
    "url_key",
]
