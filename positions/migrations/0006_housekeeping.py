"""Merges, pairs told apart, other addresses of sources, and indexes that find what is lacking."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0005_texts_for_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalOtherAddress",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        help_text="Where it can also be read.",
                        max_length=600,
                        verbose_name="address",
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
                "verbose_name": "historical other address",
                "verbose_name_plural": "historical other addresses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "noun",
                    models.CharField(help_text="Model name: stakeholder or source.", max_length=40),
                ),
                ("kept_id", models.PositiveBigIntegerField(help_text="Which one stayed, by key.")),
                (
                    "kept_name",
                    models.CharField(help_text="What that was called then.", max_length=300),
                ),
                ("merged_id", models.PositiveBigIntegerField(help_text="Which one went, by key.")),
                (
                    "merged_name",
                    models.CharField(help_text="What that was called.", max_length=300),
                ),
                (
                    "steps",
                    models.JSONField(
                        help_text="What was changed, dropped and added, in order, with all that undoes it."
                    ),
                ),
                ("at", models.DateTimeField(help_text="When.")),
                (
                    "undone_at",
                    models.DateTimeField(
                        help_text="When it was undone; empty if it stands.", null=True
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="OtherAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        help_text="Where it can also be read.",
                        max_length=600,
                        verbose_name="address",
                    ),
                ),
                (
                    "url_key",
                    models.CharField(
                        editable=False,
                        help_text="The address in the form by which sources are known to be the same.",
                        max_length=600,
                        unique=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "other address",
                "verbose_name_plural": "other addresses",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ToldApart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "noun",
                    models.CharField(help_text="Model name, as in stakeholder.", max_length=40),
                ),
                ("one_id", models.PositiveBigIntegerField(help_text="The one with the lower key.")),
                (
                    "other_id",
                    models.PositiveBigIntegerField(help_text="The one with the higher key."),
                ),
                ("at", models.DateTimeField(auto_now_add=True, help_text="When.")),
            ],
            options={
                "verbose_name_plural": "told apart",
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.AddIndex(
            model_name="capture",
            index=models.Index(fields=["sha256", "source"], name="capture_fingerprint"),
        ),
        migrations.AddIndex(
            model_name="quotation",
            index=models.Index(fields=["check_result", "kind", "source"], name="quotation_check"),
        ),
        migrations.AddField(
            model_name="historicalotheraddress",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalotheraddress",
            name="source",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Of which document.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="positions.source",
            ),
        ),
        migrations.AddField(
            model_name="merge",
            name="by",
            field=models.ForeignKey(
                help_text="Who merged them.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="otheraddress",
            name="source",
            field=models.ForeignKey(
                help_text="Of which document.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="other_addresses",
                to="positions.source",
            ),
        ),
        migrations.AddField(
            model_name="toldapart",
            name="by",
            field=models.ForeignKey(
                help_text="Who told them apart.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept_id", models.F("merged_id")), _negated=True),
                name="merge_not_with_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="otheraddress",
            constraint=models.CheckConstraint(
                condition=models.Q(("url_key", ""), _negated=True), name="other_address_has_key"
            ),
        ),
        migrations.AddConstraint(
            model_name="toldapart",
            constraint=models.UniqueConstraint(
                fields=("noun", "one_id", "other_id"), name="told_apart_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="toldapart",
            constraint=models.CheckConstraint(
                condition=models.Q(("one_id__lt", models.F("other_id"))),
                name="told_apart_lower_first",
            ),
        ),
    ]
