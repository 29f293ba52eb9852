"""From accepted cards to a source, its text, stakeholders and statements: all of it or nothing."""

from positions.intake.enter_article import enter
from positions.intake.refusal import HEAD, Refusal, Refused

__all__ = ["HEAD", "Refusal", "Refused", "enter"]
