"""One box for a date: it reads what a sheet reads, and what was understood is said back."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.models import Affiliation, Source, Statement
from tests.admin.forms import errors_of, messages_of, opened
from tests.admin.statement.typed import ADD, filled, refused, voice, words
from tests.factories import SourceFactory, StakeholderFactory
from tests.importers.sheets.letters import load, refusals

SOURCE = "/admin/positions/source/add/"


def entered(editor: Client, typed: str) -> str:
    """What became of a date that was typed on the page of a new source: its EDTF, or why not."""
    fields = opened(editor, SOURCE) | {
        "title": "New",
        "kind": "article",
        "date_edtf": typed,
        "date_basis": "printed",
    }
    page = editor.post(SOURCE, fields)
    if page.status_code == 302:
        source = Source.objects.get()
        return f"{source.date_edtf} {source.date_printed}"
    return errors_of(page)


def loaded(typed: str) -> str:
    """The same of a sheet of sources."""
    row = {"slug": "new", "title": "New", "kind": "article", "date": typed}
    report = load("sources", row | {"date_basis": "printed"})
    if report.refused:
        return " ".join(refusals(report))
    source = Source.objects.get()
    return f"{source.date_edtf} {source.date_printed}"


@pytest.mark.parametrize(
    ("typed", "became"),
    [
        ("Feb 7, 2019", "2019-02-07 Feb 7, 2019"),
        ("24/05/2018", "2018-05-24 "),
        ("June 2018", "2018-06 June 2018"),
        ("5–7 June 2018", "2018-06-05/2018-06-07 5–7 June 2018"),
        ("Mar 3 - 5, 2024", "2024-03-03/2024-03-05 Mar 3 - 5, 2024"),
        ("2018-05~", "2018-05~ "),
        ("2018-22", "2018-22 "),
        ("03/04/2014", "it can mean 4 March 2014 or 3 April 2014. Write 2014-03-04 or 2014-04-03."),
        ("31 February 2020", "there is no 31 February."),
        ("Jun-18", "it can mean June of a year that ends in 18, or 18 June."),
        ("last month", "it is counted from the day of its source, which is not known."),
        ("when pigs fly", "it is no date that is understood. Write 2018-06-15, 2018-05"),
    ],
)
def test_a_date_is_read_alike_on_a_page_and_in_a_sheet(
    editor: Client, typed: str, became: str
) -> None:
    assert became in entered(editor, typed)
    Source.objects.all().delete()
    assert became in loaded(typed)


def test_printed_date_without_anything_to_relate_it_to_asks_for_more(editor: Client) -> None:
    assert "Or choose a source that has a date, from which it is counted." in entered(
        editor, "last month"
    )


def test_words_typed_into_a_refused_date_are_shown_as_text(editor: Client) -> None:
    fields = opened(editor, SOURCE) | {"title": "", "date_edtf": "May 2018"}
    page = editor.post(SOURCE, fields).content.decode()
    assert "“May 2018” was understood as May 2018 (2018-05)." in page


def test_a_season_that_looks_like_a_span_of_years_is_said_back(editor: Client) -> None:
    fields = opened(editor, SOURCE) | {"title": "", "date_edtf": "2018-21"}
    page = editor.post(SOURCE, fields).content.decode()
    assert "“2018-21” was understood as spring 2018 (2018-21)." in page


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("on the 5th", "2018-06-05"),
        ("the 1st", "2018-06-01"),
        ("the 20th", "2018-05-20"),
        ("June 5 and 6", "2018-06-05/2018-06-06"),
        ("over a year ago", "../2017-06-18"),
        ("over two weeks ago", "../2018-06-04"),
    ],
)
def test_words_are_counted_from_the_day_of_the_source(
    editor: Client, typed: str, edtf: str
) -> None:
    source = SourceFactory.create(date_edtf="2018-06-18")
    fields = filled(editor, source=source.pk, date_edtf=typed, date_basis="")
    page = editor.post(
        ADD, {**fields, **voice(StakeholderFactory.create().pk), **words()}, follow=True
    )
    made = Statement.objects.get()
    assert (made.date_edtf, made.date_printed, made.date_basis) == (edtf, typed, "reported")
    assert f"({edtf}), as of the source's 18 June 2018." in messages_of(page)


def test_what_can_be_a_month_or_a_day_is_asked_with_both(editor: Client) -> None:
    source = SourceFactory.create(date_edtf="2018-06-18")
    page = refused(editor, ADD, filled(editor, source=source.pk, date_edtf="Jun-18"))
    told = "it can mean June 2018 or 18 June 2018. Write 2018-06 or 2018-06-18."
    assert told in errors_of(page)
    assert "The source is of 18 June 2018." in errors_of(page)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("May 2018", ("2018-05", "May 2018")),
        ("2018-05", ("2018-05", "")),
        ("05/24/2018", ("2018-05-24", "")),
    ],
)
def test_the_beginning_of_a_tie_is_read_too(
    editor: Client, typed: str, kept: tuple[str, str]
) -> None:
    member, group = StakeholderFactory.create(), StakeholderFactory.create()
    address = f"/admin/positions/stakeholder/{member.pk}/change/"
    fields = opened(editor, address) | {
        "affiliations-0-kind": "member_of",
        "affiliations-0-group": group.pk,
        "affiliations-0-from_edtf": typed,
    }
    page = editor.post(address, fields, follow=True)
    made = Affiliation.objects.get()
    assert (made.from_edtf, made.from_printed) == kept
    assert ("was understood as" in messages_of(page)) == (typed != "2018-05")


def test_since_when_is_no_beginning(editor: Client) -> None:
    member, group = StakeholderFactory.create(), StakeholderFactory.create()
    address = f"/admin/positions/stakeholder/{member.pk}/change/"
    fields = opened(editor, address) | {
        "affiliations-0-kind": "member_of",
        "affiliations-0-group": group.pk,
        "affiliations-0-from_edtf": "since 2016",
    }
    assert "write that time itself" in errors_of(editor.post(address, fields))
    assert not Affiliation.objects.exists()
