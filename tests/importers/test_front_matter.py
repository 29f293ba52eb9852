"""Markdown with front matter: a file for each organisation, and nothing hostile in its head."""

from __future__ import annotations

from pathlib import Path

import pytest

from positions.importers import front_matter
from positions.importers.sheets import TableError

FILE = """\
---
organisation: example-union
name: Example Union
kind: advocacy
aliases: [EU-X, The Union]
statements:
  - date: 2018-05-24
    date_basis: printed
    kind: letter
    title: Letter on sales
    url: https://union.example/letter
    source_title: The letter
    source_kind: letter
    quote: We ask that it stop.
    proposition: sales
    stance: opposes
    directness: explicit
    reason: “stop” says so.
    best_words: here
  - date: 2018-06
    date_basis: reported
    kind: report
    title: Repeats it
    source: example-article
    paraphrase: It said so again.
---
Unites examples.

In two paragraphs.
"""


def read(directory: Path, text: str) -> dict[str, list[dict[str, str]]]:
    path = directory / "example-union.md"
    path.write_text(text)
    return {
        name: [line.cells for line in lines] for name, lines in front_matter.rows([path]).items()
    }


def test_the_head_and_the_body_are_the_organisation(tmp_path: Path) -> None:
    assert read(tmp_path, FILE)["organisations"] == [
        {
            "slug": "example-union",
            "name": "Example Union",
            "kind": "advocacy",
            "description": "Unites examples.\n\nIn two paragraphs.",
            "alias": "EU-X",
        },
        {"slug": "example-union", "alias": "The Union"},
    ]


def test_each_entry_is_a_statement_with_its_words(tmp_path: Path) -> None:
    letter, again = read(tmp_path, FILE)["statements"]
    assert letter["slug"] == "example-union-2018-05-24-letter-on-sales"
    assert (letter["voice"], letter["source"]) == ("example-union", "https://union.example/letter")
    assert (letter["words"], letter["words_kind"]) == ("We ask that it stop.", "verbatim")
    assert (letter["date"], letter["stance"]) == ("2018-05-24", "opposes")
    assert (again["date"], again["words_kind"], again["source"]) == (
        *("2018-06", "paraphrase", "example-article"),
    )


def test_a_source_that_is_described_is_a_row_of_its_own(tmp_path: Path) -> None:
    assert read(tmp_path, FILE)["sources"] == [
        {"address": "https://union.example/letter", "title": "The letter", "kind": "letter"}
    ]


def test_without_a_name_the_file_says_which_organisation(tmp_path: Path) -> None:
    found = read(tmp_path, "---\nstatements:\n- {title: A, kind: letter}\n---\n")
    assert found["organisations"] == []
    assert found["statements"][0]["voice"] == "example-union"


@pytest.mark.parametrize(
    ("text", "said_of_it"),
    [
        ("No head at all.", "it has no head"),
        ("---\n- a\n---\n", "it has no head"),
        (
            "---\norganisation: !!python/object/apply:os.system [true]\n---\n",
            "not readable as YAML",
        ),
        ("---\na: &a [x, x]\nname: *a\n---\n", "write the value out instead of *alias"),
        ("---\nname: a\nname: b\n---\n", "“name” is given twice"),
        ("---\n? [a, b]\n: c\n---\n", "not readable as YAML"),
        ("---\nnmae: a\n---\n", "“nmae” is no key here"),
        ("---\nname: {a: b}\n---\n", "is no plain value"),
        ("---\nname: 1.5\n---\n", "is no plain value"),
        ("---\nstatements: {a: b}\n---\n", "statements: write a list"),
        ("---\nstatements: [a]\n---\n", "statement 1: write keys and values"),
        ("---\nstatements: [{quot: a}]\n---\n", "statement 1: “quot” is no key here"),
        ("---\nstatements: [{source_title: a}]\n---\n", "give the url of the source too"),
        ('---\nname: "a\\0b"\n---\n', "a character that no text can hold"),
    ],
)
def test_what_is_wrong_is_refused_with_the_file_and_the_place(
    tmp_path: Path, text: str, said_of_it: str
) -> None:
    with pytest.raises(TableError, match=r"^example-union\.md: ") as refused:
        read(tmp_path, text)
    assert said_of_it in str(refused.value)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "example.md"
    path.write_bytes(b"---\nname: \xff\n---\n")
    with pytest.raises(TableError, match="UTF-8"):
        front_matter.rows([path])
    with pytest.raises(TableError, match=r"no \.md files"):
        front_matter.rows([])
