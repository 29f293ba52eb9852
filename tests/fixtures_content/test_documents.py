"""What the fixtures say of documents and dates: each source its own, none surer than known."""

from __future__ import annotations

import pytest

from positions.models.texts import without_tracking
from tests.fixtures_content.nouns import HILL, NOUNS, QUOTATIONS, VB


@pytest.mark.parametrize(
    ("statement", "source", "printed", "edtf"),
    [
        ("cbc-letter", HILL, "last year", "2018"),
        ("cbc-letter", "cbc-letter", None, "2018-05-24"),
        ("aclu-records", VB, "May", "2018-05"),
        ("aclu-records", "aclu-records", None, "2018-05-22"),
        ("shareholders-letter", VB, "Friday", "2018-06-15"),
        ("aclu-coalition-letter", VB, "Monday", "2018-06-18"),
        ("amazon-email", VB, "last month", "2018-05"),
        ("orlando-on-tracking", VB, "At the time", "2018-05"),
        ("shareholders-resolution", HILL, "last month", "2019-01"),
        ("shareholders-resolution", "shareholders-resolution", None, "2019-01-17"),
        ("microsoft-guidelines", HILL, "last month", "2019-01"),
        ("microsoft-guidelines", "microsoft-blog-post", None, "2018-12-06"),
        ("microsoft-criticised", HILL, None, "../2019-02-07"),
        ("amazon-guidelines", HILL, "Thursday", "2019-02-07"),
    ],
)
def test_each_source_keeps_its_own_date(
    statement: str, source: str, printed: str | None, edtf: str
) -> None:
    dates = [
        (fields.get("date_printed"), fields["date_edtf"])
        for (said, where, _), fields in QUOTATIONS.items()
        if (said, where) == (statement, source) and "date_edtf" in fields
    ]
    assert dates == [(printed, edtf)]


def test_articles_say_that_their_dates_come_from_outside() -> None:
    articles = [fields for fields in NOUNS["source"] if fields["kind"] == "article"]
    assert [fields["slug"] for fields in articles] == [VB, HILL]
    for fields in articles:
        assert fields["date_basis"] == "inferred"
        assert "outside" in fields["date_note"]
        assert "date_printed" not in fields


def test_no_document_that_was_not_read_is_said_to_print_its_date() -> None:
    dated = [*NOUNS["source"], *NOUNS["statement"], *NOUNS["quotation"]]
    assert {f["date_basis"] for f in dated if "date_edtf" in f} == {"inferred", "reported"}
    unread = [f for f in NOUNS["source"] if f["slug"] not in (VB, HILL)]
    assert {f["date_basis"] for f in unread} == {"reported"}
    assert all("read for this archive" in f["note"] for f in unread)


def test_titles_of_ours_are_marked() -> None:
    own = {f["slug"] for f in NOUNS["source"] if not f.get("title_is_ours")}
    assert own == {HILL, "amazon-guidelines-post"}


def test_a_document_that_another_gives_is_no_primary_document() -> None:
    secondary = {f["slug"] for f in NOUNS["source"] if not f["is_primary"]}
    reprinted = {"shareholders-letter-reprint", "aclu-coalition-letter"}
    assert secondary == {VB, HILL, "shareholders-resolution", *reprinted}
    assert {f["source"][0] for f in NOUNS["otheraddress"]} == reprinted


def test_no_address_is_given_that_was_not_verified() -> None:
    nowhere = {f["slug"] for f in NOUNS["source"] if not f.get("url")}
    assert nowhere == {VB, "aclu-records", "microsoft-blog-post", "microsoft-speech"}
    for f in [*NOUNS["source"], *NOUNS["otheraddress"]]:
        assert f.get("url", "") == without_tracking(f.get("url", ""))


@pytest.mark.parametrize(
    "statement", ["advocates-concerns", "law-enforcement-concerns", "amazon-declines-congress"]
)
def test_what_was_said_of_rekognition_is_no_older_than_it(statement: str) -> None:
    dates = [f["date_edtf"] for f in NOUNS["statement"] if f["slug"] == statement]
    dates += [f["date_edtf"] for f in NOUNS["quotation"] if f["statement"] == [statement]]
    assert dates == ["2016/2019-02-07", "2016/2019-02-07"]
