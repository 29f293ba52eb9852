"""BibTeX says what is known, and nothing that TeX would run."""

from __future__ import annotations

from dataclasses import replace

from positions.citing import Author, bibtex
from positions.dates import parse
from tests.citing.letter import HOST, LETTER, READ_ON


def test_bibtex_entry_has_edtf_date_and_plain_year() -> None:
    entry = bibtex(LETTER, READ_ON)
    assert entry.startswith("@incollection{union-letter,\n")
    assert "  title        = {{[Letter of the union]}},\n" in entry
    assert "  author       = {{Example Union}},\n" in entry
    assert "  date         = {2018-05},\n  year         = {2018},\n  month        = may,\n" in entry
    assert entry.endswith("  urldate      = {2026-11-21}\n}\n")


def test_bibtex_names_an_organisation_once() -> None:
    counsel = Author("Robin Rivera", True, f"{HOST}/people/rivera/", speaks_for="Example Union")
    cited = replace(LETTER, speaking=[counsel, replace(counsel, name="Robin Example")])
    authors = "author       = {Rivera, Robin and Example, Robin and {Example Union}}"
    assert authors in bibtex(cited, READ_ON)


def test_bibtex_keeps_braces_balanced_and_names_whole() -> None:
    pair = Author("Jane and John Doe", True, f"{HOST}/people/doe/")
    assert LETTER.document
    document = replace(LETTER.document, url="https://h.example/a{b")
    entry = bibtex(replace(LETTER, speaking=[pair], document=document), READ_ON)
    assert "url          = {https://h.example/a%7Bb}" in entry
    assert "author       = {{Doe, Jane and John}}" in entry
    assert entry.count("{") == entry.count("}")


def test_bibtex_without_date_has_no_year() -> None:
    entry = bibtex(replace(LETTER, date=None), READ_ON)
    assert "\n  date " not in entry
    assert "\n  year " not in entry
    assert "\n  month " not in entry


def test_bibtex_of_an_open_beginning_has_no_year() -> None:
    entry = bibtex(replace(LETTER, date=parse("../2018-06")), READ_ON)
    assert "date         = {../2018-06}" in entry
    assert "\n  year " not in entry
