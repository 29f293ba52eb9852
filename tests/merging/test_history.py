"""The history tells of a merge, and leads past it."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.history.timeline import timeline
from positions.merging import merge
from positions.models import (
    Stakeholder,
    Statement,
)
from tests.admin.forms import messages_of
from tests.factories import (
    StakeholderFactory,
    said,
)

pytestmark = pytest.mark.django_db


def test_the_history_of_both_and_of_what_moved_tells_it(
    kept: Stakeholder, merged: Stakeholder
) -> None:
    statement = said(merged)
    pk = merged.pk
    told = "“The Example Union, Inc.” was merged into “Example Union”"
    merge(kept, merged)
    for model, key in ((Stakeholder, kept.pk), (Stakeholder, pk), (Statement, statement.pk)):
        newest = timeline(model, key)[0]
        assert newest.reason == told
    assert timeline(Stakeholder, pk)[0].events[-1].deed == "removed"


def test_a_statement_still_goes_back_to_before_the_merge(
    kept: Stakeholder, merged: Stakeholder, editor: Client
) -> None:
    statement = said(merged, title="As it was")
    statement.addressees.set([merged])
    before = statement.quotations.get().history.get().history_date  # written last
    statement.title = "As it is"
    statement.save()
    merge(kept, merged)
    merge(StakeholderFactory.create(name="Last"), Stakeholder.objects.get(pk=kept.pk))
    told = str(timeline(Statement, statement.pk))
    assert "The Example Union, Inc., since merged into Example Union" in told
    statement.attributions.all().delete()
    address = f"/admin/positions/statement/{statement.pk}/history/{before.isoformat()}/"
    page = editor.post(address, {"correction_note": "It was right before."}, follow=True)
    assert "is again as it was" in messages_of(page)
    statement.refresh_from_db()
    assert statement.title == "As it was"
    assert [str(each) for each in statement.attributions.all()] == ["Last"]


def test_the_history_of_the_merged_one_leads_to_the_way_back_and_to_no_other(
    kept: Stakeholder, merged: Stakeholder, editor: Client, contributor: Client
) -> None:
    merged.history.update(history_date="2020-01-01T00:00Z")
    address = f"/admin/positions/organisation/{merged.pk}/history/"
    made = merge(kept, merged).merge
    assert made is not None
    page = editor.get(address).content.decode()
    assert "It was merged into “Example Union”" in page
    assert f"/admin/housekeeping/merges/{made.pk}/undo/" in page
    assert "Go back to this" not in page
    assert "/undo/" not in contributor.get(address).content.decode()
