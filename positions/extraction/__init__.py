"""From a pasted article to draft statements: who said what, in which words, when (pure Python)."""

from positions.extraction.acts import joined
from positions.extraction.again import found_again
from positions.extraction.draft import Draft, Passage, Speaker, When
from positions.extraction.link import Known
from positions.extraction.pipeline import extract

__all__ = ["Draft", "Known", "Passage", "Speaker", "When", "extract", "found_again", "joined"]
