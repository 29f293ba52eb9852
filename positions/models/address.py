"""Slugs: short, stable names in addresses; a changed slug leaves its old address behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import count
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.text import slugify

from positions.models.bulk import batches
from positions.models.editable import Editable

SPARE = 20  # numbers behind a slug that are asked for at once, beside one for each who wants it


class FormerAddress(models.Model):
    """An address that a noun had before; readers who follow it are sent to the present one."""

    noun = models.CharField(max_length=40, help_text="Model name, as in stakeholder.")
    slug = models.SlugField(max_length=120, help_text="What the address ended in.")
    object_id = models.PositiveBigIntegerField(help_text="Whose it was, by key.")

    class Meta:
        verbose_name_plural = "former addresses"
        constraints = [
            models.UniqueConstraint(fields=["noun", "slug"], name="former_address_once"),
        ]

    def __str__(self) -> str:
        return f"{self.noun}/{self.slug}"


class Addressed(Editable):
    """An editable noun with an address of its own."""

    slug = models.SlugField(
        max_length=120,
        unique=True,
        blank=True,
        help_text="Short and stable; the abbreviation where there is one. Made when left empty.",
    )

    class Meta:
        abstract = True

    @classmethod
    def noun(cls) -> str:
        """The name under which former addresses are kept: that of the concrete model."""
        return cls._meta.concrete_model._meta.model_name or ""  # type: ignore[union-attr]

    def naming(self) -> str:
        """The text that a missing slug is made from."""
        raise TypeError(f"{type(self).__name__} must say what its slug is made from.")

    def clean(self) -> None:
        super().clean()
        self.make_missing_slug()
        if self._has_made_slug() or vars(self).get("_unheld_slug") == self.slug:
            return  # it is nobody's: it was made so, or that was asked before
        held = FormerAddress.objects.filter(noun=self.noun(), slug=self.slug)
        if held.exclude(object_id=self.pk or 0).exists():
            raise ValidationError(
                {"slug": f"“{self.slug}” was the address of another {self.noun()}. Choose another."}
            )

    def clean_fields(self, exclude: Any = None) -> None:
        # A missing slug is made in clean(), so an empty one is no error here.
        self.make_missing_slug()
        super().clean_fields(exclude=exclude)

    def validate_unique(self, exclude: Any = None) -> None:
        # A slug that was made is made anew when it is written, if another took it meanwhile.
        made = {"slug"} if self._has_made_slug() else set()
        super().validate_unique(exclude={*(exclude or ()), *made})

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row; a slug that was made and that another took meanwhile is made anew."""
        self.make_missing_slug()
        if not self._state.adding:
            self._keep_former_slug()
        if self._state.adding and self._has_made_slug():
            self._insert_under_free_slug(*args, **kwargs)
        else:
            super().save(*args, **kwargs)

    def _insert_under_free_slug(self, *args: Any, **kwargs: Any) -> None:
        while True:
            try:
                with transaction.atomic():
                    return super().save(*args, **kwargs)
            except IntegrityError:
                # Each round, one of those who want the same slug has been written: this ends.
                if self.slug not in self.taken_slugs(self.slug):
                    raise
                self.slug = ""
                self.make_missing_slug()

    @classmethod
    def moved(cls, slug: str) -> str | None:
        """The present slug of what once had this one, or None."""
        former = FormerAddress.objects.filter(noun=cls.noun(), slug=slug).first()
        if former is None:
            return None
        rows = cls._base_manager.filter(pk=former.object_id)
        return rows.values_list("slug", flat=True).first()

    def _keep_former_slug(self) -> None:
        before = type(self)._base_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
        if before and before != self.slug:
            FormerAddress.objects.update_or_create(
                noun=self.noun(), slug=before, defaults={"object_id": self.pk}
            )
            FormerAddress.objects.filter(noun=self.noun(), slug=self.slug).delete()

    @classmethod
    def make_slugs(cls, rows: Sequence[Addressed]) -> None:
        """Give each of these new rows of one noun that lacks one a free slug.

        Two queries for each hundred, and two for each slug that many others have with a number.
        """
        for some in batches([row for row in rows if not row.slug], 100):
            tried = {
                stem: {_numbered(stem, number) for number in range(1, wanted + SPARE)}
                for stem, wanted in Counter(row.slug_stem() for row in some).items()
            }
            taken = some[0].held_slugs(Q(slug__in=set().union(*tried.values())))
            for stem, slugs in tried.items():
                if slugs <= taken:
                    taken |= some[0].taken_slugs(stem)
            for row in some:
                row.make_missing_slug(taken)
                taken.add(row.slug)

    @classmethod
    def ask_for_slugs(cls, rows: Sequence[Addressed]) -> None:
        """Find out which slugs of these rows of one noun are nobody's former one.

        One query for each five hundred, where the validation of each row would ask for itself.
        """
        for some in batches(rows):
            former = FormerAddress.objects.filter(noun=cls.noun(), slug__in=[r.slug for r in some])
            held = set(former.values_list("slug", flat=True))
            for row in some:
                if row.slug and row.slug not in held:
                    vars(row)["_unheld_slug"] = row.slug

    def _has_made_slug(self) -> bool:
        return bool(self.slug) and vars(self).get("_made_slug") == self.slug

    def make_missing_slug(self, taken: set[str] | None = None) -> None:
        """Make a slug where there is none; ``taken`` are those that are not free (None: ask)."""
        if not self.slug:
            self.slug = vars(self)["_made_slug"] = self._free_slug(taken)

    def _free_slug(self, taken: set[str] | None = None) -> str:
        stem = self.slug_stem()
        taken = self.taken_slugs(stem) if taken is None else taken
        return next(slug for n in count(1) if (slug := _numbered(stem, n)) not in taken)

    def slug_stem(self) -> str:
        """The slug that it has where nobody else has it."""
        return slugify(self.naming())[:100].strip("-") or self.noun()

    def taken_slugs(self, stem: str) -> set[str]:
        """The slugs of others that begin so, those that they once had too. Two queries."""
        return self.held_slugs(Q(slug__startswith=stem))

    def held_slugs(self, which: Q) -> set[str]:
        """Which slugs others have, or once had. Two queries."""
        now = type(self)._base_manager.filter(which).exclude(pk=self.pk)
        once = FormerAddress.objects.filter(which, noun=self.noun()).exclude(object_id=self.pk or 0)
        return {*now.values_list("slug", flat=True), *once.values_list("slug", flat=True)}


def _numbered(stem: str, number: int) -> str:
    """The slug of the first, the second … of those that would have the same."""
    return stem if number == 1 else f"{stem}-{number}"
