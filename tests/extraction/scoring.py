"""Holds drafts against gold: how many quotations, speakers and dates are found, and are right.

Every measure is of one article; the counts of several are added up, so that each statement weighs
the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.extraction.gold import Article
from tests.extraction.matching import Found, Matching, Pair, direct, reported, silences

APOSTROPHE = str.maketrans("’ʼ", "''")


@dataclass(frozen=True)
class Counts:
    """How many were right, of those that were given and of those that were wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.given + other.given, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0


def direct_quotations(article: Article, drafts: Sequence[Found]) -> Counts:
    """The passages of direct speech: found or not, whoever is said to have spoken them."""
    return _counted(direct(article, drafts), _is_found)


def with_speaker(article: Article, drafts: Sequence[Found]) -> Counts:
    """End to end: a passage counts if it is found and its speaker's name is right."""
    return _counted(direct(article, drafts), speaker_is_right)


def speakers(article: Article, drafts: Sequence[Found]) -> Counts:
    """Of the passages found: recall has blanks for wrong, precision only wrong names."""
    pairs = direct(article, drafts).pairs
    right = sum(map(speaker_is_right, pairs))
    wrong = sum(bool(pair.draft.name) and not speaker_is_right(pair) for pair in pairs)
    return Counts(right, right + wrong, len(pairs))


def speakers_with_organisation(article: Article, drafts: Sequence[Found]) -> Counts:
    """Of the passages found: speaker and organisation are both right."""
    pairs = direct(article, drafts).pairs
    right = sum(speaker_is_right(pair) and organisation_is_right(pair) for pair in pairs)
    return Counts(right, len(pairs), len(pairs))


def right_by_confidence(
    article: Article, drafts: Sequence[Found], least: float, below: float
) -> Counts:
    """Of the drafts of a band of confidence: words, speaker and organisation are all right.

    Counts each quoted passage; what an article leaves to choice counts in neither way.
    """
    found, told = direct(article, drafts), reported(article, drafts)
    pairs = [
        pair
        for pair in [*found.pairs, *told.pairs]
        if pair.draft.kind != "no_reply" and least <= pair.draft.confidence < below
    ]
    wrong = sum(
        least <= each.draft.confidence < below for each in [*found.spurious, *told.spurious]
    )
    right = sum(speaker_is_right(pair) and organisation_is_right(pair) for pair in pairs)
    return Counts(right, len(pairs) + wrong, 0)


def organisations(article: Article, drafts: Sequence[Found]) -> Counts:
    """Of those whose speaker is right: recall has blanks for wrong, precision only wrong names."""
    pairs = [pair for pair in direct(article, drafts).pairs if speaker_is_right(pair)]
    right = sum(map(organisation_is_right, pairs))
    wrong = sum(bool(pair.draft.organisation) and not organisation_is_right(pair) for pair in pairs)
    return Counts(right, right + wrong, len(pairs))


def reported_speech(article: Article, drafts: Sequence[Found]) -> Counts:
    """Mixed and indirect statements: found or not."""
    return _counted(reported(article, drafts), _is_found)


def missing_replies(article: Article, drafts: Sequence[Found]) -> Counts:
    """Asked, and nothing said: found or not."""
    return _counted(silences(article, drafts), _is_found)


def dates(article: Article, drafts: Sequence[Found]) -> Counts:
    """Of everything said that is found: the date is right; a blank one is the article's day."""
    return _dated(article, _said(article, drafts))


def printed_dates(article: Article, drafts: Sequence[Found]) -> Counts:
    """The same, of those alone beside which the article prints a date."""
    return _dated(article, [pair for pair in _said(article, drafts) if pair.statement.date])


def words_per_second(words: int, seconds: float) -> float:
    """How fast it went; the words are those of the text, between blanks."""
    return words / seconds if seconds else 0.0


def speaker_is_right(pair: Pair) -> bool:
    """By any of the speaker's names; whom the article does not name has at most an organisation."""
    speaker = pair.statement.speaker
    unnamed = "" in speaker.names and _is_one_of(pair.draft.name, speaker.organisations)
    return unnamed or _is_one_of(pair.draft.name, speaker.names)


def organisation_is_right(pair: Pair) -> bool:
    """By any of its names; one that speaks for itself need not be its own organisation."""
    speaker = pair.statement.speaker
    itself = speaker.names == speaker.organisations and not pair.draft.organisation
    return itself or _is_one_of(pair.draft.organisation, speaker.organisations)


def _is_found(_: Pair) -> bool:
    return True


def _counted(matching: Matching, right: Callable[[Pair], bool]) -> Counts:
    found = len(matching.pairs)
    return Counts(
        sum(map(right, matching.pairs)),
        found + len(matching.spurious),
        found + len(matching.missed),
    )


def _said(article: Article, drafts: Sequence[Found]) -> list[Pair]:
    return direct(article, drafts).pairs + reported(article, drafts).pairs


def _dated(article: Article, pairs: list[Pair]) -> Counts:
    day = article.published.isoformat()
    right = sum((pair.draft.edtf or day) in pair.statement.edtf for pair in pairs)
    return Counts(right, len(pairs), len(pairs))


def _is_one_of(name: str, names: Sequence[str]) -> bool:
    return _plain(name) in map(_plain, names)


def _plain(name: str) -> str:
    return " ".join(name.translate(APOSTROPHE).casefold().split()).removeprefix("the ")
