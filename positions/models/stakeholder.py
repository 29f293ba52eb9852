"""Stakeholders: anyone who can take a position, be it an organisation or a person."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.functions import Lower
from django.urls import reverse
from simple_history.models import HistoricalRecords

from positions.choices import AliasKind, StakeholderKind
from positions.models.address import Addressed
from positions.models.searchable import FoldedText, Searchable
from positions.models.texts import AddressField, LineField, ProseField
from positions.naming.folding import LONGEST_KEY


class StakeholderQuerySet(models.QuerySet["Stakeholder"]):
    """Sets of stakeholders."""

    def get_by_natural_key(self, slug: str) -> Stakeholder:
        return self.get(slug=slug)

    def organisations(self) -> StakeholderQuerySet:
        return self.exclude(kind=StakeholderKind.PERSON)

    def people(self) -> StakeholderQuerySet:
        return self.filter(kind=StakeholderKind.PERSON)

    def public(self) -> StakeholderQuerySet:
        """Those that readers see: a published statement names them, or an editor released them."""
        return self.filter(is_public=True)

    def settle_public(self) -> None:
        """Write down whether readers see these, as what is published says now. One query."""
        mentions = self.model._meta.get_field("mentions").related_model._base_manager
        named = Exists(mentions.filter(stakeholder=OuterRef("pk")))
        seen = ExpressionWrapper(Q(released=True) | Q(named), output_field=BooleanField())
        self.update(is_public=seen)


class Stakeholder(Searchable, Addressed):
    """Anyone who can take a position. One table, so that a position has one holder."""

    SEARCHED: ClassVar = {"search_text": ("name", "abbreviation")}
    NAMED: ClassVar = {"search_text": {"name_key": "name", "abbreviation_key": "abbreviation"}}

    kind = models.CharField(
        max_length=20, choices=StakeholderKind.choices, help_text="What kind of party."
    )
    name = LineField(max_length=200, help_text="In full, as they write it.")
    abbreviation = LineField(max_length=30, blank=True, help_text="As commonly used: “ACLU”.")
    description = ProseField(blank=True, help_text="Who they are, in our own words.")
    size_note = LineField(
        max_length=120, blank=True, help_text="How many they are, as printed: “19 groups”."
    )
    website = AddressField(blank=True, help_text="Their own site.")
    wikidata_id = LineField(
        "Wikidata",
        max_length=16,
        blank=True,
        validators=[RegexValidator(r"^Q[1-9]\d*$", "Write it as Q followed by digits: Q312556.")],
    )

    released = models.BooleanField(
        default=False,
        help_text="Readers see it though no published statement names it. Editors decide.",
    )
    is_public = models.BooleanField(
        "seen by readers",
        default=False,
        editable=False,
        help_text="It is released, or a published statement names it. Derived.",
    )

    objects = StakeholderQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["version", "is_public"])

    class Meta:
        ordering = ["name", "id"]
        indexes = [
            models.Index(fields=["kind", "name"], name="stakeholder_kind_name"),
            # Lists of what readers see, in the order of names.
            models.Index(fields=["is_public", "name", "id"], name="stakeholder_public_name"),
            models.Index("is_public", Lower("name"), "id", name="stakeholder_public_folded"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="stakeholder_has_name"),
            models.UniqueConstraint(
                fields=["wikidata_id"],
                condition=~Q(wikidata_id=""),
                name="stakeholder_wikidata_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it, and whether readers see it. Costs two queries more, unless it is new."""
        if new := not self.pk:
            self.is_public = self.released
        super().save(*args, **kwargs)
        if not new:
            # Asked once the row is locked: a statement that names it may be published meanwhile.
            there = Stakeholder.objects.filter(pk=self.pk)
            there.settle_public()
            self.is_public = there.values_list("is_public", flat=True).get()

    def naming(self) -> str:
        return self.abbreviation or self.name

    @property
    def is_person(self) -> bool:
        return self.kind == StakeholderKind.PERSON

    @property
    def short_name(self) -> str:
        """The abbreviation where there is one, else the name."""
        return self.abbreviation or self.name

    def get_absolute_url(self) -> str:
        return reverse(
            "person-detail" if self.is_person else "organisation-detail", args=[self.slug]
        )


