"""What an object looks like when it leaves: one msgspec Struct a noun, the contract of the data."""

from positions.records.answers import InsteadRecord, Listed, ProblemRecord, Refusal
from positions.records.byline import Byline, byline, bylines_of, standing_byline
from positions.records.change import ChangeRecord, fetch_changes
from positions.records.correction import (
    ChallengeRecord,
    CorrectedRecord,
    CorrectionRecord,
    challenges_of,
    corrections_of,
    fetch_corrections,
)
from positions.records.parts import DateRecord, Ref, SourceRef, StakeholderRef
from positions.records.position import PositionRecord, fetch_positions
from positions.records.proposition import (
    HolderCounts,
    PropositionRecord,
    SubjectRecord,
    TopicRecord,
    fetch_propositions,
    fetch_topics,
)
from positions.records.quotation import QuotationRecord
from positions.records.reply import ReplyRecord
from positions.records.search import ReadAs, SearchRecord, SuggestionRecord, Suggestions
from positions.records.shift import SaidRecord, ShiftRecord, fetch_shifts
from positions.records.source import DocumentRecord, SourceRecord, fetch_documents, fetch_sources
from positions.records.stakeholder import (
    AffiliationRecord,
    OrganisationRecord,
    PartyRecord,
    PersonRecord,
    StakeholderRecord,
    StandRecord,
    fetch_organisations,
    fetch_people,
)
from positions.records.statement import StanceRecord, StatementRecord, fetch_statements
from positions.records.voices import VoiceRecord

__all__ = [
    "AffiliationRecord",
    "Byline",
    "ChallengeRecord",
    "ChangeRecord",
    "CorrectedRecord",
    "CorrectionRecord",
    "DateRecord",
    "DocumentRecord",
    "HolderCounts",
    "InsteadRecord",
    "Listed",
    "OrganisationRecord",
    "PartyRecord",
    "PersonRecord",
    "PositionRecord",
    "ProblemRecord",
    "PropositionRecord",
    "QuotationRecord",
    "ReadAs",
    "Ref",
    "Refusal",
    "ReplyRecord",
    "SaidRecord",
    "SearchRecord",
    "ShiftRecord",
    "SourceRecord",
    "SourceRef",
    "StakeholderRecord",
    "StakeholderRef",
    "StanceRecord",
    "StandRecord",
    "StatementRecord",
    "SubjectRecord",
    "SuggestionRecord",
    "Suggestions",
    "TopicRecord",
    "VoiceRecord",
    "byline",
    "bylines_of",
    "challenges_of",
    "corrections_of",
    "fetch_changes",
    "fetch_corrections",
    "fetch_documents",
    "fetch_organisations",
    "fetch_people",
    "fetch_positions",
    "fetch_propositions",
    "fetch_shifts",
    "fetch_sources",
    "fetch_statements",
    "fetch_topics",
    "standing_byline",
]
