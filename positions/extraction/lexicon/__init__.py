"""The words that the rules of extraction know: verbs of saying, roles, documents, small words."""


def listed(words: str) -> frozenset[str]:
    """Give the words of a text as a set; so a list of them can be read and changed."""
    return frozenset(words.split())
