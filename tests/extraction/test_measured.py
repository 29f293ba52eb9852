"""What the extraction reaches on the gold articles, so that no change takes it back unseen."""

from __future__ import annotations

from functools import partial

import pytest

from positions.extraction.draft import SURE
from tests.extraction import acts, score, scoring
from tests.extraction.gold import ACTS, articles

# The least F1: what was reached, with room for one more error.
LEAST: dict[str, dict[score.Measure, float]] = {
    "development": {
        scoring.direct_quotations: 0.99,
        scoring.with_speaker: 0.98,
        scoring.speakers_with_organisation: 0.98,
        scoring.reported_speech: 0.86,
        scoring.dates: 0.96,
        scoring.missing_replies: 0.95,
    },
    "sealed": {
        scoring.direct_quotations: 0.99,
        scoring.with_speaker: 0.91,
        scoring.speakers_with_organisation: 0.82,
        scoring.reported_speech: 0.75,
        scoring.dates: 0.98,
        scoring.missing_replies: 0.90,
    },
}


SURE_RIGHT = {"development": 0.97, "sealed": 0.97}


@pytest.mark.parametrize("part", LEAST)
def test_of_what_is_called_sure_almost_all_is_right(part: str) -> None:
    results = [(article, score.drafts(article)) for article in articles(part)]
    measure = partial(scoring.right_by_confidence, least=SURE, below=2.0)
    counts = score.total(measure, results)
    assert counts.given > 20
    assert counts.precision >= SURE_RIGHT[part]


@pytest.mark.parametrize("part", LEAST)
def test_no_measure_falls_below_what_was_reached(part: str) -> None:
    results = [(article, score.drafts(article)) for article in articles(part)]
    reached = {measure: score.total(measure, results).f1 for measure in LEAST[part]}
    assert {
        measure.__name__: f1 for measure, f1 in reached.items() if f1 < LEAST[part][measure]
    } == {}


# Of the cards, or of the acts: at least, or at most, with room for two more errors.
AT_LEAST = {
    "right but for the date": 0.92,
    "right with the date": 0.89,
    "speaker right": 0.96,
    "organisation right": 0.96,
    "called sure, right": 0.97,
    "acts found": 0.97,
}
AT_MOST = {"noise": 0.03, "acts in pieces": 0.02}


def test_no_share_of_the_cards_falls_below_what_was_reached() -> None:
    shares = sum(map(acts.tally, articles(ACTS)), acts.Tally()).shares()
    assert AT_LEAST.keys() | AT_MOST.keys() == shares.keys()
    assert {name: share for name, share in shares.items() if share < AT_LEAST.get(name, 0)} == {}
    assert {name: share for name, share in shares.items() if share > AT_MOST.get(name, 1)} == {}
