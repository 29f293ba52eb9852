"""Find a quotation in a text: to the letter, but for typography, or say where it departs."""

from dataclasses import dataclass
from typing import Literal

from positions.quoting.departure import Departure, find_departure
from positions.quoting.selector import CONTEXT, Selector, select
from positions.quoting.typography import Folded

Check = Literal["exact", "typography", "not_found"]


@dataclass(frozen=True, slots=True)
class Match:
    """What came of looking for a quotation in a text.

    `selector` is the text's own words and place, and None when they are not found; then
    `departure` says where they part, and is None only for a blank quotation.
    """

    check: Check
    selector: Selector | None = None
    departure: Departure | None = None

    def explain(self) -> str:
        """Say in a sentence for an editor what was found."""
        if self.check == "exact":
            return "The words are in the text, to the letter."
        if self.check == "typography":
            return (
                "The words are in the text but for typography: "
                "quotation marks, dashes, omission points or spaces differ."
            )
        if self.departure is None:
            return "The quotation is blank: give the words themselves."
        return self.departure.explain()


def find(text: str, exact: str, prefix: str = "", suffix: str = "") -> Match:
    """Find the words `exact` in `text`.

    Of several occurrences the one whose surroundings agree best with `prefix` and `suffix` is
    taken, then the first that begins and ends where words do, then the first. Close to linear:
    about 70 ms for 2,000 characters that are not in a text of a megabyte.
    """
    if not exact.strip():
        return Match("not_found")
    start = _choose(text, exact, prefix, suffix)
    if start >= 0:
        return Match("exact", select(text, start, start + len(exact)))
    folded, quotation = Folded(text), Folded(exact)
    needle = quotation.text.strip()
    if not needle:  # nothing but soft hyphens and their like
        return Match("not_found")
    start = _choose(folded.text, needle, Folded(prefix).text, Folded(suffix).text)
    if start >= 0:
        return Match("typography", select(text, *folded.span(start, start + len(needle))))
    return Match("not_found", departure=find_departure(folded, quotation))


def _choose(text: str, needle: str, prefix: str, suffix: str) -> int:
    """Give the start of the best occurrence, -1 when there is none."""
    prefix, suffix = prefix[-CONTEXT:], suffix[:CONTEXT]
    start = best = text.find(needle)
    if start >= 0 and (prefix or suffix):
        whole = text.find(prefix + needle + suffix)
        if whole >= 0:
            return whole + len(prefix)
    best_score = (-1, False)
    while start >= 0:
        end = start + len(needle)
        agreement = _agreement(text[max(0, start - CONTEXT) : start][::-1], prefix[::-1])
        agreement += _agreement(text[end : end + CONTEXT], suffix)
        score = (agreement, _is_whole(text, start, end))
        if score > best_score:
            best, best_score = start, score
        if score[1] and not (prefix or suffix):
            break
        start = text.find(needle, end)
    return best


def _agreement(one: str, other: str) -> int:
    """Count the characters that two strings begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    """Say whether the range begins and ends where words do."""
    begins_inside = text[max(0, start - 1) : start].isalnum() and text[start].isalnum()
    ends_inside = text[end - 1].isalnum() and text[end : end + 1].isalnum()
    return not (begins_inside or ends_inside)
