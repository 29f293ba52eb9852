"""Corrections that readers are told of, challenges, notes to contributors, and since when a state holds."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0006_housekeeping"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Challenge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("modified_at", models.DateTimeField(auto_now=True)),
                (
                    "received_on",
                    models.DateField(
                        help_text="The day on which it reached us.", verbose_name="received on"
                    ),
                ),
                (
                    "challenger_name",
                    models.CharField(
                        blank=True,
                        help_text="Their name as given, where it has not.",
                        max_length=200,
                    ),
                ),
                (
                    "name_public",
                    models.BooleanField(
                        default=False,
                        help_text="Else readers see no name.",
                        verbose_name="they agreed to be named",
                    ),
                ),
                (
                    "disputed",
                    models.TextField(
                        help_text="In our words. Public, so name nobody here.",
                        verbose_name="what they dispute",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Being looked into"),
                            ("upheld", "Upheld"),
                            ("upheld_in_part", "Upheld in part"),
                            ("not_upheld", "Not upheld"),
                            ("withdrawn", "Withdrawn by the challenger"),
                        ],
                        default="open",
                        help_text="How far it is.",
                        max_length=20,
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True,
                        help_text="What was found, and what was done. Public; needed when decided.",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(blank=True, help_text="The day of the decision.", null=True),
                ),
            ],
            options={
                "ordering": ["received_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("modified_at", models.DateTimeField(auto_now=True)),
                (
                    "made_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, help_text="The day of the change."
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("corrected", "Corrected"),
                            ("withdrawn", "Withdrawn"),
                            ("restored", "Published again"),
                        ],
                        help_text="What was done.",
                        max_length=20,
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        help_text="What was put right, or why it was taken back. Public."
                    ),
                ),
            ],
            options={
                "ordering": ["-made_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalChallenge",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("modified_at", models.DateTimeField(blank=True, editable=False)),
                (
                    "received_on",
                    models.DateField(
                        help_text="The day on which it reached us.", verbose_name="received on"
                    ),
                ),
                (
                    "challenger_name",
                    models.CharField(
                        blank=True,
                        help_text="Their name as given, where it has not.",
                        max_length=200,
                    ),
                ),
                (
                    "name_public",
                    models.BooleanField(
                        default=False,
                        help_text="Else readers see no name.",
                        verbose_name="they agreed to be named",
                    ),
                ),
                (
                    "disputed",
                    models.TextField(
                        help_text="In our words. Public, so name nobody here.",
                        verbose_name="what they dispute",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Being looked into"),
                            ("upheld", "Upheld"),
                            ("upheld_in_part", "Upheld in part"),
                            ("not_upheld", "Not upheld"),
                            ("withdrawn", "Withdrawn by the challenger"),
                        ],
                        default="open",
                        help_text="How far it is.",
                        max_length=20,
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True,
                        help_text="What was found, and what was done. Public; needed when decided.",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(blank=True, help_text="The day of the decision.", null=True),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical challenge",
                "verbose_name_plural": "historical challenges",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCorrection",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("modified_at", models.DateTimeField(blank=True, editable=False)),
                (
                    "made_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, help_text="The day of the change."
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("corrected", "Corrected"),
                            ("withdrawn", "Withdrawn"),
                            ("restored", "Published again"),
                        ],
                        help_text="What was done.",
                        max_length=20,
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        help_text="What was put right, or why it was taken back. Public."
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical correction",
                "verbose_name_plural": "historical corrections",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="historicalstatement",
            name="review_note",
            field=models.TextField(
                blank=True,
                help_text="What is to be mended before it can be published. Private; gone once it is.",
                verbose_name="note to the contributor",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="review_note",
            field=models.TextField(
                blank=True,
                help_text="What is to be mended before it can be published. Private; gone once it is.",
                verbose_name="note to the contributor",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="state_since",
            field=models.DateTimeField(
                default=django.utils.timezone.now,
                editable=False,
                help_text="When it came to its present state.",
            ),
        ),
        migrations.AlterField(
            model_name="historicalstatement",
            name="history_change_reason",
            field=models.TextField(null=True),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(fields=["state", "state_since", "id"], name="statement_state_since"),
        ),
        migrations.AddField(
            model_name="challenge",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                help_text="The judgement that is disputed, where it is one; else the statement.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="challenges",
                to="positions.assessment",
                verbose_name="stance",
            ),
        ),
        migrations.AddField(
            model_name="challenge",
            name="challenger",
            field=models.ForeignKey(
                blank=True,
                help_text="Who disputes it, where the tracker has them.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="challenges",
                to="positions.stakeholder",
            ),
        ),
        migrations.AddField(
            model_name="challenge",
            name="statement",
            field=models.ForeignKey(
                help_text="What is disputed.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="challenges",
                to="positions.statement",
            ),
        ),
        migrations.AddField(
            model_name="correction",
            name="statement",
            field=models.ForeignKey(
                help_text="Of what.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrections",
                to="positions.statement",
            ),
        ),
        migrations.AddField(
            model_name="challenge",
            name="correction",
            field=models.ForeignKey(
                blank=True,
                help_text="The correction to which it led, if it led to one.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="challenges",
                to="positions.correction",
            ),
        ),
        migrations.AddField(
            model_name="historicalchallenge",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The judgement that is disputed, where it is one; else the statement.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="positions.assessment",
                verbose_name="stance",
            ),
        ),
        migrations.AddField(
            model_name="historicalchallenge",
            name="challenger",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Who disputes it, where the tracker has them.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="positions.stakeholder",
            ),
        ),
        migrations.AddField(
            model_name="historicalchallenge",
            name="correction",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The correction to which it led, if it led to one.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="positions.correction",
            ),
        ),
        migrations.AddField(
            model_name="historicalchallenge",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalchallenge",
            name="statement",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="What is disputed.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="positions.statement",
            ),
        ),
        migrations.AddField(
            model_name="historicalcorrection",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalcorrection",
            name="statement",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Of what.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="positions.statement",
            ),
        ),
        migrations.AddIndex(
            model_name="correction",
            index=models.Index(fields=["-made_on", "-id"], name="correction_made"),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("note", ""), _negated=True), name="correction_has_note"
            ),
        ),
        migrations.AddIndex(
            model_name="challenge",
            index=models.Index(
                condition=models.Q(("state", "open")),
                fields=["received_on", "id"],
                name="challenge_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(("disputed", ""), _negated=True), name="challenge_says_what"
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", True), ("outcome", ""), ("state", "open")),
                    models.Q(
                        models.Q(("state", "open"), _negated=True),
                        ("decided_on__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="challenge_decided_has_date_and_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_on__isnull", True),
                    ("decided_on__gte", models.F("received_on")),
                    _connector="OR",
                ),
                name="challenge_decided_after_received",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("challenger__isnull", True), ("challenger_name", ""), _connector="OR"
                ),
                name="challenge_by_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("name_public", False),
                    ("challenger__isnull", False),
                    models.Q(("challenger_name", ""), _negated=True),
                    _connector="OR",
                ),
                name="challenge_public_name_is_given",
            ),
        ),
    ]
