"""An invented archive: the same each time, of every kind, and derived as it is written."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from positions import derivation
from positions.importers.invented import Archive, archive
from positions.models import (
    Attribution,
    Position,
    Quotation,
    Stakeholder,
    Statement,
    StatementText,
)
from tests.factories import StatementFactory
from tests.recording.test_doors import differing, snapshot

pytestmark = pytest.mark.django_db

SIZE = 120


def made(size: int = SIZE) -> dict[str, list[Any]]:
    """What an archive of that size consists of; it is undone."""
    with transaction.atomic():
        Archive(size).write()
        found = snapshot()
        transaction.set_rollback(True)
    del found["StatementText"]  # which has keys in it, that no two archives share
    return found


def test_the_same_number_gives_the_same_archive() -> None:
    assert differing(made(), made()) == {}


def test_how_many_are_written_at_a_time_does_not_show_in_what_is_derived(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "BATCH", 45)
    Archive(SIZE).write()
    before = snapshot()
    derivation.rebuild_all()
    assert differing(before, snapshot()) == {}


def test_it_has_statements_of_every_precision_and_state_with_their_words() -> None:
    Archive(400).write()
    assert Statement.objects.count() == 400
    dates = set(Statement.objects.values_list("date_edtf", flat=True))
    assert {len(date.split("/")) for date in dates} == {1, 2}
    assert {len(date) for date in dates if date.replace("-", "").isdigit()} == {4, 7, 10}
    assert Statement.objects.exclude(state="published").exists()
    assert not Statement.objects.filter(quotations=None).exists()
    published = Statement.objects.published().count()
    assert StatementText.objects.count() == published
    assert Position.objects.count() > published / 2
    assert Quotation.objects.count() > 400
    assert Attribution.objects.filter(on_behalf_of__isnull=False).exists()


def test_a_letter_of_thousands_is_signed_by_each_party_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "LETTERS_EVERY", 10)
    monkeypatch.setattr(archive, "LONGEST_LETTER", 50)
    monkeypatch.setattr(archive, "SHORTEST_LETTER", 40)
    Archive(20).write()
    letter = Statement.objects.get(slug="statement-9")
    assert letter.attributions.count() >= 40
    assert letter.attributions.values("stakeholder").distinct().count() >= 40


def test_the_command_writes_so_many() -> None:
    call_command("generate_statements", statements=30, verbosity=0)
    assert Statement.objects.count() == 30
    assert Stakeholder.objects.public().exists()


def test_nothing_is_invented_among_what_is_true() -> None:
    StatementFactory.create()
    with pytest.raises(CommandError, match="not empty"):
        call_command("generate_statements", statements=30, verbosity=0)
    assert Statement.objects.count() == 1


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(CommandError, match="--statements 0: write a number from 1"):
        call_command("generate_statements", statements=0, verbosity=0)
