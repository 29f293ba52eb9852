"""What the screen of an article has sent, merged with what another editor has saved since.

What only one of them changed is kept, card by card; what both changed otherwise is asked about. The
screen carries a mark of how each card was when it was drawn. So three are known of each: as it was
drawn, as it is kept by now, and as it was sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import msgspec
from django.http import QueryDict

from positions.admin.desk.card_fields import PRESENT, read_into, take
from positions.admin.desk.forms import HEAD_FIELDS, ArticleForm
from positions.admin.editing import merged
from positions.admin.editing.merged import BOTH, THEIRS, whose
from positions.choices import WorkflowState
from positions.intake.already_recorded import mark_recorded
from positions.intake.card import Card, read_cards
from positions.intake.grouping import hand_over
from positions.models import Intake, Topic
from positions.numbers import key_of

VERSION = "version"
SEEN = "seen"
HEAD_SEEN, TOPIC_SEEN = f"head-{SEEN}", f"topic-{SEEN}"
# What is typed beside the cards is kept nowhere until its button is pressed; by what that does.
BESIDE = {
    "own": ("own-words", "own-part"),
    "proposition": ("new-text", "new-short_label", "new-subject", "new-topic", "new-card"),
}
_BEGUN = ("own-words", "new-text", "new-short_label", "new-subject")  # by which it is begun
# Of a card, what no editor changes on the page.
_NOT_TYPED = ("number", "found", "printed", "statement")
_BY_MACHINE = ("offered", "filled")  # of who is meant


@dataclass(slots=True)
class Submission:
    """An article on the desk with all that was decided, kept or just sent.

    ``met`` names what somebody else changed otherwise meanwhile: it is stale. ``theirs`` names what
    they changed and the page did not. ``marks`` has those of all as it is kept, by their fields,
    and ``saved`` those that are others once what was sent is kept. ``beside`` has what was typed
    beside the cards, until it is carried out.
    """

    intake: Intake
    cards: list[Card]
    titles: dict[int, str]
    taken: list[Card] = field(default_factory=list)
    head: ArticleForm | None = None
    state: str = WorkflowState.DRAFT.value
    stale: bool = False
    marked: int = 0
    met: list[str] = field(default_factory=list)
    theirs: list[str] = field(default_factory=list)
    saved: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)

    @classmethod
    def as_kept(cls, intake: Intake) -> Submission:
        """As it is kept. One query where the source is known."""
        cards = read_cards(intake.cards)
        return cls(intake, cards, mark_recorded(intake, cards), marks=marks_of(intake, cards))

    @property
    def is_begun_beside(self) -> bool:
        """Whether words of one's own or a proposition are typed and not carried out yet."""
        return any(self.beside.get(name, "").strip() for name in _BEGUN)

    def carried_out(self, deed: str) -> None:
        """Give up what was typed beside the cards for that."""
        for name in BESIDE[deed]:
            self.beside.pop(name, None)

    @property
    def head_errors(self) -> list[str]:
        """What is wrong with what was typed of the article itself."""
        errors = self.head.errors if self.head is not None else {}
        return [str(message) for found in errors.values() for message in found]


def read_submission(intake: Intake, data: QueryDict) -> Submission:
    """Read what was sent into the article and its cards, and what another saved since with it.

    It is stale where both changed the same, or where the page does not say what it was drawn with.
    What was typed of the article itself is taken where it is right, and stands in the form with
    its errors where not.
    """
    work = Submission.as_kept(intake)
    kept = {str(card.number): deepcopy(card) for card in work.cards}
    work.taken = take(work.cards, data)
    _merge_cards(work, kept, data)
    _tell_entered(work, kept, data)
    hand_over(work.cards)
    work.saved = _saved_marks(work, data)
    work.state = data.get("state", work.state)
    beside = (name for names in BESIDE.values() for name in names)
    work.beside = {name: str(data[name]) for name in beside if name in data}
    if "head-title" in data and intake.source_id is None:
        fresh = Intake(pk=intake.pk)
        work.head = ArticleForm(data, instance=fresh, prefix="head")
        if work.head.is_valid():
            _merge_head(work, work.head, data)
    if "topic" in data:
        _merge_topic(work, data)
    untold = any(field_of(card.number) not in data for card in work.taken)
    work.stale = bool(work.met) or (untold and data.get(VERSION) != str(intake.version))
    return work


