"""What waits for an account on the first page of the admin: each with its number and the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from positions.admin.housekeeping.lacking import LACKS, counted_gap
from positions.admin.housekeeping.likely import TITLES, n_likely
from positions.models import Intake
from positions.publishing.queue import counted, drafts_of, n_waiting, open_challenges, sent_back_to


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of thing that waits: how many, and the page on which it is done."""

    name: str
    address: str
    number: str


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """Several kinds of work under one heading."""

    title: str
    rows: list[Work]


def work_of(request: HttpRequest) -> list[WorkGroup]:
    """What waits for this account, by whose it is. A query for each row; none for a stranger.

    How many may be there twice is counted at most every quarter of an hour.
    """
    if not request.user.has_perm("positions.view_statement"):
        return []
    groups = [("Mine", _mine(request)), ("For review", _review()), ("To be mended", _mended())]
    return [WorkGroup(title, rows) for title, found in groups if (rows := list(found))]


def _mine(request: HttpRequest) -> Iterator[Work]:
    if request.user.has_perm("positions.change_intake"):
        lying = counted(Intake.objects.unfinished())
        yield Work("Articles on the desk", reverse("admin:desk"), lying)
    mine = f"{reverse('admin:review')}?tab=draft&by={request.user.pk}"
    yield Work("My drafts", mine, counted(drafts_of(request.user)))
    yield Work("Sent back to me", f"{mine}&missing=note", counted(sent_back_to(request.user)))


def _review() -> Iterator[Work]:
    queue = reverse("admin:review")
    yield Work("Statements in review", queue, n_waiting())
    yield Work("Open challenges", f"{queue}?tab=challenges", counted(open_challenges()))


def _mended() -> Iterator[Work]:
    for what, (title, _, _) in LACKS.items():
        yield Work(title, reverse("admin:housekeeping_lacking", args=[what]), counted_gap(what))
    for noun, title in TITLES.items():
        yield Work(title, reverse("admin:housekeeping_alike", args=[noun]), n_likely(noun))
