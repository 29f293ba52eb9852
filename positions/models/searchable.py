"""Nouns that are found by words: what is searched of each is kept folded in a row beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Self

from django.db import models, transaction

from positions.naming import key
from positions.words.field import FoldedField
from positions.words.folding import folded

BATCH = 1000


class FoldedText(models.Model):
    """What is searched of one object: the primary key is the object's. Derived."""

    folded = FoldedField(help_text="The words that it is found by, folded.")

    class Meta:
        abstract = True


class Searchable(models.Model):
    """A noun that is found by words of its own fields: to save it is to write them down.

    ``SEARCHED`` gives, by the related name of the model that keeps them, the fields they are in.
    What does not go through ``save``, as loaddata does not, calls ``write_texts``.
    """

    SEARCHED: ClassVar[Mapping[str, tuple[str, ...]]]
    # By the same name, the columns of names that are looked up as wholes, and whose key each is.
    NAMED: ClassVar[Mapping[str, Mapping[str, str]]] = {}

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row and what is searched of it. Costs a query more for each of its texts."""
        super().save(*args, **kwargs)
        self.write_texts([self])

    @classmethod
    def write_texts(cls, rows: Iterable[Self]) -> None:
        """Write down what is searched of these rows. Costs a query a text for every thousand."""
        there = list(rows)
        for related_name, fields in cls.SEARCHED.items():
            text: Any = cls._meta.get_field(related_name).related_model
            named = cls.NAMED.get(related_name, {})
            text.objects.bulk_create(
                (
                    text(
                        pk=row.pk,
                        folded=folded(*([getattr(row, name)] for name in fields)),
                        **{column: key(getattr(row, name)) for column, name in named.items()},
                    )
                    for row in there
                ),
                batch_size=BATCH,
                update_conflicts=True,
                update_fields=["folded", *named],
                unique_fields=["pk"],
            )
