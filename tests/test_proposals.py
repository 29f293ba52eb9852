"""What a contributor enters is a proposal: nothing of it is public before an editor acts."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from positions.choices import WorkflowState
from positions.models import Capture, Stakeholder, Statement
from positions.models.workflow import Role
from positions.publishing.moves import move
from tests.admin.desk.invented import laid, sent
from tests.admin.forms import errors_of, opened, row
from tests.admin.spreadsheets.files import ORGANISATIONS, as_csv, confirmed, shown
from tests.cast import Cast
from tests.walking import SECRET, visited

pytestmark = pytest.mark.django_db


def account(role: str) -> Client:
    """A client that is logged in with a new account of that role."""
    user = get_user_model().objects.create_user(f"of-{role}", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def proposals(cast: Cast, settings: Any, tmp_path: Path) -> Client:
    """A contributor who has put a secret word into all that contributors may enter."""
    settings.IMPORTS_DIR = tmp_path / "imports"
    client = account("contributor")

    def entered(noun: str, **fields: Any) -> None:
        add = f"/admin/positions/{noun}/add/"
        answer = client.post(add, {**opened(client, add), **fields})
        assert answer.status_code == 302, errors_of(answer)

    told = {"description": "Hushdescription", "website": "https://hushsite.example/"}
    for noun, kind in (("organisation", {"kind": "advocacy"}), ("person", {})):
        tie = row("affiliations", 0, kind="member_of", group=cast.aclu.pk, role="Hushrole")
        alias = row("aliases", 0, name=f"Hushalias {noun}", kind="variant")
        entered(noun, name=f"Hush{noun}", slug=f"hush{noun}", **kind, **told, **tie, **alias)
    rows = {"slug": "hushrow", "name": "Hushrow", "kind": "company", "alias": "Hushfile", **told}
    tied = {**rows, "affiliation": "aclu", "affiliation_kind": "member_of"}
    confirmed(client, ORGANISATIONS, shown(client, ORGANISATIONS, as_csv(tied)))
    entered(
        "source",
        title="Hushdocument",
        kind="article",
        publisher=Stakeholder.objects.get(slug="hushrow").pk,
        **row("captures", 0, text="Hushtext."),
        **row("other_addresses", 0, url="https://hushmirror.example/"),
    )
    address = laid(
        client,
        "On Monday the group spoke.\n\n“We hushquote all of this today,” said Hush Speaker, "
        "director of Hush Works.\n",
        url=cast.article.url,
    )
    card = client.get(address).context["cards"][0].card.number
    speaker = {"speaker": "new", "speaker-name": "Hush Speaker", "speaker-kind": "person"}
    behalf = {"behalf": "new", "behalf-name": "Hush Works", "behalf-kind": "company"}
    changes = {"decision": "accept", **speaker, **behalf, "others": "Hush Others (new)"}
    sent(client, address, **{f"c{card}_{name}": value for name, value in changes.items()})
    sent(client, address)  # with the kind of the other, which is asked now
    draft = Statement.objects.latest("pk")
    change = f"/admin/positions/statement/{draft.pk}/change/"
    fields = {
        "summary": "Hushsummary",
        "venue": "Hushvenue",
        "title": "Hushdraft",
        "slug": "hushdraft",
        "addressees": [Stakeholder.objects.get(slug="hushorganisation").pk],
        **row("replies", 0, to_statement=cast.statements["plea"].pk, kind="answers"),
    }
    answer = client.post(change, {**opened(client, change), **fields})
    assert answer.status_code == 302, errors_of(answer)
    return client


def test_nothing_that_a_contributor_enters_is_at_any_public_address(
    client: Client, cast: Cast, proposals: Client
) -> None:
    parties = Stakeholder.objects.filter(name__istartswith="hush")
    assert set(parties.values_list("name", flat=True)) == {
        *("Hushorganisation", "Hushperson", "Hushrow"),
        *("Hush Speaker", "Hush Works", "Hush Others"),
    }
    assert Statement.objects.filter(slug="hushdraft").exists()
    assert Capture.objects.waiting().count() == 2
    pages = visited(client)
    assert {a: SECRET.findall(t) for a, t in pages.items() if SECRET.search(t)} == {}
    assert "/organisations/aclu/" in pages
    for party in parties:
        assert client.get(party.get_absolute_url()).status_code == 404
        key = "person" if party.is_person else "organisation"
        for where in ("/statements.json", "/compare.json", "/positions.json", "/timeline/"):
            answer = client.get(where, {key: party.slug})
            assert answer.status_code == 400, where
            assert party.name not in unescape(answer.content.decode())
        for where in ("/search.json", "/suggestions.json", "/organisations.json", "/people.json"):
            found = client.get(where, {"q": party.name}).content.decode()
            assert "/hush" not in found, where
    assert client.get("/people.json", {"organisation": "aclu"}).json()["total"] == 1
    for like in ("Hushorganisatio", "Hushrows", "Hush Speakers"):  # nor are they what was meant
        answer = client.get("/statements.json", {"organisation": like, "person": like})
        assert SECRET.findall(answer.content.decode().replace(like, "")) == []


def test_what_an_editor_publishes_is_seen_with_those_whom_it_names_and_no_others(
    client: Client, cast: Cast, proposals: Client
) -> None:
    draft = Statement.objects.get(slug="hushdraft")
    moved, refused = move([draft], WorkflowState.PUBLISHED, Role.EDITOR)
    assert (len(moved), refused) == (1, [])
    pages = visited(client)
    seen = {"hush-speaker", "hush-works", "hush-others", "hushorganisation"}
    assert {s for s in seen if any(f"/{s}/" in address for address in pages)} == seen
    assert not any("hushrow" in text or "hushperson" in text for text in pages.values())
    assert "Hushorganisation" in pages["/organisations/aclu/"]  # its tie is seen with it
    assert {a for a, t in pages.items() if "Hushtext" in t} == set()


def test_an_editor_releases_a_party_and_takes_that_back(
    client: Client, cast: Cast, proposals: Client
) -> None:
    editor = account("editor")
    party = Stakeholder.objects.get(slug="hushorganisation")
    change = f"/admin/positions/organisation/{party.pk}/change/"
    assert 'name="released"' not in proposals.get(change).content.decode()
    for released, status in ({"released": "on"}, 200), ({}, 404):
        fields = opened(editor, change)
        fields.pop("released", None)
        answer = editor.post(change, {**fields, **released})
        assert answer.status_code == 302, errors_of(answer)
        assert client.get(party.get_absolute_url()).status_code == status
        listed = client.get("/organisations.json", {"q": "hushorganisation"}).json()
        assert listed["total"] == (status == 200)
