"""Rows that are written together are the rows that Django writes one by one."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from positions.choices import SourceKind, StatementKind
from positions.models import Source, Statement, Topic, bulk
from tests.factories import SourceFactory, StatementFactory, TopicFactory

pytestmark = pytest.mark.django_db

# What a text format between us and a database might take for something else.
AWKWARD = ("\\N", "tab\there", "a \\ b", "“é” ’", "NULL", "'; --", "{a,b}", '"quoted"')


def values(row: Any) -> dict[str, Any]:
    skipped = {"id", "slug", "created_at", "modified_at", "state_since", "published_at"}
    names = [field.attname for field in type(row)._meta.concrete_fields]
    stored = type(row).objects.filter(pk=row.pk).values(*names).get()
    return {name: stored[name] for name in names if name not in skipped}


def test_rows_written_together_are_as_if_saved_one_by_one() -> None:
    topic = TopicFactory.create()
    given = [
        {
            "kind": StatementKind.EMAIL,
            "title": f"Title {text}",
            "summary": f"{text}\n{text}",
            "topic": topic if place % 2 else None,
            "date_edtf": date,
            "date_basis": "printed",
        }
        for place, (text, date) in enumerate(
            zip(AWKWARD, ("2018", " 2018-05 ", "../2018-06", "2018-06/..") * 2, strict=True)
        )
    ]
    together = [Statement(slug=f"together-{n}", **each) for n, each in enumerate(given)]
    bulk.create(together)
    for n, (one, each) in enumerate(zip(together, given, strict=True)):
        alone = Statement(slug=f"alone-{n}", **each)
        alone.save()
        assert values(one) == values(alone)


def test_a_row_may_refer_to_one_that_was_written_after_it_was_named() -> None:
    topic = Topic(name="Example", slug="example")
    statements = [
        Statement(kind=StatementKind.EMAIL, title="A", slug="a", topic=topic) for _ in range(1)
    ]
    bulk.create([topic])
    bulk.create(statements)
    assert Statement.objects.get().topic == topic


def test_rows_that_are_written_have_keys_that_nothing_else_had_or_gets() -> None:
    before = SourceFactory.create()
    gone = SourceFactory.create()
    had = {before.pk, gone.pk}
    gone.delete()
    made = [Source(kind=SourceKind.OTHER, title="Example", slug=f"s-{n}") for n in range(3)]
    bulk.create(made)
    after = SourceFactory.create()
    keys = [*had, *(each.pk for each in made), after.pk]
    assert len(set(keys)) == len(keys)


def test_what_a_constraint_refuses_leaves_nothing_written() -> None:
    StatementFactory.create(slug="taken")
    made = [
        Statement(kind=StatementKind.EMAIL, title="Example", slug=slug) for slug in ("new", "taken")
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.create(made)
    assert not Statement.objects.filter(slug="new").exists()


def test_many_rows_are_written_by_few_statements() -> None:
    """SQLite writes its index of words once for each; PostgreSQL's COPY is none of Django's."""
    with CaptureQueriesContext(connection) as asked:
        bulk.create([Topic(name=f"Example {n}", slug=f"example-{n}") for n in range(1_001)])
    assert Topic.objects.count() == 1_001
    writes = [query["sql"] for query in asked if "INSERT" in query["sql"]]
    assert len(writes) <= 3
    assert not any("times:" in sql for sql in writes)  # so Django tells of one that runs often
