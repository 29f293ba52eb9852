"""The command that loads files: right rows go in, wrong ones into a file that can be mended."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from positions.importers.sheets import SHEETS, loading, tables
from positions.models import Affiliation, Position, Source, Stakeholder, Statement
from tests.factories import PropositionFactory, SourceFactory, StakeholderFactory
from tests.importers.test_front_matter import FILE
from tests.importers.test_popolo import DOCUMENT

pytestmark = pytest.mark.django_db


def run(*arguments: Any, **options: Any) -> list[str]:
    out = StringIO()
    call_command("import_statements", *arguments, stdout=out, **options)
    return out.getvalue().splitlines()


def rows(count: int, **cells: str) -> list[dict[str, str]]:
    return [
        {
            "slug": f"letter-{number}",
            "title": f"Letter {number}",
            "kind": "letter",
            "date": "2018-05",
            "date_basis": "printed",
            "state": "published",
            "voice": "example-works",
            "source": "example-source",
            "words": f"=Words {number}",
            "words_kind": "verbatim",
            **cells,
        }
        for number in range(count)
    ]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows as a file, with what they refer to in the database."""
    StakeholderFactory.create(slug="example-works")
    SourceFactory.create(slug="example-source")

    def write(*several: dict[str, str], name: str = "letters.csv") -> Path:
        header = SHEETS["statements"].header
        table = [[row.get(column, "") for column in header] for row in several]
        tables.write(tmp_path / name, header, table)
        return tmp_path / name

    return write


@pytest.mark.parametrize("name", ["letters.csv", "letters.xlsx"])
def test_a_file_is_loaded_once_however_often(write: Callable[..., Path], name: str) -> None:
    path = write(*rows(3), name=name)
    assert run(path) == ["Statements: 3 added", "Attributions: 3 added", "Quotations: 3 added"]
    assert run(path) == ["All 3 rows are there already; nothing was changed."]
    assert Statement.objects.get(slug="letter-2").quotations.get().exact == "=Words 2"


def test_bad_rows_go_into_a_file_that_loads_once_it_is_mended(write: Callable[..., Path]) -> None:
    good, bad, other = rows(3)
    path = write(good, {**bad, "kind": "leter", "voice": "nobody"}, other)
    with pytest.raises(CommandError) as refused:
        run(path)
    quarantine = Path(f"{path}.refused.csv")
    assert str(refused.value) == (
        "1 row was refused, and all others loaded. Each stands, with the reason, in "
        f"{quarantine}. Correct them there and load that file."
    )
    assert Statement.objects.count() == 2
    text = quarantine.read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(StringIO(text))
    assert (row["refused_row"], row["refused_column"]) == ("3", "kind, voice")
    assert "“leter” is none of its values." in row["refused_because"]
    assert row["words"] == "'=Words 1"
    mended = text.replace(",leter,", ",letter,").replace(",nobody,", ",example-works,")
    quarantine.write_text(mended, encoding="utf-8")
    run(quarantine)
    assert Statement.objects.get(slug="letter-1").quotations.get().exact == "=Words 1"


