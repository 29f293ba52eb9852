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
        ("---\nname: [a, b]\n---\n", "is no plain value"),
        ("---\nname: Issue #1 of it\n---\n", "“Issue” is cut off at the “#” behind it"),
        ("---\nname: !!str a\n---\n", "leave out the tag"),
        ("---\norganisation: …\n---\n", "organisation: write its slug"),
        ("---\nstatements: [{quote: a, words: b}]\n---\n", "words and quote say the same thing"),
        ("---\nstatements: [{url: a, source: b}]\n---\n", "source and url say the same thing"),
        ("---\nstatements: [{source_kind: letter}]\n---\n", "give its source_title"),
        ("---\nstatements: [{addressees: [a; b]}]\n---\n", "without “;”"),
        (
            "---\nstatements: [{url: u, source_title: a}, {url: u, source_title: b}]\n---\n",
            "the title of the source at u is “b” here, but “a” in an earlier entry",
        ),
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


@pytest.mark.parametrize(
    "text", ["No", "yes", "10:10", "12:30", "007", "2018-05-24", "1.50", "1e3", "~", "null", "0x1F"]
)
def test_texts_are_as_they_are_typed(tmp_path: Path, text: str) -> None:
    found = read(
        tmp_path,
        f"---\nname: {text}\naliases: [{text}, Yes]\nstatements:\n- quote: {text}\n"
        f"  title: {text}\n---\n",
    )
    first, second = found["organisations"]
    assert (first["name"], first["alias"], second["alias"]) == (text, text, "Yes")
    assert (found["statements"][0]["words"], found["statements"][0]["title"]) == (text, text)


def test_a_remark_behind_a_text_is_no_part_of_it(tmp_path: Path) -> None:
    assert read(tmp_path, "---\nname: A  # a remark\n---\n")["organisations"][0]["name"] == "A"


TWINS = """\
---
statements:
- {date: 2018-05-24, title: Letter, quote: One., url: "https://a.example/1"}
- {date: 2018-05-24, title: letter!, quote: Other., url: "https://a.example/2"}
---
"""


def test_two_entries_of_one_day_and_title_are_refused_with_both_named(tmp_path: Path) -> None:
    with pytest.raises(TableError) as refused:
        read(tmp_path, TWINS)
    assert str(refused.value) == (
        "example-union.md: statement 2: “letter!” has the day and the title of statement 1 of "
        "example-union.md. Give each a slug of its own or, if they are one statement, both the "
        "same slug."
    )


def test_twins_in_two_files_are_refused_too(tmp_path: Path) -> None:
    entry = "- {date: 2018-05-24, title: Letter}\n"
    paths = [tmp_path / name for name in ("a.md", "b.md")]
    for path in paths:
        path.write_text(f"---\norganisation: union\nstatements:\n{entry}---\n")
    with pytest.raises(TableError, match=r"b\.md: statement 1: .* of statement 1 of a\.md"):
        front_matter.rows(paths)


def test_entries_with_slugs_of_their_own_are_two(tmp_path: Path) -> None:
    text = TWINS.replace("quote: One", "slug: one, quote: One").replace(
        "quote: Other", "slug: other, quote: Other"
    )
    assert [row["slug"] for row in read(tmp_path, text)["statements"]] == ["one", "other"]


def test_a_head_of_many_keys_takes_no_longer_for_each(tmp_path: Path) -> None:
    keys = "".join(f"key{number}: a\n" for number in range(20_000))
    with pytest.raises(TableError, match="“key0” is no key here"):
        read(tmp_path, f"---\n{keys}---\n")
