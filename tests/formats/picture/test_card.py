"""The picture of a link is a PNG of the agreed size, the same for the same content, and quick."""

from __future__ import annotations

import io
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from positions.choices import Stance
from positions.formats.picture import (
    HEIGHT,
    WIDTH,
    PropositionCard,
    StatementCard,
    proposition_picture,
    statement_picture,
)
from positions.formats.picture.palette import colour, colour_of
from positions.formats.picture.shape import mask
from positions.formats.picture.typeface import drawable

SAID = StatementCard(
    words="Stop selling this, we plead.",
    ours="A plea to stop selling it",
    who="Example Union",
    when="Letter, May 2018",
    stances=((Stance.STRONGLY_OPPOSES, "explicit", "Sales"), (None, "", "Law")),
)
STANDS = PropositionCard(
    text="This should be sold.",
    topic="Example topic",
    day="22 November 2026",
    counts=((Stance.SUPPORTS, 3, 1), (Stance.OPPOSES, 12, 0), (None, 1, 0)),
)


def opened(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    image.load()
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    return image


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around all that is drawn."""
    paper = Image.new("RGB", image.size, colour("paper"))
    box = ImageChops.difference(image, paper).getbbox()
    assert box
    return box


def has(image: Image.Image, token: str) -> bool:
    found = image.getcolors(WIDTH * HEIGHT)
    assert found
    red, green, blue = bytes.fromhex(token.removeprefix("#"))
    return (red, green, blue) in [pixel for _, pixel in found]


@pytest.mark.parametrize("words", ["Short.", "We plead. " * 300, "w" * 900, ""])
def test_everything_is_drawn_within_the_frame(words: str) -> None:
    image = opened(statement_picture(replace(SAID, words=words, who="Example Union " * 20)))
    left, top, right, bottom = ink(image)
    assert left > 30
    assert top > 30
    assert right <= WIDTH - 60
    assert bottom <= HEIGHT - 20


@pytest.mark.parametrize("stance", [*Stance, None])
def test_each_stance_is_drawn_in_its_colour_and_a_shape_of_its_own(stance: Stance | None) -> None:
    assert has(
        opened(proposition_picture(replace(STANDS, counts=((stance, 1, 0),)))), colour_of(stance)
    )
    others = [mask(other, 28).tobytes() for other in (*Stance, None) if other != stance]
    assert mask(stance, 28).tobytes() not in others


@pytest.mark.parametrize("stance", [*Stance])
def test_an_implied_stance_is_drawn_otherwise_than_an_explicit_one(stance: Stance) -> None:
    explicit, implied = (
        statement_picture(replace(SAID, stances=((stance, directness, "Sales"),)))
        for directness in ("explicit", "implied")
    )
    assert explicit != implied
    if stance not in (Stance.NEUTRAL, Stance.UNCLEAR):  # whose shapes are hollow in any case
        assert mask(stance, 28).tobytes() != mask(stance, 28, hollow=True).tobytes()


def test_same_card_gives_the_same_bytes() -> None:
    statement, proposition = statement_picture(SAID), proposition_picture(STANDS)
    statement_picture.cache_clear()
    proposition_picture.cache_clear()
    assert statement_picture(SAID) == statement
    assert proposition_picture(STANDS) == proposition


@pytest.mark.parametrize("words", ["我们 plead", "نطلب", "Stop \U0001f600"])
def test_words_the_typeface_has_no_letters_for_give_way_to_ours(words: str) -> None:
    assert statement_picture(replace(SAID, words=words)) == statement_picture(
        replace(SAID, words="")
    )
    assert drawable("theirs", words) == ""


@pytest.mark.parametrize(
    "words", ["naïve Łódź Ωμέγα Москва", "tax‑free – “so” it’s…", "co\u00adop\u200b"]
)
def test_words_of_europe_are_drawn(words: str) -> None:
    assert drawable("theirs", words)


def test_a_name_without_letters_leaves_its_line_empty() -> None:
    unknown = replace(SAID, who="中文", when="中文", words="", ours="中文")
    blank = replace(SAID, who="", when="", words="", ours="")
    assert statement_picture(unknown) == statement_picture(blank)


@settings(max_examples=20)
@given(st.text(max_size=400), st.text(max_size=60))
def test_any_text_makes_a_picture(text: str, name: str) -> None:
    opened(
        statement_picture(StatementCard(text, name, name, name, ((Stance.MIXED, "implied", name),)))
    )
    opened(proposition_picture(PropositionCard(text, name, name, ((None, 1, 0),))))


def test_nobody_on_record_is_said() -> None:
    empty = opened(proposition_picture(replace(STANDS, counts=())))
    assert ink(empty)[3] > HEIGHT - 90
    assert not has(empty, colour("neutral"))


def test_a_picture_takes_less_than_150_milliseconds() -> None:
    many = replace(SAID, words="We plead, and plead again. " * 40)
    statement_picture(SAID)  # fonts are read once
    taken = []
    for _ in range(3):
        statement_picture.cache_clear()
        start = time.process_time()
        statement_picture(many)
        taken.append(time.process_time() - start)
    assert min(taken) < 0.15
