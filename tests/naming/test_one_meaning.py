"""The same text means the same at every door: filter, paste, sheet, Markdown, Popolo and desk."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from positions.extraction.draft import How, Speaker
from positions.extraction.speakers.link import Known, link
from positions.filters.named import ORGANISATION, PERSON
from positions.importers.sheets import SHEETS, Line, Loader
from positions.intake.parties import Parties
from positions.intake.refusal import Refusal
from positions.models import Alias, Source, Stakeholder
from positions.models.names import all_names, names_for
from positions.naming.lines import read_lines
from positions.recording import Recording
from tests.factories import AliasFactory, PersonFactory, StakeholderFactory

pytestmark = pytest.mark.django_db

NOBODY, SEVERAL = "nobody", "several"
Door = Callable[[str], str]  # the slug of whom the text means there, nobody or several


@pytest.fixture
def cast() -> None:
    amazon: Stakeholder = StakeholderFactory.create(name="Amazon", slug="amazon", abbreviation="")
    aclu = StakeholderFactory.create(
        name="American Example Liberties Union", abbreviation="AELU", slug="aelu"
    )
    AliasFactory.create(stakeholder=aclu, name="The Liberties Union")
    for name, slug in (
        ("Public Citizens", "citizens"),
        ("CNM", "cnm"),
        ("The Hilltop", "hilltop"),
        ("Łódzka Straż", "lodz"),
        ("Straßenverein", "strasse"),
        ("Hawaiʻi Union", "hawaii"),
        ("Twin Works", "twin-a"),
        ("Twin Works, Inc.", "twin-b"),
        ("TWIN WORKS", "twin-c"),
    ):
        StakeholderFactory.create(name=name, slug=slug, abbreviation="")
    PersonFactory.create(name="Michael Example", slug="michael", abbreviation="")
    assert amazon.is_person is False


def meant_by_filter(text: str) -> str:
    found = [slug for noun in (ORGANISATION, PERSON) for _, slug, _ in noun.meant(text)]
    return found[0] if len(found) == 1 else SEVERAL if found else NOBODY


def pasted(text: str) -> str:
    (line,) = read_lines(text, all_names())
    return line.match.slug if line.match else SEVERAL if line.candidates else NOBODY


def in_a_sheet(text: str) -> str:
    row = {"slug": "a-source", "title": "A", "kind": "letter", "publisher": text}
    report = Loader(SHEETS["sources"]).load(lambda: [Line(2, row)])
    if report.refused:
        reason = report.refused[2][0].reason
        return SEVERAL if "can mean several" in reason else NOBODY
    publisher = Source.objects.get(slug="a-source").publisher
    Source.objects.all().delete()
    return publisher.slug if publisher else NOBODY


def by_name_in_a_sheet(text: str) -> str:
    """By which noun a row without a slug is known again."""
    for sheet in ("organisations", "people"):
        row = {"name": text, "kind": "person" if sheet == "people" else "company", "size_note": "1"}
        before = Stakeholder.objects.count()
        report = Loader(SHEETS[sheet]).load(lambda row=row: [Line(2, row)])  # type: ignore[misc]
        if report.refused and "can mean several" in report.refused[2][0].reason:
            return SEVERAL
        if Stakeholder.objects.count() > before:
            Stakeholder.objects.order_by("-pk").first().delete()  # type: ignore[union-attr]
            continue
        found = Stakeholder.objects.get(size_note="1")
        Stakeholder.objects.update(size_note="")
        return found.slug
    return NOBODY


def on_the_desk(text: str) -> str:
    refusal = Refusal()
    for found, _ in Parties(refusal, Recording()).cosigners(1, text, {}):
        return str(found.slug)
    return SEVERAL if "can mean several" in str(refusal.errors) else NOBODY


def in_an_article(text: str) -> str:
    names = all_names()
    forms: dict[str, list[str]] = {}
    for form, named in names.written.items():
        for each in named.values():
            forms.setdefault(each.slug, []).append(form)
    linked = link(Speaker(None, text, How.NAME, (), "", ""), Known.of(forms))
    if linked.name in forms:
        return linked.name
    sure = [each for each in linked.candidates if each.score == 1.0]
    return SEVERAL if sure else NOBODY


DOORS = [meant_by_filter, pasted, in_a_sheet, by_name_in_a_sheet, on_the_desk, in_an_article]


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Amazon", "amazon"),
        ("Amazon, Inc.", "amazon"),
        ("AMAZON.COM", "amazon"),
        ("public  citizens", "citizens"),
        ("A.E.L.U.", "aelu"),
        ("liberties union", "aelu"),
        ("the american example liberties union", "aelu"),
        ("lodzka straz", "lodz"),
        ("Strassenverein", "strasse"),
        ("hawaii union", "hawaii"),
        ("Twin Works", "twin-a"),
        ("Twin Works, Inc.", "twin-b"),
        ("twin works", SEVERAL),
        ("MICHAEL EXAMPLE", "michael"),
        ("Amazon - Employees for Climate", NOBODY),
        ("American Example Liberties Union – Maine", NOBODY),
        ("CNM – staff union", NOBODY),
        ("AELU, Northern chapter", NOBODY),
        ("Hilltop, Anita", NOBODY),
        ("Michael Example, Jr.", NOBODY),
        ("Amazn", NOBODY),
    ],
)
def test_a_name_means_the_same_at_every_door(cast: None, door: Door, text: str, slug: str) -> None:
    assert door(text) == slug


@pytest.mark.parametrize("text", ["Amazon, Inc.", "public  citizens", "lodzka straz"])
def test_a_filter_answers_to_a_name_however_it_is_written(
    client: Client, cast: None, text: str
) -> None:
    page = client.get("/statements/", {"organisation": text}, follow=True)
    assert page.status_code == 200
    assert page.redirect_chain[-1][0].startswith("/statements/?organisation=")
    page = client.get("/statements/", {"organisation": f"{text} – Maine"})
    assert page.status_code == 400


def test_a_filter_asks_which_of_two_is_meant(client: Client, cast: None) -> None:
    page = client.get("/statements/", {"organisation": "twin works"})
    assert page.status_code == 400
    assert "Several are called “twin works”" in page.content.decode()


@pytest.mark.parametrize("text", ["lodzka", "strassenverein", "hawaii"])
def test_search_finds_letters_beyond_accents(client: Client, cast: None, text: str) -> None:
    found = client.get("/search/", {"q": text}).content.decode()
    slug = {"lodzka": "lodz", "strassenverein": "strasse", "hawaii": "hawaii"}[text]
    assert f"/organisations/{slug}/" in found


def test_a_look_up_of_many_names_is_one_query_by_the_indexes(cast: None) -> None:
    with CaptureQueriesContext(connection) as run:
        names = names_for(["Amazon", "A.E.L.U.", "nobody", "gr[hilltop]"])
    assert len(run) == 1
    assert [each.slug for each in names.find("gr[hilltop]")] == ["hilltop"]
    with connection.cursor() as cursor:
        explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(explain + run[0]["sql"])
        plan = " ".join(str(row) for row in cursor.fetchall())
    for index in ("stakeholder_name_key", "stakeholder_short_key", "alias_name_key"):
        assert index in plan


def test_a_name_is_looked_up_as_it_is_now(cast: None) -> None:
    amazon = Stakeholder.objects.get(slug="amazon")
    amazon.name = "Nile"
    amazon.save()
    alias = Alias.objects.get()
    alias.stakeholder = amazon
    alias.save()
    assert not names_for(["Amazon"]).find("Amazon")
    for text in ("nile", "liberties union"):
        assert [each.slug for each in names_for([text]).find(text)] == ["amazon"]


@pytest.mark.parametrize(
    "name", ["AMAZON", "Amazon Inc.", "Amazon.com, Inc.", "A.E.L.U.", "The Liberties Union"]
)
def test_a_second_organisation_of_a_name_is_refused_in_a_sheet(cast: None, name: str) -> None:
    row = {"slug": "brand-new", "name": name, "kind": "company"}
    report = Loader(SHEETS["organisations"]).load(lambda: [Line(2, row)])
    (problem,) = report.refused[2]
    assert problem.column == "name"
    assert f"“{name}” is a name that is known: " in problem.reason
    assert not Stakeholder.objects.filter(slug="brand-new").exists()


def test_two_new_organisations_of_one_name_in_a_sheet_are_refused(cast: None) -> None:
    rows = [
        {"slug": slug, "name": name, "kind": "company"}
        for slug, name in (("one", "Brand New"), ("two", "Brand New, Inc."))
    ]
    report = Loader(SHEETS["organisations"]).load(
        lambda: [Line(number, row) for number, row in enumerate(rows, start=2)]
    )
    assert list(report.refused) == [3]
    assert "that of row 2" in report.refused[3][0].reason


def test_markdown_refuses_a_second_organisation_of_a_name(cast: None, tmp_path: Path) -> None:
    (tmp_path / "nile.md").write_text("---\nname: AMAZON\nkind: company\n---\n")
    with pytest.raises(CommandError, match="1 row was refused"):
        call_command("import_statements", tmp_path / "nile.md", verbosity=0)
    assert not Stakeholder.objects.filter(slug="nile").exists()


def test_popolo_organisations_are_known_by_any_name(cast: None, tmp_path: Path) -> None:
    path = tmp_path / "popolo.json"
    organizations: list[dict[str, Any]] = [
        {"id": "a", "name": "Amazon.com, Inc.", "classification": "company"},
        {"id": "b", "name": "A.E.L.U.", "classification": "ngo"},
    ]
    path.write_text(json.dumps({"organizations": organizations}))
    before = set(Stakeholder.objects.values_list("slug", "name"))
    call_command("import_statements", path, verbosity=0)
    assert set(Stakeholder.objects.values_list("slug", "name")) == before
