"""Sources and their captures: where words were published, and the text that somebody had of it."""

from __future__ import annotations

import hashlib
from typing import Any, ClassVar
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from simple_history.models import HistoricalRecords

from positions.choices import CaptureOrigin, SourceKind, WorkflowState
from positions.models.address import Addressed
from positions.models.dated import Dated, FirstDay, date_constraints
from positions.models.searchable import FoldedText, Searchable
from positions.models.stakeholder import Stakeholder
from positions.models.texts import (
    NOTE,
    TRACKING,
    AddressField,
    CapturedField,
    LineField,
    ProseField,
)


def url_key(url: str) -> str:
    """The address by which two links to one document are known to be the same.

    Scheme, ``www.`` and ``m.``, letter case of the host, default port, fragment, tracking, the
    order of parameters and a trailing slash do not count. Empty for an empty address; what is no
    address, and is refused as such, stands for itself.
    """
    try:
        parts = urlsplit(url.strip())
        port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    except ValueError:
        return url.strip()
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").rstrip(".")
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(TRACKING)
    )
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._").rstrip("/")
    return f"{host}{port}{path}" + (f"?{urlencode(kept)}" if kept else "")


class SourceQuerySet(models.QuerySet["Source"]):
    """Sets of sources."""

    def get_by_natural_key(self, slug: str) -> Source:
        return self.get(slug=slug)

    def public(self) -> SourceQuerySet:
        """Those from which a published statement is quoted: others are known to editors alone."""
        quotation = self.model._meta.get_field("quotations").related_model._base_manager
        quoted = quotation.filter(source=OuterRef("pk"), statement__state=WorkflowState.PUBLISHED)
        return self.filter(Exists(quoted))

    def at_address(self, url: str) -> SourceQuerySet:
        """The source, if any, that is known at this address, however it is written."""
        key = url_key(url)
        others = self.model._meta.get_field("other_addresses").related_model._base_manager
        also = others.filter(url_key=key).values("source")
        return self.filter(Q(url_key=key) | Q(pk__in=also)) if key else self.none()


