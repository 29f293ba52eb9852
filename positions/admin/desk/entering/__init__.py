"""From accepted cards to a source, its text, stakeholders and statements: all of it or nothing."""

from positions.admin.desk.entering.everything import enter
from positions.admin.desk.entering.refusal import HEAD, Refusal, Refused

__all__ = ["HEAD", "Refusal", "Refused", "enter"]
