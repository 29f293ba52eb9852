"""What keeps two from being merged, or a merge from being undone: a reason in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import models


class Obstacle(Exception):
    """It cannot be done, and nothing was; the message says why, and what to do about it."""


@contextmanager
def told_of(row: models.Model) -> Iterator[None]:
    """Turn what validation, or the database, says of a row into an obstacle that names the row."""
    try:
        yield
    except ValidationError as error:
        noun = row._meta.verbose_name
        raise Obstacle(
            f"The {noun} “{row}” would not be valid: {' '.join(error.messages)}"
        ) from None
