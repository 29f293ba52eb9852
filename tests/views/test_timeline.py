"""The page of the timeline, and the charts on the pages of organisations and propositions."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings

from positions.choices import ReplyKind, Stance
from positions.models import IndexEntry, Position
from positions.views import timeline as module
from positions.views.declarations import STATEMENTS
from tests.cast import Cast
from tests.factories import ReplyFactory, StakeholderFactory, said
from tests.filters.asked import slugs
from tests.formats.test_same_rows import Query, queries
from tests.views.pages import Page, opened

pytestmark = pytest.mark.usefixtures("cast")

MARK = re.compile(r'<a class="mark ([a-z_]+)" href="([^"]+)"><title>(.*?)</title>', re.DOTALL)


def marks(page: Page) -> list[tuple[str, str, str]]:
    """(sign's class, address, name) of each mark, as they are read."""
    return [
        (sign, address, " ".join(name.split())) for sign, address, name in MARK.findall(page.html)
    ]


def named(page: Page) -> list[str]:
    return [name for _, _, name in marks(page)]


def rows(page: Page) -> int:
    return page.html.count('<th scope="row">')


def test_each_voice_has_a_lane_with_its_statements(cast: Cast) -> None:
    page = opened("/timeline/?proposition=sales")
    assert named(page) == [
        "Amazon, June 2018. Supports: Sales. Act of defence",
        "Amazon, 7 February 2019. Mixed or conditional: Sales. Act of guidelines",
        "American Civil Liberties Union, 24 May 2018. Strongly opposes: Sales. Act of plea",
        "American Civil Liberties Union, 7 February 2019. Opposes: Sales. Act of counsel",
        "Congressional Black Caucus, 24 May 2018. Strongly opposes: Sales. Act of plea",
    ]


def test_a_mark_leads_to_its_statement_by_the_sign_of_its_stance(cast: Cast) -> None:
    page = opened("/timeline/?organisation=amazon")
    assert [(sign, address) for sign, address, _ in marks(page)] == [
        ("for", "/statements/defence/"),
        ("silent", "/statements/silence/"),
        ("several", "/statements/guidelines/"),
    ]
    assert named(page)[1] == "Amazon, 18 June 2018. Asked, no reply: Law. Act of silence"


@pytest.mark.parametrize(
    ("address", "number"),
    [("/timeline/", 8), ("/propositions/sales/", 5), ("/organisations/amazon/", 4)],
)
def test_the_table_has_a_row_for_each_mark(cast: Cast, address: str, number: int) -> None:
    page = opened(address)
    *_, table = page.html.rpartition('class="same"')
    assert table.count('<th scope="row">') == len(marks(page)) == number


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries())
def test_the_timeline_shows_the_statements_that_the_list_lists(cast: Cast, query: Query) -> None:
    asked = urlencode(query, doseq=True)
    answer = Client().get(f"/timeline/?{asked}", follow=True)
    if answer.status_code == 400:
        assert Client().get(f"/statements/?{asked}").status_code == 400
        return
    page = Page(answer.content.decode())
    listed = {f"/statements/{slug}/" for slug in slugs(STATEMENTS, asked)}
    assert {address for _, address, _ in marks(page)} == listed
    assert rows(page) == len(marks(page))


def test_who_speaks_for_an_organisation_has_a_lane_if_asked_for(cast: Cast) -> None:
    assert "Guliani, 7 February" not in " ".join(named(opened("/timeline/")))
    asked = " ".join(named(opened("/timeline/?person=guliani")))
    assert "Neema Singh Guliani, 7 February 2019" in asked
    assert "Neema Singh Guliani, about May 2018. Supports: Toys" in asked


def test_the_same_filters_lead_to_the_list_and_its_files(cast: Cast) -> None:
    links = opened("/timeline/?organisation=aclu&from=2018").links
    query = "organisation=aclu&from=2018"
    assert f"/statements/?{query}" in links
    assert {f"/statements.{suffix}?{query}" for suffix in ("json", "csv", "atom")} <= set(links)
    assert f"/timeline/?{query}" in opened(f"/statements/?{query}&sort=oldest").links


