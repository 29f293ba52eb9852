"""Stage 7 tells a person of whom a text gives but a surname by the words around it."""

import pytest

from tests.extraction.reading import only, told


@pytest.mark.parametrize(
    "told",
    [
        "Brae took off his hat.",
        "Brae, 45, lives in Tarn.",
        "Brae, who lives in Tarn, came late.",
        "Brae's widow came late.",
        "Brae came late. She had missed the bus.",
    ],
)
def test_a_surname_alone_is_a_person_s_where_the_text_speaks_of_one(told: str) -> None:
    speaker = only(f"{told}\n\n“It leaks,” Brae said.").speaker
    assert (speaker.name, speaker.organisation) == ("Brae", "")


@pytest.mark.parametrize(
    "told",
    [
        "Brae raised its prices.",
        "Brae sold the mill, which it had built.",
        "Mara Vell of Brae took off her hat.",
        "The Brae raised prices. He paid.",
    ],
)
def test_a_name_of_one_word_is_a_body_s_where_the_text_speaks_of_none(told: str) -> None:
    assert only(f"{told}\n\n“It leaks,” Brae said.").speaker.organisation == "Brae"


def test_himself_tells_a_man() -> None:
    text = (
        "Throughout, Quill Brae cast himself as new and Mara Lund as old.\n\n“I have joined,” he "
        "said."
    )
    assert told(text)[-1][1] == "Quill Brae"
