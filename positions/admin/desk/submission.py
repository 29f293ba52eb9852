"""What the screen of an article has sent, read into the article and its cards."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import cast

from django.core.exceptions import BadRequest
from django.http import QueryDict

from positions.admin.desk.forms import HEAD_FIELDS, ArticleForm
from positions.admin.desk.meeting import (
    HEAD_SEEN,
    TOPIC_SEEN,
    field_of,
    mark_of,
    mark_of_head,
    marks_of,
    whose,
)
from positions.choices import (
    AttributionRole,
    Capacity,
    DateBasis,
    Directness,
    QuotationKind,
    StakeholderKind,
    Stance,
    StatementKind,
    Vocabulary,
    WorkflowState,
)
from positions.intake.already_recorded import mark_recorded
from positions.intake.card import NEW, NOBODY, OTHER, Card, Decision, Judgement, Party, read_cards
from positions.intake.grouping import hand_over
from positions.intake.signatories import LINE_KEY
from positions.models import Intake, Topic
from positions.numbers import key_of, whole_number

VERSION = "version"
PRESENT = "card"  # sent once for each card that the form holds, with its number
MOST_JUDGEMENTS = 6  # at most, on one card
DECISIONS = ("", "accept", "reject")


@dataclass(slots=True)
class Submission:
    """An article on the desk with all that was decided, kept or just sent.

    ``met`` names what somebody else changed otherwise meanwhile: it is stale. ``theirs`` names what
    they changed and the page did not. ``saved`` has the marks of what was sent, ``marks`` those of
    all as it is kept, by their fields.
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

    @classmethod
    def as_kept(cls, intake: Intake) -> Submission:
        """As it is kept. One query where the source is known."""
        cards = read_cards(intake.cards)
        return cls(intake, cards, mark_recorded(intake, cards), marks=marks_of(intake, cards))

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
    kept = {card.number: deepcopy(card) for card in work.cards}
    work.taken = take(work.cards, data)
    _meet(work, kept, data)
    hand_over(work.cards)
    work.state = data.get("state", work.state)
    if "head-title" in data and intake.source_id is None:
        fresh = Intake(pk=intake.pk)
        work.head = ArticleForm(data, instance=fresh, prefix="head")
        if work.head.is_valid():
            _take_head(work, work.head, data)
    if "topic" in data:
        _take_topic(work, data)
    untold = any(field_of(card.number) not in data for card in work.taken)
    work.stale = bool(work.met) or (untold and data.get(VERSION) != str(intake.version))
    return work


def _meet(work: Submission, kept: dict[int, Card], data: QueryDict) -> None:
    """Put the cards that another changed, and the page did not, as they are kept."""
    for card in work.taken:
        drawn, there = data.get(field_of(card.number)), kept[card.number]
        if drawn is None or not _is_theirs(
            work, f"card {card.number}", drawn, mark_of(there), mark_of(card)
        ):
            work.saved[field_of(card.number)] = mark_of(card)
            continue
        work.cards[work.cards.index(card)] = there
    for number in data.getlist(PRESENT):
        entered = kept.get(whole_number(number) or 0)
        if entered is not None and entered.is_entered and field_of(entered.number) in data:
            typed = deepcopy(entered)
            _CardFields(data, f"c{number}-").read_into(typed)
            if mark_of(typed) != data[field_of(entered.number)]:
                work.theirs.append(f"card {number}, which was entered: yours is not taken")
    work.taken = [card for card in work.taken if card in work.cards]


def _is_theirs(work: Submission, name: str, drawn: str, kept: str, sent: str) -> bool:
    """Whether what another saved is kept; where both changed it, that is noted."""
    outcome = whose(drawn, kept, sent)
    if outcome == "theirs":
        work.theirs.append(name)
    if outcome == "both":
        work.met.append(name)
    return outcome == "theirs"


def _take_head(work: Submission, head: ArticleForm, data: QueryDict) -> None:
    sent = Intake(**{name: head.cleaned_data[name] for name in HEAD_FIELDS})
    mine, kept = mark_of_head(sent), mark_of_head(work.intake)
    name = "what the article is"
    if _is_theirs(work, name, data.get(HEAD_SEEN, kept), kept, mine):
        work.head = None
        return
    for each in HEAD_FIELDS:
        setattr(work.intake, each, head.cleaned_data[each])
    work.saved[HEAD_SEEN] = mine


