"""The source of an article on the desk, and its text: made, or found as they are."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from positions.choices import DateBasis, StakeholderKind
from positions.intake.parties import Parties
from positions.intake.refusal import HEAD, Refusal
from positions.models import Intake, Source, Stakeholder
from positions.recording import Recording
from positions.recording.checking import check_source, keep_text


def source_of(
    intake: Intake, parties: Parties, refusal: Refusal, record: Recording, by: Any
) -> Source | None:
    """The source that the article is, with its text kept; None where it cannot be made.

    ``by`` is the account that enters it: what a contributor pasted, an editor is yet to take.
    """
    source = intake.source or _new_source(intake, parties, refusal, record)
    if source is not None and keep_text(source, intake.text, intake.origin, by):
        check_source(source)  # words quoted from it before, those that this text is for
    return source


def _new_source(
    intake: Intake, parties: Parties, refusal: Refusal, record: Recording
) -> Source | None:
    source = Source(
        title=intake.title or our_title(intake),
        title_is_ours=not intake.title,
        kind=intake.kind,
        publisher=_publisher(intake.publisher, parties, refusal),
        byline=intake.byline,
        url=intake.url,
        date_printed=intake.date_printed,
        date_edtf=intake.date_edtf,
        date_basis=intake.date_basis or (DateBasis.PUBLICATION if intake.date_edtf else ""),
        date_note=intake.date_note,
        language=intake.language,
    )
    if not source.title:
        refusal.add(HEAD, "title", "Give the article a title, as published, or its publisher.")
        return None
    try:
        record.add(source)
    except ValidationError as error:
        refusal.add_all(HEAD, error, {name: name for name in error.message_dict})
        return None
    return source


def our_title(intake: Intake) -> str:
    """Our title for an article that has none: “The Example Courier, article, 14 May 2024”."""
    if not intake.publisher:
        return ""
    kind = str(intake.get_kind_display()).lower()
    when = f", {intake.date}" if intake.date else ""
    return f"{intake.publisher}, {kind}{when}"


def _publisher(name: str, parties: Parties, refusal: Refusal) -> Stakeholder | None:
    if not name:
        return None
    known = parties.names.find(name)
    if len(known) > 1:
        several = ", ".join(f"{each.name} [{each.slug}]" for each in known)
        refusal.add(HEAD, "publisher", f"“{name}” can mean several: write one of {several}.")
        return None
    if known:
        return parties.get(known[0].pk)
    if (bare := parties.names.slugs.get(name.rpartition("[")[2].rstrip("]"))) and "[" in name:
        return parties.get(bare.pk)
    return parties.add(HEAD, "publisher", name, StakeholderKind.OUTLET)
