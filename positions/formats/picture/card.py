"""The two pictures that links show, 1200 × 630: a statement's words, and who stands where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from positions.choices import Directness, Stance, stance_in_words
from positions.formats.picture.canvas import HEIGHT, WIDTH, Canvas
from positions.formats.picture.typeface import Face, drawable

__all__ = [
    "HEIGHT",
    "WIDTH",
    "PropositionCard",
    "StatementCard",
    "proposition_picture",
    "statement_picture",
]

WORDS = range(84, 35, -2)  # sizes in pixels, the largest first
TITLES = range(60, 33, -2)
NAMES = range(34, 25, -2)
SMALL = [28]
TOP = 138  # where the words begin
FOOT = HEIGHT - 50
ROW = 44  # from one line of the foot to the next
AIR = 26  # above and below the rule
MOST_STANCES = 2
KEPT = 48  # pictures, some 50 KB each


@dataclass(frozen=True, slots=True)
class StatementCard:
    """What the picture of a statement shows.

    ``words`` are the speaker's own, or "". ``ours`` is what is shown where there are none, or none
    that the typeface can draw. ``stances`` are (stance, directness, proposition) of what they
    carry; None is silence. ``more`` is how many others the statement takes.
    """

    words: str
    ours: str
    who: str
    when: str
    stances: tuple[tuple[Stance | None, str, str], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class PropositionCard:
    """What the picture of a proposition shows: how many hold which stance as of a day.

    ``counts`` are (stance, holders, of how many of them it is implied); None is silence.
    """

    text: str
    topic: str
    day: str
    counts: tuple[tuple[Stance | None, int, int], ...]


@lru_cache(maxsize=KEPT)
def statement_picture(card: StatementCard) -> bytes:
    """A PNG. Costs some 40 ms; the same card gives the same bytes, which are kept for a while."""
    canvas = Canvas()
    shown = card.stances[:MOST_STANCES]
    left = len(card.stances) - len(shown) + card.more
    foot = FOOT - ROW * (2 + len(shown))
    face, text = _words(card)
    if face == "theirs":
        canvas.block(face, text, (TOP, foot - 2 * AIR), WORDS, ("“", "”"))
    else:
        canvas.block(face, text, (TOP, foot - 2 * AIR), TITLES)
    canvas.rule(foot - AIR)
    canvas.line("ours_bold", card.who, foot, NAMES)
    canvas.line("ours", card.when, foot + ROW, SMALL, "soft")
    for number, (stance, directness, proposition) in enumerate(shown, start=1):
        said = stance_in_words(stance, directness)
        label = f"{said}: {proposition}"
        more = f"  and {left} more" if left and number == len(shown) else ""
        line = drawable("ours_bold", label) or said
        hollow = directness == Directness.IMPLIED
        canvas.mark(stance, line, foot + ROW * (1 + number) + 4, more, hollow=hollow)
    return canvas.png()


@lru_cache(maxsize=KEPT)
def proposition_picture(card: PropositionCard) -> bytes:
    """A PNG. Costs some 40 ms; the same card gives the same bytes, which are kept for a while."""
    canvas = Canvas()
    marks = [
        (
            stance,
            f"{stance_in_words(stance)}  {number:,}{f' ({implied:,} implied)' if implied else ''}",
        )
        for stance, number, implied in card.counts
    ]
    rows = canvas.in_rows(marks)
    foot = FOOT - ROW - (ROW + 6) * len(rows)
    canvas.line("ours", card.topic, TOP - 14, SMALL, "soft")
    canvas.block("ours_bold", card.text, (TOP + 34, foot - 2 * AIR), TITLES)
    canvas.rule(foot - AIR)
    for number, row in enumerate(rows):
        canvas.row(row, foot + (ROW + 6) * number)
    day = f"As of {card.day}" if rows else f"Nobody is on record as of {card.day}"
    canvas.line("ours", day, FOOT - ROW, SMALL, "soft")
    return canvas.png()


def _words(card: StatementCard) -> tuple[Face, str]:
    """The speaker's words, or ours where there are none that the typeface has letters for."""
    if words := drawable("theirs", card.words):
        return "theirs", words
    return "ours", card.ours
