"""Whether a reading takes time in proportion to the length of its text."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

PART = 8
"""The beginning of a text that is read first is one part in so many of it."""
END = 8
"""Characters of the end, which may be what makes a match fail, that the beginning has, too."""
TIMES = 4
"""So many times what is in proportion to the beginning is too long: quadratic is ``PART``."""
AT_FIRST = 0.3
"""Seconds of processor time that the beginning may take, whatever the reading needs to begin."""
ALWAYS = 0.1
"""Seconds that are never too long for the whole: so few that a fast machine, too, needs more to
read ``SIZE`` characters each with all others."""
TRIES = 3
"""What was too long so often is: once may be the machine, which has other work."""


class TooLong(Exception):
    """A text took longer than is in proportion to its length."""


def read_in_proportion(read: Callable[[Any], object], text: Any) -> None:
    """Read a text as ``_read`` does; raises TooLong where each of ``TRIES`` takes too long."""
    for _ in range(TRIES - 1):
        with suppress(TooLong):
            return _read(read, text)
    return _read(read, text)


def _read(read: Callable[[Any], object], text: Any) -> None:
    """Read the beginning of a text, then all of it; raises TooLong, and never hangs.

    The beginning ends as the text does. Where it takes so little time that the whole, were the
    reading quadratic, would not take ``ALWAYS``, the whole is not read.
    """
    before = time.process_time()
    with _bound(AT_FIRST):
        read(text[: len(text) // PART] + text[-END:])
    taken = time.process_time() - before
    if taken * PART * PART > ALWAYS:
        with _bound(max(ALWAYS, taken * PART * TIMES)):
            read(text)


@contextmanager
def _bound(seconds: float) -> Iterator[None]:
    """Raise TooLong in what takes longer. Python looks for signals within a match, too."""
    handler = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, handler)


def _stop(_signal: int, _frame: object) -> None:
    raise TooLong
