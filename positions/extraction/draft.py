"""What the stages tell of a statement: the draft, its speaker, and by which rules it was found."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Self

CONTEXT = 32
"""How many code points on either side a passage keeps to be found again by."""

SURE = 0.85
"""From this confidence on a draft is sure: `drafts.drafting` says by which rule."""
NOT_SURE = SURE - 0.01
"""The confidence of a draft that has to be looked at, at most."""

Kind = Literal["direct", "mixed", "indirect", "no_reply"]
Modality = Literal["asserted", "negated", "conditional", "asked"]


class _Told(StrEnum):
    """A code with what it tells an editor."""

    meaning: str

    def __new__(cls, code: str, meaning: str = "") -> Self:
        """Make the member of a code; `meaning` is a phrase, without a capital or a full stop."""
        member = str.__new__(cls, code)
        member._value_, member.meaning = code, meaning
        return member


class Pattern(_Told):
    """By which rule words were taken for somebody's."""

    SUBJECT_VERB = "quotation-subject-verb", "quoted words, followed by the speaker and “said”"
    VERB_SUBJECT = "quotation-verb-subject", "quoted words, followed by “said” and the speaker"
    QUOTATION_ACCORDING_TO = "quotation-according-to", "quoted words, followed by “according to”"
    QUOTATION_PARTICIPLE = "quotation-participle", "quoted words, followed by “adding” or the like"
    SPLIT = "split", "quoted words, before and after “said”"
    CUE_BEFORE = "cue-before", "words after “called”, “said” or the like"
    PARTICIPLE = "participle", "words after “saying” or the like"
    ACCORDING_TO = "according-to", "told with “according to”"
    COLON = "colon", "words after a colon"
    BLOCK = "block", "a paragraph of quoted words"
    CONTINUATION = "continuation", "quoted words that go on with those before them"
    FLOATING = "floating", "quoted words without a verb of saying of their own"
    SIGNED = "signed", "quoted words with the speaker's name below"
    QUOTED_DOCUMENT = "quoted-document", "words quoted from a document"
    UNATTRIBUTED = "unattributed", "quoted words that the text gives to nobody"
    TRANSCRIPT = "transcript", "the speaker's turn in a transcript"
    LETTER = "letter", "a letter with the writer's name below"
    STATEMENT = "statement", "a statement with its maker's name above"
    THAT_CLAUSE = "that-clause", "told with “that”"
    ZERO_THAT = "zero-that", "told, without “that”"
    TRAILING = "trailing", "told, with the speaker at the end"
    STANCE = "stance", "a verb that takes a side"
    NO_REPLY = "no-reply", "said not to have replied"


class How(_Told):
    """By which rule a mention was understood."""

    NAME = "name", "named"
    SURNAME = "surname", "named by the surname"
    MISPRINT = "misprint", "understood from a name printed otherwise"
    ACRONYM = "acronym", "named by its initials"
    APPOSITION = "apposition", "named beside a description"
    PRONOUN = "pronoun", "understood from a pronoun"
    ROLE = "role", "understood from an office"
    DOCUMENT = "document", "a document, which speaks for whoever issued it"
    HEAD_NOUN = "head noun", "described, not named"
    UNNAMED = "unnamed", "not named, so that the organisation speaks"
    CONTINUATION = "continuation", "whoever spoke just before"
    FLOATING = "floating", "whoever spoke in the paragraph before"
    ANSWERING = "answering", "whoever the text mainly told of before the interview"
    UNKNOWN = "unknown", "not understood"


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
    `how` says by what rule the mention was understood.
    """

    mention: Words | None
    name: str
    how: How
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
    pattern: Pattern
    confidence: float
    warnings: tuple[str, ...]
    act: int = 0
    """The number of the first draft of the same act of saying; its own where it is alone."""
    likely: bool = True
    """Whether an editor is likely to want it; the others are shown only when asked for."""
    names_speaker: bool = False
    """Whether the name of who speaks is sure, though all of the draft may not be."""
    names_body: bool = False
    """Whether the body for which they speak is sure, too."""


def passage(source: str, start: int, end: int) -> Passage:
    """Select the words at `source[start:end]`."""
    return Passage(
        start,
        end,
        source[start:end],
        source[max(0, start - CONTEXT) : start],
        source[end : end + CONTEXT],
    )