def test_an_address_is_made_as_short_as_it_can_be(cast: Cast) -> None:
    answer = Client().get("/timeline/?organisation=ACLU&q=&page=1")
    assert (answer.status_code, answer["Location"]) == (302, "/timeline/?organisation=aclu")


@pytest.mark.parametrize(
    ("query", "key", "cure"),
    [
        ("colour=blue", "colour", "It knows q, organisation"),
        ("organisation=nobody", "organisation", "No organisation is called “nobody”"),
        ("from=2018-02-30", "from", "February 2018 has 28 days"),
        ("from=2019&until=2018", "from", "Write from=2018 and until=2019."),
        ("sort=title", "sort", "Write one of: newest."),
        ("page=0", "page", "Pages are numbered from 1"),
        ("page=2", "page", "Its lanes fill one page. Leave it out."),
        ("after=2018-06-18~12", "after", "Lanes are paged by number only"),
        ("before=2018-06-18~12", "before", "Lanes are paged by number only"),
    ],
)
def test_what_is_not_understood_is_refused(query: str, key: str, cure: str) -> None:
    page = opened(f"/timeline/?{query}")
    assert page.status == 400
    assert f"{key}=" in page.text
    assert cure in page.text
    assert "/timeline/" in page.links


def test_the_range_is_that_of_the_address(cast: Cast) -> None:
    page = opened("/timeline/?from=2018-05&until=2018-06")
    assert "May 2018 to June 2018" in page.text
    assert "/timeline/?from=2018-05-16&until=2018-06-15" in page.links  # zoomed in
    assert "/timeline/?from=2018&until=2018" in page.links  # the year around it
    assert "/timeline/" in page.links  # the whole


def test_the_labels_of_the_axis_zoom_to_their_days(cast: Cast) -> None:
    page = opened("/timeline/?from=2018&until=2018&topic=faces")
    assert "/timeline/?topic=faces&from=2018-05&until=2018-05" in page.links
    assert 'aria-label="Zoom to May 2018"' in page.html


def test_an_empty_range_names_the_nearest_statements(cast: Cast) -> None:
    page = opened("/timeline/?topic=faces&from=2018-08&until=2018-10")
    assert "Nothing found, August 2018 to October 2018" in page.text
    assert "The nearest before: Act of defence, June 2018. Show June 2018" in page.text
    assert "The nearest after: Act of counsel, 7 February 2019. Show February 2019" in page.text
    assert "/timeline/?topic=faces&from=2019-02&until=2019-02" in page.links
    assert not marks(page)


def test_an_empty_range_alone_is_not_loosened(cast: Cast) -> None:
    page = opened("/timeline/?from=2030&until=2031")
    assert "The nearest before: Act of guidelines, 7 February 2019." in page.text
    assert "Without From" not in page.text


def test_conditions_that_nothing_meets_can_be_loosened(cast: Cast) -> None:
    page = opened("/timeline/?organisation=cbc&kind=email")
    assert "Nothing meets all of these conditions." in page.text
    assert "/timeline/?organisation=cbc" in page.links


def test_a_reply_is_drawn_and_told(cast: Cast) -> None:
    ReplyFactory.create(
        from_statement=cast.statements["counsel"],
        to_statement=cast.statements["guidelines"],
        kind=ReplyKind.ANSWERS,
    )
    page = opened("/timeline/?proposition=sales")
    assert page.html.count('<svg class="arc" x=') == 1
    assert "Act of counsel answers Act of guidelines" in page.text


def test_what_is_not_known_to_the_day_is_a_bar(cast: Cast) -> None:
    html = opened("/timeline/?organisation=amazon&from=2018-05&until=2018-08").html
    # June, of 123 days from the first of May.
    assert '<rect class="bar" x="25.2%" width="24.39%"' in html
    assert 'mask="url(#soft-both)"' in opened("/timeline/?topic=robots").html


