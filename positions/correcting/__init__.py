"""What readers are told when something they have seen is changed.

The room that writes opens a ``Ledger`` before it does, and asks afterwards what is ``due``.
"""

from positions.correcting.ledger import CorrectionNote, Difference, Ledger, NoteNeeded, due

__all__ = ["CorrectionNote", "Difference", "Ledger", "NoteNeeded", "due"]
