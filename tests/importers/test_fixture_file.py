"""Fixture files → entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from positions.importers.fixture_file import Entry, FixtureError, read_fixtures

TOPIC = """# A comment.

- model: positions.topic
  fields:
    slug: example
    name: "Two  spaces, “marks” and …"
"""


def test_entries_know_where_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "topics.yaml"
    file.write_text(TOPIC, encoding="utf-8")
    fields = {"slug": "example", "name": "Two  spaces, “marks” and …"}
    assert read_fixtures(tmp_path) == [Entry(file, 3, "positions.topic", fields)]


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a"):
        text = TOPIC.replace("slug: example", f"slug: {name}")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "empty.yaml").write_text("# Nothing yet.\n", encoding="utf-8")
    assert [entry.fields["slug"] for entry in read_fixtures(tmp_path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("model: positions.topic\n", "write a list of objects"),
        ("- positions.topic\n", "line 1: write just model and fields"),
        ("- model: positions.topic\n  pk: 1\n  fields: {}\n", "no primary key"),
        ("- model: positions.topic\n", "write just model and fields"),
        (
            "- model: positions.topic\n  fields:\n    slug: a\n    slug: b\n",
            "line 4: slug is given",
        ),
        ('- model: "positions.topic\n', "not readable as YAML"),
        ("- model: !!python/object:os.system x\n", "not readable as YAML"),
    ],
)
def test_broken_file_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "broken.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FixtureError, match=r"broken\.yaml") as refused:
        read_fixtures(tmp_path)
    assert said in str(refused.value)


def test_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes("- café".encode("latin-1"))
    with pytest.raises(FixtureError, match="UTF-8"):
        read_fixtures(tmp_path)


def test_directory_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FixtureError, match=r"no \*\.yaml files"):
        read_fixtures(tmp_path)
