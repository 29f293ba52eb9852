"""Folded texts have the stems of their words and words with their signs: they are written anew.

The keys of voices and propositions, which stand last in the text of a statement, are kept.
"""

from collections import defaultdict
from typing import Any

from django.db import migrations

from positions.choices import StatementKind
from positions.words.folding import BETWEEN_TEXTS, folded

BATCH = 1000
# The noun, the model of its text, and the fields that are searched.
TEXTS = [
    ("Stakeholder", "StakeholderText", ("name", "abbreviation")),
    ("Alias", "AliasText", ("name",)),
    ("Topic", "TopicText", ("name", "description")),
    ("Proposition", "PropositionText", ("text", "short_label")),
    ("Proposition", "PropositionReason", ("why_it_matters",)),
    ("Source", "SourceText", ("title", "byline")),
]


def write(apps: Any, _: Any) -> None:
    for noun, name, fields in TEXTS:
        text = apps.get_model("positions", name)
        rows = apps.get_model("positions", noun)._base_manager
        for some in batches(text):
            there = rows.filter(pk__in=some).values_list("pk", *fields)
            changed = [text(pk=pk, folded=folded(*([v] for v in values))) for pk, *values in there]
            text.objects.bulk_update(changed, ["folded"], batch_size=BATCH)
    text = apps.get_model("positions", "StatementText")
    for some in batches(text):
        write_statements(apps, text, some)


def batches(text: Any) -> list[list[int]]:
    there = list(text.objects.order_by("pk").values_list("pk", flat=True))
    return [there[start : start + BATCH] for start in range(0, len(there), BATCH)]


def write_statements(apps: Any, text: Any, some: list[int]) -> None:
    said = by_statement(apps, "Quotation", "exact", some)
    named = by_statement(apps, "Attribution", "name_printed", some)
    stored = dict(text.objects.filter(pk__in=some).values_list("pk", "folded"))
    rows = apps.get_model("positions", "Statement")._base_manager.filter(pk__in=some)
    changed = []
    for pk, title, summary, kind in rows.values_list("pk", "title", "summary", "kind"):
        words = folded([title], said[pk], named[pk], [summary, str(StatementKind(kind).label)])
        keys = stored[pk].rpartition(BETWEEN_TEXTS)[2]
        changed.append(text(pk=pk, folded=f"{words}{BETWEEN_TEXTS}{keys}"))
    text.objects.bulk_update(changed, ["folded"], batch_size=BATCH)


def by_statement(apps: Any, part: str, field: str, some: list[int]) -> dict[int, list[str]]:
    found = defaultdict(list)
    rows = apps.get_model("positions", part)._base_manager.filter(statement__in=some)
    rows = rows.exclude(**{field: ""}).order_by("order", "pk")
    for pk, value in rows.values_list("statement_id", field):
        found[pk].append(value)
    return found


class Migration(migrations.Migration):
    dependencies = [("positions", "0015_addresses_and_taken_texts")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop, elidable=True)]
