"""Does a write again where another came between: what was read for it is read anew."""

from __future__ import annotations

import logging
import math
import random
import time
from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import Error, IntegrityError, OperationalError

from positions.models import StaleEdit
from positions.recording.rows import Invalid

Done = TypeVar("Done")
logger = logging.getLogger(__name__)

# What PostgreSQL says to the one of two that it breaks off: a serialization failure, a deadlock,
# a lock that was not given (https://www.postgresql.org/docs/current/errcodes-appendix.html).
BROKEN_OFF = {"40001", "40P01", "55P03"}
SQLITE_BUSY = 5  # its result code where another has written for longer than the busy timeout

ATTEMPTS = 12
PATIENCE = 5.0  # seconds since the first lost attempt after which no further one is begun
PATIENCE_OF_COMMANDS = 60.0  # a load goes on where an editor would be told to try again
PAUSE = 0.02  # seconds before the second attempt; twice as long before each further one
LONGEST_PAUSE = 0.5


class Race(Exception):
    """Others wrote the same at every attempt: nothing was written. Ask again a moment later."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else was changing the same at this moment. Nothing was saved: try again."
        )


def lost(error: BaseException) -> bool:
    """Whether an error may be the fault of another write that came first.

    A broken constraint may, and so may a row that is gone or that is refused only when it is
    written: what was checked before the write held then, and holds no longer. When the write is
    done again, the check sees the other's rows and says what is wrong in words.
    """
    if isinstance(error, StaleEdit | Invalid | IntegrityError | ObjectDoesNotExist):
        return True
    broken_off = getattr(error.__cause__, "sqlstate", None) in BROKEN_OFF
    is_busy = _sqlite_code(error) & 0xFF == SQLITE_BUSY
    return isinstance(error, OperationalError) and (broken_off or is_busy)


def _sqlite_code(error: BaseException) -> int:
    """The result code of an error of SQLite (https://www.sqlite.org/rescode.html); 0 of others."""
    return getattr(error.__cause__, "sqlite_errorcode", 0) or 0


def repeated(
    write: Callable[[], Done],
    *,
    before_each: Callable[[], object] = lambda: None,
    patience: float = PATIENCE,
) -> Done:
    """What ``write`` gives, which is called again as long as it loses a race.

    ``write`` reads all that it needs itself and is one transaction, so that an attempt that failed
    has left nothing. ``before_each`` is called before every attempt after the first. Raises Race,
    from the last error, after twelve attempts or ``patience`` seconds, which begin with the first
    attempt that was lost: it may have waited long for the lock of the one that won. Invalid where a
    row is refused twice in the same words, which nobody else's write explains; other errors as they
    come.
    A locked SQLite has made an editor wait already: that is an error as others are, and answered
    as an outage; a command, which has more patience, goes on.
    """
    first_lost, said = math.inf, ""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return write()
        except (StaleEdit, Invalid, ObjectDoesNotExist, Error) as error:
            if not lost(error) or (patience <= PATIENCE and _sqlite_code(error) == SQLITE_BUSY):
                raise
            if isinstance(error, Invalid) and str(error) == said:
                raise
            now = time.monotonic()
            if attempt == ATTEMPTS or now - first_lost >= patience:
                logger.exception("A write was given up after %s attempts.", attempt)
                raise Race from error
            first_lost, said = min(first_lost, now), str(error)
            longest = min(PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE)
            time.sleep(random.uniform(0, longest))  # noqa: S311 - so that two do not meet again
            before_each()
    raise AssertionError  # pragma: no cover - the last attempt returns or raises
