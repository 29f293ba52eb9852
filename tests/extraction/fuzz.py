"""Reads mutated articles: `python -m tests.extraction.fuzz [N] [FIRST] [FOLDER]`.

N inputs, from number FIRST on, are made of the gold articles that are for working on the
extraction, and of the texts (``*.txt``) in FOLDER if one is given: letters and marks deleted,
inserted and doubled, paragraphs moved, articles cut off and spliced. Each number gives the same
input every time. Of each it is asked that reading it raises nothing, and that every selector
selects, to the letter, what it says. What does not is printed with its number; else the counts.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from pathlib import Path

from positions.extraction import extract
from tests.extraction.gold.reader import articles
from tests.extraction.test_extract import ARTICLE, MARKS, sound

PUBLISHED = ("", "2024-05-08", "soon")


def mutated(number: int, texts: list[str]) -> tuple[str, str]:
    """The input of that number, and the day of its article."""
    chance = random.Random(number)
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 10)):
        at = chance.randint(0, len(text))
        upto = min(len(text), at + chance.randint(0, 40))
        deed = chance.choice(("delete", "insert", "double", "move", "cut", "splice", "case"))
        if deed == "delete":
            text = text[:at] + text[upto:]
        elif deed == "insert":
            text = text[:at] + "".join(chance.choices(MARKS, k=chance.randint(1, 3))) + text[at:]
        elif deed == "double":
            text = text[:at] + text[at:upto] * 2 + text[upto:]
        elif deed == "case":
            text = text[:at] + text[at:upto].swapcase() + text[upto:]
        elif deed == "move":
            lines = text.split("\n")
            chance.shuffle(lines)
            text = "\n".join(lines)
        elif deed == "cut" and chance.random() < 0.2:
            text = text[:at]
        elif deed == "splice" and chance.random() < 0.3:
            other = chance.choice(texts)
            text = text[:at] + other[chance.randint(0, len(other)) :][:4000]
    return text, chance.choice(PUBLISHED)


def main(many: int, first: int, folder: str) -> int:
    """Read them; how many were not read soundly."""
    gold = (each for part in ("development", "acts") for each in articles(part))
    texts = [ARTICLE, *(each.text for each in gold)]
    texts += (
        [each.read_text("utf8") for each in sorted(Path(folder).glob("*.txt"))] if folder else []
    )
    began, drafts, failed = time.monotonic(), 0, 0
    for number in range(first, first + many):
        text, published = mutated(number, texts)
        try:
            found = extract(text, published)
            sound(text, found)
        except Exception:  # noqa: BLE001 - of whatever kind, it is what is looked for
            failed += 1
            sys.stdout.write(f"input {number}:\n{traceback.format_exc()}\n")
        else:
            drafts += len(found)
    took = time.monotonic() - began
    sys.stdout.write(
        f"{many:,} inputs from {first:,} on, of {len(texts)} articles: {drafts:,} drafts, "
        f"{failed:,} failures, {took:.0f} s\n"
    )
    return failed


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("many", type=int, nargs="?", default=10_000)
    asked.add_argument("first", type=int, nargs="?", default=0)
    asked.add_argument("folder", nargs="?", default="")
    sys.exit(bool(main(**vars(asked.parse_args()))))
