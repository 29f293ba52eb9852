"""The index of words follows its texts, by whatever door they come, and mends itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from positions.models import AliasText, Stakeholder, StakeholderText, StatementText
from positions.words.field import words_table
from tests.factories import AliasFactory, StakeholderFactory, said

pytestmark = pytest.mark.django_db


def found(text: Any, *patterns: str) -> list[int]:
    return sorted(text.objects.filter(folded__words=patterns).values_list("pk", flat=True))


def test_a_text_is_found_by_its_words_and_by_their_beginnings() -> None:
    pk = said(title="Example e-mails").pk
    for pattern in (" example", " exam", " e mails ", " emails ", " e mail", " example e"):
        assert found(StatementText, pattern) == [pk], pattern
    for pattern in (" xample", " exam ", " mails e", " example mails"):
        assert found(StatementText, pattern) == [], pattern
    assert found(StatementText, " nothing", " exam") == [pk]


def rename(made: Stakeholder, **options: Any) -> None:
    made.name = "After"
    made.save(**options)


CHANGES: dict[str, Callable[[Stakeholder], Any]] = {
    "save": rename,
    "save of some fields": lambda made: rename(made, update_fields=["name"]),
    "update": lambda _: StakeholderText.objects.update(folded=" after "),
    "bulk_update": lambda made: StakeholderText.objects.bulk_update(
        [StakeholderText(pk=made.pk, folded=" after ")], ["folded"]
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_the_index_follows_a_change(change: Callable[[Stakeholder], Any]) -> None:
    made = StakeholderFactory.create(name="Before")
    assert found(StakeholderText, " before") == [made.pk]
    change(made)
    assert found(StakeholderText, " before") == []
    assert found(StakeholderText, " after") == [made.pk]


DELETIONS: dict[str, Callable[[Stakeholder], Any]] = {
    "delete": lambda made: made.delete(),
    "delete of many": lambda _: Stakeholder.objects.all().delete(),
    "delete of the text": lambda _: StakeholderText.objects.all().delete(),
}


@pytest.mark.parametrize("delete", DELETIONS.values(), ids=DELETIONS.keys())
def test_the_index_follows_a_deletion(delete: Callable[[Stakeholder], Any]) -> None:
    delete(StakeholderFactory.create(name="Before"))
    assert found(StakeholderText, " before") == []


def test_texts_written_many_at_once_are_found() -> None:
    made = Stakeholder.objects.bulk_create(
        Stakeholder(kind="company", name=f"Example {number}", slug=f"e-{number}")
        for number in range(30)
    )
    assert found(StakeholderText, " example") == []
    Stakeholder.write_texts(made)
    Stakeholder.write_texts(made)
    assert len(found(StakeholderText, " example")) == 30
    assert found(StakeholderText, " 17 ") == [made[17].pk]


def test_an_alias_takes_its_words_with_it() -> None:
    alias = AliasFactory.create(name="Formerly")
    assert found(AliasText, " formerly") == [alias.pk]
    alias.stakeholder.aliases.all().delete()
    assert found(AliasText, " formerly") == []


def drop_a_trigger() -> None:
    words = words_table(StakeholderText)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DROP TRIGGER {words}_update")
        else:
            cursor.execute(f"DROP TRIGGER {words}_write ON {StakeholderText._meta.db_table}")


@pytest.mark.django_db(transaction=True)
def test_a_trigger_that_is_gone_is_back_after_migrate_with_what_it_missed() -> None:
    made = StakeholderFactory.create(name="Before")
    drop_a_trigger()
    made.name = "After"
    made.save()
    assert found(StakeholderText, " after") == []
    call_command("migrate", verbosity=0)
    assert found(StakeholderText, " after") == [made.pk]
    made.name = "Later"
    made.save()
    assert found(StakeholderText, " later") == [made.pk]
    assert found(StakeholderText, " after") == []


def test_words_are_looked_for_in_the_index_alone() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # it reads few rows through at once
    plan = StatementText.objects.filter(folded__words=[" example"]).explain()
    assert (
        words_table(StatementText) in plan
        if connection.vendor == "postgresql"
        else ("VIRTUAL TABLE INDEX" in plan and "SCAN positions_statementtext\n" not in plan)
    )
