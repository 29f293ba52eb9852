"""What a gold article holds: its text, and who said which of its words in which form and when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["direct", "mixed", "indirect", "no_reply"]


class Span(NamedTuple):
    """A run of code points of the article's text, the end not included."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Speaker:
    """Whose words they are, as far as the article tells; the first of several names is its best.

    An empty name is that of a speaker whom the article does not name, an empty organisation that
    of one who speaks for none. Who speaks as an organisation has that organisation's names twice.
    """

    names: tuple[str, ...]
    role: str
    organisations: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """One thing said, reported, or not answered."""

    number: int
    kind: Kind
    speaker: Speaker
    passages: tuple[Span, ...]  # without the quotation marks around them
    fragments: tuple[Span, ...]  # of mixed ones: the words inside that are quoted
    mention: Span | None  # what names the speaker: "the minister", "she"
    cue: Span | None
    date: Span | None  # the printed expression
    edtf: tuple[str, ...]  # how it may be understood; without an expression, the article's day
    optional: bool  # neither missed nor wrong: a headline that repeats the text below it


@dataclass(frozen=True)
class Article:
    """A text with everything that is said in it."""

    name: str
    published: dt.date
    field: str
    cases: tuple[str, ...]
    text: str
    statements: tuple[Statement, ...]
