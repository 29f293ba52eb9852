"""Pages: what each shows and leads to, and how many rows there are."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from positions.listing import BadQuery, page, read_query, selection
from positions.models import Topic
from positions.views.declarations import TOPICS
from tests.factories import TopicFactory
from tests.listing.asked import asked

pytestmark = pytest.mark.django_db


def topics(number: int) -> list[str]:
    Topic.objects.all().delete()
    Topic.objects.bulk_create(
        Topic(name=f"Topic {n:02}", slug=f"topic-{n:02}") for n in range(number)
    )
    return [f"topic-{n:02}" for n in range(number)]


def test_a_row_added_in_between_is_neither_missed_nor_repeated_by_key() -> None:
    topics(5)
    first = asked(TOPICS, "?")
    TopicFactory.create(name="A topic before all", slug="before-all")
    second = asked(TOPICS, first.next_url or "")
    assert [row.slug for row in second.rows] == ["topic-02", "topic-03"]
    back = asked(TOPICS, second.previous_url or "")
    assert [row.slug for row in back.rows] == ["topic-00", "topic-01"]
    start = asked(TOPICS, back.previous_url or "")
    assert [row.slug for row in start.rows] == ["before-all"]
    assert start.previous_url is None


def test_the_place_is_gone_and_paging_goes_on() -> None:
    topics(5)
    following = asked(TOPICS, "?").next_url or ""
    Topic.objects.filter(slug="topic-01").delete()
    assert [row.slug for row in asked(TOPICS, following).rows] == ["topic-02", "topic-03"]


def test_numbered_pages_say_which_rows_they_show() -> None:
    topics(5)
    shown = asked(TOPICS, "?page=3", numbered=True)
    assert (shown.number, shown.first, shown.last) == (3, 5, 5)
    assert (shown.previous_url, shown.next_url) == ("/topics/?page=2", None)
    assert asked(TOPICS, "?page=2", numbered=True).previous_url == "/topics/"


def test_beyond_the_numbered_pages_the_list_goes_on_by_key() -> None:
    topics(9)
    shown = asked(TOPICS, "?page=3", numbered=True)
    assert shown.next_url == f"/topics/?after=topic+05~{Topic.objects.get(slug='topic-05').pk}"
    deeper = asked(TOPICS, shown.next_url, numbered=True)
    assert [row.slug for row in deeper.rows] == ["topic-06", "topic-07"]
    assert (deeper.number, deeper.first, deeper.last) == (None, None, None)


def test_an_empty_list_has_one_empty_page() -> None:
    shown = asked(TOPICS, "?", numbered=True)
    assert (shown.rows, shown.total.count) == ([], 0)
    assert (shown.first, shown.next_url, shown.previous_url) == (None, None, None)


@pytest.mark.parametrize(
    ("query", "key", "said"),
    [
        ("page=3", "page", "The list has 2 pages. Choose a page from 1 to 2."),
        ("page=0", "page", "Pages are numbered from 1 to 3. Follow “next” to go deeper."),
        ("page=4", "page", "Pages are numbered from 1 to 3. Follow “next” to go deeper."),
        ("page=two", "page", "Pages are numbered from 1 to 3. Follow “next” to go deeper."),
        ("after=here", "after", "That is no place in this order."),
        ("page=1&after=a~1", "after", "Give only one of page, after and before, once."),
        ("page=1&page=2", "page", "Give only one of page, after and before, once."),
        ("sort=x&sort=x", "sort", "Write one of: name, recent."),
        ("sort=size", "sort", "Write one of: name, recent."),
    ],
)
def test_a_page_that_is_not_there_is_refused(query: str, key: str, said: str) -> None:
    topics(4)
    with pytest.raises(BadQuery) as refusal:
        asked(TOPICS, f"?{query}")
    [problem] = refusal.value.problems
    assert problem.key == key
    assert problem.message.startswith(said)


def test_counting_stops_at_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    topics(5)
    monkeypatch.setattr(selection, "COUNT_CAP", 4)
    total = read_query(TOPICS, QueryDict("")).total
    assert (total.count, total.capped, str(total)) == (4, True, "4+")
    monkeypatch.setattr(selection, "COUNT_CAP", 5)
    assert str(read_query(TOPICS, QueryDict("")).total) == "5"


def test_large_totals_are_printed_with_commas() -> None:
    assert str(page.Total(10_000, capped=True)) == "10,000+"
