"""Cells → the values of fields, each refusal in words that name the value and the cure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from positions.importers.sheets.names import Names, NotNamed
from positions.importers.sheets.sheet import Column

YES_OR_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
SEPARATOR = ";"  # between several names in one cell
# What is one word or one number: blanks around it are a slip. All other texts are to the letter.
_BARE = (models.SlugField, models.URLField)


class BadCell(ValueError):
    """A cell that says nothing that its field can hold; the message says why, and the cure."""


def names_in(column: Column, text: str) -> Iterator[str]:
    """What a cell that refers to nouns names."""
    if column.of.many_to_many:
        yield from filter(None, (each.strip() for each in text.split(SEPARATOR)))
    elif column.of.is_relation:
        yield text.strip()


def value_of(column: Column, text: str, names: Names) -> Any:
    """What a cell that is not empty says; raises BadCell. No queries: names are looked up before.

    A list of nouns where the field holds several, one noun where it refers, else a plain value.
    """
    field = column.of
    try:
        if field.many_to_many:
            return [names.one(field.related_model, name) for name in names_in(column, text)]
        if field.is_relation:
            return names.one(field.related_model, text.strip())
        if column.choices:
            return _chosen(column, text.strip())
        if isinstance(field, models.BooleanField):
            return _yes_or_no(text.strip())
        if isinstance(field, _BARE):
            return text.strip()
        if isinstance(field, models.CharField | models.TextField):
            return text
        return _exact(field.to_python(text.strip()))
    except NotNamed as error:
        raise BadCell(str(error)) from error
    except ValidationError as error:
        raise BadCell(" ".join(error.messages)) from error


def _chosen(column: Column, text: str) -> str:
    if text in column.choices:
        return text
    for value, label in column.choices.items():
        if label.casefold() == text.casefold():
            return value
    raise BadCell(f"“{text}” is none of its values. Write one of {', '.join(column.choices)}.")


def _yes_or_no(text: str) -> bool:
    if text.lower() not in YES_OR_NO:
        raise BadCell(f"“{text}” is neither. Write true or false.")
    return YES_OR_NO[text.lower()]


def _exact(value: Any) -> Any:
    """A moment without a time zone is in UTC, as all that this site writes."""
    if isinstance(value, datetime) and timezone.is_naive(value):
        return value.replace(tzinfo=timezone.get_default_timezone())
    return value
