"""What stands around words and is not part of them: quotation marks, a reporter's comma."""

import re

# An opening mark and the marks that may close it; the loose ones are what people type.
_PAIRS = {
    "“": '”“"',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    '"': '"”',
    "«": "»",
    "»": "«",
    "‘": "’'",
    "‚": "‘’'",
    "‛": "’",
    "'": "'’",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
}
_TYPED_TWICE = {"''": '"', "``": '"', "‘‘": "“", "’’": "”"}


# A comma at the end, with whatever blanks and commas stand beside it.
_CLOSING_COMMA = re.compile(r"(?<=[^\s,])[\s,]*,\s*\Z")


def without_closing_comma(words: str) -> str:
    """The words as they are shown: without a comma at their end, which is the reporter's.

    “We have had no report,” she said: the comma goes on with the reporter's sentence. Any other
    stop may be the speaker's and stays, and so does everything before the end.
    """
    return _CLOSING_COMMA.sub("", words)


_OPENINGS = "[(‘“'\""  # what may stand before the first word of a sentence


def begins_a_sentence(words: str) -> bool:
    """Whether words can stand alone as they begin: a piece of a sentence begins small."""
    return not words.lstrip(_OPENINGS)[:1].islower()


def strip_marks(text: str) -> str:
    """Take off one pair of quotation marks around `text`, and the blanks beside them.

    Text that no pair encloses comes back unchanged; `“A” and “B”` is such a text.
    """
    width = _width_of_marks(text.strip())
    return text.strip()[width:-width].strip() if width else text


def enclosing_marks(text: str) -> bool:
    """Say whether one pair of quotation marks encloses the whole of `text`."""
    return _width_of_marks(text.strip()) > 0


def _width_of_marks(text: str) -> int:
    """Give the length of the mark on either side, 0 when no one pair encloses the text."""
    for width in (2, 1):
        opening, closing, inner = text[:width], text[-width:], text[width:-width]
        if width == 2:
            opening = _TYPED_TWICE.get(opening, "")
            closing = _TYPED_TWICE.get(closing, "")
            for twice, mark in _TYPED_TWICE.items():
                inner = inner.replace(twice, mark)
        closes = bool(opening and closing) and closing in _PAIRS.get(opening, "")
        if closes and inner.strip() and not _reopens(inner, opening, closing):
            return width
    return 0


def _reopens(inner: str, opening: str, closing: str) -> bool:
    """Say whether the pair closes inside and another opens: two quotations, not one."""
    depth = 1
    for at, character in enumerate(inner):
        if character not in (opening, closing):
            continue
        before, after = inner[at - 1 : at] or " ", inner[at + 1 : at + 2]
        if before.isalnum() and after.isalnum():
            continue  # an apostrophe
        if opening == closing:
            opens = before.isspace() or before in "([{-–—"
        else:
            opens = character == opening
        if opens and depth <= 0:
            return True
        depth += 1 if opens else -1
    return False
