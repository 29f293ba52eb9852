"""The commands that bring the fixtures in, and derive what follows."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command

from positions import models, search
from positions.models import IndexEntry, Position

pytestmark = pytest.mark.django_db

FIXTURES = sorted((settings.BASE_DIR / "fixtures").glob("*.yaml"))
SPAN = ("held_from", "held_until", "previous_stance", "shift", "conflicting")


def run(command: str, *arguments: Any) -> list[str]:
    out = StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue().splitlines()


def derived() -> tuple[set[Any], set[Any]]:
    """Positions and index entries by what they say, without their own numbers."""
    positions = Position.objects.values_list(
        "statement__slug", "holder__slug", "proposition__slug", "stance", *SPAN
    )
    entries = IndexEntry.objects.values_list(
        "statement__slug", "voice__slug", "proposition__slug", "stance", "earliest", "latest"
    )
    return set(positions), set(entries)


def folded_texts() -> dict[Any, list[Any]]:
    """The folded texts of all nouns."""
    return {
        model: list(model._default_manager.order_by("pk").values_list("pk", "folded"))
        for model in apps.get_app_config("positions").get_models()
        if issubclass(model, models.FoldedText)
    }


def test_load_articles_counts_what_it_added_and_adds_nothing_twice() -> None:
    assert "Statements: 22 added, 0 already there" in run("load_articles")
    before = derived()
    second = run("load_articles")
    assert second == ["All 223 entries are there already."]
    assert derived() == before


def test_load_articles_explains_a_broken_file_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "topics.yaml").write_text(
        "- model: positions.topic\n  fields:\n    slug: fine\n    name: Fine\n"
        "- model: positions.topic\n  fields:\n    slug: bad slug\n    name: Bad\n",
        encoding="utf-8",
    )
    with pytest.raises(
        CommandError, match=r"topics\.yaml, line 5.* slug: 'bad slug'.* Nothing was"
    ):
        run("load_articles", tmp_path)
    assert not models.Topic.objects.exists()


def test_loaddata_takes_the_files_in_any_order_and_derive_completes_them() -> None:
    run("load_articles")
    before = derived()
    for noun in (models.Statement, models.Source, models.Stakeholder, models.Topic):
        if noun is models.Topic:
            models.Proposition.objects.all().delete()
        noun.objects.all().delete()
    run("loaddata", *[str(file) for file in reversed(FIXTURES)])
    assert not Position.objects.exists()
    assert run("derive") == [f"Positions: {len(before[0])}. Index entries: {len(before[1])}."]
    assert derived() == before


def test_what_is_loaded_is_found_by_its_words(tmp_path: Path) -> None:
    run("load_articles")
    assert names("american civil") == ["aclu"]
    assert names("giuliani") == ["neema-singh-guliani"]
    assert names("giuliani -neema") == []
    (tmp_path / "stakeholders.yaml").write_text(
        "- model: positions.stakeholder\n  fields:\n    slug: aclu\n    kind: advocacy\n"
        "    name: Société Générale d’Exemple\n",
        encoding="utf-8",
    )
    run("loaddata", tmp_path / "stakeholders.yaml")
    assert names("societe") == ["aclu"]
    assert names("american civil") == []


def names(typed: str) -> list[str]:
    found = search.stakeholders(models.Stakeholder.objects.all(), search.read(typed))
    return list(found.values_list("slug", flat=True))


def test_derive_restores_what_was_lost() -> None:
    run("load_articles")
    before = derived()
    texts = folded_texts()
    for noun in texts:
        noun.objects.update(folded=" lost ")
        noun.objects.filter(pk__in=noun.objects.values("pk")[:2]).delete()
    Position.objects.filter(proposition__slug="threat-to-rights").delete()
    IndexEntry.objects.all().delete()
    run("derive")
    assert derived() == before
    assert folded_texts() == texts
    assert names("giuliani") == ["neema-singh-guliani"]


@pytest.mark.parametrize("note", ["A bell\a rings.", "x" * 2_001], ids=["bell", "long"])
def test_a_note_that_cannot_be_told_is_refused_before_anything_is_loaded(note: str) -> None:
    with pytest.raises(CommandError, match=r"^--note: .*character.* Nothing was written\.$"):
        run("load_articles", "--note", note)
    assert not models.Statement.objects.exists()
