"""What the extraction proposes: drafts of statements, each with where it stands in the text."""

from dataclasses import dataclass
from typing import Literal

CONTEXT = 32
"""How many code points on either side a passage keeps to be found again by."""

Kind = Literal["direct", "mixed", "indirect", "no_reply"]
Modality = Literal["asserted", "negated", "conditional", "asked"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the source, by position and by what stands around them (W3C selectors).

    `start` and `end` count code points of the source text; `source_text[start:end] == exact`.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the source and where they stand."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class CueWords:
    """The words that say that something was said, with the verb's base form."""

    start: int
    end: int
    text: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the speaker; the scores of one draft are comparable, no more."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: as mentioned there, and as understood.

    `name` is "" for somebody whom the text does not name or whom nothing tells for certain;
    `how` says by what rule the mention was understood ("unknown" when it was not).
    """

    mention: Words | None
    name: str
    how: str
    candidates: tuple[Candidate, ...]
    role: str
    organisation: str


@dataclass(frozen=True, slots=True)
class When:
    """When it was said: the expression as printed, its EDTF, and where that comes from.

    An expression without EDTF does not say which time it means, and is to be asked about.
    """

    text: str
    edtf: str
    basis: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One statement as the text gives it, for an editor to accept, correct or reject.

    The passages of a direct or mixed draft are quoted words without their marks; those of an
    indirect one or of a missing reply are the text's own.
    """

    kind: Kind
    passages: tuple[Passage, ...]
    speaker: Speaker
    cue: CueWords | None
    channel: str
    date: When
    modality: Modality
    pattern: str
    confidence: float
    warnings: tuple[str, ...]
    act: int = 0
    """The number of the first draft of the same act of saying; its own where it is alone."""
    likely: bool = True
    """Whether an editor is likely to want it; the others are shown only when asked for."""


def passage(source: str, start: int, end: int) -> Passage:
    """Select the words at `source[start:end]`."""
    return Passage(
        start,
        end,
        source[start:end],
        source[max(0, start - CONTEXT) : start],
        source[end : end + CONTEXT],
    )
