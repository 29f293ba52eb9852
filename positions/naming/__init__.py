"""What a name means: the same wherever it is typed, pasted or loaded (decision 32)."""

from positions.naming.family import PersonName, taken_apart
from positions.naming.folding import fold, key
from positions.naming.names import Named, Names, chosen, either, with_initials

__all__ = [
    "Named",
    "Names",
    "PersonName",
    "chosen",
    "either",
    "fold",
    "key",
    "taken_apart",
    "with_initials",
]
