"""The words that the rules of extraction know: verbs of saying, roles, documents, small words."""

_WITH_CAPITALS = (*range(0xC0, 0x530), *range(0x1E00, 0x1F00))  # Latin, Greek, Cyrillic
CAPITALS = "A-Z" + "".join(letter for letter in map(chr, _WITH_CAPITALS) if letter.isupper())
"""The letters with which a name may begin, Š and É among them: for the brackets of a pattern."""


def listed(words: str) -> frozenset[str]:
    """Give the words of a text as a set; so a list of them can be read and changed."""
    return frozenset(words.split())
