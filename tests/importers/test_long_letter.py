"""A letter of very many signatories in each kind of file, loaded at few queries."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import yaml
from django.core.management import call_command

from positions import derivation
from positions.importers.sheets import SHEETS, tables
from positions.models import Attribution, IndexEntry, Position, Stakeholder, Statement
from tests.long_letters import SIGNATORIES, Letters
from tests.queries import counted

# Loading goes through some hundred rows at a time, and SQLite takes some 80 in one insertion.
MOST_QUERIES = 900
HOLDERS = SIGNATORIES - SIGNATORIES // 10


def run(*arguments: Any, command: str = "import_statements", **options: Any) -> list[str]:
    out = StringIO()
    call_command(command, *arguments, stdout=out, **options)
    return out.getvalue().splitlines()


def rows(letters: Letters) -> list[dict[str, str]]:
    """A new letter of all of them, a row a name; the first has what else there is to say."""
    first = {
        "title": "Loaded letter",
        "kind": "open_letter",
        "date": "2018-05",
        "date_basis": "printed",
        "state": "published",
        "source": letters.source.slug,
        "words": "We have been loaded.",
        "words_kind": "paraphrase",
    }
    return [
        {
            "slug": "loaded-letter",
            **({} if place else first),
            "voice": party.slug,
            "voice_role": "signatory",
            **({"voice_for": letters.parties[place - 1].slug} if party.is_person else {}),
        }
        for place, party in enumerate(letters.parties)
    ]


def signed(slug: str) -> list[str]:
    rows = Attribution.objects.filter(statement__slug=slug)
    return list(rows.values_list("stakeholder__slug", flat=True))


def test_sheet_of_a_long_letter_is_loaded_once(letters: Letters, tmp_path: Path) -> None:
    header = SHEETS["statements"].header
    path = tmp_path / "letter.csv"
    tables.write(path, header, [[row.get(name, "") for name in header] for row in rows(letters)])
    with counted() as queries:
        told = run(path)
    assert told == [
        "Statements: 1 added",
        f"Attributions: {SIGNATORIES} added",
        "Quotations: 1 added",
    ]
    assert queries.n < MOST_QUERIES
    assert signed("loaded-letter") == [party.slug for party in letters.parties]
    with counted() as queries:
        assert run(path) == [f"All {SIGNATORIES} rows are there already; nothing was changed."]
    assert queries.n < 150


def test_markdown_of_a_long_letter_is_loaded(letters: Letters, tmp_path: Path) -> None:
    head = yaml.safe_dump({"organisation": "signatory-0000", "statements": rows(letters)})
    path = tmp_path / "signatory-0000.md"
    path.write_text(f"---\n{head}---\n", encoding="utf-8")
    with counted() as queries:
        run(path)
    assert queries.n < MOST_QUERIES
    assert signed("loaded-letter") == [party.slug for party in letters.parties]


def test_popolo_of_thousands_is_loaded(db: None, tmp_path: Path) -> None:
    document = {
        "organizations": [{"id": "c", "name": "Example Coalition", "classification": "coalition"}],
        "persons": [{"id": f"p{n}", "name": f"Example Signer {n}"} for n in range(SIGNATORIES)],
        "memberships": [{"person_id": f"p{n}", "organization_id": "c"} for n in range(SIGNATORIES)],
    }
    path = tmp_path / "signers.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with counted() as queries:
        run(path, kind=["coalition=coalition"])
    # Of each new party it is asked whether its address was another's before.
    assert queries.n < SIGNATORIES + MOST_QUERIES
    coalition = Stakeholder.objects.get(name="Example Coalition")
    assert coalition.members.count() == SIGNATORIES


def test_articles_with_a_long_letter_are_loaded(letters: Letters, tmp_path: Path) -> None:
    slugs = [party.slug for party in letters.parties[:700] if not party.is_person]
    written = [
        {
            "model": "positions.statement",
            "fields": {
                "slug": "loaded-letter",
                "kind": "open_letter",
                "title": "Loaded letter",
                "date_edtf": "2018-05",
                "date_basis": "printed",
                "state": "published",
            },
        },
        {
            "model": "positions.quotation",
            "fields": {
                "statement": ["loaded-letter"],
                "source": [letters.source.slug],
                "order": 1,
                "kind": "paraphrase",
                "exact": "They were loaded.",
            },
        },
        *(
            {
                "model": "positions.attribution",
                "fields": {
                    "statement": ["loaded-letter"],
                    "stakeholder": [slug],
                    "role": "signatory",
                    "order": place,
                },
            }
            for place, slug in enumerate(slugs)
        ),
    ]
    file = tmp_path / "letter.yaml"
    file.write_text(yaml.safe_dump(written), encoding="utf-8")
    run(tmp_path, command="load_articles")
    assert signed("loaded-letter") == slugs
    assert IndexEntry.objects.filter(statement__slug="loaded-letter").count() == len(slugs)


def test_all_is_derived_from_nothing_at_few_queries(letters: Letters) -> None:
    before = Position.objects.count(), IndexEntry.objects.count()
    with counted() as queries:
        told = run(command="derive")
    assert told == [f"Positions: {before[0]}. Index entries: {before[1]}."]
    assert queries.n < MOST_QUERIES
    assert Position.objects.filter(statement=letters.letter).count() == HOLDERS


def test_what_is_derived_is_not_written_again(letters: Letters) -> None:
    entries = set(IndexEntry.objects.values_list("pk", flat=True))
    with counted() as queries:
        derivation.refresh([letters.letter.pk])
    assert queries.n < 80
    assert set(IndexEntry.objects.values_list("pk", flat=True)) == entries


def test_words_of_letters_are_checked(letters: Letters) -> None:
    assert run(command="check_quotations")[0].startswith("21 checked, 0 with another result")
    assert Statement.objects.published().count() == 21
