"""Whole numbers as requests write them: digits, and no more of them than a database counts."""

from __future__ import annotations

# Databases number rows in 64 bits, signed.
LARGEST = 2**63 - 1


def whole_number(text: str, most: int = LARGEST) -> int | None:
    """The number that the digits 0 to 9 write, at most ``most``; None for any other text.

    ``int`` alone takes signs, blanks, underscores and the digits of every script, and raises
    ValueError on thousands of them; a database raises OverflowError on more than ``LARGEST``.
    """
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(LARGEST)):
        return None
    number = int(text)
    return number if number <= most else None


def key_of(text: str) -> int:
    """The key of a row that is written so; 0, which no row has, for any other text."""
    return whole_number(text) or 0
