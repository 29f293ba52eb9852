"""Whose words the words of a document are."""

import pytest

from positions.extraction import extract
from tests.extraction.reading import only


@pytest.mark.parametrize(
    ("before", "document"),
    [
        ("A letter from the Amber Fund came on Monday.", "the letter"),
        ("A leaflet by the Amber Fund lies on every seat.", "the leaflet"),
        ("The Amber Fund published a report.", "the report"),
        ("The Amber Fund wrote to the board.", "the letter"),
        ("The Amber Fund issued its decision.", "the decision"),
        ("Nobody was pleased.", "the Amber Fund’s letter"),
        ("Nobody was pleased.", "the handbook of the Amber Fund"),
    ],
)
def test_a_document_speaks_for_the_organisation_that_made_it(before: str, document: str) -> None:
    speaker = only(f"{before} “It leaks in winter,” {document} says.").speaker
    assert (speaker.name, speaker.how) == ("Amber Fund", "document")


def test_a_letter_that_somebody_signed_is_that_persons() -> None:
    text = (
        "The letter was signed by Ola Brindle, president of the Amber Fund. “It leaks in winter,” "
        "the letter says."
    )
    speaker = only(text).speaker
    assert (speaker.name, speaker.organisation) == ("Ola Brindle", "Amber Fund")


def test_a_resolution_keeps_its_words_and_tells_whose_it_is() -> None:
    text = (
        "In a resolution filed on Monday, the Amber Fund is blunt. “It leaks in winter,” the "
        "resolution says."
    )
    speaker = only(text).speaker
    assert (speaker.name, speaker.organisation) == ("resolution", "Amber Fund")


def test_a_document_of_nobody_has_its_own_words() -> None:
    text = "A contract shows otherwise. “It leaks in winter,” the contract says."
    speaker = only(text).speaker
    assert (speaker.name, speaker.organisation) == ("contract", "")


def test_it_is_the_document_that_spoke_last() -> None:
    text = "A letter to tenants states that it leaks. It asks them to move."
    assert {each.speaker.name for each in extract(text, "2024-05-08")} == {"letter to tenants"}


def test_a_resolution_of_a_group_that_has_no_name_tells_who_filed_it() -> None:
    speaker = only(
        "A group of anglers filed a resolution to wait until the board could say that “it is dry.”"
    ).speaker
    assert (speaker.name, [each.name for each in speaker.candidates]) == (
        "resolution",
        ["A group of anglers"],
    )
