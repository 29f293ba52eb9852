"""What readers are told when something they have seen is changed.

The room that writes opens a ``Ledger`` before it does, and settles it after.
"""

from positions.correcting.ledger import Account, Difference, Ledger, NoteNeeded, due

__all__ = ["Account", "Difference", "Ledger", "NoteNeeded", "due"]
