"""What a name means: names folded, so that each is found however it is written."""

from positions.naming.folding import fold

__all__ = ["fold"]
