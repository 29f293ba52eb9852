"""What a shared link shows: a picture of a statement's words, or of who stands where."""

from positions.formats.picture.card import (
    HEIGHT,
    WIDTH,
    PropositionCard,
    StatementCard,
    proposition_picture,
    statement_picture,
)

__all__ = [
    "HEIGHT",
    "WIDTH",
    "PropositionCard",
    "StatementCard",
    "proposition_picture",
    "statement_picture",
]
