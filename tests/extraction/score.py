"""Prints how well the extraction does: `python -m tests.extraction.score [PART …]`.

The parts are development and sealed, by single quotations, and acts, by the cards of the desk.
Without a part, all are measured. Of the development part the worst articles are listed too, each
with what is wrong in it; of the sealed part nothing but its figures.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from positions.extraction import extract
from positions.extraction.draft import SURE
from tests.extraction import acts, matching, scoring
from tests.extraction.gold import ACTS, PARTS, Article, Span, articles
from tests.extraction.matching import Found
from tests.extraction.scoring import Counts

WORST = 10  # articles listed
ROUNDS = 3  # the quickest counts
SHOWN = 60  # characters of a passage

BANDS = (
    ("called sure, right", SURE, 2.0),
    ("likely, right", 0.7, SURE),
    ("to be checked, right", 0.0, 0.7),
)

Measure = Callable[[Article, Sequence[Found]], Counts]
Results = list[tuple[Article, list[Found]]]

ROWS: tuple[tuple[str, Measure], ...] = (
    ("direct quotations", scoring.direct_quotations),
    ("… with speaker", scoring.with_speaker),
    ("speaker, if found", scoring.speakers),
    ("… with organisation", scoring.speakers_with_organisation),
    ("organisation, if speaker right", scoring.organisations),
    ("date, if found", scoring.dates),
    ("… if printed", scoring.printed_dates),
    ("mixed and indirect", scoring.reported_speech),
    ("no reply", scoring.missing_replies),
)


def main(parts: Sequence[str]) -> None:
    """Extract, measure, print."""
    for part in parts:
        if part == ACTS:
            sys.stdout.write("\n".join(cards(articles(ACTS))) + "\n\n")
            continue
        gold = articles(part)
        results = [(article, drafts(article)) for article in gold]
        sys.stdout.write("\n".join(table(part, results, pace(gold))) + "\n\n")
        if part == "development":
            sys.stdout.write("\n".join(worst(results)) + "\n\n")


def cards(gold: Sequence[Article]) -> Iterator[str]:
    """A line for each share of the cards that an editor feels."""
    counted = sum(map(acts.tally, gold), acts.Tally())
    yield f"{ACTS}, {len(gold)} articles, {counted.cards} cards"
    for name, share in counted.shares().items():
        yield f"  {name:30}{share:9.3f}"


def drafts(article: Article) -> list[Found]:
    """What the package finds in an article, reduced to what is measured."""
    return [
        Found(
            kind=draft.kind,
            passages=tuple(Span(each.start, each.end) for each in draft.passages),
            name=draft.speaker.name,
            organisation=draft.speaker.organisation,
            edtf=draft.date.edtf,
            confidence=draft.confidence,
        )
        for draft in extract(article.text, article.published.isoformat())
    ]


def pace(gold: Sequence[Article]) -> float:
    """Words of these articles per second of processor time; other work does not slow it."""
    took = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for article in gold:
            list(extract(article.text, article.published.isoformat()))
        took.append(time.process_time() - began)
    return scoring.words_per_second(sum(len(each.text.split()) for each in gold), min(took))


def table(part: str, results: Results, words_per_second: float) -> Iterator[str]:
    """A line for each measure."""
    yield f"{part}, {len(results)} articles{'':8}precision  recall     F1   counted"
    for name, measure in ROWS:
        counts = total(measure, results)
        yield (
            f"  {name:30}{counts.precision:9.3f}{counts.recall:8.3f}{counts.f1:7.3f}"
            f"{counts.wanted:10}"
        )
    yield f"  {'words per second':30}{words_per_second:24,.0f}"
    yield from calibration(results)


def calibration(results: Results) -> Iterator[str]:
    """Of the drafts of each band of confidence, the share that is right as it stands."""
    for name, least, below in BANDS:
        counts = total(partial(scoring.right_by_confidence, least=least, below=below), results)
        yield f"  {name:30}{counts.precision:9.3f}{counts.given:25}"


def total(measure: Measure, results: Results) -> Counts:
    """One measure of all articles together."""
    return sum((measure(article, found) for article, found in results), Counts())


def worst(results: Results) -> Iterator[str]:
    """The articles with the lowest F1 of quotations with speaker, and what is wrong in them."""
    scored = [(scoring.with_speaker(*each).f1, each) for each in results]
    scored.sort(key=lambda one: (one[0], one[1][0].name))
    for f1, (article, found) in scored[:WORST]:
        yield f"{article.name} ({', '.join(article.cases)}): {f1:.3f}"
        yield from faults(article, found)


def faults(article: Article, found: Sequence[Found]) -> Iterator[str]:
    """What is missed, spurious, or said to be another's, among the direct quotations."""
    matched = matching.direct(article, found)
    for wanted in matched.missed:
        yield f"  missed    {_shown(article, wanted.readings[0])}"
    for given in matched.spurious:
        yield f"  spurious  {_shown(article, given.passages)}"
    for statement, draft in matched.pairs:
        if not scoring.speaker_is_right(matching.Pair(statement, draft)):
            right = statement.speaker.names[0] or "unnamed"
            said = f"{draft.name or 'blank'}, not {right}"
            yield f"  speaker   {said}: {_shown(article, draft.passages)}"


def _shown(article: Article, passages: Sequence[Span]) -> str:
    words = passages[0].of(article.text)
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"


if __name__ == "__main__":
    known = (*PARTS, ACTS)
    if unknown := set(sys.argv[1:]) - set(known):
        sys.exit(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    main(sys.argv[1:] or known)