def test_the_file_of_bad_rows_can_be_named_and_never_is_the_one_given(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    path = write(*rows(1, kind="leter"))
    before = path.read_bytes()
    for named, written in ((tmp_path / "bad.csv", "bad.csv"), (path, "letters.csv.refused.csv")):
        with pytest.raises(CommandError):
            run(path, quarantine=named)
        assert (tmp_path / written).exists()
    assert path.read_bytes() == before


def test_strict_loads_nothing_if_a_row_is_wrong(write: Callable[..., Path]) -> None:
    path = write(*rows(2), *rows(1, slug="bad", kind="leter"))
    with pytest.raises(CommandError, match="1 row was refused, and nothing loaded"):
        run(path, strict=True)
    assert not Statement.objects.exists()


def test_a_rehearsal_says_what_would_be_done_and_does_nothing(write: Callable[..., Path]) -> None:
    told = run(write(*rows(2)), dry_run=True)
    assert told[0] == "Statements: 2 added"
    assert told[-1] == "A rehearsal: nothing was written."
    assert not Statement.objects.exists()


def test_a_load_that_was_killed_goes_on_where_it_was(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "BATCH", 2)
    path = write(*rows(5))

    def killed(self: Any, *_: Any) -> None:
        if self.report.rows > 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(loading.Loader, "_account", killed)
        with pytest.raises(KeyboardInterrupt):
            run(path)
    kept = Statement.objects.count()
    assert 0 < kept < 5
    assert run(path)[0] == f"Statements: {5 - kept} added"
    assert Statement.objects.count() == 5


def test_a_file_that_breaks_off_is_refused_before_any_of_it_is_in(
    write: Callable[..., Path],
) -> None:
    path = write(*rows(2))
    path.write_bytes(path.read_bytes() + b"\xff\n")
    with pytest.raises(CommandError, match=r"not in UTF-8.* Nothing was loaded"):
        run(path)
    assert not Statement.objects.exists()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"No such file.* Nothing was loaded"):
        run(tmp_path / "none.csv")
    for ending in (".csv", ".xlsx", ".json", ".md"):
        (tmp_path / f"empty{ending}").touch()
        with pytest.raises(CommandError, match=r"The file is empty.* Nothing was loaded"):
            run(tmp_path / f"empty{ending}")
    with pytest.raises(CommandError, match="Name a file to load"):
        run()


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_template_has_the_columns_alone(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"empty{ending}"
    run(template=path, sheet="people")
    with path.open("rb") as file:
        assert list(tables.read_cells(file, ending)) == [list(SHEETS["people"].header)]
    with pytest.raises(CommandError, match=r"end the name in \.csv or \.xlsx"):
        run(template=tmp_path / "empty.ods")


def test_popolo_is_loaded_once_however_often(tmp_path: Path) -> None:
    path = tmp_path / "popolo.json"
    path.write_text(json.dumps(DOCUMENT))
    run(path)
    assert set(Stakeholder.objects.values_list("name", flat=True)) == {
        *("Jane Example", "Example Parliament", "Example Committee"),
    }
    assert Affiliation.objects.count() == 4
    *told, left_out = run(path)
    assert all(line.endswith("nothing was changed.") for line in told)
    assert left_out == "Left out: memberships joined with another of the same role (1)"


def test_refused_rows_of_popolo_are_a_sheet_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "popolo.json"
    path.write_text(json.dumps({"organizations": [{"name": "A", "classification": "guild"}]}))
    with pytest.raises(CommandError, match="load that file with --sheet organisations"):
        run(path)
    assert run(path, kind=["guild=advocacy"]) == ["Stakeholders: 1 added"]


def test_a_directory_of_markdown_is_loaded(tmp_path: Path) -> None:
    PropositionFactory.create(slug="sales")
    SourceFactory.create(slug="example-article")
    published = FILE.replace("    kind:", "    state: published\n    kind:")
    (tmp_path / "example-union.md").write_text(published)
    run(tmp_path)
    position = Position.objects.get()
    assert (position.holder.slug, position.stance) == ("example-union", "opposes")
    assert Source.objects.filter(url="https://union.example/letter").exists()
    assert all(line.endswith("nothing was changed.") for line in run(tmp_path))


AMAZING = "---\norganisation: amazing\nname: Amazing.example\n---\n"


def test_a_file_that_renames_somebody_known_is_refused(tmp_path: Path) -> None:
    StakeholderFactory.create(slug="amazing", name="Amazing")
    path = tmp_path / "amazing.md"
    path.write_text(AMAZING)
    with pytest.raises(CommandError, match="1 row was refused"):
        run(path)
    assert Stakeholder.objects.get().name == "Amazing"
    reason = Path(f"{path}.refused.csv").read_text(encoding="utf-8-sig")
    assert "amazing is called “Amazing”, and would be called “Amazing.example”." in reason


def test_a_rehearsal_tells_each_value_before_and_after(tmp_path: Path) -> None:
    StakeholderFactory.create(slug="amazing", name="Amazing", website="")
    path = tmp_path / "amazing.md"
    path.write_text(AMAZING.replace("name:", "website: https://a.example/\nname:"))
    told = run(path, dry_run=True, rename=True)
    assert told[:2] == [
        "Row 2, stakeholder Amazing.example, name: Amazing → Amazing.example",
        "Row 2, stakeholder Amazing.example, website: — → https://a.example/",
    ]
    assert Stakeholder.objects.get().name == "Amazing"
    run(path, rename=True)
    assert Stakeholder.objects.get().name == "Amazing.example"


def test_entries_that_a_second_load_would_change_back_are_refused(
    write: Callable[..., Path],
) -> None:
    first, other, again = rows(3)
    path = write(first, other, {**again, "slug": first["slug"]})
    with pytest.raises(CommandError, match="1 row was refused"):
        run(path)
    assert Statement.objects.get(slug=first["slug"]).title == first["title"]
    with pytest.raises(CommandError, match="1 row was refused"):
        run(path)
    assert Statement.objects.get(slug=first["slug"]).history.count() == 1


def test_two_people_of_one_name_in_two_files_are_two(tmp_path: Path) -> None:
    def document(name: str, key: str, union: str) -> Path:
        path = tmp_path / name
        persons = [{"id": key, "name": "Jane Example"}]
        organizations = [{"id": "o", "name": union, "classification": "advocacy"}]
        memberships = [{"person_id": key, "organization_id": "o", "role": "counsel"}]
        path.write_text(
            json.dumps(
                {
                    "persons": persons,
                    "organizations": organizations,
                    "memberships": memberships,
                }
            )
        )
        return path

    run(document("a.json", "p1", "First Union"))
    second = document("b.json", "p1", "Second Union")
    with pytest.raises(CommandError, match=r"known so far jane-example .* Nothing was loaded"):
        run(second)
    assert not Stakeholder.objects.filter(slug="second-union").exists()
    for _ in range(2):
        run(second, new=["p1"])
        run(second)
        run(tmp_path / "a.json")
        ties = Affiliation.objects.values_list("member__slug", "group__slug")
        assert set(ties) == {("jane-example", "first-union"), ("jane-example-p1", "second-union")}


def test_what_a_popolo_file_says_beyond_our_columns_is_told(tmp_path: Path) -> None:
    path = tmp_path / "popolo.json"
    path.write_text(json.dumps({"persons": [{"id": "a", "name": "Jane", "gender": "x"}]}))
    assert "Left out: persons.gender (1)" in run(path)