class StakeholderText(FoldedText):
    """Name and abbreviation of a stakeholder."""

    stakeholder = models.OneToOneField(
        Stakeholder,
        models.CASCADE,
        primary_key=True,
        related_name="search_text",
        help_text="Whose name.",
    )
    name_key = models.CharField(
        max_length=LONGEST_KEY,
        default="",
        editable=False,
        help_text="The name, folded, by which it is looked up.",
    )
    abbreviation_key = models.CharField(
        max_length=LONGEST_KEY,
        default="",
        editable=False,
        help_text="The abbreviation, folded.",
    )

    class Meta:
        indexes = [
            models.Index(fields=["name_key"], name="stakeholder_name_key"),
            models.Index(fields=["abbreviation_key"], name="stakeholder_short_key"),
        ]

    def __str__(self) -> str:
        return str(self.stakeholder)


class SavedAsStakeholder(models.Model):
    """What the proxies share: they are written as the stakeholders that they are.

    History listens to ``Stakeholder`` alone, so that all records of a party are in one place.
    """

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._stakeholder().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        return self._stakeholder().delete(*args, **kwargs)

    def _stakeholder(self) -> Stakeholder:
        """The same row and the same fields: a key or version that the one gets, the other has."""
        same = Stakeholder.__new__(Stakeholder)
        same.__dict__ = self.__dict__
        return same


class OrganisationManager(models.Manager["Organisation"]):
    """Stakeholders that are no person."""

    def get_queryset(self) -> models.QuerySet[Organisation]:
        return super().get_queryset().exclude(kind=StakeholderKind.PERSON)


class Organisation(SavedAsStakeholder, Stakeholder):
    """A stakeholder that is not a person."""

    objects = OrganisationManager()  # type: ignore[assignment,misc]

    class Meta:
        proxy = True

    def clean(self) -> None:
        super().clean()
        if self.kind == StakeholderKind.PERSON:
            raise ValidationError({"kind": "A person is entered under People."})


class PersonManager(models.Manager["Person"]):
    """Stakeholders that are a person."""

    def get_queryset(self) -> models.QuerySet[Person]:
        return super().get_queryset().filter(kind=StakeholderKind.PERSON)


class Person(SavedAsStakeholder, Stakeholder):
    """A stakeholder that is one human being."""

    objects = PersonManager()  # type: ignore[assignment,misc]

    class Meta:
        proxy = True
        verbose_name_plural = "people"

    def clean_fields(self, exclude: object = None) -> None:
        self.kind = StakeholderKind.PERSON
        super().clean_fields(exclude=exclude)


class AliasQuerySet(models.QuerySet["Alias"]):
    """Sets of aliases."""

    def get_by_natural_key(self, stakeholder: str, name: str) -> Alias:
        return self.get(stakeholder__slug=stakeholder, name=name)


class Alias(Searchable):
    """Another name of a stakeholder: former, short, misprinted."""

    SEARCHED: ClassVar = {"search_text": ("name",)}
    NAMED: ClassVar = {"search_text": {"name_key": "name"}}

    stakeholder = models.ForeignKey(
        Stakeholder, models.CASCADE, related_name="aliases", help_text="Whose other name."
    )
    name = LineField(max_length=200, help_text="As it is written.")
    kind = models.CharField(
        max_length=20,
        choices=AliasKind.choices,
        default=AliasKind.VARIANT,
        help_text="Why there is this name.",
    )

    objects = AliasQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "aliases"
        indexes = [models.Index(fields=["name"], name="alias_name")]
        constraints = [
            models.UniqueConstraint(fields=["stakeholder", "name"], name="alias_once"),
            models.CheckConstraint(condition=~Q(name=""), name="alias_has_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str]:
        return (self.stakeholder.slug, self.name)

    natural_key.dependencies = ["positions.stakeholder"]  # type: ignore[attr-defined]


class AliasText(FoldedText):
    """Another name of a stakeholder."""

    alias = models.OneToOneField(
        Alias,
        models.CASCADE,
        primary_key=True,
        related_name="search_text",
        help_text="Which name.",
    )
    name_key = models.CharField(
        max_length=LONGEST_KEY,
        default="",
        editable=False,
        help_text="The name, folded, by which it is looked up.",
    )

    class Meta:
        indexes = [models.Index(fields=["name_key"], name="alias_name_key")]

    def __str__(self) -> str:
        return str(self.alias)
