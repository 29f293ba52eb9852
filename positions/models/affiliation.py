"""Affiliations: one stakeholder's tie to another, and for how long."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from positions.choices import AffiliationKind
from positions.models.dated import EdtfField
from positions.models.stakeholder import Stakeholder
from positions.models.texts import LineField


class AffiliationQuerySet(models.QuerySet["Affiliation"]):
    """Sets of affiliations."""

    def get_by_natural_key(self, member: str, group: str, kind: str, role: str) -> Affiliation:
        return self.get(member__slug=member, group__slug=group, kind=kind, role=role)

    def public(self) -> AffiliationQuerySet:
        """Those both sides of which readers see."""
        return self.filter(member__is_public=True, group__is_public=True)


class Affiliation(models.Model):
    """A member's tie to a group: division of, member of, signatory of, works for."""

    member = models.ForeignKey(
        Stakeholder, models.CASCADE, related_name="affiliations", help_text="The one who belongs."
    )
    group = models.ForeignKey(
        Stakeholder, models.CASCADE, related_name="members", help_text="The one belonged to."
    )
    kind = models.CharField(
        max_length=20, choices=AffiliationKind.choices, help_text="What ties them."
    )
    role = LineField(max_length=120, blank=True, help_text="“senior legislative counsel”.")
    from_printed = LineField(
        max_length=120, blank=True, help_text="The beginning, in the words of a source."
    )
    from_earliest = models.DateField(
        null=True, blank=True, editable=False, help_text="The first day that it may have begun."
    )
    from_latest = models.DateField(
        null=True, blank=True, editable=False, help_text="The last day that it may have begun."
    )
    from_edtf = EdtfField(
        "from",
        blank=True,
        earliest_field="from_earliest",
        latest_field="from_latest",
        help_text="EDTF: 2018, 2018-05-24.",
    )
    until_printed = LineField(
        max_length=120, blank=True, help_text="The end, in the words of a source."
    )
    until_earliest = models.DateField(
        null=True, blank=True, editable=False, help_text="The first day that it may have ended."
    )
    until_latest = models.DateField(
        null=True, blank=True, editable=False, help_text="The last day that it may have ended."
    )
    until_edtf = EdtfField(
        "until",
        blank=True,
        earliest_field="until_earliest",
        latest_field="until_latest",
        help_text="EDTF; empty while it lasts.",
    )
    note = LineField(max_length=300, blank=True, help_text="How this is known.")

    objects = AffiliationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["group__name", "member__name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "group", "kind", "role"], name="affiliation_once"
            ),
            models.CheckConstraint(
                condition=~Q(member=F("group")), name="affiliation_not_with_itself"
            ),
            models.CheckConstraint(
                condition=Q(from_earliest__isnull=True)
                | Q(until_latest__isnull=True)
                | Q(from_earliest__lte=F("until_latest")),
                name="affiliation_from_before_until",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.role or self.get_kind_display()} {self.group}"

    def natural_key(self) -> tuple[str, str, str, str]:
        return (self.member.slug, self.group.slug, self.kind, self.role)

    natural_key.dependencies = ["positions.stakeholder"]  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()
        if self.member_id and self.member_id == self.group_id:
            raise ValidationError({"group": f"{self.member} cannot be affiliated with itself."})
