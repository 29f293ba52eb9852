"""The quotations of the fixtures: to the letter, with selectors that agree with one another."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from django.conf import settings

from positions.importers.fixture_file import read_fixtures
from positions.quoting import enclosing_marks

CONTEXT = 32  # characters on either side of a selected passage
# The lengths of the two articles, in code points.
ARTICLES = {"venturebeat-2018-06-18": 3205, "the-hill-2019-02-07": 4492}

ENTRIES = read_fixtures(settings.BASE_DIR / "fixtures")
QUOTATIONS = [entry.fields for entry in ENTRIES if entry.label == "positions.quotation"]
IN_WORDS = [quotation for quotation in QUOTATIONS if quotation["kind"] != "paraphrase"]
FROM_ARTICLES = [quotation for quotation in QUOTATIONS if quotation["source"][0] in ARTICLES]
FROM_RECORD = [quotation for quotation in QUOTATIONS if quotation["source"][0] not in ARTICLES]
ARTICLE_WORDS = [quotation for quotation in IN_WORDS if quotation in FROM_ARTICLES]


def name(quotation: dict[str, Any]) -> str:
    return f"{quotation['statement'][0]} {quotation['order']}"


def known_characters(source: str) -> dict[int, set[str]]:
    """What the selectors of a source say stands at each place of its text."""
    places: dict[int, set[str]] = {}

    def lay(start: int, text: str) -> None:
        for place, character in enumerate(text, start):
            places.setdefault(place, set()).add(character)

    for quotation in FROM_ARTICLES:
        if quotation["source"] == [source]:
            lay(quotation["start"] - len(quotation["prefix"]), quotation["prefix"])
            lay(quotation["end"], quotation["suffix"])
            if quotation in IN_WORDS:
                lay(quotation["start"], quotation["exact"])
    return places


@pytest.mark.parametrize("quotation", ARTICLE_WORDS, ids=name)
def test_words_are_as_long_as_their_place(quotation: dict[str, Any]) -> None:
    assert quotation["end"] - quotation["start"] == len(quotation["exact"])


@pytest.mark.parametrize("quotation", ARTICLE_WORDS, ids=name)
def test_words_stand_between_quotation_marks(quotation: dict[str, Any]) -> None:
    assert (quotation["prefix"][-1], quotation["suffix"][0]) in {("“", "”"), ("‘", "’")}
    assert not enclosing_marks(quotation["exact"])


@pytest.mark.parametrize("quotation", FROM_ARTICLES, ids=name)
def test_selectors_have_their_context(quotation: dict[str, Any]) -> None:
    start, end, length = quotation["start"], quotation["end"], ARTICLES[quotation["source"][0]]
    assert 0 <= start < end <= length
    assert len(quotation["prefix"]) == min(CONTEXT, start)
    assert len(quotation["suffix"]) == min(CONTEXT, length - end)


@pytest.mark.parametrize("source", ARTICLES)
def test_selectors_of_a_source_agree(source: str) -> None:
    places = known_characters(source)
    assert {place: found for place, found in places.items() if len(found) > 1} == {}


@pytest.mark.parametrize("quotation", IN_WORDS, ids=name)
def test_verbatim_words_stand_alone_and_fragments_do_not(quotation: dict[str, Any]) -> None:
    words = quotation["exact"]
    # A whole sentence, or a clause of one, begins as a sentence does and ends where it may pause.
    stands_alone = words[0].isupper() and words[-1] in ".," and len(words.split()) > 8
    assert stands_alone == (quotation["kind"] == "verbatim")


@pytest.mark.parametrize(
    "words",
    [
        "the technology does not cause or contribute to",  # what the board is to conclude
        "does nothing to the reduce the inevitability",  # what the threshold does
    ],
)
def test_long_part_of_a_sentence_is_a_fragment(words: str) -> None:
    kinds = [quotation["kind"] for quotation in IN_WORDS if quotation["exact"].startswith(words)]
    assert kinds == ["fragment"]


@pytest.mark.parametrize("quotation", QUOTATIONS, ids=name)
def test_paraphrases_have_no_quotation_marks(quotation: dict[str, Any]) -> None:
    assert quotation["kind"] != "paraphrase" or not set(quotation["exact"]) & set('“”‘’"')


@pytest.mark.parametrize(
    "words",
    [
        "does nothing to the reduce the inevitability",  # a misprint
        "civil society organizations … We are concerned",  # an omission
        "inputs provided by the customer.\N{NO-BREAK SPACE} For example,",  # two spaces
        "surveil\N{NO-BREAK SPACE}people of color",
        "In the two-plus years we’ve been offering",  # a curly apostrophe
        "because of its potential misuse,",  # the comma stands inside the marks
        "undocumented immigrants, and protesters.",
        "protestors",
        "[W]e are also concerned",
        "99% confidence score.",
        "not violate civil rights",
    ],
)
def test_peculiarities_are_kept(words: str) -> None:
    assert sum(words in quotation["exact"] for quotation in IN_WORDS) == 1


@pytest.mark.parametrize("words", ["be responsible", "weak", "hollow", "transparency"])
def test_single_words_are_fragments(words: str) -> None:
    kinds = [quotation["kind"] for quotation in IN_WORDS if quotation["exact"] == words]
    assert kinds == ["fragment"]


def test_only_what_was_read_counts_as_checked() -> None:
    checked = [quotation for quotation in QUOTATIONS if quotation.get("check_result") == "exact"]
    assert checked == ARTICLE_WORDS
    assert all(quotation["checked_at"] for quotation in checked)


def test_words_of_the_record_have_no_place() -> None:
    selector = {"start", "end", "prefix", "suffix", "check_result", "checked_at"}
    assert FROM_RECORD
    assert [quotation for quotation in FROM_RECORD if selector & quotation.keys()] == []


def test_each_source_dates_a_statement_once() -> None:
    dates = Counter(
        (quotation["statement"][0], quotation["source"][0])
        for quotation in QUOTATIONS
        if "date_edtf" in quotation
    )
    pairs = {(quotation["statement"][0], quotation["source"][0]) for quotation in QUOTATIONS}
    assert dates == Counter(pairs)


@pytest.mark.parametrize(("source", "length"), ARTICLES.items())
def test_no_article_can_be_put_together(source: str, length: int) -> None:
    quoted = sum(
        len(quotation["exact"]) for quotation in ARTICLE_WORDS if quotation["source"] == [source]
    )
    assert quoted < 0.4 * length
    assert len(known_characters(source)) < 2 * length / 3


def test_no_field_is_long() -> None:
    long = [
        (str(entry.file), entry.line, field)
        for entry in ENTRIES
        for field, value in entry.fields.items()
        if isinstance(value, str) and len(value) > 700
    ]
    assert long == []


@pytest.mark.parametrize("vague", ["the record", "title is ours"])
def test_knowledge_is_not_laid_to_an_unnamed_record(vague: str) -> None:
    told = [
        (str(entry.file), entry.line)
        for entry in ENTRIES
        for value in entry.fields.values()
        if isinstance(value, str) and re.search(rf"\b{vague}\b", value, re.IGNORECASE)
    ]
    assert told == []
