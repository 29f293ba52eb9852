"""Stage 10 knows on which occasion a speaker goes on, and where another one begins."""

import pytest

from positions.extraction import extract

_TOLD = "“It leaks,” Mara Vell told the Tarn council on Monday.\n\nThe weir is old.\n\n"


@pytest.mark.parametrize(
    "later",
    ["“It will break,” Ms. Vell said.", "Mara Vell added: “It will break.”"],
)
def test_who_was_last_said_to_speak_on_a_day_goes_on_that_day(later: str) -> None:
    date = extract(_TOLD + later, "2024-05-08")[-1].date
    assert (date.edtf, date.basis) == ("2024-05-06", "paragraph")


@pytest.mark.parametrize(
    "later",
    [
        "“It is new,” Odd Brae said.",  # another speaker
        "Mara Vell has said that the weir will break.",
        "Mara Vell says that the weir will break.",
        "“It will break,” Mara Vell wrote in a letter.",
        "\n\n".join(["Eels live there."] * 6) + "\n\n“It will break,” Mara Vell said.",
    ],
)
def test_another_occasion_is_not_that_of_the_words_before(later: str) -> None:
    assert extract(_TOLD + later, "2024-05-08")[-1].date.edtf == "2024-05-08"


def test_a_year_or_a_month_in_which_something_was_said_dates_nothing_said_later() -> None:
    told = "“It leaks,” Mara Vell said in 2019.\n\nEels live there.\n\n“It broke,” Ms. Vell said."
    assert [each.date.edtf for each in extract(told, "2024-05-08")] == ["2019", "2024-05-08"]


@pytest.mark.parametrize(
    ("dateline", "edtf", "basis"),
    [
        ("AMBER, May 6, 2024 – ", "2024-05-06", "dateline"),
        ("AMBER, 6 May 2024 (TNS) — ", "2024-05-06", "dateline"),
        ("AMBER, May 6 – ", "2024-05-08", "article"),
        ("AMBER – ", "2024-05-08", "article"),
    ],
)
def test_the_day_of_a_dateline_is_the_day_of_what_it_opens(
    dateline: str, edtf: str, basis: str
) -> None:
    date = extract(f"{dateline}The weir is old.\n\n“It leaks,” Mara Vell said.", "2024-05-08")[
        0
    ].date
    assert (date.edtf, date.basis) == (edtf, basis)


def test_the_sentence_before_brings_in_the_occasion() -> None:
    text = "Speaking at the weir on Monday, Mara Vell was angry. “It leaks,” Vell said."
    [draft] = extract(text, "2024-05-08")
    assert draft.date.edtf == "2024-05-06"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "Days before the vote on Wednesday, the Tarn Board said on Friday that it leaked.",
            "2024-05-03",
        ),
        ("After the Sept. 11, 2001, attacks the Tarn Board warned that it leaked.", "2024-05-08"),
        ("Odd Brae recalled the flood of the mill in 1980 to claim that it leaked.", "2024-05-08"),
        ("Odd Brae said in 1980 that it leaked.", "1980"),
    ],
)
def test_of_several_times_the_one_at_the_verb_dates_the_words(text: str, edtf: str) -> None:
    assert {each.date.edtf for each in extract(text, "2024-05-08")} <= {edtf}
