"""From a pasted article to draft statements: who said what, in which words, when (pure Python)."""

from positions.extraction.draft import Draft, How, Passage, Pattern, Speaker, When
from positions.extraction.drafts.acts import joined
from positions.extraction.drafts.anchoring import found_again
from positions.extraction.pipeline import extract
from positions.extraction.speakers.link import Known

__all__ = [
    "Draft",
    "How",
    "Known",
    "Passage",
    "Pattern",
    "Speaker",
    "When",
    "extract",
    "found_again",
    "joined",
]
