"""Texts by which stakeholders, topics, propositions and sources are found, beside those of statements.

The index of their words is made after the migrations, by ``positions.words.index``.
"""

from collections import defaultdict
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from positions.choices import StatementKind
from positions.words.field import FoldedField
from positions.words.folding import folded

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


def fill(apps: Any, _: Any) -> None:
    """What saving and the derivation would write, for the rows that are there already."""
    for noun, text, fields in TEXTS:
        model = apps.get_model("positions", text)
        rows = apps.get_model("positions", noun).objects.values_list("pk", *fields)
        model.objects.bulk_create(
            (model(pk=pk, folded=folded(*([value] for value in values))) for pk, *values in rows),
            batch_size=BATCH,
        )
    fill_statements(apps)


def fill_statements(apps: Any) -> None:
    text = apps.get_model("positions", "StatementText")
    there = list(text.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(there), BATCH):
        some = there[start : start + BATCH]
        said = by_statement(apps, "Quotation", "exact", some)
        named = by_statement(apps, "Attribution", "name_printed", some)
        rows = apps.get_model("positions", "Statement").objects.filter(pk__in=some)
        text.objects.bulk_update(
            [
                text(
                    pk=pk,
                    folded=folded(
                        [title], said[pk], named[pk], [summary, str(StatementKind(kind).label)]
                    ),
                )
                for pk, title, summary, kind in rows.values_list("pk", "title", "summary", "kind")
            ],
            ["folded"],
            batch_size=BATCH,
        )


def by_statement(apps: Any, part: str, field: str, some: list[int]) -> dict[int, list[str]]:
    found = defaultdict(list)
    rows = apps.get_model("positions", part).objects.filter(statement__in=some)
    for pk, value in rows.values_list("statement_id", field):
        found[pk].append(value)
    return found


def text_of(model: str, of: str, help_text: str, related_name: str = "search_text") -> Any:
    return migrations.CreateModel(
        name=model,
        fields=[
            ("folded", FoldedField(help_text="The words that it is found by, folded.")),
            (
                of,
                models.OneToOneField(
                    help_text=help_text,
                    on_delete=django.db.models.deletion.CASCADE,
                    primary_key=True,
                    related_name=related_name,
                    serialize=False,
                    to=f"positions.{of}",
                ),
            ),
        ],
    )


class Migration(migrations.Migration):
    dependencies = [("positions", "0004_fill_shifts_and_first_publication")]

    operations = [
        text_of("AliasText", "alias", "Which name."),
        text_of("PropositionReason", "proposition", "Which one.", "search_reason"),
        text_of("PropositionText", "proposition", "Which one."),
        text_of("SourceText", "source", "Which one."),
        text_of("StakeholderText", "stakeholder", "Whose name."),
        text_of("TopicText", "topic", "Which one."),
        migrations.AlterField(
            "statementtext",
            "folded",
            FoldedField(help_text="The words that it is found by, folded."),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
