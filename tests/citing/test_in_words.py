"""A citation in words, and whom any citation names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from positions.choices import StatementKind
from positions.citing import Author, Document, bibtex, csl, plain, schema_org
from positions.dates import parse
from tests.citing.letter import HOST, LETTER, READ_ON, UNION


def test_plain_citation_names_everything() -> None:
    assert plain(LETTER, READ_ON) == (
        "Example Union. [Letter of the union]. Letter, May 2018. As given in “What they said”, "
        "Example Herald, 18 June 2018, https://h.example/1. Stakeholder Position Tracker, "
        "https://tracker.example/statements/union-letter/ (read 21 November 2026)."
    )


def test_plain_citation_of_a_person_says_for_whom() -> None:
    counsel = Author("Robin Rivera", True, f"{HOST}/people/rivera/", speaks_for="Example Union")
    cited = replace(LETTER, speaking=[counsel])
    assert plain(cited, READ_ON).startswith("Robin Rivera (for Example Union). [Letter")


def test_a_name_that_ends_in_a_full_stop_gets_no_second_one() -> None:
    company = replace(UNION, name="Example Works, Inc.")
    cited = replace(LETTER, speaking=[company])
    assert plain(cited, READ_ON).startswith("Example Works, Inc. [Letter")


def test_plain_citation_of_many_is_cut_short() -> None:
    first = [Author(f"Group {n}", False, f"{HOST}/organisations/{n}/") for n in range(20)]
    shown = plain(replace(LETTER, speaking=first, n_others=50), READ_ON)
    assert shown.startswith("Group 0, Group 1, Group 2 and 67 others.")


def test_plain_citation_leaves_out_what_is_not_known() -> None:
    cited = replace(LETTER, date=None, document=Document("A letter", "", None, ""))
    assert "Letter, no date. As given in “A letter”, no address on record. Stakeholder" in plain(
        cited, READ_ON
    )


def test_a_citation_leads_to_the_archived_copy_too() -> None:
    assert LETTER.document
    kept = replace(LETTER.document, archived="https://archive.example/1")
    place = "18 June 2018, https://h.example/1, archived at https://archive.example/1"
    assert f"{place}. Stakeholder" in plain(replace(LETTER, document=kept), READ_ON)
    gone = replace(LETTER, document=replace(kept, url=""))
    assert "18 June 2018, archived at https://archive.example/1." in plain(gone, READ_ON)
    for made in (bibtex(gone, READ_ON), csl(gone, READ_ON)[0]["note"]):
        assert "archived at https://archive.example/1" in made
    [quotation] = schema_org(gone, ["Words."], [])["@graph"][1:]
    assert quotation["citation"]["archivedAt"] == "https://archive.example/1"
    assert "url" not in quotation["citation"]


@pytest.mark.parametrize("kind", [StatementKind.REPORT, StatementKind.NO_REPLY])
def test_act_told_by_others_is_cited_by_its_teller(kind: StatementKind) -> None:
    told = replace(LETTER, kind=kind)
    assert plain(told, READ_ON).startswith("Example Herald. [Letter of the union].")
    assert "author       = {{Example Herald}}" in bibtex(told, READ_ON)
    assert "Example Union" not in plain(told, READ_ON) + bibtex(told, READ_ON)


def test_act_told_by_nobody_known_is_cited_by_its_title() -> None:
    told = replace(LETTER, kind=StatementKind.REPORT, document=None)
    assert plain(told, READ_ON).startswith("[Letter of the union]. Report, May 2018.")
    assert "author" not in bibtex(told, READ_ON)


def test_source_that_gives_no_words_reports_them() -> None:
    assert LETTER.document
    told = replace(LETTER, document=replace(LETTER.document, gives_words=False))
    assert "Reported in “What they said”, Example Herald" in plain(told, READ_ON)
    assert "annote       = {Reported in: What they said, Example Herald" in bibtex(told, READ_ON)


def test_title_of_ours_stands_in_brackets() -> None:
    assert LETTER.document
    cited = replace(LETTER, document=replace(LETTER.document, title_is_ours=True))
    assert "As given in [What they said], Example Herald" in plain(cited, READ_ON)
    assert "As given in: [What they said], Example Herald" in bibtex(cited, READ_ON)


def test_own_document_and_other_dates_are_added() -> None:
    cited = replace(
        LETTER,
        original="https://union.example/a_letter",
        other_dates=[("Example Herald", parse("2018-04"))],
    )
    assert "Letter, May 2018 (Example Herald gives April 2018). As" in plain(cited, READ_ON)
    assert "Document: https://union.example/a_letter. Stakeholder" in plain(cited, READ_ON)
    note = r"{Document: https://union.example/a\_letter; Example Herald gives April 2018}"
    assert f"  note         = {note},\n" in bibtex(cited, READ_ON)
