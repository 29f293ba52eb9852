"""COinS, as Zotero's connector reads it: which kind of thing, entitled what, by whom, and when."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest

from positions.citing import Author, Citable, coins
from positions.dates import parse
from tests.citing.letter import HOST, LETTER

COUNSEL = Author("Robin van der Rivera", True, f"{HOST}/people/rivera/", "Example Union")
ALLY = Author("League of Towns, Cities and Counties", False, f"{HOST}/organisations/league/")


def told(cited: Citable) -> list[tuple[str, str]]:
    """What it says of the thing cited, in its order."""
    return [pair for pair in parse_qsl(coins(cited)) if pair[0].startswith("rft")]


def test_who_spoke_stands_in_their_order_people_apart_and_organisations_whole() -> None:
    authors = [pair for pair in told(replace(LETTER, speaking=[COUNSEL, ALLY])) if "au" in pair[0]]
    assert authors == [
        ("rft.au", "van der Rivera, Robin"),
        ("rft.aulast", "League of Towns, Cities and Counties"),
        ("rft.aulast", "Example Union"),
    ]


def test_a_document_of_their_own_has_the_one_title_that_is_read_of_a_document() -> None:
    assert LETTER.document
    own = replace(LETTER.document, is_own=True)
    fields = dict(told(replace(LETTER, document=own)))
    assert (fields["rft.genre"], fields["rft.title"]) == ("document", "What they said")
    assert not {"rft.btitle", "rft.atitle"} & set(fields)


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2018-05-24", "2018-05-24"),
        ("2018-05", "2018-05"),
        ("2018-06-15/2018-06-18", "2018-06"),
        ("2018-05-24/2018-06-18", "2018"),
        ("2016/2018", ""),
        ("../2018-06-18", ""),
        ("2018-05~", ""),
    ],
)
def test_the_date_is_no_more_exact_than_it_is_known(edtf: str, date: str) -> None:
    assert dict(told(replace(LETTER, date=parse(edtf)))).get("rft.date", "") == date