def _merge_cards(work: Submission, kept: Mapping[str, Card], data: QueryDict) -> None:
    """Put the cards that another changed, and the page did not, as they are kept."""
    for card in tuple(work.taken):
        name, drawn = f"card {card.number}", data.get(field_of(card.number))
        kept_mark, sent_mark = work.marks[field_of(card.number)], mark_of(card)
        if drawn is not None and _is_theirs(work, name, drawn, kept_mark, sent_mark):
            work.taken.remove(card)
            work.cards[work.cards.index(card)] = kept[str(card.number)]


def _tell_entered(work: Submission, kept: Mapping[str, Card], data: QueryDict) -> None:
    """Note the cards that another has entered, of which the page sends something else."""
    for number in data.getlist(PRESENT):
        entered = kept.get(number)
        if entered is not None and entered.is_entered and field_of(entered.number) in data:
            typed = deepcopy(entered)
            read_into(typed, data)
            if mark_of(typed) != data[field_of(entered.number)]:
                work.theirs.append(f"card {number}, which was entered: yours is not taken")


def _saved_marks(work: Submission, data: QueryDict) -> dict[str, str]:
    """The new marks of cards that the page has as they are kept, or that it has sent.

    Beside those that were sent, the card to which one of them was handed over may be another now.
    """
    sent = {field_of(card.number) for card in work.taken}
    now = {field_of(card.number): mark_of(card) for card in work.cards}
    return {
        name: mark
        for name, mark in now.items()
        if mark != data.get(name) and (name in sent or data.get(name) == work.marks[name])
    }


def _is_theirs(work: Submission, name: str, drawn: str, kept: str, sent: str) -> bool:
    """Whether what another saved is kept; where both changed it, that is noted."""
    outcome = whose(drawn, kept, sent)
    if outcome == THEIRS:
        work.theirs.append(name)
    if outcome == BOTH:
        work.met.append(name)
    return outcome == THEIRS


def _merge_head(work: Submission, head: ArticleForm, data: QueryDict) -> None:
    sent = Intake(**{name: head.cleaned_data[name] for name in HEAD_FIELDS})
    mine, kept = mark_of_head(sent), work.marks[HEAD_SEEN]
    if _is_theirs(work, "what the article is", data.get(HEAD_SEEN, kept), kept, mine):
        work.head = None
        return
    for each in HEAD_FIELDS:
        setattr(work.intake, each, head.cleaned_data[each])
    work.saved[HEAD_SEEN] = mine


def _merge_topic(work: Submission, data: QueryDict) -> None:
    kept, sent = work.marks[TOPIC_SEEN], data.get("topic", "")
    if not _is_theirs(work, "its topic", data.get(TOPIC_SEEN, kept), kept, sent):
        work.intake.topic = Topic.objects.filter(pk=key_of(sent)).first()
        work.saved[TOPIC_SEEN] = str(work.intake.topic_id or "")


def mark_of(card: Card) -> str:
    """What tells a card from one that was decided or typed otherwise, in a few characters."""
    typed = {
        name: value for name, value in msgspec.to_builtins(card).items() if name not in _NOT_TYPED
    }
    return merged.mark_of(_plain(typed))


def mark_of_head(intake: Intake) -> str:
    """The same of what was typed of the article itself."""
    return merged.mark_of([str(getattr(intake, name) or "").strip() for name in HEAD_FIELDS])


def marks_of(intake: Intake, cards: Iterable[Card]) -> dict[str, str]:
    """All marks that the page carries, by their fields."""
    head = {HEAD_SEEN: mark_of_head(intake), TOPIC_SEEN: str(intake.topic_id or "")}
    return head | {field_of(card.number): mark_of(card) for card in cards}


def field_of(number: int) -> str:
    """The name under which the page carries the mark of a card."""
    return f"c{number}-{SEEN}"


def _plain(value: Any) -> Any:
    """A value so that two are compared: spaces around, order of names and offers do not count."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        return {name: _plain(value[name]) for name in sorted(value) if name not in _BY_MACHINE}
    return [_plain(each) for each in value] if isinstance(value, list) else value
