"""After stage 11, anchoring: finds passages again in an edited text, by their words and context."""

from collections.abc import Iterator, Sequence

from positions.extraction.draft import CONTEXT, Passage, passage

_ENOUGH = CONTEXT
"""Characters around the words, on both sides together, that have to be as they were."""
_LOOKED_AT = 200  # occurrences of the same words, on either side of where they should be


def found_again(passages: Sequence[Passage], text: str) -> list[Passage | None]:
    """Give each passage as it now stands in an edited text, None for one that is gone.

    The words have to be the same to the letter, and so does enough of what stands around them: one
    whole side, or as much of both. So an edit on one side of a passage never loses it, and words
    that were cut are never mistaken for the same words of somebody else. Of several such places
    the one nearest to where the passages before it have moved is taken.

    Close to linear in the text for each passage.
    """
    found: list[Passage | None] = [None] * len(passages)
    shift = 0
    for at in sorted(range(len(passages)), key=lambda each: passages[each].start):
        old = passages[at]
        start = _place(old, text, old.start + shift)
        if start is not None:
            found[at] = passage(text, start, start + len(old.exact))
            shift = start - old.start
    return found


def _place(old: Passage, text: str, expected: int) -> int | None:
    if not old.exact:
        return None
    whole = old.prefix + old.exact + old.suffix
    if old.prefix and old.suffix and len(whole) > len(old.exact) + CONTEXT:
        unchanged = next(_nearest(text, whole, expected - len(old.prefix)), None)
        if unchanged is not None:
            return unchanged + len(old.prefix)
    best, best_score = None, _ENOUGH - 1
    for start in _nearest(text, old.exact, expected):
        score = _agreement(old, text, start)
        if score > best_score:
            best, best_score = start, score
    return best


def _nearest(text: str, words: str, expected: int) -> Iterator[int]:
    """Give the places where words stand, on either side of a place, the nearest first."""
    expected = min(max(expected, 0), len(text))
    after = text.find(words, expected)
    before = text.rfind(words, 0, expected + len(words) - 1) if expected else -1
    for _ in range(2 * _LOOKED_AT):
        if after < 0 and before < 0:
            return
        if before < 0 or (after >= 0 and after - expected <= expected - before):
            yield after
            after = text.find(words, after + 1)
        else:
            yield before
            before = text.rfind(words, 0, before + len(words) - 1)


def _agreement(old: Passage, text: str, start: int) -> int:
    """Count the characters around a place that are as they were around the passage.

    The edge of the text counts as a whole side when the passage stood as near to it.
    """
    end = start + len(old.exact)
    before = text[max(0, start - CONTEXT) : start]
    after = text[end : end + CONTEXT]
    if before == old.prefix or after == old.suffix:
        return 2 * CONTEXT if before == old.prefix and after == old.suffix else CONTEXT
    return _alike(before[::-1], old.prefix[::-1]) + _alike(after, old.suffix)


def _alike(one: str, other: str) -> int:
    """Count the characters that two strings begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
