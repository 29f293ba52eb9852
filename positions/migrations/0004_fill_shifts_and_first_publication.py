"""Fills what 0003 added; by itself, since PostgreSQL alters no table that has just been filled."""

from itertools import groupby
from typing import Any

from django.db import migrations
from django.db.models import F, OuterRef, Subquery

UNCLEAR = "unclear"


def fill(apps: Any, _: Any) -> None:
    """What the derivation would write, for the rows that are there already."""
    Statement = apps.get_model("positions", "Statement")
    IndexEntry = apps.get_model("positions", "IndexEntry")
    Position = apps.get_model("positions", "Position")
    Statement.objects.filter(state="published").update(published_at=F("created_at"))
    written = Statement.objects.filter(pk=OuterRef("statement")).values("created_at")
    IndexEntry.objects.update(published_at=Subquery(written))
    rows = Position.objects.order_by(
        "holder_id",
        "proposition_id",
        "held_from",
        F("latest").asc(nulls_last=True),
        "statement_id",
    )
    changed = []
    for _, held in groupby(rows.iterator(), lambda row: (row.holder_id, row.proposition_id)):
        before = None
        for row in held:
            if before is not None:
                row.previous_statement_id = before
                changed.append(row)
            if row.stance != UNCLEAR:
                before = row.statement_id
    Position.objects.bulk_update(changed, ["previous_statement"], batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("positions", "0003_shifts_and_first_publication")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
