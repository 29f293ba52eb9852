"""Dates in sheets: EDTF, or words as a page reads them; what was understood is reported."""

from __future__ import annotations

import pytest

from positions.importers.sheets import SHEETS, Did, Line, Loader
from positions.models import Affiliation, Quotation, Source, Stakeholder, Statement
from tests.factories import StakeholderFactory
from tests.importers.sheets.letters import NOTE, a_letter, load, refusals

pytestmark = pytest.mark.django_db


@pytest.fixture
def dated(known: Stakeholder) -> Source:
    """The source of these letters, of a day from which words are counted."""
    source = Source.objects.get(slug="example-source")
    source.date_edtf, source.date_basis = "2018-06-18", "publication"
    source.save()
    return source


def without(*names: str, **cells: str) -> dict[str, str]:
    """A letter with some cells empty."""
    return {name: text for name, text in a_letter(**cells).items() if name not in names}


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("last month", "2018-05"),
        ("on the 20th", "2018-05-20"),
        ("over a year ago", "../2017-06-18"),
        ("June 5 and 6", "2018-06-05/2018-06-06"),
    ],
)
def test_words_are_counted_from_the_source_that_the_row_names(
    dated: Source, cell: str, edtf: str
) -> None:
    report = load("statements", without("date_basis", date=cell, words_date=cell))
    assert refusals(report) == []
    for made in (Statement.objects.get(), Quotation.objects.get()):
        assert (made.date_edtf, made.date_printed, made.date_basis) == (edtf, cell, "reported")


def test_words_are_counted_from_the_first_source_of_a_statement_where_the_row_names_none(
    dated: Source,
) -> None:
    load("statements", a_letter())
    load("statements", {"slug": "example-letter", "date": "last month"})
    assert Statement.objects.get().date_edtf == "2018-05"


def test_without_the_day_of_a_source_counted_words_are_refused(known: Stakeholder) -> None:
    Source.objects.update(date_edtf="", date_basis="", earliest=None, latest=None)
    (told,) = refusals(load("statements", a_letter(date="last month")))
    reason = "it is counted from the day of its source, which is not known"
    assert told.startswith(f"Row 2, column date: “last month” was not understood: {reason}.")


def test_what_the_row_says_is_printed_and_known_stays(dated: Source) -> None:
    load("statements", a_letter(date="last month", date_printed="the month before"))
    made = Statement.objects.get()
    assert (made.date_printed, made.date_basis) == ("the month before", "printed")


def test_figures_are_not_kept_as_words(dated: Source) -> None:
    load("statements", a_letter(date="24/05/2018"))
    made = Statement.objects.get()
    assert (made.date_edtf, made.date_printed) == ("2018-05-24", "")


def test_loading_words_again_changes_nothing_and_keeps_what_an_editor_wrote(dated: Source) -> None:
    row = a_letter(date="Feb 7, 2018")
    load("statements", row)
    assert load("statements", row).changes_nothing
    made = Statement.objects.get()
    made.date_printed = "7th February"
    made.save()
    assert load("statements", row).changes_nothing


def test_the_report_says_how_each_date_in_words_was_understood(dated: Source) -> None:
    deeds: list[Did] = []
    lines = [
        Line(2, a_letter(date="Feb 7, 2018")),
        Line(3, a_letter(slug="another-letter", date="2018-05-24")),
    ]
    loader = Loader(SHEETS["statements"], correction_note=NOTE, tell=deeds.append)
    report = loader.load(lambda: lines)
    told = "2018-02-07 (“Feb 7, 2018” is 7 February 2018)"
    assert report.told_dates == f"Dates in words: {told}"
    changes = [change.after for did in deeds for change in did.changes if change.label == "date"]
    assert changes == [told, "2018-05-24"]


def test_of_many_dates_in_words_the_report_shows_some(dated: Source) -> None:
    rows = [a_letter(slug=f"letter-{day}", date=f"{day} May 2018") for day in range(1, 31)]
    line = load("statements", *rows).told_dates
    assert line.endswith("2018-05-20 (“20 May 2018” is 20 May 2018); and 10 more")


def test_the_days_of_a_tie_are_read_in_words(known: Stakeholder) -> None:
    StakeholderFactory.create(slug="example-union")
    row = {"slug": "example-works", "affiliation": "example-union", "affiliation_kind": "member_of"}
    dates = {"affiliation_from": "May 2016", "affiliation_until": "24/05/2018"}
    load("organisations", row | dates)
    made = Affiliation.objects.get()
    assert (made.from_edtf, made.from_printed) == ("2016-05", "May 2016")
    assert (made.until_edtf, made.until_printed) == ("2018-05-24", "")
    (told,) = refusals(load("organisations", row | {"affiliation_from": "since 2016"}))
    assert "write that time itself" in told
