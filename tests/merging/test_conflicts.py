"""Where rows of both meet, one solution each; or somebody has to decide first."""

from __future__ import annotations

from datetime import date

import pytest

from positions.choices import AttributionRole
from positions.merging import Obstacle, merge
from positions.models import (
    Affiliation,
    Stakeholder,
)
from tests.factories import (
    AffiliationFactory,
    AttributionFactory,
    CaptureFactory,
    PropositionFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)
from tests.merging.dump import dump

pytestmark = pytest.mark.django_db


def test_a_statement_of_both_names_the_kept_one_once(
    kept: Stakeholder, merged: Stakeholder
) -> None:
    letter = said(kept, merged)
    letter.attributions.filter(stakeholder=merged).update(name_printed="The Union")
    report = merge(kept, merged)
    assert [(each.stakeholder, each.name_printed) for each in letter.attributions.all()] == [
        (kept, "The Union")
    ]
    assert "names both as author: one name stays" in report.solved[0]


def test_a_statement_that_names_both_differently_has_to_be_settled_first(
    kept: Stakeholder, merged: Stakeholder
) -> None:
    letter = said(kept, merged, title="A joint letter")
    letter.attributions.filter(stakeholder=merged).update(withdrawn_on=date(2019, 1, 1))
    before = dump()
    with pytest.raises(Obstacle, match="“A joint letter”"):
        merge(kept, merged)
    assert dump() == before


def test_who_spoke_for_the_other_now_speaks_for_itself(
    kept: Stakeholder, merged: Stakeholder
) -> None:
    made = AttributionFactory.create(
        stakeholder=kept, on_behalf_of=merged, role=AttributionRole.SPOKESPERSON
    )
    report = merge(kept, merged)
    made.refresh_from_db()
    assert (made.stakeholder, made.on_behalf_of, made.role) == (kept, None, "author")
    assert "speaks for itself" in report.solved[0]


def test_a_tie_between_the_two_goes_and_a_tie_of_both_stays_once(
    kept: Stakeholder, merged: Stakeholder
) -> None:
    AffiliationFactory.create(member=merged, group=kept, kind="division_of")
    group = StakeholderFactory.create()
    for member in (kept, merged):
        AffiliationFactory.create(member=member, group=group, kind="member_of")
    report = merge(kept, merged)
    assert [(each.member, each.group) for each in Affiliation.objects.all()] == [(kept, group)]
    assert len(report.solved) == 2


def test_words_and_texts_that_both_sources_have_stay_once() -> None:
    kept, merged = SourceFactory.create_batch(2)
    for source in (kept, merged):
        CaptureFactory.create(source=source, text="“Example words.”")
    statement = said()
    first, same, later = (
        QuotationFactory.create(statement=statement, source=source, exact=words, order=order)
        for source, words, order in (
            (kept, "Example words.", 1),
            (merged, "Example words.", 2),
            (merged, "Words of its own.", 1),
        )
    )
    on = PropositionFactory.create()
    judged = statement.assessments.create(
        proposition=on, stance="opposes", directness="explicit", reason="So.", quotation=same
    )
    report = merge(kept, merged)
    judged.refresh_from_db()
    later.refresh_from_db()
    assert judged.quotation == first
    assert set(kept.quotations.all()) == {first, later}
    assert later.order == max(each.order for each in statement.quotations.all())
    assert kept.captures.count() == 1
    assert later.check_result == "not_found"  # held against the text that both had
    assert [told.partition(",")[0] for told in report.checked] == [str(first), str(later)]
    assert len(report.solved) == 3
