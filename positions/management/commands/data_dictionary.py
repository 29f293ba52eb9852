"""Prints the data dictionary, docs/data-dictionary.md, from the models and vocabularies."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.db import models

from positions import choices
from positions import models as nouns

OPENING = """# Data dictionary

Made by `manage.py data_dictionary` from the models; a test holds that it is up to date. What leaves
the site as JSON, CSV and Atom is described at `/about/data/` and, for programs, at
`/api/openapi.json`. Every noun that editors change has its history beside it, and `created_at`,
`modified_at` and a `version` against lost edits where it has a page of its own.

`≤` is how many characters a text may have; a longer one is refused with its length and the limit,
whichever way it comes. No text may have control characters, but tabs and line breaks where it may
have several lines; names, titles and addresses may have nothing that is not seen either. Whole
texts of sources stay as they came, but for what no database can hold.
"""
# Each noun, in the order in which one meets them.
NOUNS: list[type[models.Model]] = [
    *(nouns.Stakeholder, nouns.Alias, nouns.Affiliation, nouns.Topic, nouns.Proposition),
    *(nouns.Source, nouns.Capture, nouns.Statement, nouns.Attribution, nouns.Quotation),
    *(nouns.Reply, nouns.Assessment, nouns.Correction, nouns.Challenge, nouns.Position),
    *(nouns.IndexEntry, nouns.Mention, nouns.TopicTotal, nouns.StatementText),
    *(nouns.StakeholderText, nouns.AliasText, nouns.TopicText, nouns.PropositionText),
    *(nouns.PropositionReason, nouns.SourceText, nouns.FormerAddress, nouns.OtherAddress),
    *(nouns.Merge, nouns.ToldApart, nouns.Intake),
]
PLUMBING = {"id", "version", "created_at", "modified_at"}


def dictionary() -> str:
    """The whole document, in Markdown."""
    return "\n".join([OPENING, *_nouns(), *_vocabularies()])


def _nouns() -> Iterator[str]:
    for noun in NOUNS:
        yield f"## {noun.__name__}\n\n{inspect.cleandoc(noun.__doc__ or '')}\n"
        yield "| field | type | what it holds |\n|---|---|---|"
        for field in [*noun._meta.concrete_fields, *noun._meta.many_to_many]:
            if field.name not in PLUMBING:
                yield f"| `{field.name}` | {_kind(field)} | {_sense(field)} |"
        yield ""


def _kind(field: models.Field[Any, Any]) -> str:
    optional = ", optional" if field.blank or field.null else ""
    if isinstance(field, models.ManyToManyField):
        return f"many of {field.related_model.__name__}"
    if isinstance(field, models.ForeignKey):
        return f"{field.related_model.__name__}{optional}"
    if field.choices:
        return f"one of {_vocabulary(field).__name__}{optional}"
    name = field.get_internal_type().removesuffix("Field")
    longest = getattr(field, "longest", field.max_length) if name != "EdtfField" else None
    size = f" ≤ {longest:,}" if longest else ""
    return f"{name}{size}{optional}"


def _vocabulary(field: models.Field[Any, Any]) -> type[choices.Vocabulary]:
    for vocabulary in choices.Vocabulary.__subclasses__():
        if vocabulary.choices == list(field.choices or ()):
            return vocabulary
    raise LookupError(f"{field} has choices that are no vocabulary of positions.choices.")


def _sense(field: models.Field[Any, Any]) -> str:
    title = str(field.verbose_name).replace("_", " ")
    shown = f"{title}. " if title != field.name.replace("_", " ") else ""
    return f"{shown}{field.help_text}".strip()


def _vocabularies() -> Iterator[str]:
    yield "# Vocabularies\n"
    for vocabulary in choices.Vocabulary.__subclasses__():
        yield f"## {vocabulary.__name__}\n\n{inspect.cleandoc(vocabulary.__doc__ or '')}\n"
        yield "| value | shown as | meaning |\n|---|---|---|"
        for member in vocabulary:
            yield f"| `{member.value}` | {member.label} | {member.meaning} |"
        yield ""


class Command(BaseCommand):
    """Prints docs/data-dictionary.md."""

    help = "Prints the data dictionary in Markdown, from the models and vocabularies."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(dictionary())
