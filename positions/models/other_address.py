"""Other addresses of a source: where the same document also stands, so that it is known there."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from positions.models.source import Source, url_key
from positions.models.texts import AddressField


class OtherAddressQuerySet(models.QuerySet["OtherAddress"]):
    """Sets of other addresses."""

    def get_by_natural_key(self, key: str) -> OtherAddress:
        return self.get(url_key=key)


class OtherAddress(models.Model):
    """A second address of a source: of a mirror, or that of a source that was merged into it."""

    source = models.ForeignKey(
        Source, models.CASCADE, related_name="other_addresses", help_text="Of which document."
    )
    url = AddressField("address", max_length=600, help_text="Where it can also be read.")
    url_key = models.CharField(
        max_length=600,
        unique=True,
        editable=False,
        help_text="The address in the form by which sources are known to be the same.",
    )

    objects = OtherAddressQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["url_key"])

    class Meta:
        ordering = ["id"]
        verbose_name = "other address"
        verbose_name_plural = "other addresses"
        constraints = [
            models.CheckConstraint(condition=~Q(url_key=""), name="other_address_has_key"),
        ]

    def __str__(self) -> str:
        return self.url

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the address with its key."""
        self.url_key = url_key(self.url)
        super().save(*args, **kwargs)

    def natural_key(self) -> tuple[str]:
        return (url_key(self.url),)

    natural_key.dependencies = ["positions.source"]  # type: ignore[attr-defined]

    def clean_fields(self, exclude: Any = None) -> None:
        self.url_key = url_key(self.url)
        super().clean_fields(exclude=exclude)

    def clean(self) -> None:
        super().clean()
        known = Source.objects.at_address(self.url).first()
        itself = OtherAddress.objects.filter(pk=self.pk, url_key=self.url_key).exists()
        if known is not None and not itself:
            raise ValidationError({"url": f"This address belongs to “{known}” already."})
