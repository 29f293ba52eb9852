"""The way of a statement so far: who entered it, who brought it to its state, and what was noted.

All of it is read from its history, which has each save with its moment and its account.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from positions.choices import WorkflowState
from positions.models import Statement

NAMES = ("first_name", "last_name", "username")


class Actor(NamedTuple):
    """Who did something, by key and name: None is a command, or nobody recorded."""

    key: int | None = None
    name: str = ""

    def called(self, me: int | None) -> str:
        """The name, “you” for the account that reads it."""
        return "you" if self.key and self.key == me else self.name or "nobody recorded"


NOBODY = Actor()


class Save(NamedTuple):
    """One record of a statement's history."""

    state: str
    note: str
    moment: datetime
    by: Actor


@dataclass(frozen=True, slots=True)
class Note:
    """What was noted on the way, by whom and when; ``sends_back`` where it was sent back with."""

    text: str
    moment: datetime
    by: Actor
    sends_back: bool = False


@dataclass(frozen=True, slots=True)
class Trail:
    """The way so far, with its notes, the oldest first."""

    state: str = ""
    author: Actor = NOBODY
    by: Actor = NOBODY
    notes: tuple[Note, ...] = ()

    @property
    def is_sent_back(self) -> bool:
        """Whether it is a draft again, because somebody else sent it back to its author."""
        back = self.state == WorkflowState.DRAFT and bool(self.notes)
        return back and self.by != self.author

    def told(self, me: int | None) -> str:
        """Who waits for whom: “Sent back to you by Robin Example”."""
        author, by = self.author.called(me), self.by.called(me)
        if self.is_sent_back:
            return f"Sent back to {author} by {by}"
        if self.state == WorkflowState.DRAFT:
            return f"A draft by {author}"
        entered = f"; entered by {author}" if self.author != self.by else ""
        return f"Handed in by {by}{entered}"

    def thread(self, me: int | None) -> list[tuple[str, Note]]:
        """Each note with the name of its writer, “You” for the account that reads it."""
        called = [(each.by.called(me), each) for each in self.notes]
        return [("You" if name == "you" else name, each) for name, each in called]


def trails_of(statements: Collection[int]) -> dict[int, Trail]:
    """The ways of these, by key. One query."""
    saves: dict[int, list[Save]] = defaultdict(list)
    for pk, state, note, moment, key, *names in (
        Statement.history.filter(id__in=statements)
        .order_by("history_date", "history_id")
        .values_list(
            *("id", "state", "review_note", "history_date", "history_user"),
            *(f"history_user__{each}" for each in NAMES),
        )
    ):
        by = Actor(key, _name(*names) if key else "a command")
        saves[pk].append(Save(state, note, moment, by))
    return {pk: trail_of(each) for pk, each in saves.items()}


def trail_of(saves: Sequence[Save]) -> Trail:
    """The way that these saves tell of, the oldest first. What is public has no notes any more."""
    last = saves[-1]
    by = last.by
    for save in reversed(saves):
        if save.state != last.state:
            break
        by = save.by
    notes = tuple(_notes(saves)) if last.note else ()
    return Trail(last.state, saves[0].by, by, notes)


def _notes(saves: Sequence[Save]) -> Iterable[Note]:
    """Each note once, where it was written; those before it was last published are told no more."""
    found: list[Note] = []
    before = ""
    for save in saves:
        if not save.note:
            found = []
        moved = (before, save.state) == (WorkflowState.IN_REVIEW, WorkflowState.DRAFT)
        sends_back = moved and save.by != saves[0].by  # who takes their own back says nothing
        # A note that is there already comes along with each save, and with a return to an earlier.
        if save.note and (sends_back or all(save.note != each.text for each in found)):
            found.append(Note(save.note, save.moment, save.by, sends_back))
        before = save.state
    return found


def _name(first: str, last: str, username: str) -> str:
    """The name of an account, or what it logs in with where it has none."""
    return f"{first} {last}".strip() or username
