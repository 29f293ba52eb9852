"""Which hits come first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions import search
from positions.choices import Stance
from positions.models import Source, Stakeholder
from positions.search.ranking import NAME, SUMMARY, TITLE, WHOLE, WORDS, score
from tests.factories import (
    AliasFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)


def ranked(*newest: int, q: str) -> list[int]:
    return search.ranked_statements(newest, search.read(q))


@pytest.mark.django_db
def test_title_words_names_and_summary_count_in_this_order() -> None:
    law = PropositionFactory.create(short_label="Zebras", text="Zebras need a licence.")
    where = [
        said(summary="zebra").pk,
        said(on={law: Stance.OPPOSES}).pk,
        said(StakeholderFactory.create(name="Zebra Example")).pk,
        said(words="They are no zebra.").pk,
        said(title="On zebra").pk,
    ]
    summary, on, voice, words, title = where
    assert ranked(*where, q="zebra") == [title, words, voice, on, summary]


@pytest.mark.django_db
def test_a_name_that_was_printed_and_another_name_count_as_names() -> None:
    voice = StakeholderFactory.create()
    AliasFactory.create(stakeholder=voice, name="Zebra")
    aliased, summed = said(voice).pk, said(summary="Zebra").pk
    assert ranked(summed, aliased, q="zebra") == [aliased, summed]


@pytest.mark.django_db
def test_a_whole_word_comes_before_a_beginning_and_the_newer_before_the_older() -> None:
    begins, whole, older = (said(title=title).pk for title in ("Lawful", "A law", "Law"))
    assert ranked(begins, whole, older, q="law") == [whole, older, begins]
    assert ranked(begins, older, whole, q="law") == [older, whole, begins]


@pytest.mark.django_db
def test_all_terms_count_together() -> None:
    one = said(title="Zebra", summary="lion").pk
    both = said(title="Zebra and lion").pk
    assert ranked(one, both, q="zebra lion") == [both, one]


@pytest.mark.django_db
def test_the_nearest_name_comes_first_and_a_name_before_an_alias() -> None:
    called = StakeholderFactory.create(name="Something")
    AliasFactory.create(stakeholder=called, name="Zebra")
    long, begins, exact = (
        StakeholderFactory.create(name=name).pk for name in ("Friends of Zebra", "Zebras", "Zebra")
    )
    query = search.read("zebra")
    rows = search.stakeholders(Stakeholder.objects.all(), query)
    assert search.ranked_by_name(rows, query) == [exact, long, begins, called.pk]


@pytest.mark.django_db
def test_a_document_found_by_its_publisher_comes_last() -> None:
    publisher = StakeholderFactory.create(name="Zebra")
    by = SourceFactory.create(publisher=publisher)
    on = SourceFactory.create(title="A long title on the life of a zebra")
    query = search.read("zebra")
    rows = search.sources(Source.objects.all(), query)
    assert search.ranked_by_name(rows, query) == [on.pk, by.pk]


@pytest.mark.django_db
def test_what_never_wrote_its_words_down_is_ranked_too() -> None:
    [made] = Stakeholder.objects.bulk_create([Stakeholder(kind="company", name="X", slug="x")])
    AliasFactory.create(stakeholder=made, name="Zebra")
    statement = said(made, title="Law").pk
    query = search.read("zebra")
    assert search.ranked_by_name(Stakeholder.objects.all(), query) == [made.pk]
    assert ranked(statement, q="zebra") == [statement]


@given(st.lists(st.sampled_from(["law", "lawful", "zebra"]), min_size=1).map(" ".join))
def test_a_score_is_that_of_the_best_place(text: str) -> None:
    [term] = search.read("law").sought
    folded = f" {text} "
    met = 0 if "law" not in text else WHOLE if " law " in folded else 0
    for weight in (TITLE, WORDS, NAME, SUMMARY):
        expected = weight + met if "law" in text else 0
        assert score([term], [(weight, folded)]) == expected
        assert score([term], [(SUMMARY, folded), (weight, folded)]) == expected
        assert score([term], [(weight, "")]) == 0
