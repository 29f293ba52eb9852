"""The functions that read what somebody has pasted, typed or sent, and unkind texts for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile

from positions import dates
from positions.admin.desk.article_text import paragraphs
from positions.dates import parse, understand
from positions.dates.edtf import EdtfError
from positions.documents.document import Unreadable
from positions.documents.reading import read_here
from positions.extraction import extract, found_again
from positions.extraction.draft import passage
from positions.importers import front_matter
from positions.importers.sheets import TableError
from positions.intake.headline import read_headline
from positions.intake.party_names import separate_groups
from positions.models import url_key
from positions.naming import Names, chosen, fold, with_initials
from positions.naming.lines import read_lines
from positions.naming.parts import parts
from positions.quoting import enclosing_marks, find, fragment_link, strip_marks
from positions.search import marking, typed
from positions.words.folding import folded

SIZE = 12_000
"""Characters of each text: as many as an article has."""
_UNITS = (
    *(".", "!", "…", ". ", ".” ", "?’", "'", '"', "“", "”", "‘", "’", "’s ", "“ ", "” "),
    *(" ", "\n", "\n ", "\t", "\r\n", "\u00a0", "\u00ad", "\u200b", "e\u0301", "-", "–", " – "),
    *(",", ", ", ";", ":", "(", "[", "{", "<", "&", "/", "|", "•", "#", "=", "---\n", "> ", "- "),
    *("a", "A", "A ", "Aa ", "A. ", "A.", "a, ", "and ", "that ", "of the ", "who ", "the A "),
    *("7", "7 ", "1.", "1,", "2018-", "2018 ", "May ", "on Friday ", "last month ", "in a letter "),
    *("he said ", "He said. ", "said A, ", "“a,” said A. ", "“A a”, said A B of the C. ", "A: b\n"),
    *("A said that a. ", "did not respond ", "A’A", "http://a.b/", "A B, C of D, said: “a.”\n\n"),
)
TEXTS = tuple(unit * (SIZE // len(unit)) for unit in _UNITS)


def _refused(read: Callable[[str], object], *refusals: type[Exception]) -> Callable[[str], object]:
    def reading(text: str) -> object:
        try:
            return read(text)
        except refusals:
            return None

    return reading


def _file(name: str) -> Callable[[str], object]:
    return _refused(lambda text: read_here(name, text.encode()), Unreadable)


def _front_matter(text: str) -> object:
    with NamedTemporaryFile(suffix=".md") as file:
        path = Path(file.name)
        path.write_text(f"---\norganisation: a\nname: {text[:1000]}\n---\n{text}")
        return _refused(lambda _: front_matter.rows([path]), TableError)(text)


READERS: dict[str, Callable[[str], object]] = {
    "extract": lambda text: extract(text, "2024-05-08"),
    "found_again": lambda text: found_again([passage(text, 100, 140)], f"a {text}"),
    "find": lambda text: find(text, f"{text[:2000]}x"),
    "find within": lambda text: find(text, text[1:2000]),
    "strip_marks": strip_marks,
    "enclosing_marks": enclosing_marks,
    "fragment_link": lambda text: fragment_link("https://example.org/", text, "", ""),
    "parse": _refused(parse, EdtfError),
    "the times in a text": lambda text: dates.find(text, parse("2024-05-08")),
    "understand": lambda text: understand(text, parse("2024-05-08")),
    "a plain file": _file("a.txt"),
    "the search box": typed.read,
    "the marks of a search": lambda text: marking.excerpt(text, typed.read("a 7").sought),
    "front matter": _front_matter,
    "folded": lambda text: folded([text]),
    "read_headline": read_headline,
    "paragraphs": lambda text: paragraphs(text, []),
    "separate_groups": separate_groups,
    "fold": fold,
    "chosen": chosen,
    "with_initials": with_initials,
    "parts": parts,
    "read_lines": lambda text: read_lines(text, Names()),
    "url_key": url_key,
}
