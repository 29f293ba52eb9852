"""Likely duplicates among what is stored."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from positions.choices import QuotationKind
from positions.merging import duplicates
from positions.merging.likeness import Likeness
from positions.models import ToldApart
from tests.factories import (
    AliasFactory,
    CaptureFactory,
    PersonFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)

pytestmark = pytest.mark.django_db
WORDS = "We ask that this be read."


def pairs(found: list[Likeness]) -> list[tuple[int, int]]:
    return [each.pair for each in found]


def test_stakeholders_are_compared_by_all_their_names() -> None:
    one = StakeholderFactory.create(name="Union of Example Workers", abbreviation="UEW")
    other = StakeholderFactory.create(name="Something else")
    assert duplicates.stakeholders() == []
    AliasFactory.create(stakeholder=other, name="Union of Example Werkers")
    assert pairs(duplicates.stakeholders()) == [(one.pk, other.pk)]


def test_a_person_is_not_like_an_organisation() -> None:
    StakeholderFactory.create(name="Jane Example")
    PersonFactory.create(name="Jane Example")
    assert duplicates.stakeholders() == []


def test_what_was_told_apart_is_not_shown_again() -> None:
    one, other = StakeholderFactory.create_batch(2, name="Example Watch")
    assert pairs(duplicates.stakeholders()) == [(one.pk, other.pk)]
    ToldApart.objects.create(noun="source", one_id=one.pk, other_id=other.pk)
    assert duplicates.stakeholders() != []
    ToldApart.objects.create(noun="stakeholder", one_id=one.pk, other_id=other.pk)
    assert duplicates.stakeholders() == []


def test_sources_of_like_titles_need_one_time_or_one_publisher() -> None:
    outlet = StakeholderFactory.create()
    title = "Example Works answers its critics"
    first = SourceFactory.create(title=title, date_edtf="2018-06-18", publisher=outlet)
    near = SourceFactory.create(title=f"{title}.", date_edtf="2018-06-20")
    SourceFactory.create(title=title, date_edtf="2014-01-01")
    later = SourceFactory.create(title=title, date_edtf="2022-01-01", publisher=outlet)
    assert pairs(duplicates.sources()) == [(first.pk, near.pk), (first.pk, later.pk)]


def test_sources_of_the_same_text_are_found_whatever_they_are_called() -> None:
    one, other = (CaptureFactory.create(text="The same text.").source for _ in range(2))
    found = duplicates.sources()
    assert pairs(found) == [(one.pk, other.pk)]
    assert found[0].why == "The very same text is kept of both"


def test_statements_with_the_same_words_of_one_party_at_one_time_are_found() -> None:
    party = StakeholderFactory.create()
    one = said(party, words=WORDS, date_edtf="2018-06-01")
    other = said(party, words=f"“{WORDS.upper()}", date_edtf="2018-06", state="draft")
    said(StakeholderFactory.create(), words=WORDS, date_edtf="2018-06-01")
    said(party, words=WORDS, date_edtf="2019")
    said(party, words="No comment.", date_edtf="2018-06-01")
    said(party, words="No comment.", date_edtf="2018-06-01")
    told = said(party, words=WORDS, date_edtf="2018-06-01")
    told.quotations.update(kind=QuotationKind.PARAPHRASE)
    assert pairs(duplicates.statements()) == [(one.pk, other.pk)]


def test_only_the_newest_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    party = StakeholderFactory.create()
    for _ in range(3):
        said(party, words=WORDS)
    monkeypatch.setattr(duplicates, "MOST_COMPARED", 2)
    assert len(duplicates.statements()) == 1


def test_more_rows_cost_no_more_queries() -> None:
    def queries() -> int:
        party = StakeholderFactory.create(name="Example Watch")
        said(party, words=WORDS)
        with CaptureQueriesContext(connection) as run:
            duplicates.stakeholders(), duplicates.sources(), duplicates.statements()
        return len(run)

    assert queries() == queries() == 10


def test_few_words_count_where_one_source_has_them_of_one_party_at_one_time() -> None:
    party, source = StakeholderFactory.create(), SourceFactory.create()
    twins = [said(party, words="One two three.", date_edtf="2018-06") for _ in range(2)]
    said(party, words="One two three.", date_edtf="2018-06")  # in another source
    later = said(party, words="One two three.", date_edtf="2018-07-02")
    for each in (*twins, later):
        each.quotations.update(source=source)
    assert pairs(duplicates.statements()) == [(twins[0].pk, twins[1].pk)]


def test_of_two_that_were_one_the_withdrawn_one_ends_it() -> None:
    party = StakeholderFactory.create()
    said(party, words=WORDS)
    said(party, words=WORDS, state="withdrawn")
    assert duplicates.statements() == []


def test_new_ones_are_compared_with_all_of_their_parties_and_with_each_other() -> None:
    union, worker = StakeholderFactory.create(), PersonFactory.create()
    withdrawn = said(union, words=WORDS, state="withdrawn")
    old = said(union, words=WORDS)
    said(StakeholderFactory.create(), words=WORDS)
    one, other = said(worker, words=WORDS), said(worker, words=WORDS)
    one.attributions.update(on_behalf_of=union)
    assert pairs(duplicates.statements_like([one.pk, other.pk])) == [
        (withdrawn.pk, one.pk),
        (old.pk, one.pk),
        (one.pk, other.pk),
    ]
    assert duplicates.statements_like([]) == []
