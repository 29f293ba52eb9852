"""By a file an account may do exactly what it may do on the pages, whatever its role."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from positions.choices import WorkflowState
from positions.importers.sheets import SHEETS
from positions.models import Alias, Stakeholder
from tests.accounts import LogIn
from tests.admin.spreadsheets.files import as_csv, confirmed, shown
from tests.factories import (
    PersonFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)

OPEN, SEEN = WorkflowState.DRAFT.value, WorkflowState.PUBLISHED.value
ROLES = ("contributor", "editor", "administrator")
PAGES = {
    "topics": "topic",
    "propositions": "proposition",
    "organisations": "organisation",
    "people": "person",
    "sources": "source",
    "statements": "statement",
}


@pytest.fixture(autouse=True)
def waiting(settings: Any, tmp_path: Path) -> None:
    settings.IMPORTS_DIR = tmp_path / "imports"


@dataclass(frozen=True)
class Deed:
    """Something done to a noun: a row of its sheet, and whether a contributor may do it.

    ``inline`` is the part of the page that it is done in; ``of`` the state of a statement.
    """

    sheet: str
    row: dict[str, str]
    contributor: bool
    inline: str = ""
    name: str = ""
    of: str = ""
    new: bool = field(default=False)

    def __str__(self) -> str:
        what = self.inline or self.name or ("add" if self.new else "change")
        return "-".join(filter(None, (self.sheet, self.of, what)))


def adding(sheet: str, contributor: bool, **row: str) -> Deed:
    of = OPEN if sheet == "statements" else ""
    return Deed(sheet, {"slug": "a-new-one", **row}, contributor, of=of, new=True)


def changing(sheet: str, contributor: bool, name: str = "", of: str = "", **row: str) -> Deed:
    return Deed(sheet, row, contributor, name=name, of=of)


def part(sheet: str, contributor: bool, inline: str, of: str = "", **row: str) -> Deed:
    return Deed(sheet, row, contributor, inline=inline, of=of)


NEW_WORDS = {"source": "an-example", "words": "Quite new words.", "words_kind": "verbatim"}
JUDGED = {
    "proposition": "an-example",
    "stance": "opposes",
    "directness": "explicit",
    "reason": "The words say so.",
}
DEEDS = (
    adding("topics", False, name="A new topic"),
    changing("topics", False, description="Changed."),
    adding("propositions", False, text="A new one.", label="New", topic="an-example"),
    changing("propositions", False, why_it_matters="Changed."),
    *(
        deed
        for sheet, kind in (("organisations", "company"), ("people", "person"))
        for deed in (
            adding(sheet, True, name="A New One", kind=kind),
            changing(sheet, False, description="Changed."),
            changing(sheet, False, "released", released="true"),
            part(sheet, False, "aliases", alias="Union of Fools"),
            part(
                sheet,
                False,
                "affiliations",
                affiliation="another",
                affiliation_kind="member_of",
            ),
        )
    ),
    adding("sources", True, title="A new one", kind="article"),
    changing("sources", False, note="Changed."),
    part("sources", False, "other_addresses", other_address="https://mirror.example/a"),
    adding("statements", True, title="A new one", kind="letter"),
    *(
        deed
        for of, may in ((OPEN, True), (SEEN, False))
        for deed in (
            changing("statements", may, of=of, summary="Changed."),
            part("statements", may, "attributions", of, voice="another"),
            part("statements", may, "quotations", of, **NEW_WORDS),
            part("statements", may, "assessments", of, **JUDGED),
            part("statements", may, "replies", of, in_answer_to="another"),
        )
    ),
)


def made(sheet: str, of: str) -> Any:
    """The noun that something is done to, with what the rows refer to."""
    other = StakeholderFactory.create(slug="another", name="Another Example")
    nouns: dict[str, Callable[[], Any]] = {
        "topics": lambda: TopicFactory.create(slug="an-example"),
        "propositions": lambda: PropositionFactory.create(
            slug="an-example", topic=TopicFactory.create(slug="an-example")
        ),
        "organisations": lambda: StakeholderFactory.create(slug="an-example", released=False),
        "people": lambda: PersonFactory.create(slug="an-example", released=False),
        "sources": lambda: SourceFactory.create(slug="an-example"),
        "statements": lambda: said(slug="an-example", state=of),
    }
    if sheet == "statements":
        said(other, slug="another")
        PropositionFactory.create(slug="an-example")
        SourceFactory.create(slug="an-example")
    return nouns[sheet]()


def by_page(client: Client, sheet: str, noun: Any, deeds: Iterable[Deed]) -> dict[str, bool]:
    """Of each deed, whether the account may do it on the page of the noun."""
    path = f"/admin/positions/{PAGES[sheet]}/"
    page = client.get(f"{path}{noun.pk}/change/").content.decode()
    may_save = client.post(f"{path}{noun.pk}/change/", {}).status_code == 200
    may_add = client.get(f"{path}add/").status_code == 200

    def is_asked(deed: Deed) -> bool:
        box = f'id="{deed.inline}-empty"' if deed.inline else f'name="{deed.name or "slug"}"'
        return box in page

    return {str(deed): may_add if deed.new else may_save and is_asked(deed) for deed in deeds}


def by_file(client: Client, deed: Deed) -> bool:
    """Whether the account may do it by a file."""
    rows = as_csv({"slug": "an-example", **deed.row})
    path = f"/admin/positions/{PAGES[deed.sheet]}/"
    answer = shown(client, path, rows, note="An example note to readers.")
    if answer.status_code == 403:
        return False
    result = answer.context["result"]
    refused = [str(each) for each in result.problems]
    assert all("you may not" in each or "decide" in each for each in refused), refused
    assert bool(result.deeds) or bool(refused)
    return not refused


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("sheet", "of"), dict.fromkeys((deed.sheet, deed.of) for deed in DEEDS))
def test_what_may_be_done_by_a_file_is_what_may_be_done_on_the_page(
    log_in: LogIn, sheet: str, of: str, role: str
) -> None:
    deeds = [deed for deed in DEEDS if (deed.sheet, deed.of) == (sheet, of)]
    noun = made(sheet, of)
    client = log_in(role)
    may = {str(deed): role != "contributor" or deed.contributor for deed in deeds}
    assert len(may) == len(deeds)
    assert by_page(client, sheet, noun, deeds) == may
    assert {str(deed): by_file(client, deed) for deed in deeds} == may


def test_every_sheet_and_part_is_among_them() -> None:
    parts = {(name, part.related_name) for name, sheet in SHEETS.items() for part in sheet.parts}
    assert {(deed.sheet, deed.inline) for deed in DEEDS if deed.inline} == parts
    for name in SHEETS:
        whole = [deed for deed in DEEDS if deed.sheet == name and not deed.inline]
        assert {deed.new for deed in whole} == {True, False}


def test_a_contributor_gives_nobody_another_name_by_a_file(contributor: Client) -> None:
    StakeholderFactory.create(slug="aclu")
    rows = as_csv({"slug": "aclu", "alias": "Union of Fools"})
    answer = shown(contributor, "/admin/positions/organisation/", rows)
    assert "you may not change stakeholders that are there" in answer.content.decode()
    assert not Alias.objects.exists()


def test_whom_a_contributor_adds_may_come_with_names_and_ties_by_either_door(
    contributor: Client,
) -> None:
    StakeholderFactory.create(slug="group", name="The Group")
    rows = as_csv(
        {"slug": "new", "name": "New One", "alias": "The New", "affiliation": "group"}
        | {"affiliation_kind": "member_of"},
        {"slug": "new", "alias": "The Newest"},
    )
    answer = shown(contributor, "/admin/positions/person/", rows)
    assert not answer.context["result"].problems
    confirmed(contributor, "/admin/positions/person/", answer)
    made = Stakeholder.objects.get(slug="new")
    assert (made.aliases.count(), made.affiliations.count(), made.is_public) == (2, 1, False)


def test_offsets_are_no_more_typed_by_a_file_than_on_the_page(contributor: Client) -> None:
    said(slug="an-example", state=OPEN)
    SourceFactory.create(slug="an-example")
    rows = as_csv({"slug": "an-example", **NEW_WORDS, "words_start": "3", "words_end": "19"})
    answer = shown(contributor, "/admin/positions/statement/", rows)
    assert "it cannot be typed on the pages either" in answer.content.decode()
