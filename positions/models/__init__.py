"""The nouns: what the tracker records, one module each."""

from positions.models.address import FormerAddress
from positions.models.affiliation import Affiliation
from positions.models.assessment import Assessment
from positions.models.attribution import Attribution, by_line, names_in_by_line
from positions.models.challenge import Challenge
from positions.models.correction import Correction
from positions.models.dated import EdtfField, overlap
from positions.models.editable import Editable, StaleEdit
from positions.models.index_entry import IndexEntry
from positions.models.intake import Intake
from positions.models.mention import Mention
from positions.models.merge import Merge, ToldApart
from positions.models.other_address import OtherAddress
from positions.models.out_of_range import KeyExact, KeyIn, NumberIn
from positions.models.position import Position
from positions.models.quotation import Quotation
from positions.models.searchable import FoldedText, Searchable
from positions.models.source import Capture, Source, SourceText, fingerprint, url_key
from positions.models.stakeholder import (
    Alias,
    AliasText,
    Organisation,
    Person,
    Stakeholder,
    StakeholderText,
)
from positions.models.statement import Reply, Statement, StatementText
from positions.models.topic import (
    Proposition,
    PropositionReason,
    PropositionText,
    Topic,
    TopicText,
    TopicTotal,
)

__all__ = [
    "Affiliation",
    "Alias",
    "AliasText",
    "Assessment",
    "Attribution",
    "Capture",
    "Challenge",
    "Correction",
    "Editable",
    "EdtfField",
    "FoldedText",
    "FormerAddress",
    "IndexEntry",
    "Intake",
    "KeyExact",
    "KeyIn",
    "Mention",
    "Merge",
    "NumberIn",
    "Organisation",
    "OtherAddress",
    "Person",
    "Position",
    "Proposition",
    "PropositionReason",
    "PropositionText",
    "Quotation",
    "Reply",
    "Searchable",
    "Source",
    "SourceText",
    "Stakeholder",
    "StakeholderText",
    "StaleEdit",
    "Statement",
    "StatementText",
    "ToldApart",
    "Topic",
    "TopicText",
    "TopicTotal",
    "by_line",
    "fingerprint",
    "names_in_by_line",
    "overlap",
    "url_key",
]
