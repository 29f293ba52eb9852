"""How the record is written: by verbs, each write whole, and races of two settled.

Every door by which the record is changed goes through here, and nothing else may derive what
follows from it or tell readers of it.
"""

from positions.correcting import CorrectionNote, NoteNeeded
from positions.recording.dating import DateDoubted
from positions.recording.publication import SeenByReaders, Unpublishable
from positions.recording.races import PATIENCE_OF_COMMANDS, Race, lost, repeated
from positions.recording.recording import NOTHING_SAID, Recording, derive_anew
from positions.recording.rows import Invalid, validate
from positions.recording.sent import Pairs, Sent, sent

# What a write may be refused for once it is done: all of it is undone.
REFUSALS = (NoteNeeded, Unpublishable, DateDoubted, SeenByReaders)

__all__ = [
    "NOTHING_SAID",
    "PATIENCE_OF_COMMANDS",
    "REFUSALS",
    "CorrectionNote",
    "DateDoubted",
    "Invalid",
    "NoteNeeded",
    "Pairs",
    "Race",
    "Recording",
    "SeenByReaders",
    "Sent",
    "Unpublishable",
    "derive_anew",
    "lost",
    "repeated",
    "sent",
    "validate",
]
