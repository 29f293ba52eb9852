"""What a text says of itself is read from where it stands, and nothing is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.intake.headline import Headline, read_headline

BODY = "\n\nThe example council met. “We will see,” said the example mayor.\n"


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Anglers reject weir\nBy Jane Sample\n14 May 2024", ("Jane Sample", "14 May 2024")),
        ("Anglers reject weir\nby Jane Sample and Bo Test | May 14, 2024", None),
        ("Anglers reject weir\nPublished: 14 May 2024, 10:30 a.m.", ("", "14 May 2024")),
        ("Anglers reject weir\n\nEXAMPLETON, 14 May 2024 — The weir", ("", "14 May 2024")),
        ("Anglers reject weir\nUpdated 4:55 p.m.", ("", "")),
        ("Anglers reject weir\nIn 2019 the council met for the first time.", ("", "")),
    ],
)
def test_title_byline_and_date_are_found(head: str, found: tuple[str, str] | None) -> None:
    read = read_headline(head + BODY)
    assert read.title == "Anglers reject weir"
    expected = found or ("Jane Sample and Bo Test", "May 14, 2024")
    assert (read.byline, read.date) == expected


def test_an_address_is_found_at_either_end() -> None:
    url = "https://news.example/weir?id=3"
    assert read_headline(f"{url}\nAnglers reject weir{BODY}") == Headline(
        title="Anglers reject weir", url=url
    )
    assert read_headline(f"Anglers reject weir{BODY}\n{url}\n").url == url


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://news.example/2024/05/14/weir", "2024/05/14"),
        ("https://news.example/weir/2024-05-14", "2024-05-14"),
        ("https://news.example/2024/02/31/weir", ""),
        ("https://news.example/2024/05/weir-1405", ""),
        ("https://news.example/story/2024/05/1404599", ""),
    ],
)
def test_an_address_tells_the_day_where_the_text_prints_none(address: str, date: str) -> None:
    assert read_headline(f"Anglers reject weir{BODY}\n{address}").date == date
    dated = f"Anglers reject weir\n3 May 2024{BODY}\n{address}"
    assert read_headline(dated).date == "3 May 2024"


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("PRESS RELEASE\n14 May 2024\n\nAnglers reject weir", "14 May 2024"),
        ("FOR IMMEDIATE RELEASE\nMay 14, 2024\nAnglers reject weir", "May 14, 2024"),
        ("For immediate release: 14 May 2024\n\nAnglers reject weir", "14 May 2024"),
        ("MEDIA RELEASE:\nTuesday, 14 May 2024\nAnglers reject weir", "Tuesday, 14 May 2024"),
        ("NEWS RELEASE | May 14, 2024\nAnglers reject weir", "May 14, 2024"),
        ("Press release – 14 May 2024\nAnglers reject weir", "14 May 2024"),
        ("STATEMENT\n14 May 2024\nAnglers reject weir", "14 May 2024"),
        ("14 May 2024\nPRESS RELEASE\nAnglers reject weir", "14 May 2024"),
        ("PRESS RELEASE: Anglers reject weir\n14 May 2024", "14 May 2024"),
        ("PRESS RELEASE\nAnglers reject weir\n14 May 2024\nUnion goes to court", "14 May 2024"),
        ("PRESS RELEASE FOR IMMEDIATE RELEASE\nAnglers reject weir\n14 May 2024", "14 May 2024"),
        ("Embargoed until 14 May 2024, 10:00\nAnglers reject weir", "14 May 2024"),
        ("EMBARGO: 00:01 on Tuesday 14 May 2024\nAnglers reject weir", "Tuesday 14 May 2024"),
        ("Strictly embargoed until 10 a.m. BST, 14 May 2024\nAnglers reject weir", "14 May 2024"),
        ("PRESS RELEASE\nEmbargoed until 15 May 2024\n14 May 2024\nAnglers reject weir",
         "14 May 2024"),
        ("NOT FOR RELEASE BEFORE 14 MAY 2024\nAnglers reject weir", "14 MAY 2024"),
        ("NEWS RELEASE\nContact: Bo Test\nMay 14, 2024\nAnglers reject weir", "May 14, 2024"),
        ("STATEMENT\nbo@union.example\n555-0100\nAnglers reject weir\n14 May 2024", "14 May 2024"),
        ("PRESS RELEASE\nExample Anglers’ Union\n14 May 2024\nAnglers reject weir",
         "14 May 2024"),
        ("MEDIA RELEASE\nDate: 14 May 2024\nSubject: Anglers reject weir", "14 May 2024"),
    ],
)  # fmt: skip
def test_a_release_is_titled_and_dated_by_what_stands_below_its_label(head: str, date: str) -> None:
    read = read_headline(head + BODY)
    assert (read.title, read.date) == ("Anglers reject weir", date)


@pytest.mark.parametrize(
    "title",
    [
        "Statement on the weir",
        "Press release rules are too strict, says council",
        "Statement by the Example Anglers on the weir",
        "News release of the year: the weir",
        "Contact tracing has failed the anglers",
    ],
)
def test_a_title_may_begin_like_a_label(title: str) -> None:
    assert read_headline(f"{title}\n14 May 2024{BODY}").title == title


def test_a_date_is_as_printed_whatever_stands_before_its_time_of_day() -> None:
    text = f"PRESS RELEASE\nEmbargoed until) 00:01 on Tuesday 14 May 2024\nAnglers{BODY}"
    assert read_headline(text).date in text
    text = f"PRESS RELEASE\n14 date: May 2024\nAnglers reject re: the weir{BODY}"
    assert read_headline(text).date in text
    assert read_headline(text).title in text


def test_a_release_without_a_headline_has_no_title() -> None:
    assert read_headline(f"PRESS RELEASE\n14 May 2024{BODY}").title == ""


@pytest.mark.parametrize("first", ["The council met today.", "“We will see,” he said.", "x" * 201])
def test_a_sentence_is_no_title(first: str) -> None:
    assert read_headline(first + BODY).title == ""


def test_a_lone_line_is_no_title() -> None:
    assert read_headline("Anglers reject weir") == Headline()


@given(st.text(alphabet=st.sampled_from("By aZ2018 May:|,.\n—-/h“”\u2028"), max_size=400))
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    read = read_headline(text)
    for each in (read.title, read.byline, read.date, read.url):
        assert each in text
        assert each == each.strip()
