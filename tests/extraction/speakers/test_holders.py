"""An office that is named without its holder means whom the text is about, or nobody."""

import pytest

from positions.extraction import extract
from tests.extraction.reading import only, told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Ola Vell has dismissed the reports.\n\n“I won't go,” the prime minister told "
                "Tarn FM. "
                "Mr Lund had hoped to follow."
            ),
            "Ola Vell",
        ),
        (
            (
                "Tarn mayor Odd Lund and the angler Mara Brae left. It was Ola Vell's idea. "
                "But the "
                "prime minister said: “He should say sorry.”"
            ),
            "Ola Vell",
        ),
        (
            (
                "The host is British Prime Minister Ola Vell. Mr Lund left. The prime minister "
                "said: “It is tough.”"
            ),
            "Ola Vell",
        ),
        (  # two of whom no office is told
            (
                "Ola Vell and Odd Lund met. Mr Lund praised Mrs Vell. A prime minister came too. "
                "Then the prime minister of Amber said: “It is tough.”"
            ),
            "",
        ),
    ],
)
def test_the_prime_minister_is_whom_the_text_tells_of(text: str, speaker: str) -> None:
    assert told(text)[-1][1] == speaker


def test_a_short_description_calls_again_who_has_just_spoken() -> None:
    text = (
        "Councillor Odd Brae said the mayor “should butt out of” it. “I don't see why,” the "
        "Herald editor told Radio Tarn."
    )
    assert [each.speaker.name for each in extract(text)] == ["Odd Brae", "Odd Brae"]


def test_a_candidate_may_be_called_by_the_office_that_she_has() -> None:
    text = (
        "Former candidate Odd Brae praised Mara Lund on Monday.\n\nThe Amber senator declined to "
        "say more. But he told a rally that it was “a sham.”"
    )
    assert told(text)[-1] == ("mixed", "Odd Brae", "a sham.")


def test_whoever_is_named_next_in_a_list_has_not_the_office_of_the_first() -> None:
    [draft] = extract("The prime minister and Mr Brae left. Mr Brae said: “It is cold.”")
    assert draft.speaker.role == ""


@pytest.mark.parametrize(
    "text",
    [
        "Mara Vell wants a dam.\n\n“It leaks,” the Tarn Republican said.",
        "Gov. Mara Vell came to a Tarn hall.\n\nThe governor said: “It leaks.”",
        "Sen. Mara Vell came to a Tarn hall.\n\n“It leaks,” the Amber senator said.",
    ],
)
def test_a_party_or_an_office_cut_short_before_calls_the_same_person_again(text: str) -> None:
    assert extract(text, "2024-05-08")[-1].speaker.name == "Mara Vell"


@pytest.mark.parametrize("who", ["a Tarn Democrat", "one Republican"])
def test_somebody_of_a_party_is_no_name(who: str) -> None:
    speaker = only(f"“It leaks,” said {who}.").speaker
    assert (speaker.name, speaker.how, speaker.organisation) == ("", "unnamed", "")


def test_a_trade_calls_again_of_whom_the_text_tells() -> None:
    text = "Odd Brae sold his mill. He wants a dam.\n\n“It leaks,” the grey-haired miller said."
    assert extract(text, "2024-05-08")[-1].speaker.name == "Odd Brae"


def test_who_is_asked_answers_and_not_who_asks() -> None:
    text = "A reporter asked Mara Vell whether it leaks. She replied: “It does.”"
    assert extract(text, "2024-05-08")[-1].speaker.name == "Mara Vell"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ohio Sen. Ola Vell met Sen. Odd Brae (R-Fla.). The Ohio senator said: “No.”", "Ola Vell"),
        ("Ohio Sen. Ola Vell met Sen. Odd Brae (R-Fla.). The Florida senator said: “No.”",
         "Odd Brae"),
        ("Sen. Ola Vell of Ohio met Rep. Odd Brae. The Florida senator said: “No.”", ""),
        ("Sen. Ola Vell of Kansas met Sen. Odd Brae of Arkansas. The Arkansas senator said: “No.”",
         "Odd Brae"),
        ("Sen. Ola Vell of Virginia met Sen. Odd Brae of Ohio. The Virginia senator said: “No.”",
         "Ola Vell"),
        (("Sen. Ola Vell of Virginia met Sen. Odd Brae of West Virginia. The West Virginia senator "
          "said: “No.”"), "Odd Brae"),
        ("Sen. Ola Vell (R-N.C.) met Sen. Odd Brae of Georgia. The Georgia senator said: “No.”",
         "Odd Brae"),
        ("Rep. Ola Vell, R-Ohio, who chairs the panel, said: “No.”", "Ola Vell"),
        ("Ola Vell of Ohio, the ranking member of the Tarn Committee, said: “No.”", "Ola Vell"),
    ],
)  # fmt: skip
def test_an_office_with_a_place_means_who_is_of_it(text: str, speaker: str) -> None:
    assert told(text)[-1][1] == speaker
