"""Keys without indexes of their own where another begins with them; orders that have one."""

from datetime import date
from typing import Any

import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.db import migrations, models

import positions.models.dated

# What was derived before has no moments and no keys of names; from now on they are derived.
FILL = (
    """UPDATE positions_position SET
        seen_at = (
            SELECT COALESCE(published_at, created_at) FROM positions_statement
            WHERE id = positions_position.statement_id),
        shift_seen_at = CASE WHEN shift THEN (
            SELECT MAX(COALESCE(published_at, created_at)) FROM positions_statement
            WHERE id IN (positions_position.statement_id, positions_position.previous_statement_id))
        END""",
    """DELETE FROM positions_statementtext WHERE statement_id NOT IN (
        SELECT statement_id FROM positions_indexentry)""",
    """UPDATE positions_statementtext SET
        earliest = (
            SELECT MIN(earliest) FROM positions_indexentry AS entry
            WHERE entry.statement_id = positions_statementtext.statement_id),
        folded = folded || '§ ' || (
            SELECT {joined} FROM (
                SELECT '‡' || voice_id AS word, 0 AS place, voice_id AS of
                FROM positions_indexentry AS entry
                WHERE entry.statement_id = positions_statementtext.statement_id
                UNION
                SELECT '†' || proposition_id, 1, proposition_id
                FROM positions_indexentry AS entry
                WHERE entry.statement_id = positions_statementtext.statement_id
                    AND proposition_id IS NOT NULL
                ORDER BY place, of) AS words) || ' '""",
)
JOINED = {"sqlite": "GROUP_CONCAT(word, ' ')", "postgresql": "STRING_AGG(word, ' ')"}


def fill(_apps: Any, schema_editor: Any) -> None:
    """Write down what is derived of what is there, as deriving it anew would."""
    joined = JOINED[schema_editor.connection.vendor]
    with schema_editor.connection.cursor() as cursor:
        for statement in FILL:
            cursor.execute(statement.format(joined=joined))


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0013_kinds_of_party"),
    ]

    operations = [
        migrations.AddField(
            model_name="position",
            name="seen_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now, help_text="When readers first saw the statement."
            ),
        ),
        migrations.AddField(
            model_name="position",
            name="shift_seen_at",
            field=models.DateTimeField(
                help_text="Of a shift, when they had seen both of its statements.", null=True
            ),
        ),
        migrations.AddField(
            model_name="statementtext",
            name="earliest",
            field=models.DateField(default=date.min, help_text="The first day it may be."),
        ),
        migrations.AlterField(
            model_name="assessment",
            name="statement",
            field=models.ForeignKey(
                db_index=False,
                help_text="Which words.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="assessments",
                to="positions.statement",
            ),
        ),
        migrations.AlterField(
            model_name="attribution",
            name="on_behalf_of",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                help_text="For whom they speak, where that is another.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attributions_on_behalf",
                to="positions.stakeholder",
            ),
        ),
        migrations.AlterField(
            model_name="attribution",
            name="statement",
            field=models.ForeignKey(
                db_index=False,
                help_text="What they make.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attributions",
                to="positions.statement",
            ),
        ),
        migrations.AlterField(
            model_name="indexentry",
            name="proposition",
            field=models.ForeignKey(
                db_index=False,
                help_text="Under which sentence, if any.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="index_entries",
                to="positions.proposition",
            ),
        ),
        migrations.AlterField(
            model_name="indexentry",
            name="statement",
            field=models.ForeignKey(
                db_index=False,
                help_text="What is indexed.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="index_entries",
                to="positions.statement",
            ),
        ),
        migrations.AlterField(
            model_name="indexentry",
            name="topic",
            field=models.ForeignKey(
                db_index=False,
                help_text="Under which subject.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="index_entries",
                to="positions.topic",
            ),
        ),
        migrations.AlterField(
            model_name="indexentry",
            name="voice",
            field=models.ForeignKey(
                db_index=False,
                help_text="Under whom.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="index_entries",
                to="positions.stakeholder",
            ),
        ),
        migrations.AlterField(
            model_name="position",
            name="holder",
            field=models.ForeignKey(
                db_index=False,
                help_text="Whose position.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="positions",
                to="positions.stakeholder",
            ),
        ),
        migrations.AlterField(
            model_name="position",
            name="proposition",
            field=models.ForeignKey(
                db_index=False,
                help_text="On what.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="positions",
                to="positions.proposition",
            ),
        ),
        migrations.AlterField(
            model_name="position",
            name="statement",
            field=models.ForeignKey(
                db_index=False,
                help_text="The words that it follows from.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="positions",
                to="positions.statement",
            ),
        ),
        migrations.AlterField(
            model_name="quotation",
            name="source",
            field=models.ForeignKey(
                db_index=False,
                help_text="In which document.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="quotations",
                to="positions.source",
            ),
        ),
        migrations.AlterField(
            model_name="quotation",
            name="statement",
            field=models.ForeignKey(
                db_index=False,
                help_text="Of which statement.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="quotations",
                to="positions.statement",
            ),
        ),
        migrations.AlterField(
            model_name="reply",
            name="from_statement",
            field=models.ForeignKey(
                db_index=False,
                help_text="The one that does it.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="replies",
                to="positions.statement",
            ),
        ),
        migrations.AddIndex(
            model_name="position",
            index=models.Index(fields=["proposition", "held_until"], name="position_until"),
        ),
        migrations.AddIndex(
            model_name="position",
            index=models.Index(fields=["proposition", "-held_from", "-id"], name="position_from"),
        ),
        migrations.RemoveIndex(model_name="position", name="position_pair"),
        migrations.AddIndex(
            model_name="position",
            index=models.Index(
                fields=["holder", "proposition", "held_until"], name="position_pair"
            ),
        ),
        migrations.AddIndex(
            model_name="indexentry",
            index=models.Index(
                fields=["stance", "-earliest", "-statement"], name="entry_stance_date"
            ),
        ),
        migrations.AddIndex(
            model_name="position",
            index=models.Index(fields=["-seen_at", "-id"], name="position_seen"),
        ),
        migrations.AddIndex(
            model_name="position",
            index=models.Index(
                condition=models.Q(("shift", True)),
                fields=["-shift_seen_at", "-id"],
                name="position_shift_seen",
            ),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                models.OrderBy(positions.models.dated.FirstDay("earliest"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                name="source_first_day",
            ),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                django.db.models.functions.text.Lower("title"), models.F("id"), name="source_title"
            ),
        ),
        migrations.AddIndex(
            model_name="stakeholder",
            index=models.Index(
                models.F("is_public"),
                django.db.models.functions.text.Lower("name"),
                models.F("id"),
                name="stakeholder_public_folded",
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                django.db.models.functions.text.Lower("title"),
                models.F("id"),
                name="statement_title",
            ),
        ),
        migrations.AddIndex(
            model_name="statementtext",
            index=models.Index(fields=["-earliest", "-statement"], name="text_date"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
