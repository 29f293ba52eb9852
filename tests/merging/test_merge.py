"""Two that are one become one: no link, name, address or word is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from positions import search
from positions.choices import StakeholderKind, Stance, WorkflowState
from positions.merging import Obstacle, merge, rehearse, undo
from positions.models import (
    Affiliation,
    FormerAddress,
    IndexEntry,
    Merge,
    Position,
    Source,
    Stakeholder,
    StaleEdit,
)
from tests.admin.forms import errors_of, messages_of, opened
from tests.factories import (
    AffiliationFactory,
    AliasFactory,
    AttributionFactory,
    IntakeFactory,
    PersonFactory,
    PropositionFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)
from tests.merging.dump import dump

pytestmark = pytest.mark.django_db


def aliases(of: Stakeholder) -> list[str]:
    return sorted(of.aliases.values_list("name", flat=True))


def test_names_of_the_merged_one_become_aliases_and_find_the_kept_one(
    kept: Stakeholder, merged: Stakeholder
) -> None:
    AliasFactory.create(stakeholder=merged, name="Unio Exemplaris")
    merge(kept, merged)
    assert aliases(kept) == ["The Example Union, Inc.", "Unio Exemplaris"]
    kept.refresh_from_db()
    assert kept.abbreviation == "TEU"  # it had none
    for typed in ("exemplaris", "inc", "teu"):
        found = search.stakeholders(Stakeholder.objects.all(), search.read(typed))
        assert list(found) == [kept], typed


def test_a_name_that_is_taken_over_leaves_the_other_as_an_alias(
    kept: Stakeholder, merged: Stakeholder
) -> None:
    merge(kept, merged, theirs={"name"})
    kept.refresh_from_db()
    assert (kept.name, kept.abbreviation) == ("The Example Union, Inc.", "")
    assert aliases(kept) == ["Example Union", "TEU"]


def test_old_addresses_lead_to_the_kept_one_in_pages_filters_and_files(
    kept: Stakeholder, merged: Stakeholder, client: Client
) -> None:
    said(merged, title="Said under the old name")
    merged.slug = "the-newer-union"
    merged.save()
    merge(kept, merged)
    for old in ("the-union", "the-newer-union"):
        page = client.get(f"/organisations/{old}/")
        assert page.headers["Location"] == "/organisations/union/"
        for address in ("/statements/", "/statements.csv", "/statements.json", "/timeline/"):
            answer = client.get(f"{address}?organisation={old}", follow=True)
            assert "Said under the old name" in b"".join(answer).decode(), (address, old)


def test_positions_and_lists_follow(kept: Stakeholder, merged: Stakeholder) -> None:
    on = PropositionFactory.create()
    said(kept, on={on: Stance.SUPPORTS}, date_edtf="2018")
    said(merged, on={on: Stance.OPPOSES}, date_edtf="2019")
    report = merge(kept, merged)
    assert report.n_positions == 1
    assert report.moved["attributions"] == 1
    assert list(Position.objects.order_by("held_from").values_list("holder", "shift")) == [
        (kept.pk, False),
        (kept.pk, True),
    ]
    assert set(IndexEntry.objects.values_list("voice", flat=True)) == {kept.pk}


def test_another_kind_reaches_the_lists_of_all_that_was_said(
    kept: Stakeholder, merged: Stakeholder
) -> None:
    said(kept)
    Stakeholder.objects.filter(pk=merged.pk).update(kind=StakeholderKind.ADVOCACY)
    merged.refresh_from_db()
    merge(kept, merged, theirs={"kind"})
    assert IndexEntry.objects.get().voice_kind == StakeholderKind.ADVOCACY


def test_all_that_refers_to_it_moves(kept: Stakeholder, merged: Stakeholder) -> None:
    person = PersonFactory.create()
    spoken = AttributionFactory.create(stakeholder=person, on_behalf_of=merged)
    received = said()
    received.addressees.set([kept, merged])
    source = SourceFactory.create(publisher=merged)
    AffiliationFactory.create(member=person, group=merged)
    AffiliationFactory.create(member=merged, group=StakeholderFactory.create(), kind="member_of")
    report = merge(kept, merged)
    assert dict(report.moved) == {
        "attributions on its behalf": 1,
        "statements addressed to it": 1,
        "sources published": 1,
        "ties of others to it": 1,
        "ties to others": 1,
    }
    spoken.refresh_from_db()
    source.refresh_from_db()
    assert (spoken.on_behalf_of, source.publisher) == (kept, kept)
    assert list(received.addressees.all()) == [kept]
    assert {kept.pk} == {
        *Affiliation.objects.filter(member=person).values_list("group", flat=True),
        *Affiliation.objects.exclude(member=person).values_list("member", flat=True),
    }


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"kind": StakeholderKind.PERSON}, "is a person and .* an organisation"),
        ({"wikidata_id": "Q2"}, "Q1 and Q2"),
    ],
)
def test_what_cannot_be_one_is_refused(
    kept: Stakeholder, fields: dict[str, Any], reason: str
) -> None:
    Stakeholder.objects.filter(pk=kept.pk).update(wikidata_id="Q1")
    kept.refresh_from_db()
    with pytest.raises(Obstacle, match=reason):
        merge(kept, StakeholderFactory.create(**fields))
    with pytest.raises(Obstacle, match="one and the same"):
        merge(kept, kept)


def test_a_rehearsal_tells_the_same_and_changes_nothing(
    kept: Stakeholder, merged: Stakeholder
) -> None:
    said(kept, merged, on={PropositionFactory.create(): Stance.OPPOSES})
    before, n_records = dump(), Stakeholder.history.count()
    told = rehearse(kept, merged)
    assert (dump(), Stakeholder.history.count()) == (before, n_records)
    done = merge(kept, merged)
    assert (told.moved, told.solved, told.n_positions) == (done.moved, done.solved, 1)


def test_addresses_of_a_merged_source_find_the_kept_one(client: Client) -> None:
    kept, merged = (
        SourceFactory.create(slug=slug, url=f"https://news.example/{slug}")
        for slug in ("one", "other")
    )
    quotation = said().quotations.get()
    quotation.source = merged
    quotation.save()
    merge(kept, merged)
    quotation.refresh_from_db()
    assert quotation.source == kept
    assert client.get("/sources/other/").headers["Location"] == "/sources/one/"
    listed = client.get("/statements/?source=other", follow=True)
    assert quotation.statement.title in listed.content.decode()
    for written in ("http://www.news.example/other/", "https://news.example/one?utm_source=x"):
        assert Source.objects.at_address(written).get() == kept


def test_an_empty_address_is_filled_and_needs_no_other() -> None:
    kept = SourceFactory.create(url="")
    merged = SourceFactory.create(url="https://news.example/a")
    merge(kept, merged)
    kept.refresh_from_db()
    assert kept.url == "https://news.example/a"
    assert not kept.other_addresses.exists()


def test_former_addresses_pass_through_several_merges(
    kept: Stakeholder, merged: Stakeholder
) -> None:
    last = StakeholderFactory.create(slug="last")
    merge(kept, merged)
    merge(last, Stakeholder.objects.get(pk=kept.pk))
    assert Stakeholder.moved("the-union") == Stakeholder.moved("union") == "last"
    assert FormerAddress.objects.count() == 2


def test_a_copy_that_was_read_before_a_change_is_not_merged(
    kept: Stakeholder, merged: Stakeholder
) -> None:
    same = Stakeholder.objects.get(pk=merged.pk)
    same.description = "Changed meanwhile."
    same.save()
    with pytest.raises(StaleEdit):
        merge(kept, merged)


def test_an_article_on_the_desk_keeps_the_source_that_it_is() -> None:
    kept, merged = SourceFactory.create_batch(2)
    intake = IntakeFactory.create(source=merged)
    report = merge(kept, merged)
    intake.refresh_from_db()
    assert intake.source == kept
    assert report.moved["articles on the desk"] == 1
    assert report.merge is not None
    undo(report.merge)
    intake.refresh_from_db()
    assert intake.source == merged


def test_a_page_of_a_statement_that_was_opened_before_names_the_kept_one_when_it_is_saved(
    kept: Stakeholder, merged: Stakeholder, editor: Client
) -> None:
    statement = said(merged, state=WorkflowState.IN_REVIEW)
    address = f"/admin/positions/statement/{statement.pk}/change/"
    page = opened(editor, address)
    merge(kept, merged)
    answer = editor.post(address, {**page, "summary": "Typed meanwhile."}, follow=True)
    assert not errors_of(answer)
    assert "Both their changes and yours are kept" in messages_of(answer)
    assert statement.attributions.get().stakeholder == kept
    statement.refresh_from_db()
    assert statement.summary == "Typed meanwhile."


def test_hundreds_of_rows_move_with_as_many_queries_as_a_few() -> None:
    def cost(many: int) -> int:
        kept, merged, person = *StakeholderFactory.create_batch(2), PersonFactory.create()
        source = SourceFactory.create(publisher=merged)
        for _ in range(many):
            said(merged)
            AttributionFactory.create(stakeholder=person, on_behalf_of=merged)
            QuotationFactory.create(source=source)
        said(kept)
        with CaptureQueriesContext(connection) as queries:
            report = merge(kept, merged)
        assert report.moved["attributions"] == report.moved["attributions on its behalf"] == many
        with CaptureQueriesContext(connection) as back:
            undo(Merge.objects.latest("at"))
        return len(queries) + len(back)

    cost(1)
    assert cost(30) == cost(5)
