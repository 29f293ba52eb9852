"""The pages of housekeeping: what they show, to whom, and what they do."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from positions.admin.housekeeping import lacking
from positions.choices import QuotationCheck
from positions.models import Merge, Source, Stakeholder, Statement, ToldApart
from positions.publishing import queue
from tests.admin.forms import messages_of, opened
from tests.factories import (
    CaptureFactory,
    PersonFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)

pytestmark = pytest.mark.django_db
HERE = "/admin/housekeeping/"
ALIKE = f"{HERE}alike/stakeholder/"


@pytest.fixture
def kept() -> Stakeholder:
    return StakeholderFactory.create(name="Example Watch", slug="watch")


@pytest.fixture
def merged() -> Stakeholder:
    return StakeholderFactory.create(
        name="The Example Watch", slug="the-watch", description="Described."
    )


def merging(merged: Any, kept: Any, noun: str = "stakeholder") -> str:
    return f"{HERE}merge/{noun}/{merged.pk}/{kept.pk}/"


def shown(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def test_the_first_page_of_the_desk_leads_there(contributor: Client) -> None:
    assert f'href="{HERE}"' in shown(contributor, "/admin/")


def test_an_account_without_a_role_sees_nothing_of_it(client: Client) -> None:
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert HERE not in client.get("/admin/").content.decode()
    for address in (HERE, ALIKE, f"{HERE}lacking/found/"):
        assert client.get(address).status_code == 403


def test_contributors_see_pairs_and_neither_merge_nor_tell_apart(
    contributor: Client, kept: Stakeholder, merged: Stakeholder
) -> None:
    page = shown(contributor, ALIKE)
    assert kept.name in page
    assert "Merge…" not in page
    for address in (merging(merged, kept), f"{HERE}merge/stakeholder/{merged.pk}/"):
        assert contributor.get(address).status_code == 403
    pair = {"one": kept.pk, "other": merged.pk}
    assert contributor.post(ALIKE, pair).status_code == 403
    assert contributor.post(merging(merged, kept)).status_code == 403
    assert "merge" not in shown(contributor, "/admin/positions/organisation/").lower()


def test_a_pair_is_told_apart_and_compared_again(
    editor: Client, kept: Stakeholder, merged: Stakeholder
) -> None:
    pair = {"one": merged.pk, "other": kept.pk}
    page = editor.post(ALIKE, {**pair, "deed": "apart"}, follow=True)
    assert "Told apart" in messages_of(page)
    assert merging(merged, kept) not in page.content.decode()
    told = ToldApart.objects.get()
    assert (told.one_id, told.other_id) == (kept.pk, merged.pk)
    assert str(told.by) == "an-editor"
    page = editor.post(ALIKE, {**pair, "deed": "together"}, follow=True)
    assert merging(merged, kept) in page.content.decode()


def test_of_statements_that_may_be_one_the_page_says_what_to_do_and_leads_there(
    contributor: Client, editor: Client, administrator: Client
) -> None:
    party = StakeholderFactory.create()
    one, other = (
        said(party, words="We ask that this be read.", slug=slug, state=state)
        for slug, state in (("kept", "published"), ("twin", "draft"))
    )
    page = shown(editor, f"{HERE}alike/statement/")
    assert "keep the one that readers have the address of" in " ".join(page.split())
    assert "Withdraw kept…" in page
    assert "Delete twin…" not in page
    assert f'href="/admin/positions/statement/{other.pk}/delete/"' in shown(
        administrator, f"{HERE}alike/statement/"
    )
    assert "Withdraw kept…" not in shown(contributor, f"{HERE}alike/statement/")
    assert f"/admin/positions/statement/{other.pk}/change/" in page
    assert "Not the same" in page
    assert "Merge…" not in page
    assert one.title in page


@pytest.mark.parametrize(
    "address",
    [
        "alike/topic/",
        "lacking/time/",
        "merge/topic/1/2/",
        "merge/stakeholder/1/2/",
        "merge/stakeholder/1/",
        "merges/1/undo/",
    ],
)
def test_what_there_is_not_is_not_found(editor: Client, address: str) -> None:
    assert editor.get(f"{HERE}{address}").status_code == 404


@pytest.mark.parametrize("pair", [{}, {"one": "1", "other": "1"}, {"one": "x", "other": "9" * 40}])
def test_a_made_up_pair_is_refused(editor: Client, pair: dict[str, str]) -> None:
    assert editor.post(ALIKE, pair).status_code == 404
    assert not ToldApart.objects.exists()


def test_two_are_chosen_in_the_list_and_merged_and_the_merge_is_undone(
    editor: Client, kept: Stakeholder, merged: Stakeholder
) -> None:
    said(kept, merged, title="Of both")
    listed = "/admin/positions/organisation/"
    chosen = {"action": "merge", "_selected_action": [merged.pk, kept.pk]}
    address = editor.post(listed, chosen).headers["Location"]
    assert address == merging(merged, kept)
    fields = opened(editor, address)
    page = editor.post(address, {**fields, "name": "kept", "description": "merged"}, follow=True)
    assert "“The Example Watch” was merged into this one" in messages_of(page)
    assert page.request["PATH_INFO"] == f"{listed}{kept.pk}/change/"
    kept.refresh_from_db()
    assert kept.description == "Described."
    made = Merge.objects.get()
    assert str(made.by) == "an-editor"
    assert f"{HERE}merges/{made.pk}/undo/" in shown(editor, HERE)

    undoing = f"{HERE}merges/{made.pk}/undo/"
    assert "comes back with its address" in shown(editor, undoing)
    page = editor.post(undoing, follow=True)
    assert "The merge is undone" in messages_of(page)
    assert Stakeholder.objects.filter(slug="the-watch").exists()
    assert "undone on" in page.content.decode()
    assert "It is undone already" in shown(editor, undoing)
    assert "Nothing was undone" in messages_of(editor.post(undoing))


@pytest.mark.parametrize("n_chosen", [1, 3])
def test_other_than_two_are_not_merged(editor: Client, n_chosen: int) -> None:
    chosen = [each.pk for each in SourceFactory.create_batch(n_chosen)]
    sent = {"action": "merge", "_selected_action": chosen}
    page = editor.post("/admin/positions/source/", sent, follow=True)
    assert "Choose two" in messages_of(page)


def test_a_page_leads_to_merging_into_another(
    editor: Client, kept: Stakeholder, merged: Stakeholder
) -> None:
    into = f"{HERE}merge/stakeholder/{merged.pk}/"
    assert into in shown(editor, f"/admin/positions/organisation/{merged.pk}/change/")
    StakeholderFactory.create(name="Another")
    PersonFactory.create(name="Watson Example")
    page = shown(editor, f"{into}?q=exam+wat")
    assert page.count("/admin/housekeeping/merge/stakeholder/") == 1  # neither itself nor a person
    assert merging(merged, kept) in page
    assert "Nothing else is found by “zebra”" in shown(editor, f"{into}?q=zebra")
    assert "Nothing else is found" in shown(editor, f"{into}?q=-%22")
    assert editor.get(f"{into}?q=%00").status_code == 400


def test_a_source_is_looked_for_by_its_words_or_its_address(editor: Client) -> None:
    kept, merged = SourceFactory.create(title="Words of old"), SourceFactory.create()
    into = f"{HERE}merge/source/{merged.pk}/"
    for typed in ("old+wor", kept.url.replace("https://", "http%3A%2F%2Fwww.")):
        assert merging(merged, kept, "source") in shown(editor, f"{into}?q={typed}"), typed
    assert merging(merged, merged, "source") not in shown(editor, f"{into}?q={merged.url}")


def test_what_the_page_no_longer_shows_is_not_merged(
    editor: Client, kept: Stakeholder, merged: Stakeholder
) -> None:
    fields = opened(editor, merging(merged, kept))
    merged.description = "Changed meanwhile."
    merged.save()
    page = editor.post(merging(merged, kept), fields)
    assert "changed after you opened this page" in messages_of(page)
    assert "Changed meanwhile." in page.content.decode()
    assert not Merge.objects.exists()


def test_what_cannot_be_merged_is_said_and_offers_no_button(
    editor: Client, kept: Stakeholder
) -> None:
    person = PersonFactory.create()
    page = shown(editor, merging(person, kept))
    assert "these are never one" in page
    assert 'value="Merge them"' not in page
    versions = {"kept_version": kept.version, "merged_version": person.version}
    refused = editor.post(merging(person, kept), versions)
    assert "Nothing was merged." in messages_of(refused)


def test_sources_are_merged_too(editor: Client) -> None:
    kept, merged = SourceFactory.create_batch(2)
    QuotationFactory.create(source=merged)
    address = merging(merged, kept, "source")
    page = editor.post(address, {**opened(editor, address), "url": "merged"}, follow=True)
    assert "was merged into this one" in messages_of(page)
    assert [each.url for each in Source.objects.get().other_addresses.all()] == [kept.url]


def test_what_is_lacking_is_listed_with_the_way_to_mend_it(editor: Client) -> None:
    bare = QuotationFactory.create(source__title="A bare source")
    source = CaptureFactory.create(text="Other words.").source
    unchecked = QuotationFactory.create(source=source, exact="Never checked words.")
    lost = QuotationFactory.create(source=source, exact="Lost words.")
    type(lost).objects.filter(pk=lost.pk).update(
        check_result=QuotationCheck.NOT_FOUND, checked_at="2020-01-01T00:00Z"
    )
    overview = shown(editor, HERE)
    assert overview.count(": 1\n") == 3
    texts = shown(editor, f"{HERE}lacking/text/")
    assert "A bare source" in texts
    assert f"/admin/positions/source/{bare.source_id}/change/#captures-group" in texts
    assert "1 quotation unchecked" in texts
    assert "Lost words." in shown(editor, f"{HERE}lacking/found/")
    never = shown(editor, f"{HERE}lacking/check/")
    assert unchecked.exact in never
    assert bare.exact not in never  # what has no text cannot be checked


def test_long_lists_are_cut_and_counts_end_at_a_thousand(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    SourceFactory.create_batch(3)
    monkeypatch.setattr(lacking, "MOST_SHOWN", 2)
    monkeypatch.setattr(queue, "COUNT_CAP", 2)
    assert "These are 2" in shown(editor, f"{HERE}lacking/text/")
    assert "2+" in shown(editor, HERE)


def test_pages_cost_the_same_however_much_there_is(editor: Client) -> None:
    pages = (
        *(HERE, ALIKE, f"{HERE}alike/source/", f"{HERE}alike/statement/"),
        *(f"{HERE}lacking/{what}/" for what in lacking.LACKS),
    )

    def queries() -> dict[str, int]:
        party = StakeholderFactory.create(name="Example Watch")
        said(party, words="We ask that this be read.")
        source = CaptureFactory.create(text="The same text.").source
        QuotationFactory.create(source=source)
        counted = {}
        for page in pages:
            with CaptureQueriesContext(connection) as run:
                editor.get(page)
            counted[page] = len(run)
        return counted

    queries()
    assert queries() == queries()


def test_readers_see_no_merge_and_no_reason_of_one(
    editor: Client, client: Client, kept: Stakeholder, merged: Stakeholder
) -> None:
    said(merged)
    editor.post(merging(merged, kept), opened(editor, merging(merged, kept)))
    for address in (kept.get_absolute_url(), Statement.objects.get().get_absolute_url()):
        page = client.get(address).content.decode()
        assert "was merged" not in page
        assert "an-editor" not in page
