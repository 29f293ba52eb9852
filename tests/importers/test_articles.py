"""Entries → database: all or nothing, once, and never over what editors did."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from positions.importers.articles import NOUNS, load
from positions.importers.fixture_file import Entry, FixtureError
from positions.models import (
    Alias,
    Assessment,
    Correction,
    IndexEntry,
    Position,
    Quotation,
    Stakeholder,
    Statement,
)

pytestmark = pytest.mark.django_db

WRITTEN: list[tuple[str, dict[str, Any]]] = [
    ("topic", {"slug": "bridges", "name": "Bridges"}),
    (
        "proposition",
        {
            "slug": "close",
            "topic": ["bridges"],
            "text": "The Example Bridge should be closed.",
            "short_label": "Close it",
        },
    ),
    ("stakeholder", {"slug": "walkers", "kind": "advocacy", "name": "Example Walkers"}),
    ("alias", {"stakeholder": ["walkers"], "name": "Exampel Walkers", "kind": "misprint"}),
    ("source", {"slug": "gazette", "kind": "article", "title": "The Example Gazette on bridges"}),
    (
        "statement",
        {
            "slug": "appeal",
            "kind": "letter",
            "title": "Appeal of the Example Walkers",
            "topic": ["bridges"],
            "date_edtf": 2018,
            "date_basis": "reported",
            "addressees": [["walkers"]],
            "state": "published",
        },
    ),
    ("attribution", {"statement": ["appeal"], "stakeholder": ["walkers"], "role": "author"}),
    (
        "quotation",
        {
            "statement": ["appeal"],
            "source": ["gazette"],
            "order": 1,
            "kind": "verbatim",
            "exact": "Close  the bridge … now,",
        },
    ),
    (
        "assessment",
        {
            "statement": ["appeal"],
            "proposition": ["close"],
            "stance": "supports",
            "directness": "explicit",
            "reason": "The words ask for it.",
            "quotation": ["appeal", "gazette", 1],
        },
    ),
]


def entries(**changes: dict[str, Any]) -> list[Entry]:
    """The small cast of these tests; ``noun={field: value}`` changes or adds a field."""
    return [
        Entry(Path("cast.yaml"), line, f"positions.{noun}", {**fields, **changes.get(noun, {})})
        for line, (noun, fields) in enumerate(WRITTEN, 1)
    ]


def rows() -> dict[str, list[Any]]:
    """Every row of every noun, of its history, and of what is derived."""
    tables: list[Any] = [Position, IndexEntry, Statement.addressees.through]
    for noun in NOUNS:
        tables += [noun, noun.history.model]  # type: ignore[attr-defined]
    return {
        table._meta.label: list(table._default_manager.order_by("pk").values_list())
        for table in tables
    }


def test_load_enters_everything() -> None:
    report = load(entries())
    assert {noun.__name__: count for noun, count in report.added.items()} == {
        "Topic": 1,
        "Proposition": 1,
        "Stakeholder": 1,
        "Alias": 1,
        "Source": 1,
        "Statement": 1,
        "Attribution": 1,
        "Quotation": 1,
        "Assessment": 1,
    }
    assert "Statements: 1 added, 0 already there" in report.lines()
    quotation = Quotation.objects.get()
    assert quotation.exact == "Close  the bridge … now,"
    assert Assessment.objects.get().quotation == quotation
    assert Statement.objects.get().addressees.get().slug == "walkers"
    assert Statement.objects.get().date_edtf == "2018"


def test_load_derives_positions_and_index() -> None:
    load(entries())
    assert Position.objects.get().stance == "supports"
    assert IndexEntry.objects.get().voice.slug == "walkers"


def test_load_keeps_a_history() -> None:
    load(entries())
    assert Quotation.history.get().history_type == "+"


def test_second_load_changes_nothing() -> None:
    load(entries())
    before = rows()
    report = load(entries())
    assert not report.added
    assert report.left.total() == len(WRITTEN)
    assert rows() == before


@pytest.mark.parametrize("seed", range(3))
def test_order_of_entries_does_not_matter(seed: int) -> None:
    shuffled = entries()
    random.Random(seed).shuffle(shuffled)
    assert load(shuffled).added.total() == len(WRITTEN)


def test_entries_added_later_are_loaded_and_derived() -> None:
    later = [entry for entry in entries() if entry.label != "positions.assessment"]
    load(later)
    assert not Position.objects.exists()
    with pytest.raises(FixtureError, match=r"appeal: Readers have seen .* Give the note"):
        load(entries())
    assert not Position.objects.exists()
    assert load(entries(), "The stance was missing.").added.total() == 1
    assert Position.objects.get().stance == "supports"
    assert [each.note for each in Correction.objects.all()] == ["The stance was missing."]


def test_change_by_an_editor_survives() -> None:
    load(entries())
    statement = Statement.objects.get()
    statement.title = "Another title"
    statement.save()
    Quotation.objects.get().assessments.update(stance="opposes")
    load(entries())
    assert Statement.objects.get().title == "Another title"
    assert Assessment.objects.get().stance == "opposes"


def test_part_deleted_by_an_editor_stays_away() -> None:
    load(entries())
    Alias.objects.get().delete()
    load(entries())
    assert not Alias.objects.exists()


def test_statement_deleted_by_an_editor_stays_away_with_its_parts() -> None:
    load(entries())
    Statement.objects.get().delete()
    report = load(entries())
    assert not report.added
    assert not Statement.objects.exists()
    assert not Quotation.objects.exists()


def test_noun_renamed_by_an_editor_is_found_again() -> None:
    load([entry for entry in entries() if entry.label != "positions.alias"])
    walkers = Stakeholder.objects.get()
    walkers.slug = "hikers"
    walkers.save()
    assert load(entries()).added == {Alias: 1}
    assert Alias.objects.get().stakeholder == walkers
    assert Stakeholder.objects.get().slug == "hikers"


def test_quotation_moved_by_an_editor_is_not_entered_again() -> None:
    load(entries())
    quotation = Quotation.objects.get()
    quotation.order = 2
    quotation.save()
    assert not load(entries()).added
    assert Quotation.objects.get().order == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"stakeholder": {"colour": "red"}}, "line 3, positions.stakeholder: colour: there is no"),
        ({"stakeholder": {"kind": "club"}}, "kind: 'club'. Value 'club' is not a valid choice."),
        ({"alias": {"stakeholder": ["nobody"]}}, "stakeholder: ['nobody'] names nothing"),
        ({"alias": {"stakeholder": ["walkers", "two"]}}, "names nothing that is known"),
        ({"alias": {"stakeholder": []}}, "stakeholder: [] names nothing that is known"),
        ({"alias": {"stakeholder": "walkers"}}, "stakeholder: 'walkers' names nothing"),
        ({"statement": {"addressees": [["nobody"]]}}, "addressees: [['nobody']] names nothing"),
        ({"statement": {"addressees": ["walkers"]}}, "addressees: ['walkers'] names nothing"),
        ({"statement": {"addressees": 3}}, "addressees: 3 names nothing"),
        ({"statement": {"date_edtf": "2018-02-30"}}, "date_edtf: '2018-02-30'"),
        ({"statement": {"date_edtf": ""}}, "date_edtf: ''. A published statement needs a date"),
        ({"statement": {"title": False}}, "title: YAML reads False here. Put the text between"),
        ({"statement": {"venue": 750}}, "venue: YAML reads 750 here"),
        ({"attribution": {"withdrawn_on": "soon"}}, "withdrawn_on: 'soon'"),
        ({"attribution": {"role": "spokesperson"}}, "on_behalf_of: None. Say for whom"),
        ({"quotation": {"order": "first"}}, "order: 'first'"),
        ({"quotation": {"exact": "“Close it.”"}}, "exact: '“Close it.”'. Leave the enclosing"),
        ({"quotation": {"start": 3, "end": 4}}, "end: 4. From 3 to 4 are not the 24 characters"),
        ({"assessment": {"stance": "mixed"}}, "condition: ''. Say under which condition"),
        ({"assessment": {"quotation": ["appeal", "gazette", 7]}}, "['appeal', 'gazette', 7] names"),
    ],
)
def test_broken_entry_is_refused_and_nothing_is_written(
    changes: dict[str, dict[str, Any]], said: str
) -> None:
    before = rows()
    with pytest.raises(FixtureError, match=r"cast\.yaml, line") as refused:
        load(entries(**changes))
    assert said in str(refused.value)
    assert rows() == before


def test_unknown_noun_is_refused() -> None:
    with pytest.raises(FixtureError, match=r"line 1, auth\.user: there is no such noun"):
        load([Entry(Path("cast.yaml"), 1, "auth.user", {"username": "example"})])


def test_entry_without_what_it_is_known_by_is_refused() -> None:
    with pytest.raises(FixtureError, match="slug: missing"):
        load([Entry(Path("cast.yaml"), 1, "positions.topic", {"name": "Bridges"})])


def test_entry_given_twice_is_refused() -> None:
    twin = Entry(Path("twin.yaml"), 9, "positions.topic", {"slug": "bridges", "name": "Canals"})
    with pytest.raises(FixtureError, match=r"twin\.yaml, line 9.* stands in cast\.yaml, line 1"):
        load([*entries(), twin])


@pytest.mark.parametrize(
    ("without", "said"), [("attribution", "somebody who makes it"), ("quotation", "words with")]
)
def test_incomplete_statement_cannot_be_published(without: str, said: str) -> None:
    some = [
        entry
        for entry in entries(assessment={"quotation": None})
        if entry.label != f"positions.{without}"
    ]
    with pytest.raises(FixtureError, match=f"appeal: A published statement needs {said}"):
        load(some)
    assert not Statement.objects.exists()


def test_incomplete_draft_is_loaded() -> None:
    load([entry for entry in entries(statement={"state": "draft"}) if entry.fields.get("slug")])
    assert Statement.objects.get().state == "draft"


def test_a_second_organisation_of_one_name_is_refused() -> None:
    fields = {"slug": "twin", "kind": "advocacy", "name": "EXAMPLE WALKERS, Inc."}
    twin = Entry(Path("twin.yaml"), 9, "positions.stakeholder", fields)
    with pytest.raises(FixtureError, match=r"name of Example Walkers \[walkers\], which is known"):
        load([*entries(), twin])
    assert not Stakeholder.objects.exists()
