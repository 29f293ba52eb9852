"""Words held against the newest text that is kept of their source."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from positions.choices import QuotationCheck, QuotationKind
from positions.models import Quotation
from positions.recording import checking
from positions.recording.checking import check, check_source
from tests.factories import CaptureFactory, QuotationFactory, SourceFactory

pytestmark = pytest.mark.django_db
EXACT, NOT_FOUND = QuotationCheck.EXACT, QuotationCheck.NOT_FOUND


def records(quotation: Quotation) -> int:
    return int(quotation.history.count())


def test_only_a_changed_result_leaves_a_record() -> None:
    capture = CaptureFactory.create(text="Example words.")
    quotation = QuotationFactory.create(source=capture.source, exact="Example words.")
    (first,) = check(Quotation.objects.all())
    assert (first.before, first.now, first.is_news) == (QuotationCheck.NOT_CHECKED, EXACT, True)
    quotation.refresh_from_db()
    first_time = quotation.checked_at
    assert records(quotation) == 2
    (again,) = check(Quotation.objects.all())
    assert not again.is_news
    quotation.refresh_from_db()
    assert first_time is not None
    assert quotation.checked_at is not None
    assert quotation.checked_at > first_time
    assert records(quotation) == 2


def test_a_new_place_is_written_and_is_no_news() -> None:
    capture = CaptureFactory.create(text="Example words.")
    quotation = QuotationFactory.create(source=capture.source, exact="Example words.")
    check_source(capture.source)
    CaptureFactory.create(source=capture.source, text="Before. Example words.")
    (checked,) = check(Quotation.objects.all())
    quotation.refresh_from_db()
    assert (checked.is_news, quotation.start) == (False, 8)
    assert records(quotation) == 3


def test_what_cannot_be_checked_keeps_an_earlier_check() -> None:
    without = QuotationFactory.create(exact="Example words.")
    Quotation.objects.update(check_result=EXACT, checked_at="2020-01-01T00:00Z")
    capture = CaptureFactory.create(text="Other words.")
    QuotationFactory.create(source=capture.source, kind=QuotationKind.PARAPHRASE)
    assert list(check(Quotation.objects.all())) == []
    without.refresh_from_db()
    assert without.check_result == EXACT


def test_nothing_is_written_when_told_so() -> None:
    capture = CaptureFactory.create(text="Other words.")
    quotation = QuotationFactory.create(source=capture.source, exact="Example words.")
    (checked,) = check(Quotation.objects.all(), write=False)
    quotation.refresh_from_db()
    assert (checked.now, quotation.check_result) == (NOT_FOUND, QuotationCheck.NOT_CHECKED)


def test_words_that_an_editor_saves_meanwhile_are_left_to_the_editor() -> None:
    capture = CaptureFactory.create(text="Example words.")
    quotation = QuotationFactory.create(source=capture.source, exact="Example words.")
    find = checking.newest_text

    def meanwhile(source: int, account: int | None = None) -> str:
        Quotation.objects.filter(pk=quotation.pk).update(exact="Words of the editor.")
        return find(source, account)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "newest_text", meanwhile)
        list(check(Quotation.objects.all()))
    quotation.refresh_from_db()
    assert quotation.exact == "Words of the editor."
    assert quotation.check_result == QuotationCheck.NOT_CHECKED


def test_a_batch_costs_the_same_however_many_it_holds() -> None:
    source = CaptureFactory.create(text="Example words.").source

    def queries() -> int:
        list(check(Quotation.objects.all()))  # so that nothing is news
        with CaptureQueriesContext(connection) as run:
            list(check(Quotation.objects.all()))
        return len(run)

    QuotationFactory.create(source=source, exact="Example words.")
    few = queries()
    QuotationFactory.create_batch(20, source=source, exact="Example words.")
    assert queries() == few


class Batches(TestCase):
    @given(st.lists(st.integers(0, 3), max_size=12), st.integers(1, 5))
    def test_each_quotation_is_checked_once_however_they_are_batched(
        self, places: list[int], size: int
    ) -> None:
        sources = SourceFactory.create_batch(4)
        for source in sources[:3]:
            CaptureFactory.create(source=source, text=f"Words of {source.title}.")
        made = [QuotationFactory.create(source=sources[place]) for place in places]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(checking, "BATCH", size)
            found = [each.quotation.pk for each in check(Quotation.objects.all())]
        wanted = [row.pk for row in made if row.source != sources[3]]
        assert sorted(found) == sorted(wanted)
