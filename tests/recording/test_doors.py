"""By whichever door a statement is entered, the record is the same, table by table and row by row.

The same joint letter, with two sources, a conditional stance, an addressee and an answer, is
written through every door, each time into the same database as it was before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import models, transaction

from positions.merging import merge, undo
from positions.models import Intake, Merge, Quotation, Stakeholder, Statement
from tests.admin.desk.invented import TEXT, WEIR, anglers, laid, mara, numbered, refusals, sent
from tests.admin.forms import messages_of, opened
from tests.admin.spreadsheets.files import STATEMENTS, as_csv, loaded
from tests.factories import CaptureFactory, SourceFactory, StakeholderFactory
from tests.recording.letter import CONDITION, SLUG, Setting, cells, entries, typed, typed_again

pytestmark = pytest.mark.django_db

Snapshot = dict[str, list[tuple[Any, ...]]]


def snapshot(*, history: bool = True) -> Snapshot:
    """Every table of the record, row by row; keys by their rank, and without moments and users.

    Without ``history``, versions too are left out: how often it was written is not compared.
    """
    tables = [
        model
        for model in apps.get_app_config("positions").get_models(include_auto_created=True)
        if model is not Merge and (history or not model.__name__.startswith("Historical"))
    ]
    ranks: dict[str, dict[Any, int]] = {}
    for model in tables:
        keys = model._base_manager.order_by("pk").values_list("pk", flat=True)
        ranks[model._meta.label] = {pk: rank for rank, pk in enumerate(keys)}
    return {
        model.__name__: sorted(_rows(model, ranks, history=history), key=repr) for model in tables
    }


def _rows(model: Any, ranks: dict[str, dict[Any, int]], *, history: bool) -> list[tuple[Any, ...]]:
    compared: list[tuple[str, dict[Any, int] | None]] = []
    skipped = set() if history else {"version"}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.DateTimeField) or field.name in skipped:
            continue
        if field.name in {"history_id", "m2m_history_id", "history_user", "history", "by"}:
            continue
        of = field.related_model._meta.label if field.is_relation else None
        if field.primary_key and not field.is_relation:
            continue  # the order in which rows of one table were written is no content
        if field.name == "id":  # of a record of the history: the row that it is of
            of = model.instance_type._meta.label if hasattr(model, "instance_type") else None
            if of is None:
                continue
        compared.append((field.attname, ranks.get(of) if of else None))
    return [
        tuple(
            rank.get(value) if rank is not None else value
            for value, (_, rank) in zip(values, compared, strict=True)
        )
        for values in model._base_manager.values_list(*(name for name, _ in compared))
    ]


def differing(one: Snapshot, other: Snapshot) -> dict[str, Any]:
    """The tables that differ, with the rows that only one of the two has."""
    found = {}
    for table, rows in one.items():
        left, right = Counter(rows), Counter(other[table])
        if left != right:
            found[table] = (list(left - right), list(right - left))
    return found


def by_page(setting: Setting, state: str) -> None:
    setting.save(f"{STATEMENTS}add/", typed(setting, state))


def by_page_of_a_file(setting: Setting, state: str) -> None:
    page = loaded(setting.client, STATEMENTS, *cells(state))
    assert "Loaded" in messages_of(page)


def by_import(setting: Setting, state: str) -> None:
    file = setting.directory / "letters.csv"
    file.write_bytes(as_csv(*cells(state)))
    call_command("import_statements", file, verbosity=0)


def by_fixtures(setting: Setting, state: str) -> None:
    (setting.directory / "letter.yaml").write_text(yaml.safe_dump(entries(state)))
    call_command("load_articles", setting.directory, verbosity=0)
    call_command("check_quotations", verbosity=0)


def after(setting: Setting, deed: Callable[[], None], *, history: bool = True) -> Snapshot:
    """The record after a deed, which is undone."""
    with transaction.atomic():
        deed()
        found = snapshot(history=history)
        transaction.set_rollback(True)
    return found


@pytest.fixture
def setting(settings: Any, tmp_path: Path) -> Setting:
    settings.IMPORTS_DIR = tmp_path / "imports"
    return Setting(tmp_path)


@pytest.mark.parametrize("state", ["draft", "published"])
@pytest.mark.parametrize("door", [by_page_of_a_file, by_import, by_fixtures])
def test_a_statement_is_the_same_by_whichever_door_it_is_entered(
    setting: Setting, door: Callable[[Setting, str], None], state: str
) -> None:
    checked_later = door is by_fixtures  # which says where words stand, and checks none
    expected = after(setting, lambda: by_page(setting, state), history=not checked_later)
    found = after(setting, lambda: door(setting, state), history=not checked_later)
    assert differing(expected, found) == {}


def test_what_the_desk_enters_is_what_is_entered_on_the_page(setting: Setting) -> None:
    """Of an article whose source and speaker are known: the desk finds the words and the rest."""
    mara(anglers())
    source = SourceFactory.create(url="https://example.org/weir", date_edtf="2024-05-14")
    CaptureFactory.create(source=source, text=TEXT)
    fields: dict[str, Any] = {}

    def by_desk() -> None:
        address = laid(setting.client, url=source.url)
        card = f"c{numbered(setting.client, address, WEIR)}"
        judged = {f"{card}_j0_proposition": setting.proposition.pk, f"{card}_j0_stance": "mixed"}
        condition = {f"{card}_j0_condition": CONDITION}
        page = sent(
            setting.client, address, **{f"{card}_decision": "accept", **judged, **condition}
        )
        assert "1 statement is entered" in messages_of(page), refusals(page)
        Intake.objects.all().delete()  # the article on the desk is no part of the record
        fields.update(typed_again(setting, Statement.objects.latest("pk")))

    expected = after(setting, by_desk)
    assert len(expected["Quotation"]) == len(Quotation.objects.all()) + 2
    found = after(setting, lambda: setting.save(f"{STATEMENTS}add/", fields))
    assert differing(expected, found) == {}


def by_list(setting: Setting) -> None:
    chosen = {"action": "publish", "_selected_action": [setting.letter.pk]}
    setting.client.post(STATEMENTS, chosen, follow=True)


def by_review(setting: Setting) -> None:
    setting.client.post("/admin/review/", {"publish": setting.letter.pk}, follow=True)


def by_own_page(setting: Setting) -> None:
    address = setting.page(setting.letter)
    setting.save(address, opened(setting.client, address) | {"state": "published"})


def by_row(setting: Setting) -> None:
    loaded(setting.client, STATEMENTS, {"slug": SLUG, "state": "published"})


@pytest.mark.parametrize("door", [by_review, by_own_page, by_row])
def test_a_draft_is_published_alike_by_every_door(
    setting: Setting, door: Callable[[Setting], None]
) -> None:
    by_page(setting, "draft")
    expected = after(setting, lambda: by_list(setting))
    assert expected["Position"]
    assert differing(expected, after(setting, lambda: door(setting))) == {}


def test_a_statement_that_goes_and_comes_back_is_as_it_was(setting: Setting) -> None:
    by_page(setting, "draft")  # what readers have seen does not go
    before = snapshot(history=False)
    moment = setting.letter.history.latest().history_date.isoformat()
    pk = setting.letter.pk
    User.objects.update(is_superuser=True)
    setting.client.post(f"{STATEMENTS}{pk}/delete/", {"post": "yes"})
    assert not Statement.objects.filter(slug=SLUG).exists()
    setting.client.post(f"{STATEMENTS}{pk}/history/{moment}/", {})
    assert differing(before, snapshot(history=False)) == {}


def test_a_merge_that_is_undone_leaves_the_record_as_it_was(setting: Setting) -> None:
    by_page(setting, "published")
    twin = StakeholderFactory.create(name="Example Watch, again", slug="watch-again")
    before = snapshot(history=False)
    merge(Stakeholder.objects.get(pk=twin.pk), setting.watch)
    assert differing(before, snapshot(history=False)) != {}
    undo(Merge.objects.get())
    assert differing(before, snapshot(history=False)) == {}


def test_all_that_is_derived_is_what_is_derived_from_nothing(setting: Setting) -> None:
    by_import(setting, "published")
    before = snapshot()
    call_command("derive", verbosity=0)
    assert differing(before, snapshot()) == {}
