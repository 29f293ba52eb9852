"""The gold articles are sound: marks, names and dates agree with the text, no case is missing."""

import datetime as dt
import re
from collections import Counter
from itertools import chain

import pytest

from positions.dates import parse as edtf
from tests.extraction.gold import PARTS, Article, articles

GOLD = {part: articles(part) for part in PARTS}
EVERY = list(chain.from_iterable(GOLD.values()))
FIELDS = {"data protection", "energy", "farming", "housing", "transport", "water"}
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
CASES = {
    "and-adding",
    "apostrophe-at-word-end",
    "asked-if",
    "boilerplate",
    "brackets-and-ellipses",
    "british-single",
    "closing-as-opening",
    "date-in-quotation",
    "declined",
    "double-apostrophes",
    "finding",
    "floating-paragraph",
    "guillemets",
    "head-noun",
    "headline-name",
    "headline-quotation",
    "initials",
    "misprint",
    "nested",
    "noun-like-verb",
    "odd-marks",
    "quoted-document",
    "said-to-be",
    "scare-quotes",
    "shared-surname",
    "spaces-and-emoji",
    "three-paragraphs",
    "title",
    "told-reporters-colon",
    "transcript",
    "two-speakers",
    "two-women",
    "verb-without-speech",
    "was-told",
    "who-said-added",
    "would-not-say",
}

each_article = pytest.mark.parametrize("article", EVERY, ids=lambda article: article.name)


def test_there_are_sixty_articles_and_five_hundred_statements() -> None:
    assert len(EVERY) >= 60
    assert sum(len(article.statements) for article in EVERY) >= 500
    assert {article.field for article in EVERY} == FIELDS


def test_two_thirds_are_for_development() -> None:
    assert len(GOLD["development"]) / len(EVERY) == pytest.approx(2 / 3, abs=0.02)


def test_no_article_is_there_twice() -> None:
    assert len({article.name for article in EVERY}) == len(EVERY)
    assert len({article.text for article in EVERY}) == len(EVERY)


@pytest.mark.parametrize("part", PARTS)
def test_every_case_is_in_both_parts(part: str) -> None:
    assert set(chain.from_iterable(article.cases for article in GOLD[part])) == CASES


def test_every_kind_of_statement_is_common() -> None:
    kinds = Counter(each.kind for article in EVERY for each in article.statements)
    assert min(kinds.values()) >= 25
    assert set(kinds) == {"direct", "mixed", "indirect", "no_reply"}


@each_article
def test_an_article_is_as_long_as_a_news_story(article: Article) -> None:
    assert 150 <= len(article.text.split()) <= 450


@each_article
def test_no_mark_is_left_in_the_text(article: Article) -> None:
    assert not re.search(r"\{\d|[|␣]\S*\}|␣", article.text)


@each_article
def test_every_statement_has_words(article: Article) -> None:
    for each in article.statements:
        assert each.passages, each.number
        for span in (*each.passages, *each.fragments):
            assert span.of(article.text) == span.of(article.text).strip() != "", each.number


@each_article
def test_fragments_are_inside_mixed_statements(article: Article) -> None:
    for each in article.statements:
        assert bool(each.fragments) == (each.kind == "mixed"), each.number
        for fragment in each.fragments:
            assert any(
                passage.start <= fragment.start and fragment.end <= passage.end
                for passage in each.passages
            ), each.number


@each_article
def test_quoted_words_follow_a_quotation_mark_or_a_name(article: Article) -> None:
    for each in article.statements:
        quoted = each.passages if each.kind == "direct" else each.fragments
        for span in quoted:
            before = article.text[: span.start]
            turn = "transcript" in article.cases and re.search(r"[A-Z]{2}: $", before)
            assert turn or before.endswith(tuple("\"'“”‘«")), each.number


@each_article
def test_every_speaker_is_known_from_the_article(article: Article) -> None:
    text = article.text.casefold()
    for each in article.statements:
        known = (*each.speaker.names[:1], *each.speaker.organisations[:1])
        assert [name for name in known if name.casefold() not in text] == []


@each_article
def test_every_date_can_be_read(article: Article) -> None:
    for each in article.statements:
        for date in each.edtf:
            edtf(date)


@each_article
def test_a_printed_weekday_is_that_of_its_date(article: Article) -> None:
    for each in article.statements:
        printed = each.date.of(article.text).casefold() if each.date else ""
        for number, weekday in enumerate(WEEKDAYS):
            if weekday in printed:
                day = dt.date.fromisoformat(each.edtf[0])
                assert day.weekday() == number, each.number
                assert dt.timedelta() <= article.published - day < dt.timedelta(days=8)
