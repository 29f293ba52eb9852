"""What changed between two days: the one definition of the whole site.

It is the difference of who stood where as of the one day and as of the other, and says of each
holder and proposition of what kind it is. Names that were taken back between them are told too: by
the published rule they count on neither day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from positions.choices import Stance, StatementKind, Vocabulary, WorkflowState
from positions.models import Assessment, Attribution, IndexEntry, Position
from positions.models.attribution import holder_of
from positions.models.index_entry import SILENCE, spoken_since


class Change(Vocabulary):
    """What changed for a holder on a proposition between two days."""

    NEW = "new", "Had no position on the first day, and has one on the second.", "new position"
    SHIFTED = (
        "shifted",
        "Is on another side than on the first day; an unclear stance then is passed over.",
        "shifted",
    )
    RESTATED = (
        "restated",
        "Another stance without a change of side: stronger, weaker, unclear, or clear again.",
        "other stance, no change of side",
    )
    REAFFIRMED = "reaffirmed", "The same stance, in newer words.", "same stance, newer words"
    SILENT = (
        "silent",
        "Was asked after the first day, and gave no reply by the second.",
        "asked, no reply",
    )
    WITHDRAWN = (
        "withdrawn",
        "Took the name back between the days from a statement that takes a stance.",
        "name taken back",
    )


CLEAR = [stance for stance in Stance if stance != Stance.UNCLEAR]


def changed(first: date | None, last: date, withdrawn: Sequence[int]) -> QuerySet[IndexEntry]:
    """The entries with which it changed after ``first``, and by ``last``.

    Of each holder and proposition that changed: the words that hold on ``last``, and the newest
    question without a reply. ``withdrawn`` are the keys of entries of names taken back meanwhile.
    Without ``first``, nothing was on record before. ``change`` is an alias of the rows.
    """
    asked: Q = SILENCE & ~Q(spoken_since(last)) & ~Q(_asked_again(last))
    told = Q(earliest__lte=last) & (Q(_holding(first, last)) | asked)
    if first is not None:
        told &= Q(earliest__gt=first)
    if withdrawn:
        told |= Q(pk__in=withdrawn)
    return IndexEntry.objects.filter(told).alias(change=kind_of_change(first))


def kind_of_change(first: date | None) -> Combinable:
    """Of an entry with which it changed: the kind of change since ``first``."""
    kinds = [
        When(proposition=None, then=Value(Change.WITHDRAWN)),
        When(kind=StatementKind.NO_REPLY, then=Value(Change.SILENT)),
    ]
    if first is None:
        return Case(*kinds, default=Value(Change.NEW))
    before = position_of(first).annotate(
        now=ExpressionWrapper(OuterRef("stance"), CharField()),
        clear=Case(When(stance=Stance.UNCLEAR, then="previous_stance"), default="stance"),
    )
    shifted = Q(pk__in=[])
    for now in CLEAR:
        others = [stance for stance in CLEAR if stance.side != now.side]
        shifted |= Q(now=now, clear__in=others)
    kind = Case(
        When(stance=F("now"), then=Value(Change.REAFFIRMED)),
        When(shifted, then=Value(Change.SHIFTED)),
        default=Value(Change.RESTATED),
    )
    since = Subquery(before.values_list(kind)[:1])
    return Case(*kinds, default=Coalesce(since, Value(Change.NEW), output_field=CharField()))


def position_of(day: date) -> QuerySet[Position]:
    """Of an entry: what its voice held on its proposition on a day; one at most.

    Take the first of it, which is then found from the newest back: much may have been said before.
    """
    held = Position.objects.as_of(day).order_by("-held_from")
    return held.filter(holder=OuterRef("voice"), proposition=OuterRef("proposition"))


def withdrawn_between(first: date | None, last: date) -> list[int]:
    """The entries of those who took back their names between two days from what takes a stance.

    Nobody who still makes the statement by another who speaks for them. Costs two queries; none
    without ``first``, for what was never there has not been taken away.
    """
    if first is None:
        return []
    gone = Attribution.objects.filter(
        withdrawn_on__gt=first, withdrawn_on__lte=last, statement__state=WorkflowState.PUBLISHED
    )
    columns = ("statement_id", "stakeholder_id", "on_behalf_of_id", "capacity")
    holders = {
        (statement, holder_of(stakeholder, behalf, capacity, None))
        for statement, stakeholder, behalf, capacity in gone.order_by().values_list(*columns)
    }
    of = {"statement": OuterRef("statement")}
    standing = IndexEntry.objects.filter(**of, voice=OuterRef("voice"), proposition__isnull=False)
    bare = IndexEntry.objects.filter(
        ~Exists(standing.order_by()),
        Exists(Assessment.objects.filter(**of)),
        statement__in={statement for statement, _ in holders},
        proposition=None,
    )
    rows = bare.order_by().values_list("pk", "statement_id", "voice_id")
    return [pk for pk, statement, voice in rows if (statement, voice) in holders]


def _holding(first: date | None, last: date) -> Exists:
    """Whether an entry's voice holds on ``last``, and not on ``first``, what it says."""
    held = Position.objects.as_of(last).filter(
        statement=OuterRef("statement"),
        holder=OuterRef("voice"),
        proposition=OuterRef("proposition"),
    )
    return Exists(held.filter(held_from__gt=first) if first else held)


def _asked_again(day: date) -> Exists:
    """Whether the same voice was asked in vain on the same proposition later, by that day."""
    later = Q(earliest__gt=OuterRef("earliest")) | Q(
        earliest=OuterRef("earliest"), statement__gt=OuterRef("statement")
    )
    asked: QuerySet[Any] = IndexEntry.objects.filter(
        SILENCE,
        later,
        voice=OuterRef("voice"),
        proposition=OuterRef("proposition"),
        earliest__lte=day,
    )
    return Exists(asked.order_by())


def withdrawn_on() -> Subquery:
    """Of an entry: the last day on which its voice took its name back from its statement."""
    gone = Attribution.objects.filter(
        Q(stakeholder=OuterRef("voice")) | Q(on_behalf_of=OuterRef("voice")),
        statement=OuterRef("statement"),
        withdrawn_on__isnull=False,
    )
    return Subquery(gone.order_by("-withdrawn_on").values("withdrawn_on")[:1])
