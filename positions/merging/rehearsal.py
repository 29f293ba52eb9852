"""Does something to see what comes of it, and takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import transaction


class _TakenBack(Exception):
    """Ends a rehearsal."""


@contextmanager
def rehearsal() -> Iterator[None]:
    """What is written within is undone at its end; what is raised within goes on its way."""
    with suppress(_TakenBack), transaction.atomic():
        yield
        raise _TakenBack
