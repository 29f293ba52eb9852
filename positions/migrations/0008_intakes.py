"""Articles on the editors' desk."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import positions.models


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0007_corrections_and_challenges"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Intake",
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
                    "date_printed",
                    models.CharField(
                        blank=True,
                        help_text="The words: “last month”, “Friday”.",
                        max_length=120,
                        verbose_name="date as printed",
                    ),
                ),
                (
                    "earliest",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="The first day it may be; empty where open.",
                        null=True,
                    ),
                ),
                (
                    "latest",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="The last day it may be; empty where open.",
                        null=True,
                    ),
                ),
                (
                    "date_edtf",
                    positions.models.EdtfField(
                        blank=True,
                        earliest_field="earliest",
                        help_text="EDTF: 2018-06-15, 2018-05, 2018-05~, ../2018-06.",
                        latest_field="latest",
                        max_length=64,
                        verbose_name="date",
                    ),
                ),
                (
                    "date_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("printed", "printed on the document"),
                            ("publication", "date of publication"),
                            ("reported", "reported"),
                            ("inferred", "inferred"),
                        ],
                        help_text="What the date rests on.",
                        max_length=20,
                        verbose_name="how the date is known",
                    ),
                ),
                (
                    "date_note",
                    models.CharField(
                        blank=True,
                        help_text="How the date was worked out, or what is odd about it.",
                        max_length=300,
                    ),
                ),
                ("text", models.TextField(help_text="The whole text; never public.")),
                (
                    "origin",
                    models.CharField(
                        choices=[("paste", "Pasted"), ("file", "File")],
                        default="paste",
                        help_text="How it came to us.",
                        max_length=20,
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True,
                        help_text="Where it can be read.",
                        max_length=600,
                        verbose_name="address",
                    ),
                ),
                ("title", models.CharField(blank=True, help_text="As published.", max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("article", "Article"),
                            ("letter", "Letter"),
                            ("blog_post", "Blog post"),
                            ("press_release", "Press release"),
                            ("filing", "Filing"),
                            ("records", "Records"),
                            ("study", "Study"),
                            ("speech", "Speech"),
                            ("other", "Other document"),
                        ],
                        default="article",
                        help_text="What kind of document.",
                        max_length=20,
                    ),
                ),
                (
                    "publisher",
                    models.CharField(
                        blank=True, help_text="Who published it, by name.", max_length=200
                    ),
                ),
                (
                    "byline",
                    models.CharField(
                        blank=True, help_text="Who wrote it, as printed.", max_length=200
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        default="en", help_text="BCP 47: en, en-GB, de.", max_length=12
                    ),
                ),
                (
                    "cards",
                    models.JSONField(
                        default=list,
                        editable=False,
                        help_text="The drafts, and what was decided on each.",
                    ),
                ),
                (
                    "undecided",
                    models.PositiveIntegerField(
                        default=0, editable=False, help_text="How many drafts wait for a decision."
                    ),
                ),
                (
                    "entered",
                    models.PositiveIntegerField(
                        default=0, editable=False, help_text="How many drafts are entered."
                    ),
                ),
                (
                    "finished_at",
                    models.DateTimeField(
                        editable=False, help_text="When the last draft was decided.", null=True
                    ),
                ),
                (
                    "discarded_at",
                    models.DateTimeField(
                        editable=False, help_text="When it was taken off the desk.", null=True
                    ),
                ),
                (
                    "editor",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who put it there.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        help_text="The source that it is, once that is known.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="positions.source",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        help_text="The subject of its statements.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="positions.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["-modified_at", "-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("discarded_at", None), ("finished_at", None)),
                        fields=["-modified_at", "-id"],
                        name="intake_unfinished",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="intake_has_text"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("earliest__isnull", True),
                            ("latest__isnull", True),
                            ("earliest__lte", models.F("latest")),
                            _connector="OR",
                        ),
                        name="intake_bounds_ordered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("date_edtf", ""),
                                ("earliest__isnull", True),
                                ("latest__isnull", True),
                            ),
                            models.Q(
                                models.Q(("date_edtf", ""), _negated=True),
                                models.Q(
                                    ("earliest__isnull", True),
                                    ("latest__isnull", True),
                                    _negated=True,
                                ),
                                models.Q(("date_basis", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="intake_date_has_bounds_and_basis",
                    ),
                ],
            },
        ),
    ]
