"""The fixtures' content: the words, the cast, and the positions that follow."""