class Source(Searchable, Addressed, Dated):
    """A published document: an article, a letter, a blog post, a filing."""

    SEARCHED: ClassVar = {"search_text": ("title", "byline")}

    kind = models.CharField(
        max_length=20, choices=SourceKind.choices, help_text="What kind of document."
    )
    title = LineField(
        max_length=300, help_text="As published; where there is none, ours, and the note says so."
    )
    title_is_ours = models.BooleanField(
        "the title is ours",
        default=False,
        help_text="It has none, or it is not known: citations then print ours in brackets.",
    )
    publisher = models.ForeignKey(
        Stakeholder,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="published_sources",
        help_text="Who published it.",
    )
    byline = LineField(max_length=200, blank=True, help_text="Who wrote it, as printed.")
    url = AddressField("address", max_length=600, blank=True, help_text="Where it can be read.")
    url_key = models.CharField(
        max_length=600,
        null=True,
        blank=True,
        editable=False,
        unique=True,
        help_text="The address in the form by which sources are known to be the same.",
    )
    archived_url = AddressField(
        "archived copy", max_length=600, blank=True, help_text="A copy in a public archive."
    )
    language = LineField(max_length=12, default="en", help_text="BCP 47: en, en-GB, de.")
    is_primary = models.BooleanField(
        "primary document", default=False, help_text="The speaker's own document, not an account."
    )
    note = ProseField(
        blank=True, help_text="What a reader should know about this copy.", longest=NOTE
    )

    objects = SourceQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["version", "url_key"])

    class Meta:
        ordering = [F("earliest").desc(nulls_last=True), "-id"]
        indexes = [
            models.Index(fields=["-earliest", "-id"], name="source_earliest"),
            models.Index(fields=["publisher", "-earliest", "-id"], name="source_publisher"),
            models.Index(FirstDay("earliest").desc(), F("id").desc(), name="source_first_day"),
            models.Index(Lower("title"), "id", name="source_title"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="source_has_title"),
            models.CheckConstraint(
                condition=Q(url="", url_key__isnull=True) | ~Q(url="") & Q(url_key__isnull=False),
                name="source_key_of_address",
            ),
            *date_constraints("source"),
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    natural_key.dependencies = ["positions.stakeholder"]  # type: ignore[attr-defined]

    def naming(self) -> str:
        return " ".join(self.title.split()[:9])

    def get_absolute_url(self) -> str:
        return reverse("source-detail", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        self.url_key = url_key(self.url) or None
        twin = Source.objects.at_address(self.url).exclude(pk=self.pk).first()
        if twin is not None:
            raise ValidationError(
                {
                    "url": ValidationError(
                        "This address belongs to “%(title)s” already. Use that source.",
                        code="known_address",
                        params={"title": twin.title, "pk": twin.pk},
                    )
                }
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the source with the key of its address; raises StaleEdit as every noun does."""
        self.url_key = url_key(self.url) or None
        super().save(*args, **kwargs)


class SourceText(FoldedText):
    """Title and byline of a source."""

    source = models.OneToOneField(
        Source, models.CASCADE, primary_key=True, related_name="search_text", help_text="Which one."
    )

    def __str__(self) -> str:
        return str(self.source)


def fingerprint(text: str) -> str:
    """By what a text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()


class CaptureQuerySet(models.QuerySet["Capture"]):
    """Sets of texts."""

    def taken(self) -> CaptureQuerySet:
        """Those that an editor has taken: what readers see is checked against these alone."""
        return self.filter(taken_at__isnull=False)

    def waiting(self) -> CaptureQuerySet:
        """Those that contributors propose, and no editor has taken, nor any other text since."""
        later = self.model._base_manager.filter(
            source=OuterRef("source"), taken_at__gt=OuterRef("captured_at")
        )
        return self.filter(~Exists(later.order_by()), taken_at__isnull=True)

    def usable(self, account: int | None) -> CaptureQuerySet:
        """Those that words in a draft of this account may be held against, the newest first."""
        mine = Q(taken_at__isnull=False) | (Q(by=account) if account else Q(pk__in=[]))
        return self.filter(mine).order_by(Coalesce("taken_at", "captured_at").desc(), "-pk")


class Capture(models.Model):
    """The text of a source as somebody had it at a moment. Private: it never leaves the admin.

    What an editor brings is taken at once. What a contributor brings is a proposal: only the drafts
    of that contributor are checked against it, until an editor takes it.
    """

    source = models.ForeignKey(
        Source, models.CASCADE, related_name="captures", help_text="Of which document."
    )
    text = CapturedField(help_text="The whole text; never public.")
    sha256 = models.CharField(max_length=64, editable=False, help_text="Fingerprint of the text.")
    captured_at = models.DateTimeField(auto_now_add=True, help_text="When it came to us.")
    origin = models.CharField(
        max_length=20, choices=CaptureOrigin.choices, help_text="How it came to us."
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text="Who brought it.",
    )
    taken_at = models.DateTimeField(
        "taken",
        null=True,
        blank=True,
        editable=False,
        help_text="When an editor took it; empty while it is a contributor's proposal.",
    )

    objects = CaptureQuerySet.as_manager()

    class Meta:
        ordering = ["-captured_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "sha256"], name="capture_once"),
            models.CheckConstraint(condition=~Q(text=""), name="capture_has_text"),
        ]
        # The same text under two sources is found without reading the texts, and so is the day on
        # which an editor took the newest.
        indexes = [
            models.Index(fields=["sha256", "source"], name="capture_fingerprint"),
            models.Index(fields=["source", "taken_at"], name="capture_taken"),
        ]

    def __str__(self) -> str:
        return f"{self.source}, {self.captured_at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the text with its fingerprint."""
        self.sha256 = fingerprint(self.text)
        super().save(*args, **kwargs)

    def clean_fields(self, exclude: object = None) -> None:
        self.sha256 = fingerprint(self.text)
        super().clean_fields(exclude=exclude)  # type: ignore[arg-type]
