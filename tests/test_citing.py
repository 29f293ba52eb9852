"""How to cite: words, BibTeX and schema.org data say what is known and nothing more."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.choices import StatementKind
from positions.citing import Author, Citable, Document, bibtex, plain, schema_org
from positions.dates import parse

HOST = "https://tracker.example"
READ_ON = date(2026, 11, 21)
UNION = Author("Example Union", False, f"{HOST}/organisations/union/")
LETTER = Citable(
    slug="union-letter",
    title="Letter of the union",
    kind=StatementKind.LETTER,
    date=parse("2018-05"),
    authors=[UNION],
    document=Document(
        "What they said", "Example Herald", parse("2018-06-18"), "https://h.example/1"
    ),
    url=f"{HOST}/statements/union-letter/",
)


def test_plain_citation_names_everything() -> None:
    assert plain(LETTER, READ_ON) == (
        "Example Union. [Letter of the union]. Letter, May 2018. As given in “What they said”, "
        "Example Herald, 18 June 2018, https://h.example/1. Stakeholder Position Tracker, "
        "https://tracker.example/statements/union-letter/ (read 21 November 2026)."
    )


def test_plain_citation_of_a_person_says_for_whom() -> None:
    counsel = Author("Robin Rivera", True, f"{HOST}/people/rivera/", speaks_for="Example Union")
    cited = replace(LETTER, authors=[counsel, UNION])
    assert plain(cited, READ_ON).startswith("Robin Rivera (for Example Union). [Letter")


def test_nobody_is_cited_twice() -> None:
    assert plain(replace(LETTER, authors=[UNION, UNION]), READ_ON).startswith("Example Union. [")
    assert "= {{Example Union}}," in bibtex(replace(LETTER, authors=[UNION, UNION]), READ_ON)


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
    assert "note         = {Reported in: What they said, Example Herald" in bibtex(told, READ_ON)


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
    assert (
        r"; Document: https://union.example/a\_letter; Example Herald gives April 2018}"
        in bibtex(cited, READ_ON)
    )


def test_plain_citation_of_many_is_cut_short() -> None:
    many = [Author(f"Group {n}", False, f"{HOST}/organisations/{n}/") for n in range(70)]
    shown = plain(replace(LETTER, authors=many), READ_ON)
    assert shown.startswith("Group 0, Group 1, Group 2 and 67 others.")


def test_plain_citation_leaves_out_what_is_not_known() -> None:
    cited = replace(LETTER, date=None, document=Document("A letter", "", None, ""))
    assert "Letter, no date. As given in “A letter”. Stakeholder" in plain(cited, READ_ON)


def test_bibtex_entry_has_edtf_date_and_plain_year() -> None:
    entry = bibtex(LETTER, READ_ON)
    assert entry.startswith("@misc{union-letter,\n")
    assert "  title        = {{[Letter of the union]}},\n" in entry
    assert "  author       = {{Example Union}},\n" in entry
    assert "  date         = {2018-05},\n  year         = {2018},\n" in entry
    assert entry.endswith("  urldate      = {2026-11-21}\n}\n")


def test_bibtex_names_an_organisation_once() -> None:
    counsel = Author("Robin Rivera", True, f"{HOST}/people/rivera/", speaks_for="Example Union")
    alone = bibtex(replace(LETTER, authors=[counsel]), READ_ON)
    together = bibtex(replace(LETTER, authors=[counsel, UNION]), READ_ON)
    assert "author       = {Robin Rivera and {Example Union}}" in alone
    assert "author       = {Robin Rivera and {Example Union}}" in together


def test_bibtex_without_date_has_no_year() -> None:
    entry = bibtex(replace(LETTER, date=None), READ_ON)
    assert "\n  date " not in entry
    assert "\n  year " not in entry


def test_bibtex_of_an_open_beginning_has_no_year() -> None:
    entry = bibtex(replace(LETTER, date=parse("../2018-06")), READ_ON)
    assert "date         = {../2018-06}" in entry
    assert "\n  year " not in entry


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_bibtex_braces_balance_whatever_the_title(title: str) -> None:
    depth = 0
    for mark in re.findall(r"\\[{}]|[{}]", bibtex(replace(LETTER, title=title), READ_ON)):
        depth += {"{": 1, "}": -1}.get(mark, 0)
        assert depth >= 0
    assert depth == 0


def test_schema_org_gives_each_quotation_its_creator_and_source() -> None:
    made = schema_org(LETTER, ["Words.", "More words."], [("It should end.", f"{HOST}/p/")])
    act, *quotations = made["@graph"]
    assert act["@type"] == "Message"
    assert act["datePublished"] == "2018-05"
    assert act["about"] == [
        {"@type": "Claim", "name": "It should end.", "text": "It should end.", "url": f"{HOST}/p/"}
    ]
    assert [each["text"] for each in quotations] == ["Words.", "More words."]
    for each in quotations:
        assert each["@type"] == "Quotation"
        assert each["creator"][0]["name"] == "Example Union"
        assert each["isPartOf"] == {"@id": LETTER.url}
        assert each["citation"]["url"] == "https://h.example/1"


@pytest.mark.parametrize("edtf", ["2018-21", "2018-05~", "../2018-06", "2018-05/2018-06", "201X"])
def test_schema_org_leaves_out_a_date_it_cannot_hold(edtf: str) -> None:
    made = schema_org(replace(LETTER, date=parse(edtf)), [], [])
    assert "datePublished" not in made["@graph"][0]


def test_schema_org_of_a_person_says_for_whom() -> None:
    counsel = Author("Robin Rivera", True, f"{HOST}/people/rivera/", speaks_for="Example Union")
    [author] = schema_org(replace(LETTER, authors=[counsel]), [], [])["@graph"][0]["author"]
    assert author["@type"] == "Person"
    assert author["affiliation"] == {"@type": "Organization", "name": "Example Union"}


def test_schema_org_gives_an_act_told_by_others_no_author() -> None:
    made = schema_org(replace(LETTER, kind=StatementKind.REPORT), ["Words."], [])
    act, quotation = made["@graph"]
    assert "author" not in act
    assert [each["name"] for each in act["mentions"]] == ["Example Union"]
    assert "creator" not in quotation
