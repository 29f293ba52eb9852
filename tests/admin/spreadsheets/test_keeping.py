"""A file waits where no address leads, and not for ever."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from django.test import Client

from positions.admin.spreadsheets.keeping import A_DAY
from positions.models import Topic
from tests.admin.forms import fields_of, messages_of
from tests.admin.spreadsheets.files import TOPICS, as_csv, confirmed, shown

pytestmark = pytest.mark.django_db


def test_a_file_waits_where_no_other_account_reads_and_is_taken_away(
    editor: Client, waiting: Path
) -> None:
    preview = shown(editor, TOPICS, as_csv({"slug": "example-topic", "name": "Example topic"}))
    (file,) = waiting.iterdir()
    assert (waiting.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    confirmed(editor, TOPICS, preview)
    assert list(waiting.iterdir()) == []


def test_a_file_that_nobody_confirmed_goes_with_a_later_upload(
    editor: Client, waiting: Path
) -> None:
    shown(editor, TOPICS, as_csv({"slug": "a", "name": "A"}))
    (file,) = waiting.iterdir()
    os.utime(file, (time.time() - A_DAY - 60,) * 2)
    shown(editor, TOPICS, as_csv({"slug": "b", "name": "B"}))
    assert file not in waiting.iterdir()


@pytest.mark.parametrize("name", ["../secret_key", "secret_key", "x" * 43])
def test_no_other_file_can_be_named(editor: Client, waiting: Path, name: str) -> None:
    preview = shown(editor, TOPICS, as_csv({"slug": "a", "name": "A"}))
    (waiting.parent / "secret_key").write_text("slug,name\nstolen,Stolen\n")
    fields = {**fields_of(preview), "import_file_name": name}
    page = editor.post(f"{TOPICS}process_import/", fields, follow=True)
    assert "here no longer" in messages_of(page)
    assert not Topic.objects.exists()
