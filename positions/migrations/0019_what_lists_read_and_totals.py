"""What lists read of a row stands in it, and how many statements a topic has is kept."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

# What was derived before has none of this; from now on it is derived.
FILL = (
    """UPDATE positions_position SET directness = COALESCE((
        SELECT judged.directness FROM positions_assessment AS judged
        WHERE judged.statement_id = positions_position.statement_id
            AND judged.proposition_id = positions_position.proposition_id), '')""",
    """UPDATE positions_indexentry SET
        directness = COALESCE((
            SELECT judged.directness FROM positions_assessment AS judged
            WHERE judged.statement_id = positions_indexentry.statement_id
                AND judged.proposition_id = positions_indexentry.proposition_id), ''),
        as_spokesperson = voice_kind = 'person' AND NOT EXISTS (
            SELECT 1 FROM positions_attribution AS voice
            WHERE voice.statement_id = positions_indexentry.statement_id
                AND CASE WHEN capacity = 'organisational' AND on_behalf_of_id IS NOT NULL
                    THEN on_behalf_of_id ELSE stakeholder_id END = voice_id)""",
    """INSERT INTO positions_topictotal (topic_id, thousand, n_statements)
        SELECT topic_id, statement_id / 1000, COUNT(DISTINCT statement_id)
        FROM positions_indexentry WHERE topic_id IS NOT NULL
        GROUP BY topic_id, statement_id / 1000""",
)
DIRECTNESS = [("explicit", "explicit"), ("implied", "implied")]


def fill(_apps: Any, schema_editor: Any) -> None:
    """Write down what is derived of what is there, as deriving it anew would."""
    with schema_editor.connection.cursor() as cursor:
        for statement in FILL:
            cursor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("positions", "0018_names_taken_back")]

    operations = [
        migrations.AddField(
            model_name="indexentry",
            name="directness",
            field=models.CharField(
                blank=True,
                choices=DIRECTNESS,
                default="",
                help_text="Whether it says or implies that; empty where nothing.",
                max_length=20,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="indexentry",
            name="as_spokesperson",
            field=models.BooleanField(
                default=False,
                help_text="A person speaks here for another alone, under whom the same stands.",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="position",
            name="directness",
            field=models.CharField(
                choices=DIRECTNESS,
                default="",
                help_text="Whether they said so or implied it.",
                max_length=20,
            ),
            preserve_default=False,
        ),
        migrations.RemoveIndex(model_name="position", name="position_standing"),
        migrations.AddIndex(
            model_name="position",
            index=models.Index(
                condition=models.Q(("held_until", None)),
                fields=[
                    *("proposition", "holder", "stance", "directness", "held_from", "held_until")
                ],
                name="position_standing",
            ),
        ),
        migrations.CreateModel(
            name="TopicTotal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "thousand",
                    models.PositiveIntegerField(
                        db_index=True,
                        help_text="The key of each of the statements, divided by 1,000.",
                    ),
                ),
                (
                    "n_statements",
                    models.PositiveSmallIntegerField(help_text="How many there are of them."),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_index=False,
                        help_text="On which subject.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="totals",
                        to="positions.topic",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("topic", "thousand"), name="topic_total_once")
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
