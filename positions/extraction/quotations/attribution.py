"""What stages 5 and 6 hand on: words of the text, and where their speaker stands."""

from dataclasses import dataclass, field

from positions.extraction.draft import Kind, Pattern
from positions.extraction.phrases.nouns import Noun
from positions.extraction.quotations.cue import Cue
from positions.extraction.text.outline import Sentence

HEADING = "in a heading"
"""The warning of words that a heading gives."""


@dataclass(slots=True)
class Attribution:
    """Words, the cue that gives them, and the phrase that names who said them.

    `noun` counts tokens of `sentence`. `same` is the attribution whose speaker this one takes,
    where no phrase of its own says who it was.
    """

    kind: Kind
    spans: list[tuple[int, int]]
    pattern: Pattern
    sentence: Sentence
    cue: Cue | None = None
    noun: Noun | None = None
    same: "Attribution | None" = None
    warnings: list[str] = field(default_factory=list)
    optional: bool = False
    """Quoted words without any cue: dropped unless something tells whose they are."""
    aside: bool = False
    """Told in a clause about somebody of whom the sentence says something else (N, who …, said)."""
