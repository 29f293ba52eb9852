"""What follows from the fixtures once they are loaded: who stood where, and since when."""

from __future__ import annotations

from datetime import date

import pytest

from positions.models import Position, Quotation, Stakeholder, Statement
from positions.recording.publication import lacking

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_articles")]

SUMMER = date(2018, 7, 1)
SPRING = date(2019, 3, 1)


def stance(holder: str, proposition: str, day: date) -> str | None:
    rows = Position.objects.as_of(day).filter(holder__slug=holder, proposition__slug=proposition)
    return rows.values_list("stance", flat=True).first()


@pytest.mark.parametrize(
    ("holder", "proposition", "day", "expected"),
    [
        ("aclu", "end-government-sales", date(2018, 6, 17), None),
        ("aclu", "end-government-sales", SUMMER, "strongly_supports"),
        ("aclu-coalition", "end-government-sales", SUMMER, "strongly_supports"),
        ("amazon", "end-government-sales", SUMMER, None),  # asked, and silent
        ("amazon", "threat-to-rights", SUMMER, None),
        ("amazon", "customers-answer", SUMMER, "supports"),
        ("amazon", "end-government-sales", SPRING, "opposes"),
        ("amazon", "national-legislation", SPRING, "supports"),
        ("amazon", "threat-to-rights", SPRING, "mixed"),
        ("aclu", "confidence-threshold", SPRING, "opposes"),
        ("cbc", "falls-on-minorities", SUMMER, "supports"),
        ("cbc", "end-government-sales", SPRING, None),
        ("social-equity-group", "halt-until-cleared", SUMMER, "supports"),
        ("amazon-shareholders-letter", "end-government-sales", SPRING, None),
        ("amazon-shareholders-resolution", "end-government-sales", SPRING, "mixed"),
        ("sisters-of-st-joseph", "halt-until-cleared", SPRING, "strongly_supports"),
        ("amazon-board", "halt-until-cleared", SPRING, None),  # spoken of, not speaking
        ("microsoft", "national-legislation", SPRING, "unclear"),
        ("orlando", "end-government-sales", SPRING, None),
    ],
)
def test_stance_as_of_a_day(holder: str, proposition: str, day: date, expected: str | None) -> None:
    assert stance(holder, proposition, day) == expected


@pytest.mark.parametrize(
    "spokesperson", ["neema-singh-guliani", "michael-punke", "cedric-richmond", "aws"]
)
def test_spokesperson_has_no_position_of_their_own(spokesperson: str) -> None:
    holder = Stakeholder.objects.get(slug=spokesperson)
    assert holder.attributions.exists()
    assert not holder.positions.exists()


def test_every_statement_is_complete() -> None:
    assert lacking(Statement.objects.values_list("pk", flat=True)) == {}


def test_silence_names_what_it_was_about() -> None:
    silence = Statement.objects.get(slug="amazon-no-reply-venturebeat")
    assert set(silence.asked_about.values_list("slug", flat=True)) == {
        "end-government-sales",
        "threat-to-rights",
    }
    assert not silence.positions.exists()
    assert silence.index_entries.filter(proposition__slug="threat-to-rights").exists()


def test_disagreeing_dates_are_both_kept() -> None:
    statement = Statement.objects.get(slug="microsoft-guidelines")
    dated = Quotation.objects.filter(statement=statement).exclude(date_edtf="")
    assert statement.earliest == date(2018, 12, 6)
    assert dict(dated.values_list("source__slug", "earliest")) == {
        "the-hill-2019-02-07": date(2019, 1, 1),
        "microsoft-blog-post": date(2018, 12, 6),
        "microsoft-speech": date(2018, 12, 6),
    }


def test_the_two_shareholder_groups_are_not_one() -> None:
    letter, resolution = (
        set(Statement.objects.get(slug=slug).attributions.values_list("stakeholder", flat=True))
        for slug in ("shareholders-letter", "shareholders-resolution")
    )
    assert letter
    assert resolution
    assert not letter & resolution
