"""Lists as Atom feeds, read by a feed reader that is not ours."""

from __future__ import annotations

from datetime import date
from typing import Any

import feedparser
import pytest
from django.test import Client

from positions import derivation
from positions.choices import AttributionRole, Stance, WorkflowState
from positions.listing import AnyDeclaration
from positions.views.declarations import DECLARATIONS
from tests.cast import Cast
from tests.factories import AttributionFactory, StakeholderFactory, said

pytestmark = pytest.mark.usefixtures("cast")


def read(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    return feed


@pytest.mark.parametrize("declaration", DECLARATIONS, ids=lambda d: d.plural)
def test_every_feed_has_what_the_standard_asks_for(
    client: Client, declaration: AnyDeclaration
) -> None:
    feed = read(client, declaration.data_url("atom"))
    assert feed.feed.id
    assert feed.feed.title == f"{declaration.title} · Stakeholder Position Tracker"
    assert feed.feed.updated_parsed
    assert [link.rel for link in feed.feed.links] == ["alternate", "self"]
    identities = [entry.id for entry in feed.entries]
    assert len(set(identities)) == len(identities) > 0
    for entry in feed.entries:
        assert entry.title
        assert entry.updated_parsed
        assert entry.published_parsed <= entry.updated_parsed
        assert entry.author
        assert entry.link.startswith("http://testserver/")
        assert "summary" in entry


def test_an_empty_feed_does_not_say_that_it_changed(client: Client) -> None:
    feed = read(client, "/statements.atom?q=zebras")
    assert (feed.entries, feed.feed.updated) == ([], "1970-01-01T00:00:00+00:00")


def test_an_entry_keeps_its_id_wherever_the_site_is_reached(client: Client) -> None:
    here = read(client, "/statements.atom")
    there = feedparser.parse(client.get("/statements.atom", headers={"host": "localhost"}).content)
    assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]
    assert here.entries[0].link != there.entries[0].link


def test_what_was_added_last_comes_first(client: Client, cast: Cast) -> None:
    old = said(cast.aclu, date_edtf="1999")
    assert read(client, "/statements.atom").entries[0].title == old.title


def test_a_feed_says_what_it_was_filtered_by(client: Client) -> None:
    feed = read(client, "/statements.atom?organisation=aclu&stance=opposes&stance=mixed")
    assert feed.feed.title == (
        "Statements: Organisation: American Civil Liberties Union; "
        "Stance: opposes or mixed or conditional · Stakeholder Position Tracker"
    )
    assert [entry.title for entry in feed.entries] == ["Act of counsel"]


def test_a_position_of_long_ago_that_is_entered_now_comes_first(client: Client, cast: Cast) -> None:
    said(cast.caucus, on={cast.toys: Stance.OPPOSES}, date_edtf="1999", title="Found in a cellar")
    assert "CBC opposes: Toys" in read(client, "/positions.atom").entries[0].title


def test_a_draft_published_late_comes_first(client: Client, cast: Cast) -> None:
    draft = said(cast.aclu, state=WorkflowState.DRAFT)
    said(cast.aclu)
    draft.state = WorkflowState.PUBLISHED
    draft.save()
    derivation.refresh([draft.pk])
    assert read(client, "/statements.atom").entries[0].link.endswith(f"/{draft.slug}/")
    first_seen = draft.published_at
    draft.save()
    assert draft.published_at == first_seen


def test_the_words_are_text_and_no_markup(client: Client, cast: Cast) -> None:
    said(cast.aclu, title="A <b>bold</b> act & more", words="<script>x</script>\x0b\ufffe end")
    [entry] = read(client, "/statements.atom?q=bold").entries
    assert "<script>" not in entry.summary
    assert "“&lt;script&gt;x&lt;/script&gt; end”" in entry.summary
    assert "bold</b> act &amp; more" in entry.title or entry.title == "A <b>bold</b> act & more"


def test_many_signatories_are_counted(client: Client) -> None:
    statement = said(StakeholderFactory.create(name="First"), derive=False)
    for order, name in enumerate(["Second", "Third", "Fourth", "Fifth"], start=1):
        voice = StakeholderFactory.create(name=name)
        AttributionFactory.create(statement=statement, stakeholder=voice, order=order)
    derivation.refresh([statement.pk])
    [entry] = read(client, "/statements.atom?organisation=First").entries
    assert entry.author == "First, Second, Third and 2 more"


def test_an_author_is_named_by_the_rule_of_every_by_line(client: Client, cast: Cast) -> None:
    """Not beside who speaks for them, and not once they withdrew their name."""
    statement = said(cast.amazon, title="Of three", derive=False)
    withdrawn = AttributionFactory.create(statement=statement, stakeholder=cast.aclu, order=1)
    withdrawn.withdrawn_on = date(2018, 7, 1)
    withdrawn.save()
    AttributionFactory.create(
        statement=statement,
        stakeholder=StakeholderFactory.create(name="Example Division"),
        on_behalf_of=cast.amazon,
        role=AttributionRole.SPOKESPERSON,
        name_printed="an Example spokesperson",
        order=2,
    )
    derivation.refresh([statement.pk])
    [entry] = read(client, "/statements.atom?organisation=amazon&q=three").entries
    assert entry.author == "An Example spokesperson for Amazon"


def test_a_title_says_who_supports_or_opposes_what(client: Client) -> None:
    titles = {entry.title for entry in read(client, "/positions.atom").entries}
    assert {
        "ACLU opposes: Sales",
        "CBC strongly opposes: Sales",
        "Amazon is mixed or conditional on: Sales",
    } <= titles


def test_a_page_of_a_feed_is_refused(client: Client) -> None:
    assert client.get("/statements.atom?page=2").status_code == 400
