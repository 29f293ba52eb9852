"""What readers are told when something they have seen is changed.

Every door by which published statements are changed opens a ``Ledger`` before it writes and settles
it after, in the transaction of the write.
"""

from positions.correcting.ledger import Account, Ledger, NoteNeeded

__all__ = ["Account", "Ledger", "NoteNeeded"]
