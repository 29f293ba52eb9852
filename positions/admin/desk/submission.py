"""What the one screen sent: the article with its cards, and what was typed into them."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import QueryDict

from positions.admin.desk.fields import take
from positions.admin.desk.forms import ArticleForm
from positions.choices import WorkflowState
from positions.intake.card import Card, read_cards
from positions.intake.grouping import hand_over
from positions.intake.recognising import recognise
from positions.models import Intake, Topic
from positions.numbers import key_of

VERSION = "version"


@dataclass(slots=True)
class Sent:
    """An article on the desk with all that was decided, kept or just sent."""

    intake: Intake
    cards: list[Card]
    titles: dict[int, str]
    taken: list[Card] = field(default_factory=list)
    head: ArticleForm | None = None
    state: str = WorkflowState.DRAFT.value
    stale: bool = False
    marked: int = 0

    @classmethod
    def of(cls, intake: Intake) -> Sent:
        """As it is kept. One query where the source is known."""
        cards = read_cards(intake.cards)
        return cls(intake, cards, recognise(intake, cards))

    @property
    def head_errors(self) -> list[str]:
        """What is wrong with what was typed of the article itself."""
        errors = self.head.errors if self.head is not None else {}
        return [str(message) for found in errors.values() for message in found]


def sent(intake: Intake, data: QueryDict) -> Sent:
    """Read what was sent into the article and its cards. It is stale if another saved meanwhile.

    What was typed of the article itself is taken where it is right, and stands in the form with
    its errors where not.
    """
    work = Sent.of(intake)
    work.stale = data.get(VERSION) != str(intake.version)
    work.taken = take(work.cards, data)
    hand_over(work.cards)
    work.state = data.get("state", work.state)
    if "head-title" in data and intake.source_id is None:
        fresh = Intake(pk=intake.pk)
        work.head = ArticleForm(data, instance=fresh, prefix="head")
        if work.head.is_valid():
            for name in work.head.Meta.fields:
                if name != "topic":
                    setattr(intake, name, work.head.cleaned_data[name])
    topic = data.get("topic", "")
    if "topic" in data:
        intake.topic = Topic.objects.filter(pk=key_of(topic)).first()
    return work