def _take_topic(work: Submission, data: QueryDict) -> None:
    kept, sent = str(work.intake.topic_id or ""), data.get("topic", "")
    if not _is_theirs(work, "its topic", data.get(TOPIC_SEEN, kept), kept, sent):
        work.intake.topic = Topic.objects.filter(pk=key_of(sent)).first()
        work.saved[TOPIC_SEEN] = str(work.intake.topic_id or "")


def take(cards: Iterable[Card], data: QueryDict) -> list[Card]:
    """Read into the cards what was sent of them; those that were. Entered ones stay as they are.

    Raises BadRequest, naming field and value, for what the page cannot have sent.
    """
    sent = set(data.getlist(PRESENT))
    taken = [card for card in cards if str(card.number) in sent and not card.is_entered]
    for card in taken:
        _CardFields(data, f"c{card.number}-").read_into(card)
    return taken


class _CardFields:
    """Reads the fields of one card, which share a prefix; a field that was not sent stays."""

    def __init__(self, data: QueryDict, prefix: str) -> None:
        self.data = data
        self.prefix = prefix

    def read_into(self, card: Card) -> None:
        if self.data.get(f"{self.prefix}decision") is not None:
            decision = self.among("decision", card.decision, DECISIONS)
            card.decision = cast("Decision", decision)
        for place, words in enumerate(card.words):
            words.kept = self.text(f"w{place}", words.kept)
        card.quotation = self.of(QuotationKind, "quotation", card.quotation)
        card.part_of = self.number("belongs", card.part_of)
        self.party("speaker", card.speaker)
        self.party("behalf", card.behalf)
        card.others = self.text("others", card.others)
        card.kinds = self.kinds(card.kinds)
        card.role = self.text("role", card.role)
        card.part = self.of(AttributionRole, "part", card.part, blank=True)
        card.capacity = self.of(Capacity, "capacity", card.capacity, blank=True)
        card.kind = self.of(StatementKind, "kind", card.kind)
        card.title = self.text("title", card.title)
        card.date = self.text("date", card.date)
        card.basis = self.of(DateBasis, "basis", card.basis, blank=True)
        card.note = self.text("note", card.note)
        card.duplicate_of = self.number("second", 0)  # not sent where none is offered any more
        if self.prefix + "j0-proposition" in self.data:
            rows = (self.judgement(f"j{row}-") for row in range(MOST_JUDGEMENTS))
            card.judgements = [row for row in rows if row and not row.is_blank]

    def party(self, name: str, party: Party) -> None:
        offered = (NOBODY, NEW, OTHER, *map(str, party.offered))
        party.choice = self.among(name, party.choice, offered)
        party.name = self.text(f"{name}-name", party.name)
        party.kind = self.of(StakeholderKind, f"{name}-kind", party.kind)
        party.other = self.text(f"{name}-other", party.other)

    def kinds(self, now: dict[str, str]) -> dict[str, str]:
        """What the lines of the others are added as, by their keys."""
        if self.prefix + "others" not in self.data:
            return now
        begins = self.prefix + LINE_KEY
        keys = [name.removeprefix(self.prefix) for name in self.data if name.startswith(begins)]
        sent = {key: self.of(StakeholderKind, key, "", blank=True) for key in keys}
        return {key: kind for key, kind in sent.items() if kind}

    def judgement(self, row: str) -> Judgement | None:
        if f"{self.prefix}{row}proposition" not in self.data:
            return None
        return Judgement(
            proposition=self.number(f"{row}proposition", 0) or None,
            stance=self.of(Stance, f"{row}stance", "", blank=True),
            directness=self.of(Directness, f"{row}directness", Directness.EXPLICIT),
            condition=self.text(f"{row}condition", ""),
            reason=self.text(f"{row}reason", ""),
        )

    def text(self, name: str, now: str) -> str:
        value = self.data.get(self.prefix + name)
        if value is None:
            return now
        return value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()

    def number(self, name: str, now: int) -> int:
        value = self.text(name, str(now))
        if not value:
            return 0
        number = whole_number(value)
        if number is None:
            raise BadRequest(f"{self.prefix}{name}={value!r} is no number: send digits or nothing.")
        return number

    def of(self, vocabulary: type[Vocabulary], name: str, now: str, *, blank: bool = False) -> str:
        values = vocabulary.values
        return self.among(name, now, ("", *values) if blank else values)

    def among(self, name: str, now: str, values: Iterable[str]) -> str:
        value = self.data.get(self.prefix + name, now)
        if value not in values:
            allowed = ", ".join(each or "nothing" for each in values)
            raise BadRequest(f"{self.prefix}{name}={value!r} is not one of: {allowed}.")
        return str(value)
