"""Which parties readers see, and which texts an editor has taken.

Until now every party was public, and every text was what published words were checked against: what
is there stays so.
"""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# What ``positions.derivation.mentions`` derives, in one statement that both databases read.
NAMED = """
INSERT INTO positions_mention (statement_id, stakeholder_id)
SELECT voice.statement_id, voice.stakeholder_id FROM positions_attribution voice
  JOIN positions_statement ON positions_statement.id = voice.statement_id
  WHERE positions_statement.state = 'published'
UNION
SELECT voice.statement_id, voice.on_behalf_of_id FROM positions_attribution voice
  JOIN positions_statement ON positions_statement.id = voice.statement_id
  WHERE positions_statement.state = 'published' AND voice.on_behalf_of_id IS NOT NULL
UNION
SELECT told.statement_id, told.stakeholder_id FROM positions_statement_addressees told
  JOIN positions_statement ON positions_statement.id = told.statement_id
  WHERE positions_statement.state = 'published'
UNION
SELECT words.statement_id, positions_source.publisher_id FROM positions_quotation words
  JOIN positions_statement ON positions_statement.id = words.statement_id
  JOIN positions_source ON positions_source.id = words.source_id
  WHERE positions_statement.state = 'published' AND positions_source.publisher_id IS NOT NULL
"""


def keep_what_was(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Release every party, also in its history, and take every text."""

    def rows(model: str) -> Any:
        return apps.get_model("positions", model).objects.using(schema_editor.connection.alias)

    rows("Stakeholder").update(released=True, is_public=True)
    rows("HistoricalStakeholder").update(released=True)
    rows("Capture").update(taken_at=models.F("captured_at"))
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(NAMED)


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0009_roles_at_the_desk"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        help_text="Whom it names.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        help_text="Which statement.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="mentions",
                        to="positions.statement",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["statement", "stakeholder"], name="mention_once"
                    ),
                ],
            },
        ),
        migrations.AddField(
            "capture",
            "by",
            models.ForeignKey(
                blank=True,
                editable=False,
                help_text="Who brought it.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            "capture",
            "captured_at",
            models.DateTimeField(auto_now_add=True, help_text="When it came to us."),
        ),
        migrations.AddField(
            "capture",
            "taken_at",
            models.DateTimeField(
                blank=True,
                editable=False,
                help_text="When an editor took it; empty while it is a contributor's proposal.",
                null=True,
                verbose_name="taken",
            ),
        ),
        *(
            migrations.AddField(
                noun,
                "released",
                models.BooleanField(
                    default=False,
                    help_text="Readers see it though no published statement names it. "
                    "Editors decide.",
                ),
            )
            for noun in ("historicalstakeholder", "stakeholder")
        ),
        migrations.AddField(
            "stakeholder",
            "is_public",
            models.BooleanField(
                "seen by readers",
                default=False,
                editable=False,
                help_text="It is released, or a published statement names it. Derived.",
            ),
        ),
        migrations.AddIndex(
            "stakeholder",
            models.Index(fields=["is_public", "name", "id"], name="stakeholder_public_name"),
        ),
        migrations.RunPython(keep_what_was, migrations.RunPython.noop, elidable=True),
    ]
