"""How the record is written: each write is whole, and races of two are settled here."""

from positions.recording.races import PATIENCE_OF_COMMANDS, Race, lost, repeated
from positions.recording.sent import Pairs, Sent, sent

__all__ = ["PATIENCE_OF_COMMANDS", "Pairs", "Race", "Sent", "lost", "repeated", "sent"]
