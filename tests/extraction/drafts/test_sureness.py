"""Of a draft that is not sure in all, the name of who speaks may be, and that of their body."""

import pytest

from positions.extraction import extract, joined
from tests.extraction.reading import DAY, only


@pytest.mark.parametrize(
    "text",
    [
        "“It leaks,” Mara Vell said.",
        "Mara Vell said it was “a sieve”.",
        "Mara Vell said that the weir leaks.",
        "“It leaks,” said British Defence Minister Mara Vell.",
        "“It leaks,” the Tarn Anglers’ Association said.",
        "“It leaks,” the TAA said.",
    ],
)
def test_who_is_named_in_full_beside_the_words_is_sure(text: str) -> None:
    draft = only(text)
    assert draft.names_speaker
    assert draft.speaker.name


@pytest.mark.parametrize(
    "text",
    [
        "“It leaks,” she said.",
        "“It leaks,” Vell said.",
        "“It leaks,” a spokesman for the Tarn Board said.",
        "“It leaks,” the planning commission said.",
        "“It leaks,” said one angler.",
        "“It leaks,” Maddoc said.",
        "Mara Vell wants a new weir.",
        "Mara Vell did not say that the weir leaks.",
        "Mara Vell would say that the weir leaks.",
        "“It leaks, said Mara Vell, director of the Tarn Board.",
        "Mara Vell did not reply.",
    ],
)
def test_whom_a_text_does_not_name_so_is_not_sure(text: str) -> None:
    assert not any(each.names_speaker for each in extract(text, DAY))


def test_whom_a_pronoun_means_is_sure_of_a_quotation_alone() -> None:
    before = "Mara Vell, director of the Tarn Board, spoke at the weir. "
    assert only(f"{before}“It leaks,” she said.").names_speaker
    assert not only(f"{before}She said that it leaks.").names_speaker


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("“It leaks,” said Mara Vell, director of the Tarn Board.", True),
        ("Mara Vell, director of the Tarn Board, said that the weir leaks.", True),
        ("“It leaks,” said British Defence Minister Mara Vell.", False),
        ("“It leaks,” said Mara Vell, an economist at Maddoc.", False),
        ("“It leaks,” said Mara Vell of the planning commission.", False),
        ("“It leaks,” Mara Vell said.", False),
    ],
)
def test_a_body_is_sure_that_its_name_shows_to_be_one(text: str, sure: bool) -> None:
    draft = only(text)
    assert (draft.names_speaker, draft.names_body) == (True, sure)


def test_an_act_is_as_sure_of_its_speaker_as_the_surest_of_its_words() -> None:
    [act] = joined(
        extract(
            "“It leaks,” said Mara Vell, director of the Tarn Board.\n\n“It is old,” she said.", DAY
        )
    )
    assert len(act.passages) == 2
    assert (act.names_speaker, act.names_body) == (True, True)
