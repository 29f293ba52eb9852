"""Letters as they are typed without accents: ł as l, ß as ss, and no ʻokina (pure)."""

from __future__ import annotations

from unicodedata import category, normalize

# Letters that are more than another letter with an accent, as they are written without them.
BEYOND_ACCENTS = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ŋ": "n",
    "ĸ": "k",
    "ƒ": "f",
}
# Marks within words that are often left out: “Hawaiʻi”, “People’s”.
APOSTROPHES = "'’‘ʼʻʹʾʿ"


class _Letters(dict[int, str]):
    """What each character is without case and accents, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        bare = normalize("NFKD", normalize("NFKD", chr(code)).casefold())
        self[code] = "".join(
            BEYOND_ACCENTS.get(each, each)
            for each in bare
            if not category(each).startswith(("M", "Cf")) and each not in APOSTROPHES
        )
        return self[code]


_LETTERS = _Letters()


def plain(text: str) -> str:
    """The text without case, accents and apostrophes; all else as it is. Linear in its length."""
    return text.translate(_LETTERS)
