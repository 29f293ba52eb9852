"""For whom somebody speaks, by the office and by what stands before it."""

import pytest

from positions.extraction.organisations.offices import counted_for
from tests.extraction.reading import only


@pytest.mark.parametrize(
    ("held", "role", "body"),
    [
        ("Labour", "spokesman", "Labour"),
        ("Republican", "senator", ""),
        ("Tory", "MP", ""),
        ("", "tory leader", "Tory"),
        ("Kenyan", "minister", "Kenya"),
        ("Kenyan Water", "minister", "Kenya"),
        ("Kenyan", "baker", ""),
        ("UK", "top judge", ""),
        ("Mr Brae", "deputy", ""),
        ("Tarn Board", "director", "Tarn Board"),
        ("Amber", "senator", ""),
        ("Tarn Guide to Weirs", "author", ""),
    ],
)
def test_a_body_counts_only_for_who_holds_an_office_in_it(held: str, role: str, body: str) -> None:
    assert counted_for(held, role) == body


@pytest.mark.parametrize(
    ("text", "name", "organisation"),
    [
        ("Labour spokesman Odd Brae said: “It leaks and leaks.”", "Odd Brae", "Labour"),
        ("Tory MP Odd Brae said: “It leaks and leaks.”", "Odd Brae", ""),
        ("“It leaks,” Kenyan Water Minister Odd Brae told reporters.", "Odd Brae", "Kenya"),
        ("“It leaks,” a Kenyan official said.", "", "Kenya"),
        ("The chairman of the Tarn Weir Committee Adam Brae said: “It leaks.”", "Adam Brae",
         "Tarn Weir Committee"),
        ("“It leaks,” Federal Weirs Justice Odd Ola Brae said.", "Odd Ola Brae", ""),
    ],
)  # fmt: skip
def test_the_speaker_of_an_article_counts_for_that_body(
    text: str, name: str, organisation: str
) -> None:
    speaker = only(text).speaker
    assert (speaker.name, speaker.organisation) == (name, organisation)
