"""The place and the surroundings of words in a text, as the W3C describes them."""

from dataclasses import dataclass

CONTEXT = 32
"""How many code points of the text a selector keeps on either side of its words."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Words in a text, by position and by what stands around them.

    `start` and `end` count code points, `end` is exclusive; `prefix` and `suffix` hold at most
    `CONTEXT` code points. Source: W3C Web Annotation Data Model, TextPositionSelector (4.2.5) and
    TextQuoteSelector (4.2.4).
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def select(text: str, start: int, end: int) -> Selector:
    """Select the words at `text[start:end]`.

    `ValueError` when the range is empty or not inside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(
            f"No words at {start} to {end}: "
            f"choose 0 <= start < end <= {len(text)}, the length of the text."
        )
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )
