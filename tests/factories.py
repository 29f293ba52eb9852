"""A factory for each noun. What they make is valid by itself: it passes full_clean.

They save as the doors do, without deriving: a test that needs positions or lists calls
``derivation.refresh``, or makes its statement with ``said``.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from factory.declarations import (
    LazyAttribute,
    LazyAttributeSequence,
    LazyFunction,
    Sequence,
    SubFactory,
)
from factory.django import DjangoModelFactory

from positions import derivation
from positions.choices import (
    AttributionRole,
    Capacity,
    CorrectionKind,
    DateBasis,
    Directness,
    QuotationKind,
    SourceKind,
    StakeholderKind,
    Stance,
    StatementKind,
    WorkflowState,
)
from positions.models import (
    Affiliation,
    Alias,
    Assessment,
    Attribution,
    Capture,
    Challenge,
    Correction,
    Intake,
    Proposition,
    Quotation,
    Reply,
    Source,
    Stakeholder,
    Statement,
    Topic,
)

__all__ = [
    "AffiliationFactory",
    "AliasFactory",
    "AssessmentFactory",
    "AttributionFactory",
    "CaptureFactory",
    "ChallengeFactory",
    "CorrectionFactory",
    "PersonFactory",
    "PropositionFactory",
    "QuotationFactory",
    "ReplyFactory",
    "SourceFactory",
    "StakeholderFactory",
    "StatementFactory",
    "TopicFactory",
    "said",
]


class StakeholderFactory(DjangoModelFactory[Stakeholder]):
    """One that readers see, whether or not anything public names it."""

    class Meta:
        model = Stakeholder

    kind = StakeholderKind.COMPANY
    name = Sequence(lambda n: f"Example Organisation {n}")
    released = True


class PersonFactory(StakeholderFactory):
    kind = StakeholderKind.PERSON
    name = Sequence(lambda n: f"Example Person {n}")


class AliasFactory(DjangoModelFactory[Alias]):
    class Meta:
        model = Alias

    stakeholder = SubFactory(StakeholderFactory)
    name = Sequence(lambda n: f"Example Alias {n}")


class AffiliationFactory(DjangoModelFactory[Affiliation]):
    class Meta:
        model = Affiliation

    member = SubFactory(PersonFactory)
    group = SubFactory(StakeholderFactory)
    kind = "works_for"


class TopicFactory(DjangoModelFactory[Topic]):
    class Meta:
        model = Topic

    name = Sequence(lambda n: f"Example topic {n}")


class PropositionFactory(DjangoModelFactory[Proposition]):
    class Meta:
        model = Proposition

    topic = SubFactory(TopicFactory)
    text = LazyAttributeSequence(lambda _, n: f"Example thing {n} should be done.")
    short_label = Sequence(lambda n: f"Thing {n}")


class SourceFactory(DjangoModelFactory[Source]):
    class Meta:
        model = Source

    kind = SourceKind.ARTICLE
    title = Sequence(lambda n: f"Example article {n}")
    url = Sequence(lambda n: f"https://news.example/articles/{n}")
    date_edtf = "2018-06-18"
    date_basis = DateBasis.PRINTED


class CaptureFactory(DjangoModelFactory[Capture]):
    """A text that an editor has taken."""

    class Meta:
        model = Capture

    source = SubFactory(SourceFactory)
    text = Sequence(lambda n: f"Example text {n}. “These are example words,” it said.")
    origin = "paste"
    taken_at = LazyFunction(timezone.now)


class StatementFactory(DjangoModelFactory[Statement]):
    """A published statement without its parts; ``said`` makes a whole one."""

    class Meta:
        model = Statement

    kind = StatementKind.PRESS_STATEMENT
    title = Sequence(lambda n: f"Example statement {n}")
    date_edtf = "2018-06-15"
    date_basis = DateBasis.PRINTED
    state = WorkflowState.PUBLISHED


class AttributionFactory(DjangoModelFactory[Attribution]):
    class Meta:
        model = Attribution

    statement = SubFactory(StatementFactory)
    stakeholder = SubFactory(StakeholderFactory)
    role = AttributionRole.AUTHOR
    capacity = Capacity.ORGANISATIONAL


class QuotationFactory(DjangoModelFactory[Quotation]):
    class Meta:
        model = Quotation

    statement = SubFactory(StatementFactory)
    source = SubFactory(SourceFactory)
    kind = QuotationKind.VERBATIM
    exact = Sequence(lambda n: f"These are example words number {n}.")
    order = Sequence(int)


class ReplyFactory(DjangoModelFactory[Reply]):
    class Meta:
        model = Reply

    from_statement = SubFactory(StatementFactory)
    to_statement = SubFactory(StatementFactory)


class AssessmentFactory(DjangoModelFactory[Assessment]):
    class Meta:
        model = Assessment

    statement = SubFactory(StatementFactory)
    proposition = SubFactory(PropositionFactory)
    stance = Stance.OPPOSES
    directness = Directness.EXPLICIT
    reason = "The example words say so."
    condition = LazyAttribute(lambda made: "in part" if made.stance == Stance.MIXED else "")


class IntakeFactory(DjangoModelFactory[Intake]):
    class Meta:
        model = Intake

    text = "An example text that lies on the desk."


class CorrectionFactory(DjangoModelFactory[Correction]):
    class Meta:
        model = Correction

    statement = SubFactory(StatementFactory)
    kind = CorrectionKind.CORRECTED
    note = Sequence(lambda n: f"Example word {n} was put right.")


class ChallengeFactory(DjangoModelFactory[Challenge]):
    class Meta:
        model = Challenge

    statement = SubFactory(StatementFactory)
    received_on = date(2019, 5, 3)
    challenger_name = "An Example Challenger"
    disputed = Sequence(lambda n: f"That example thing {n} was said.")


def said(
    *voices: Stakeholder,
    on: dict[Proposition, Stance] | None = None,
    words: str = "",
    derive: bool = True,
    **fields: Any,
) -> Statement:
    """A whole published statement of these voices, with words, a source and stances; derived.

    ``fields`` go to the statement: ``said(aclu, on={sales: Stance.OPPOSES}, date_edtf="2018")``.
    """
    statement: Statement = StatementFactory.create(**fields)
    for order, voice in enumerate(voices or (StakeholderFactory.create(),)):
        capacity = Capacity.PERSONAL if voice.is_person else Capacity.ORGANISATIONAL
        AttributionFactory.create(
            statement=statement, stakeholder=voice, capacity=capacity, order=order
        )
    QuotationFactory.create(statement=statement, **({"exact": words} if words else {}))
    for proposition, stance in (on or {}).items():
        AssessmentFactory.create(statement=statement, proposition=proposition, stance=stance)
    if derive:
        derivation.refresh([statement.pk])
    return statement