def test_lanes_beyond_the_first_page_have_pages(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_LANES_A_PAGE", 2)
    first, second = opened("/timeline/"), opened("/timeline/?page=2")
    assert "2 of 5 lanes, the most recently active first." in first.text
    assert "Page 1 of 3" in first.text
    assert "/timeline/?page=2" in first.links
    assert "/timeline/" in second.links
    assert not set(named(first)) & set(named(second))
    assert 'rel="next"' not in opened("/timeline/?page=3").html
    assert "Its lanes fill 3 pages. Write one of them." in opened("/timeline/?page=4").text


def test_more_marks_than_can_be_drawn_say_what_is_left_out(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_MARKS_A_PAGE", 3)
    page = opened("/timeline/?topic=faces")
    assert "The newest 3 statements. What began before 18 June 2018 is left out" in page.text
    assert "/timeline/?topic=faces&until=2018-06-17" in page.links


def test_a_table_of_many_rows_has_the_first_and_leads_to_the_list(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ROWS_A_PAGE", 2)
    page = opened("/timeline/?topic=faces")
    table = page.html.partition("<tbody>")[2].partition("</tbody>")[0]
    assert table.count("<tr>") == 2
    assert f"The first 2 of {len(marks(page))}, lane by lane; the list has them all." in page.text
    assert page.links.count("/statements/?topic=faces") == 2


def test_a_proposition_shows_who_spoke_on_it_when(cast: Cast) -> None:
    page = opened("/propositions/sales/")
    assert "Amazon, June 2018. Supports: Sales. Act of defence" in named(page)
    assert "/timeline/?proposition=sales" in page.links


def test_an_organisation_has_a_lane_for_each_proposition(cast: Cast) -> None:
    said(cast.amazon, date_edtf="2018-07-01", title="A remark on nothing")
    assert named(opened("/organisations/amazon/")) == [
        "Sales, June 2018. Supports: Sales. Act of defence",
        "Sales, 7 February 2019. Mixed or conditional: Sales. Act of guidelines",
        "Law, 18 June 2018. Asked, no reply: Law. Act of silence",
        "Law, 7 February 2019. Supports: Law. Act of guidelines",
        "On none of the propositions, 1 July 2018. No stance taken. A remark on nothing",
    ]


def test_a_person_has_a_timeline_too(cast: Cast) -> None:
    page = opened("/people/guliani/")
    assert "/timeline/?person=guliani" in page.links
    assert len(marks(page)) == 3


def test_a_party_that_never_spoke_has_no_timeline(cast: Cast) -> None:
    assert "Timeline" not in opened("/organisations/example-herald/").text


def test_each_step_leads_to_who_stood_where_from_that_day_on(cast: Cast) -> None:
    page = opened("/propositions/sales/")
    steps = [link for link in page.links if "as_of=" in link]
    assert "/positions/list/?proposition=sales&as_of=2018-05-24" in steps
    assert all(opened(link).status == 200 for link in set(steps))


def test_stance_through_time_says_how_many_and_never_a_share(cast: Cast) -> None:
    said(StakeholderFactory.create(name="Example Union"), on={cast.sales: Stance.SUPPORTS})
    page = opened("/propositions/sales/")
    _, _, told = page.text.partition("The steps as a table")
    assert "15 June 2018 Example Union: supports Example statement" in told
    assert "supports 2 strongly opposes 2" in told
    assert "%" not in told
    day = date(2018, 6, 15)
    held = Position.objects.as_of(day).filter(proposition=cast.sales)
    assert held.filter(stance=Stance.SUPPORTS).count() == 2


def test_nothing_published_has_an_empty_timeline() -> None:
    IndexEntry.objects.all().delete()
    assert "Nothing has been published here yet." in opened("/timeline/").text
