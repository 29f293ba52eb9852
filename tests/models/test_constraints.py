"""What the database itself refuses, constraint by constraint, whoever writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from positions import derivation
from positions.choices import Stance
from positions.models import (
    Affiliation,
    Alias,
    AliasText,
    Assessment,
    Attribution,
    Capture,
    Challenge,
    Correction,
    FormerAddress,
    IndexEntry,
    Intake,
    Mention,
    Merge,
    OtherAddress,
    Position,
    Proposition,
    PropositionReason,
    PropositionText,
    Quotation,
    Reply,
    Source,
    SourceText,
    Stakeholder,
    StakeholderText,
    Statement,
    StatementText,
    ToldApart,
    Topic,
    TopicText,
    TopicTotal,
)
from tests.factories import (
    AffiliationFactory,
    AliasFactory,
    AssessmentFactory,
    AttributionFactory,
    CaptureFactory,
    ChallengeFactory,
    CorrectionFactory,
    IntakeFactory,
    PropositionFactory,
    QuotationFactory,
    ReplyFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    TopicFactory,
    said,
)

pytestmark = pytest.mark.django_db


def change(factory: Any, **fields: Any) -> Callable[[], Any]:
    """Make a row, then change it behind the back of all validation."""

    def attempt() -> None:
        made = factory.create()
        type(made)._base_manager.filter(pk=made.pk).update(**fields)

    return attempt


def twice(factory: Any, *fields: str) -> Callable[[], Any]:
    """Make a row, then another that is the same in these fields."""

    def attempt() -> None:
        made = factory.create()
        factory.create(**{field: getattr(made, field) for field in fields})

    return attempt


def derived(
    model: type[Position | IndexEntry | Mention | TopicTotal], **fields: Any
) -> Callable[[], Any]:
    """Change, or with no fields copy, a derived row."""

    def attempt() -> None:
        said(on={PropositionFactory.create(): Stance.OPPOSES})
        if fields:
            model.objects.update(**fields)
        else:
            row = model.objects.get()
            row.pk = None
            row.save(force_insert=True)

    return attempt


def bare_entry_twice() -> None:
    said()
    row = IndexEntry.objects.get(proposition=None)
    row.pk = None
    row.save(force_insert=True)


def former_address_twice() -> None:
    for object_id in (1, 2):
        FormerAddress.objects.create(noun="topic", slug="old", object_id=object_id)


def same_address_twice() -> None:
    for scheme in ("http", "https"):
        SourceFactory.create(url=f"{scheme}://www.paper.example/a")


def affiliation_with_itself() -> None:
    made = AffiliationFactory.create()
    Affiliation.objects.filter(pk=made.pk).update(group=made.member)


def attribution_on_own_behalf() -> None:
    made = AttributionFactory.create()
    Attribution.objects.filter(pk=made.pk).update(on_behalf_of=made.stakeholder)


def reply_to_itself() -> None:
    made = ReplyFactory.create()
    Reply.objects.filter(pk=made.pk).update(to_statement=made.from_statement)


def other_address_without_key() -> None:
    made = OtherAddress.objects.create(source=SourceFactory.create(), url="https://a.example/b")
    OtherAddress.objects.filter(pk=made.pk).update(url_key="")


def other_address_twice() -> None:
    for scheme in ("http", "https"):
        OtherAddress.objects.create(source=SourceFactory.create(), url=f"{scheme}://a.example/b")


def merged_into_itself() -> None:
    Merge.objects.create(noun="source", kept_id=1, merged_id=1, steps={}, at=timezone.now())


def told_apart(*pairs: tuple[int, int]) -> Callable[[], Any]:
    def attempt() -> None:
        for one, other in pairs:
            ToldApart.objects.create(noun="source", one_id=one, other_id=other)

    return attempt


def challenged_by_two() -> None:
    made = ChallengeFactory.create()
    Challenge.objects.filter(pk=made.pk).update(challenger=StakeholderFactory.create())


def wikidata_twice() -> None:
    StakeholderFactory.create(wikidata_id="Q1")
    StakeholderFactory.create(wikidata_id="Q1")


LATE, EARLY = date(2019, 1, 1), date(2018, 1, 1)
REFUSED: dict[str, Callable[[], Any]] = {
    "affiliation_from_before_until": change(
        AffiliationFactory, from_earliest=LATE, until_latest=EARLY
    ),
    "affiliation_not_with_itself": affiliation_with_itself,
    "affiliation_once": twice(AffiliationFactory, "member", "group"),
    "alias_has_name": change(AliasFactory, name=""),
    "alias_once": twice(AliasFactory, "stakeholder", "name"),
    "assessment_dispute_has_note": change(AssessmentFactory, disputed=True),
    "assessment_has_reason": change(AssessmentFactory, reason=""),
    "assessment_mixed_says_how": change(AssessmentFactory, stance=Stance.MIXED),
    "assessment_once": twice(AssessmentFactory, "statement", "proposition"),
    "attribution_not_on_own_behalf": attribution_on_own_behalf,
    "attribution_once": twice(AttributionFactory, "statement", "stakeholder"),
    "attribution_spokesperson_for_somebody": change(AttributionFactory, role="spokesperson"),
    "capture_has_text": change(CaptureFactory, text=""),
    "capture_once": twice(CaptureFactory, "source", "text"),
    "challenge_by_one": challenged_by_two,
    "challenge_decided_after_received": change(
        ChallengeFactory, state="upheld", outcome="It was so.", decided_on=EARLY
    ),
    "challenge_decided_has_date_and_outcome": change(
        ChallengeFactory, state="upheld", outcome="It was so."
    ),
    "challenge_public_name_is_given": change(
        ChallengeFactory, name_public=True, challenger_name=""
    ),
    "challenge_says_what": change(ChallengeFactory, disputed=""),
    "correction_has_note": change(CorrectionFactory, note=""),
    "entry_bare_once": bare_entry_twice,
    "entry_once": derived(IndexEntry),
    "former_address_once": former_address_twice,
    "intake_bounds_ordered": change(
        IntakeFactory, date_edtf="x", date_basis="printed", earliest=LATE, latest=EARLY
    ),
    "intake_date_has_bounds_and_basis": change(IntakeFactory, date_edtf="2018"),
    "intake_has_text": change(IntakeFactory, text=""),
    "merge_not_with_itself": merged_into_itself,
    "mention_once": derived(Mention),
    "topic_total_once": derived(TopicTotal),
    "other_address_has_key": other_address_without_key,
    "other_address_url_key_unique": other_address_twice,
    "position_from_before_until": derived(Position, held_from=LATE, held_until=EARLY),
    "position_once": derived(Position),
    "proposition_has_text_and_label": change(PropositionFactory, short_label=""),
    "quotation_bounds_ordered": change(
        QuotationFactory, date_edtf="x", date_basis="printed", earliest=LATE, latest=EARLY
    ),
    "quotation_check_has_time": change(QuotationFactory, check_result="exact"),
    "quotation_date_has_bounds_and_basis": change(QuotationFactory, date_edtf="2018"),
    "quotation_has_words": change(QuotationFactory, exact=""),
    "quotation_order_once": twice(QuotationFactory, "statement", "source", "order"),
    "quotation_start_before_end": change(QuotationFactory, start=5, end=5),
    "reply_not_to_itself": reply_to_itself,
    "reply_once": twice(ReplyFactory, "from_statement", "to_statement"),
    "source_bounds_ordered": change(SourceFactory, earliest=LATE, latest=EARLY),
    "source_date_has_bounds_and_basis": change(SourceFactory, date_basis=""),
    "source_has_title": change(SourceFactory, title=""),
    "source_key_of_address": change(SourceFactory, url_key=None),
    "source_url_key_unique": same_address_twice,
    "stakeholder_has_name": change(StakeholderFactory, name=""),
    "stakeholder_wikidata_once": wikidata_twice,
    "statement_bounds_ordered": change(StatementFactory, earliest=LATE, latest=EARLY),
    "statement_date_has_bounds_and_basis": change(StatementFactory, earliest=None, latest=None),
    "statement_has_title": change(StatementFactory, title=""),
    "statement_published_has_date": change(
        StatementFactory, date_edtf="", earliest=None, latest=None
    ),
    "told_apart_lower_first": told_apart((2, 1)),
    "told_apart_once": told_apart((1, 2), (1, 2)),
    "topic_has_name": change(TopicFactory, name=""),
    "topic_name_unique": twice(TopicFactory, "name"),
    "topic_slug_unique": twice(TopicFactory, "slug"),
}


@pytest.mark.parametrize("attempt", REFUSED.values(), ids=REFUSED.keys())
def test_the_database_refuses(attempt: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        attempt()


def test_every_constraint_of_the_nouns_has_a_case() -> None:
    nouns: list[type[models.Model]] = [
        *(Affiliation, Alias, Assessment, Attribution, Capture, FormerAddress, IndexEntry),
        *(Position, Proposition, Quotation, Reply, Source, Stakeholder, Statement, Topic),
        *(StatementText, StakeholderText, AliasText, TopicText, SourceText),
        *(PropositionText, PropositionReason, OtherAddress, Merge, ToldApart),
        *(Correction, Challenge, Intake, Mention, TopicTotal),
    ]
    named = {constraint.name for noun in nouns for constraint in noun._meta.constraints}
    assert named <= REFUSED.keys()
    recorded = set(apps.get_app_config("positions").get_models())
    unnamed = {
        model
        for model in recorded - set(nouns)
        if not model._meta.proxy and not model.__name__.startswith("Historical")
    }
    assert unnamed == set()


def test_a_position_follows_its_statement_into_nothing() -> None:
    statement = said(on={PropositionFactory.create(): Stance.OPPOSES})
    pairs = derivation.pairs_of([statement.pk])
    statement.delete()
    derivation.refresh([], also=pairs)
    assert not Position.objects.exists()
