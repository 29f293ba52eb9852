"""Each measure, on an article so short that its figures can be counted by hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tests.extraction import scoring
from tests.extraction.gold import Article, Span, parse
from tests.extraction.matching import Found, overlap
from tests.extraction.score import BANDS, faults, table
from tests.extraction.scoring import Counts

ARTICLE = parse(
    "weir",
    """published: 2024-05-14
field: water
=====
“{1|We were never asked,}” said Mara Vell of the Tarn Anglers. “{1|Not once.}”

{2s|Tarn Water} said {2d|on Monday} {2|it was “{2q|listening to the river}”}.

An aide said {3|the river was high}.

The ministry {4|declined to comment}. “{5|Never asked at all,}” said a headline.
=====
vell: Mara Vell | director | Tarn Anglers / the TA
water: Tarn Water | | =
aide: ? | aide | Tarn Water
ministry: ministry | | =
1 direct vell
2 mixed water 2024-05-13
3 indirect aide
4 no_reply ministry
5 direct vell optional
""",
)


def draft(kind: str, *words: str, name: str = "", organisation: str = "", edtf: str = "") -> Found:
    starts = [ARTICLE.text.index(each) for each in words]
    spans = [Span(start, start + len(each)) for start, each in zip(starts, words, strict=True)]
    return Found(kind, tuple(spans), name, organisation, edtf)


ASKED = draft("direct", "We were never asked,", name="Mara Vell", organisation="Tarn Anglers")
ONCE = draft("direct", "Not once.", name="Mara Vell", organisation="TA")
LISTENING = draft("mixed", "listening to the river", name="Tarn Water", edtf="2024-05-13")
HIGH = draft("indirect", "the river was high")
SILENT = draft("no_reply", "comment")
ALL = [ASKED, ONCE, LISTENING, HIGH, SILENT]

MEASURES = [
    scoring.direct_quotations,
    scoring.with_speaker,
    scoring.speakers,
    scoring.speakers_with_organisation,
    scoring.organisations,
    scoring.dates,
    scoring.printed_dates,
    scoring.reported_speech,
    scoring.missing_replies,
]


@pytest.mark.parametrize("measure", MEASURES)
def test_a_perfect_draft_has_an_f1_of_one(
    measure: Callable[[Article, Sequence[Found]], Counts],
) -> None:
    assert measure(ARTICLE, ALL).f1 == 1


@pytest.mark.parametrize("measure", MEASURES)
def test_nothing_found_is_no_failure_to_count(
    measure: Callable[[Article, Sequence[Found]], Counts],
) -> None:
    assert measure(ARTICLE, []).f1 == 0


def test_rates_are_of_what_was_given_and_of_what_was_wanted() -> None:
    counts = Counts(right=2, given=4, wanted=5) + Counts(right=1, given=2, wanted=3)
    assert counts == Counts(3, 6, 8)
    assert (counts.precision, counts.recall) == (0.5, 0.375)
    assert counts.f1 == pytest.approx(2 * 0.5 * 0.375 / (0.5 + 0.375))


def test_overlap_is_of_letters_and_digits_alone() -> None:
    text = "“We were, never — asked!”"
    assert overlap(text, (Span(0, 25),), (Span(1, 23),)) == 1
    assert overlap(text, (Span(1, 8),), (Span(1, 23),)) == pytest.approx(6 / 16)
    assert overlap(text, (Span(1, 3),), (Span(4, 8),)) == 0


def test_passages_count_however_they_are_grouped() -> None:
    together = Found("direct", ASKED.passages + ONCE.passages, "Mara Vell")
    assert scoring.direct_quotations(ARTICLE, [together]) == Counts(2, 2, 2)


def test_four_fifths_of_the_longer_are_the_same_words() -> None:
    most = draft("direct", "We were never aske")
    half = draft("direct", "We were ")
    assert scoring.direct_quotations(ARTICLE, [most]) == Counts(1, 1, 2)
    assert scoring.direct_quotations(ARTICLE, [half]) == Counts(0, 1, 2)


def test_the_same_words_drafted_twice_are_spurious_once() -> None:
    assert scoring.direct_quotations(ARTICLE, [ASKED, ASKED]) == Counts(1, 2, 2)


def test_whole_or_fragment_is_a_matter_of_degree() -> None:
    fragment = Found("direct", LISTENING.passages)
    whole = Found("mixed", ASKED.passages)
    assert scoring.direct_quotations(ARTICLE, [fragment, whole]) == Counts(1, 1, 2)
    assert scoring.reported_speech(ARTICLE, [fragment, whole]) == Counts(1, 1, 2)


def test_what_is_optional_is_neither_missed_nor_spurious() -> None:
    headline = draft("direct", "Never asked at all,")
    assert scoring.direct_quotations(ARTICLE, [headline]) == Counts(0, 0, 2)


def test_a_passage_of_another_counts_without_its_speaker() -> None:
    other = Found("direct", ASKED.passages, "Tarn Water")
    assert scoring.direct_quotations(ARTICLE, [other, ONCE]) == Counts(2, 2, 2)
    assert scoring.with_speaker(ARTICLE, [other, ONCE]) == Counts(1, 2, 2)


def test_a_blank_name_is_not_found_and_a_wrong_one_is_wrong() -> None:
    blank = Found("direct", ASKED.passages)
    wrong = Found("direct", ASKED.passages, "Vell Mara")
    assert scoring.speakers(ARTICLE, [blank, ONCE]) == Counts(1, 1, 2)
    assert scoring.speakers(ARTICLE, [wrong, ONCE]) == Counts(1, 2, 2)


def test_a_speaker_is_right_only_with_the_organisation() -> None:
    alone = Found("direct", ASKED.passages, "mara vell")
    assert scoring.speakers_with_organisation(ARTICLE, [alone, ONCE]) == Counts(1, 2, 2)


def test_a_mixed_statement_is_found_by_its_clause_too() -> None:
    clause = draft("mixed", "it was “listening to the river”")
    assert scoring.reported_speech(ARTICLE, [clause]) == Counts(1, 1, 2)


def test_a_report_that_nobody_made_is_spurious() -> None:
    nothing = draft("indirect", "said a headline")
    assert scoring.reported_speech(ARTICLE, [HIGH, nothing]) == Counts(1, 2, 2)


def test_a_reply_that_was_not_missing_is_spurious() -> None:
    assert scoring.missing_replies(ARTICLE, [SILENT, draft("no_reply", "at all")]).precision == 0.5


def test_a_blank_date_is_the_day_of_the_article() -> None:
    undated = Found("mixed", LISTENING.passages)
    assert scoring.dates(ARTICLE, [HIGH, undated]) == Counts(1, 2, 2)
    assert scoring.printed_dates(ARTICLE, [HIGH, undated]) == Counts(0, 1, 1)


def test_speed_is_words_by_seconds() -> None:
    assert scoring.words_per_second(300, 1.5) == 200
    assert scoring.words_per_second(300, 0) == 0


def test_the_table_has_a_line_for_each_measure() -> None:
    lines = list(table("development", [(ARTICLE, ALL)], 1234.5))
    assert len(lines) == len(MEASURES) + 2 + len(BANDS)
    assert lines[len(MEASURES) + 1].split() == ["words", "per", "second", "1,234"]


def test_what_is_sure_is_counted_with_its_words_speaker_and_organisation() -> None:
    sure = replace(ASKED, confidence=0.9)
    wrong = replace(draft("direct", "on Monday"), confidence=0.9)
    unsure = replace(draft("direct", "on Monday"), confidence=0.5)
    counts = scoring.right_by_confidence(ARTICLE, [sure, wrong, unsure], least=0.85, below=2.0)
    assert (counts.right, counts.given) == (len(ASKED.passages), len(ASKED.passages) + 1)


def test_faults_are_told_with_the_words() -> None:
    wrong = Found("direct", ASKED.passages, "Tarn Water")
    spurious = draft("direct", "on Monday")
    assert [line.strip() for line in faults(ARTICLE, [wrong, spurious])] == [
        "missed    Not once.",
        "spurious  on Monday",
        "speaker   Tarn Water, not Mara Vell: We were never asked,",
    ]
