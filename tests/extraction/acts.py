"""Holds cards, one for each act of saying, against gold: right as they stand, noise, in pieces.

A card and an act are of the same words if three fifths of the letters of either lie in the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from positions.extraction import extract, joined
from positions.extraction.draft import SURE, Draft
from tests.extraction import scoring
from tests.extraction.gold import Article, Span
from tests.extraction.matching import Found, Pair

COVERS = 0.6


@dataclass(frozen=True)
class Tally:
    """Cards and acts of one article or of several; `sure` counts cards that are called so."""

    cards: int = 0
    right: int = 0
    dated: int = 0
    noise: int = 0
    matched: int = 0
    speakers: int = 0
    organisations: int = 0
    sure: int = 0
    sure_right: int = 0
    wanted: int = 0
    found: int = 0
    split: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*map(sum, zip(self.counts(), other.counts(), strict=True)))

    def counts(self) -> tuple[int, ...]:
        """Give the counts in the order of the fields."""
        return (
            *(self.cards, self.right, self.dated, self.noise, self.matched, self.speakers),
            *(self.organisations, self.sure, self.sure_right, self.wanted, self.found, self.split),
        )

    def shares(self) -> dict[str, float]:
        """Give what an editor feels, each as a share of the cards, of those matched, or of acts."""
        return {
            "right but for the date": _share(self.right, self.cards),
            "right with the date": _share(self.dated, self.cards),
            "noise": _share(self.noise, self.cards),
            "speaker right": _share(self.speakers, self.matched),
            "organisation right": _share(self.organisations, self.matched),
            "called sure, right": _share(self.sure_right, self.sure),
            "acts found": _share(self.found, self.wanted),
            "acts in pieces": _share(self.split, self.wanted),
        }


def tally(article: Article) -> Tally:
    """Count the cards of an article: what is optional counts neither when found nor when missed."""
    given = [each for each in joined(extract(article.text, article.published.isoformat()))
             if each.likely and each.kind != "no_reply"]  # fmt: skip
    letters = [_letters(article.text, _spans(each)) for each in given]
    acts = [_letters(article.text, each.passages) for each in article.statements]
    found = Tally(wanted=sum(not each.optional for each in article.statements))
    covered: dict[int, int] = {}
    for card, words in zip(given, letters, strict=True):
        of = [at for at, act in enumerate(acts) if _covers(words, act)]
        for at in of:
            covered[at] = covered.get(at, 0) + 1
        wanted = [at for at in of if not article.statements[at].optional]
        found += Tally(cards=1, noise=not of)
        if wanted:
            best = max(wanted, key=lambda at: len(acts[at] & words))
            found += _judged(article, Pair(article.statements[best], _found(card)))
    for at, times in covered.items():
        if not article.statements[at].optional:
            found += Tally(found=1, split=times > 1)
    return found


def _judged(article: Article, pair: Pair) -> Tally:
    speaker = scoring.speaker_is_right(pair)
    organisation = scoring.organisation_is_right(pair)
    right = speaker and organisation
    day = pair.draft.edtf or article.published.isoformat()
    sure = pair.draft.confidence >= SURE
    return Tally(
        right=right,
        dated=right and day in pair.statement.edtf,
        matched=1,
        speakers=speaker,
        organisations=organisation,
        sure=sure,
        sure_right=sure and right,
    )


def _found(card: Draft) -> Found:
    speaker = card.speaker
    name = speaker.name or (speaker.mention.text if speaker.mention else "")
    return Found(
        card.kind, _spans(card), name, speaker.organisation, card.date.edtf, card.confidence
    )


def _spans(card: Draft) -> tuple[Span, ...]:
    return tuple(Span(each.start, each.end) for each in card.passages)


def _letters(text: str, spans: tuple[Span, ...]) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end) if text[at].isalnum())


def _covers(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one and other) and len(one & other) >= COVERS * min(len(one), len(other))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
