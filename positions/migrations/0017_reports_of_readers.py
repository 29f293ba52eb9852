"""What readers report by the form: kept with challenges, private until an editor takes it up."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0016_stems_and_signs"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="challenge",
            name="challenge_says_what",
        ),
        migrations.AddField(
            model_name="challenge",
            name="is_public",
            field=models.BooleanField(
                default=True,
                help_text="Once they have seen it, it stays.",
                verbose_name="readers see it",
            ),
        ),
        migrations.AddField(
            model_name="challenge",
            name="reply_to",
            field=models.CharField(
                blank=True,
                help_text="If they gave one. Private.",
                max_length=254,
                validators=[django.core.validators.EmailValidator()],
                verbose_name="their e-mail address",
            ),
        ),
        migrations.AddField(
            model_name="challenge",
            name="report",
            field=models.TextField(
                blank=True,
                help_text="In their words. Private.",
                verbose_name="what was written to us",
            ),
        ),
        migrations.AddField(
            model_name="historicalchallenge",
            name="is_public",
            field=models.BooleanField(
                default=True,
                help_text="Once they have seen it, it stays.",
                verbose_name="readers see it",
            ),
        ),
        migrations.AddField(
            model_name="historicalchallenge",
            name="report",
            field=models.TextField(
                blank=True,
                help_text="In their words. Private.",
                verbose_name="what was written to us",
            ),
        ),
        migrations.AlterField(
            model_name="challenge",
            name="disputed",
            field=models.TextField(
                blank=True,
                help_text="In our words; needed where readers see it. Public, so name nobody here.",
                verbose_name="what they dispute",
            ),
        ),
        migrations.AlterField(
            model_name="historicalchallenge",
            name="disputed",
            field=models.TextField(
                blank=True,
                help_text="In our words; needed where readers see it. Public, so name nobody here.",
                verbose_name="what they dispute",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_public", False), models.Q(("disputed", ""), _negated=True), _connector="OR"
                ),
                name="challenge_says_what",
            ),
        ),
    ]
