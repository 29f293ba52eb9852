"""Invented texts, and strategies for the texts and quotations that people paste."""

import re
from typing import NamedTuple

from hypothesis import strategies as st

ARTICLE = """Board of Exampleton hears from two sides


“While the scheme may be intended to help some drivers, we are deeply concerned it may ultimately \
harm walkers,” the Walkers’ League wrote. “We are concerned the scheme would be used to fine \
people of small means, visitors, and village clubs … We are concerned fines may be extended to \
foreign towns, including lawless regimes.”

“The scheme is a way to count cars.  For example, if a driver passes twice, it does nothing to \
the reduce the number of passes,” a spokesperson said, and asked all to “be responsible.”

The League called the plan “weak” and “hollow” – its two-plus years of counting a weakness – and \
said that it was troubled by the effects on shopkeepers, visitors, and protesters.”
"""

# What people paste: words, and all the typography that differs between two prints of them.
PIECES = st.sampled_from(
    [
        *("we", "are", "concerned", "The", "a", "[W]e", "a&b", "x,y", "1990", "5", "İ"),
        *("fly", "ﬂight", "oﬃce", "café", "cafe\u0301", "нет", "東京", "👩‍🚒", "\u0301"),
        *("-", "–", " — ", "--", "…", "...", " . . . ", "[…]", "..", ".", ","),
        *("“", "”", "‘", "’", "'", '"', "''", "« ", "\u00a0»"),
        *(" ", "  ", "\u00a0", "\u00ad", "\u200b", "\n", "\n\n", "\t", "\r\n"),
    ]
)
PASTED = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


class Part(NamedTuple):
    """A text and a range of it that is not blank."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


@st.composite
def parts(draw: st.DrawFn) -> Part:
    """A part of a pasted text that holds a letter or digit."""
    text = draw(PASTED.filter(lambda text: any(map(str.isalnum, text))))
    start = draw(st.integers(0, len(text) - 1))
    part = Part(text, start, draw(st.integers(start + 1, len(text))))
    return part if any(map(str.isalnum, part.words)) else Part(text, 0, len(text))


@st.composite
def whole_parts(draw: st.DrawFn) -> Part:
    """A part of a pasted text that holds a letter or digit, from one blank to another."""
    part = draw(parts())
    start, end = part.start, part.end
    while start and not part.text[start - 1].isspace():
        start -= 1
    while end < len(part.text) and not part.text[end].isspace():
        end += 1
    return Part(part.text, start, end)


@st.composite
def printed_parts(draw: st.DrawFn) -> Part:
    """A text in a printer's typography, and a range of whole words of it."""
    word = st.sampled_from(
        ["we", "find", "flight", "office", "café", "comma", "League’s", "1990–2"]
    )
    between = st.sampled_from([" ", " – ", "—", " … ", ", ", ". “", "” ", " ‘", "’ ", "  ", "\n\n"])
    words = draw(st.lists(st.tuples(word, between), min_size=1))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    before = "".join(map("".join, words[:first]))
    inside = "".join(map("".join, words[first:last])) + words[last][0]
    return Part("".join(map("".join, words)), len(before), len(before) + len(inside))


@st.composite
def word_ranges(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text of like words, and a range of at least two of them (by index)."""
    word = st.integers(0, 300).map(lambda number: f"{number}fines")
    words = draw(st.lists(word, min_size=2, max_size=30, unique=True))
    first = draw(st.integers(0, len(words) - 2))
    return " ".join(words), first, draw(st.integers(first + 2, len(words)))


def mangle(words: str) -> str:
    """Print words with another typography: straight marks, hard spaces, dots, line breaks."""
    plain = re.sub("[“”]", '"', re.sub("[‘’]", "'", words))
    plain = plain.replace("…", "...").replace("–", "--").replace("fi", "ﬁ")
    return plain.replace(" ", "\u00a0\n").replace("mm", "m\u00adm").replace("é", "e\u0301")
