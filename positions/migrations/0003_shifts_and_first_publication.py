"""Positions know the statement that they shifted from; statements know when readers first saw them."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("positions", "0002_roles")]

    operations = [
        migrations.AddField(
            "statement",
            "published_at",
            models.DateTimeField(
                editable=False,
                help_text="When readers first saw it; empty where they have not.",
                null=True,
            ),
        ),
        migrations.AddField(
            "indexentry",
            "published_at",
            models.DateTimeField(
                default=django.utils.timezone.now, help_text="When readers first saw it."
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "position",
            "previous_statement",
            models.ForeignKey(
                help_text="Where that stance was taken.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="positions.statement",
            ),
        ),
        migrations.AddIndex(
            "indexentry",
            models.Index(fields=["-published_at", "-statement"], name="entry_published"),
        ),
        migrations.AddIndex(
            "indexentry",
            models.Index(fields=["-latest", "-statement"], name="entry_latest"),
        ),
        migrations.AddIndex(
            "position",
            models.Index(
                condition=Q(("shift", True)),
                fields=["-held_from", "-id"],
                name="position_shift",
            ),
        ),
        migrations.AddIndex(
            "position",
            models.Index(
                condition=Q(("held_until", None)),
                fields=["proposition", "holder", "stance", "held_from", "held_until"],
                name="position_standing",
            ),
        ),
        migrations.AddIndex(
            "indexentry",
            models.Index(
                condition=Q(("latest__gt", F("earliest"))),
                fields=["-latest", "-earliest"],
                name="entry_span",
            ),
        ),
    ]
