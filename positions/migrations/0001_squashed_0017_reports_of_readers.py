"""All tables and the three roles; it stands in place of the seventeen migrations before it."""

import datetime as dt

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import positions.models
import positions.models.dated
import positions.words.field
from positions.migrations import _roles


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("positions", "0001_initial"),
        ("positions", "0002_roles"),
        ("positions", "0003_shifts_and_first_publication"),
        ("positions", "0004_fill_shifts_and_first_publication"),
        ("positions", "0005_texts_for_search"),
        ("positions", "0006_housekeeping"),
        ("positions", "0007_corrections_and_challenges"),
        ("positions", "0008_intakes"),
        ("positions", "0009_roles_at_the_desk"),
        ("positions", "0010_public_parties_and_taken_texts"),
        ("positions", "0011_names"),
        ("positions", "0012_who_is_spoken_for"),
        ("positions", "0013_kinds_of_party"),
        ("positions", "0014_narrow_keys_and_orders"),
        ("positions", "0015_addresses_and_taken_texts"),
        ("positions", "0016_stems_and_signs"),
        ("positions", "0017_reports_of_readers"),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="FormerAddress",
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
                ("slug", models.SlugField(help_text="What the address ended in.", max_length=120)),
                ("object_id", models.PositiveBigIntegerField(help_text="Whose it was, by key.")),
            ],
            options={
                "verbose_name_plural": "former addresses",
                "constraints": [
                    models.UniqueConstraint(fields=("noun", "slug"), name="former_address_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalStakeholder",
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
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Short and stable; the abbreviation where there is one. Made when left empty.",
                        max_length=120,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("company", "Company"),
                            ("division", "Division"),
                            ("investors", "Investors"),
                            ("advocacy", "Advocacy group"),
                            ("coalition", "Coalition"),
                            ("caucus", "Caucus"),
                            ("legislature", "Legislature"),
                            ("agency", "Public agency"),
                            ("government", "Government"),
                            ("municipality", "Municipality"),
                            ("court", "Court"),
                            ("party", "Political party"),
                            ("union", "Trade union"),
                            ("trade", "Trade association"),
                            ("university", "University"),
                            ("outlet", "News outlet"),
                            ("research", "Research body"),
                            ("collective", "Unnamed collective"),
                            ("person", "Person"),
                        ],
                        help_text="What kind of party.",
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(help_text="In full, as they write it.", max_length=200)),
                (
                    "abbreviation",
                    models.CharField(
                        blank=True, help_text="As commonly used: “ACLU”.", max_length=30
                    ),
                ),
                (
                    "description",
                    models.TextField(blank=True, help_text="Who they are, in our own words."),
                ),
                (
                    "size_note",
                    models.CharField(
                        blank=True,
                        help_text="How many they are, as printed: “19 groups”.",
                        max_length=120,
                    ),
                ),
                ("website", models.URLField(blank=True, help_text="Their own site.")),
                (
                    "wikidata_id",
                    models.CharField(
                        blank=True,
                        max_length=16,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^Q[1-9]\\d*$", "Write it as Q followed by digits: Q312556."
                            )
                        ],
                        verbose_name="Wikidata",
                    ),
                ),
                (
                    "released",
                    models.BooleanField(
                        default=False,
                        help_text="Readers see it though no published statement names it. Editors decide.",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical stakeholder",
                "verbose_name_plural": "historical stakeholders",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Stakeholder",
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
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Short and stable; the abbreviation where there is one. Made when left empty.",
                        max_length=120,
                        unique=True,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("company", "Company"),
                            ("division", "Division"),
                            ("investors", "Investors"),
                            ("advocacy", "Advocacy group"),
                            ("coalition", "Coalition"),
                            ("caucus", "Caucus"),
                            ("legislature", "Legislature"),
                            ("agency", "Public agency"),
                            ("government", "Government"),
                            ("municipality", "Municipality"),
                            ("court", "Court"),
                            ("party", "Political party"),
                            ("union", "Trade union"),
                            ("trade", "Trade association"),
                            ("university", "University"),
                            ("outlet", "News outlet"),
                            ("research", "Research body"),
                            ("collective", "Unnamed collective"),
                            ("person", "Person"),
                        ],
                        help_text="What kind of party.",
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(help_text="In full, as they write it.", max_length=200)),
                (
                    "abbreviation",
                    models.CharField(
                        blank=True, help_text="As commonly used: “ACLU”.", max_length=30
                    ),
                ),
                (
                    "description",
                    models.TextField(blank=True, help_text="Who they are, in our own words."),
                ),
                (
                    "size_note",
                    models.CharField(
                        blank=True,
                        help_text="How many they are, as printed: “19 groups”.",
                        max_length=120,
                    ),
                ),
                ("website", models.URLField(blank=True, help_text="Their own site.")),
                (
                    "wikidata_id",
                    models.CharField(
                        blank=True,
                        max_length=16,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^Q[1-9]\\d*$", "Write it as Q followed by digits: Q312556."
                            )
                        ],
                        verbose_name="Wikidata",
                    ),
                ),
                (
                    "released",
                    models.BooleanField(
                        default=False,
                        help_text="Readers see it though no published statement names it. Editors decide.",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="It is released, or a published statement names it. Derived.",
                        verbose_name="seen by readers",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "indexes": [
                    models.Index(fields=["kind", "name"], name="stakeholder_kind_name"),
                    models.Index(
                        fields=["is_public", "name", "id"], name="stakeholder_public_name"
                    ),
                    models.Index(
                        models.F("is_public"),
                        django.db.models.functions.text.Lower("name"),
                        models.F("id"),
                        name="stakeholder_public_folded",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="stakeholder_has_name"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("wikidata_id", ""), _negated=True),
                        fields=("wikidata_id",),
                        name="stakeholder_wikidata_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StakeholderText",
            fields=[
                (
                    "folded",
                    positions.words.field.FoldedField(
                        help_text="The words that it is found by, folded."
                    ),
                ),
                (
                    "stakeholder",
                    models.OneToOneField(
                        help_text="Whose name.",
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "name_key",
                    models.CharField(
                        default="",
                        editable=False,
                        help_text="The name, folded, by which it is looked up.",
                        max_length=200,
                    ),
                ),
                (
                    "abbreviation_key",
                    models.CharField(
                        default="",
                        editable=False,
                        help_text="The abbreviation, folded.",
                        max_length=200,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["name_key"], name="stakeholder_name_key"),
                    models.Index(fields=["abbreviation_key"], name="stakeholder_short_key"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("positions.stakeholder", models.Model),
        ),
        migrations.CreateModel(
            name="Person",
            fields=[],
            options={
                "verbose_name_plural": "people",
                "proxy": True,
            },
            bases=("positions.stakeholder", models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAlias",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(help_text="As it is written.", max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("short", "Short form"),
                            ("former", "Former name"),
                            ("misprint", "Misprint"),
                            ("variant", "Variant"),
                        ],
                        default="variant",
                        help_text="Why there is this name.",
                        max_length=20,
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose other name.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.stakeholder",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical alias",
                "verbose_name_plural": "historical aliases",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Alias",
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
                        help_text="Whose other name.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="positions.stakeholder",
                    ),
                ),
                ("name", models.CharField(help_text="As it is written.", max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("short", "Short form"),
                            ("former", "Former name"),
                            ("misprint", "Misprint"),
                            ("variant", "Variant"),
                        ],
                        default="variant",
                        help_text="Why there is this name.",
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "aliases",
                "ordering": ["name", "id"],
                "indexes": [models.Index(fields=["name"], name="alias_name")],
                "constraints": [
                    models.UniqueConstraint(fields=("stakeholder", "name"), name="alias_once"),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="alias_has_name"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AliasText",
            fields=[
                (
                    "folded",
                    positions.words.field.FoldedField(
                        help_text="The words that it is found by, folded."
                    ),
                ),
                (
                    "alias",
                    models.OneToOneField(
                        help_text="Which name.",
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="positions.alias",
                    ),
                ),
                (
                    "name_key",
                    models.CharField(
                        default="",
                        editable=False,
                        help_text="The name, folded, by which it is looked up.",
                        max_length=200,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["name_key"], name="alias_name_key")],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAffiliation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("division_of", "division of"),
                            ("member_of", "member of"),
                            ("signatory_of", "signatory of"),
                            ("works_for", "works for"),
                        ],
                        help_text="What ties them.",
                        max_length=20,
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True, help_text="“senior legislative counsel”.", max_length=120
                    ),
                ),
                (
                    "from_printed",
                    models.CharField(
                        blank=True,
                        help_text="The beginning, in the words of a source.",
                        max_length=120,
                    ),
                ),
                (
                    "from_earliest",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="The first day that it may have begun.",
                        null=True,
                    ),
                ),
                (
                    "from_latest",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="The last day that it may have begun.",
                        null=True,
                    ),
                ),
                (
                    "from_edtf",
                    positions.models.EdtfField(
                        blank=True,
                        earliest_field="from_earliest",
                        help_text="EDTF: 2018, 2018-05-24.",
                        latest_field="from_latest",
                        max_length=64,
                        verbose_name="from",
                    ),
                ),
                (
                    "until_printed",
                    models.CharField(
                        blank=True, help_text="The end, in the words of a source.", max_length=120
                    ),
                ),
                (
                    "until_earliest",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="The first day that it may have ended.",
                        null=True,
                    ),
                ),
                (
                    "until_latest",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="The last day that it may have ended.",
                        null=True,
                    ),
                ),
                (
                    "until_edtf",
                    positions.models.EdtfField(
                        blank=True,
                        earliest_field="until_earliest",
                        help_text="EDTF; empty while it lasts.",
                        latest_field="until_latest",
                        max_length=64,
                        verbose_name="until",
                    ),
                ),
                (
                    "note",
                    models.CharField(blank=True, help_text="How this is known.", max_length=300),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The one who belongs.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The one belonged to.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.stakeholder",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical affiliation",
                "verbose_name_plural": "historical affiliations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Affiliation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        help_text="The one who belongs.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="affiliations",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        help_text="The one belonged to.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("division_of", "division of"),
                            ("member_of", "member of"),
                            ("signatory_of", "signatory of"),
                            ("works_for", "works for"),
                        ],
                        help_text="What ties them.",
                        max_length=20,
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True, help_text="“senior legislative counsel”.", max_length=120
                    ),
                ),
                (
                    "from_printed",
                    models.CharField(
                        blank=True,
                        help_text="The beginning, in the words of a source.",
                        max_length=120,
                    ),
                ),
                (
                    "from_earliest",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="The first day that it may have begun.",
                        null=True,
                    ),
                ),
                (
                    "from_latest",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="The last day that it may have begun.",
                        null=True,
                    ),
                ),
                (
                    "from_edtf",
                    positions.models.EdtfField(
                        blank=True,
                        earliest_field="from_earliest",
                        help_text="EDTF: 2018, 2018-05-24.",
                        latest_field="from_latest",
                        max_length=64,
                        verbose_name="from",
                    ),
                ),
                (
                    "until_printed",
                    models.CharField(
                        blank=True, help_text="The end, in the words of a source.", max_length=120
                    ),
                ),
                (
                    "until_earliest",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="The first day that it may have ended.",
                        null=True,
                    ),
                ),
                (
                    "until_latest",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="The last day that it may have ended.",
                        null=True,
                    ),
                ),
                (
                    "until_edtf",
                    positions.models.EdtfField(
                        blank=True,
                        earliest_field="until_earliest",
                        help_text="EDTF; empty while it lasts.",
                        latest_field="until_latest",
                        max_length=64,
                        verbose_name="until",
                    ),
                ),
                (
                    "note",
                    models.CharField(blank=True, help_text="How this is known.", max_length=300),
                ),
            ],
            options={
                "ordering": ["group__name", "member__name", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "group", "kind", "role"), name="affiliation_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("member", models.F("group")), _negated=True),
                        name="affiliation_not_with_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_earliest__isnull", True),
                            ("until_latest__isnull", True),
                            ("from_earliest__lte", models.F("until_latest")),
                            _connector="OR",
                        ),
                        name="affiliation_from_before_until",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalSource",
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
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Short and stable; the abbreviation where there is one. Made when left empty.",
                        max_length=120,
                    ),
                ),
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
                        help_text="What kind of document.",
                        max_length=20,
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="As published; where there is none, ours, and the note says so.",
                        max_length=300,
                    ),
                ),
                (
                    "title_is_ours",
                    models.BooleanField(
                        default=False,
                        help_text="It has none, or it is not known: citations then print ours in brackets.",
                        verbose_name="the title is ours",
                    ),
                ),
                (
                    "byline",
                    models.CharField(
                        blank=True, help_text="Who wrote it, as printed.", max_length=200
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
                (
                    "archived_url",
                    models.URLField(
                        blank=True,
                        help_text="A copy in a public archive.",
                        max_length=600,
                        verbose_name="archived copy",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        default="en", help_text="BCP 47: en, en-GB, de.", max_length=12
                    ),
                ),
                (
                    "is_primary",
                    models.BooleanField(
                        default=False,
                        help_text="The speaker's own document, not an account.",
                        verbose_name="primary document",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="What a reader should know about this copy."
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who published it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.stakeholder",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical source",
                "verbose_name_plural": "historical sources",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Source",
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
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Short and stable; the abbreviation where there is one. Made when left empty.",
                        max_length=120,
                        unique=True,
                    ),
                ),
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
                        help_text="What kind of document.",
                        max_length=20,
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="As published; where there is none, ours, and the note says so.",
                        max_length=300,
                    ),
                ),
                (
                    "title_is_ours",
                    models.BooleanField(
                        default=False,
                        help_text="It has none, or it is not known: citations then print ours in brackets.",
                        verbose_name="the title is ours",
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who published it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_sources",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "byline",
                    models.CharField(
                        blank=True, help_text="Who wrote it, as printed.", max_length=200
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
                (
                    "url_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="The address in the form by which sources are known to be the same.",
                        max_length=600,
                        null=True,
                        unique=True,
                    ),
                ),
                (
                    "archived_url",
                    models.URLField(
                        blank=True,
                        help_text="A copy in a public archive.",
                        max_length=600,
                        verbose_name="archived copy",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        default="en", help_text="BCP 47: en, en-GB, de.", max_length=12
                    ),
                ),
                (
                    "is_primary",
                    models.BooleanField(
                        default=False,
                        help_text="The speaker's own document, not an account.",
                        verbose_name="primary document",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="What a reader should know about this copy."
                    ),
                ),
            ],
            options={
                "ordering": [
                    models.OrderBy(models.F("earliest"), descending=True, nulls_last=True),
                    "-id",
                ],
                "indexes": [
                    models.Index(fields=["-earliest", "-id"], name="source_earliest"),
                    models.Index(fields=["publisher", "-earliest", "-id"], name="source_publisher"),
                    models.Index(
                        models.OrderBy(
                            positions.models.dated.FirstDay("earliest"), descending=True
                        ),
                        models.OrderBy(models.F("id"), descending=True),
                        name="source_first_day",
                    ),
                    models.Index(
                        django.db.models.functions.text.Lower("title"),
                        models.F("id"),
                        name="source_title",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="source_has_title"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("url", ""), ("url_key__isnull", True)),
                            models.Q(
                                models.Q(("url", ""), _negated=True), ("url_key__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="source_key_of_address",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("earliest__isnull", True),
                            ("latest__isnull", True),
                            ("earliest__lte", models.F("latest")),
                            _connector="OR",
                        ),
                        name="source_bounds_ordered",
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
                        name="source_date_has_bounds_and_basis",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceText",
            fields=[
                (
                    "folded",
                    positions.words.field.FoldedField(
                        help_text="The words that it is found by, folded."
                    ),
                ),
                (
                    "source",
                    models.OneToOneField(
                        help_text="Which one.",
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="positions.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Capture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        help_text="Of which document.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="captures",
                        to="positions.source",
                    ),
                ),
                ("text", models.TextField(help_text="The whole text; never public.")),
                (
                    "sha256",
                    models.CharField(
                        editable=False, help_text="Fingerprint of the text.", max_length=64
                    ),
                ),
                (
                    "captured_at",
                    models.DateTimeField(auto_now_add=True, help_text="When it came to us."),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("paste", "Pasted"), ("file", "File")],
                        help_text="How it came to us.",
                        max_length=20,
                    ),
                ),
                (
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
                (
                    "taken_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="When an editor took it; empty while it is a contributor's proposal.",
                        null=True,
                        verbose_name="taken",
                    ),
                ),
            ],
            options={
                "ordering": ["-captured_at", "-id"],
                "indexes": [
                    models.Index(fields=["sha256", "source"], name="capture_fingerprint"),
                    models.Index(fields=["source", "taken_at"], name="capture_taken"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("source", "sha256"), name="capture_once"),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="capture_has_text"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalTopic",
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
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Short and stable; the abbreviation where there is one. Made when left empty.",
                        max_length=120,
                    ),
                ),
                ("name", models.CharField(db_index=True, help_text="A few words.", max_length=120)),
                (
                    "description",
                    models.TextField(blank=True, help_text="What is contested about it."),
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical topic",
                "verbose_name_plural": "historical topics",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Topic",
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
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Short and stable; the abbreviation where there is one. Made when left empty.",
                        max_length=120,
                        unique=True,
                    ),
                ),
                ("name", models.CharField(help_text="A few words.", max_length=120, unique=True)),
                (
                    "description",
                    models.TextField(blank=True, help_text="What is contested about it."),
                ),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="topic_has_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TopicText",
            fields=[
                (
                    "folded",
                    positions.words.field.FoldedField(
                        help_text="The words that it is found by, folded."
                    ),
                ),
                (
                    "topic",
                    models.OneToOneField(
                        help_text="Which one.",
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="positions.topic",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalProposition",
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
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Short and stable; the abbreviation where there is one. Made when left empty.",
                        max_length=120,
                    ),
                ),
                (
                    "text",
                    models.CharField(db_index=True, help_text="A whole sentence.", max_length=300),
                ),
                (
                    "short_label",
                    models.CharField(help_text="A few words, for tables.", max_length=60),
                ),
                ("why_it_matters", models.TextField(blank=True, help_text="What turns on it.")),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Place within its topic."
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The subject under which it stands.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.topic",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical proposition",
                "verbose_name_plural": "historical propositions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Proposition",
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
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Short and stable; the abbreviation where there is one. Made when left empty.",
                        max_length=120,
                        unique=True,
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        help_text="The subject under which it stands.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="propositions",
                        to="positions.topic",
                    ),
                ),
                (
                    "text",
                    models.CharField(help_text="A whole sentence.", max_length=300, unique=True),
                ),
                (
                    "short_label",
                    models.CharField(help_text="A few words, for tables.", max_length=60),
                ),
                ("why_it_matters", models.TextField(blank=True, help_text="What turns on it.")),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Place within its topic."
                    ),
                ),
            ],
            options={
                "ordering": ["topic__name", "order", "id"],
                "indexes": [
                    models.Index(fields=["topic", "order"], name="proposition_topic_order")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            models.Q(("short_label", ""), _negated=True),
                        ),
                        name="proposition_has_text_and_label",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PropositionText",
            fields=[
                (
                    "folded",
                    positions.words.field.FoldedField(
                        help_text="The words that it is found by, folded."
                    ),
                ),
                (
                    "proposition",
                    models.OneToOneField(
                        help_text="Which one.",
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="positions.proposition",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PropositionReason",
            fields=[
                (
                    "folded",
                    positions.words.field.FoldedField(
                        help_text="The words that it is found by, folded."
                    ),
                ),
                (
                    "proposition",
                    models.OneToOneField(
                        help_text="Which one.",
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_reason",
                        serialize=False,
                        to="positions.proposition",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalStatement",
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
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Short and stable; the abbreviation where there is one. Made when left empty.",
                        max_length=120,
                    ),
                ),
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letter", "Letter"),
                            ("open_letter", "Open letter"),
                            ("blog_post", "Blog post"),
                            ("press_statement", "Press statement"),
                            ("email", "E-mail"),
                            ("resolution", "Resolution"),
                            ("guidelines", "Guidelines"),
                            ("testimony", "Testimony"),
                            ("interview", "Interview"),
                            ("speech", "Speech"),
                            ("social_post", "Social post"),
                            ("publication", "Publication of documents"),
                            ("finding", "Finding"),
                            ("report", "Report"),
                            ("no_reply", "Asked, no reply"),
                        ],
                        help_text="In which form it was said.",
                        max_length=20,
                    ),
                ),
                (
                    "title",
                    models.CharField(help_text="What it is, in our own words.", max_length=200),
                ),
                (
                    "summary",
                    models.TextField(blank=True, help_text="What was said, in our own words."),
                ),
                (
                    "venue",
                    models.CharField(
                        blank=True,
                        help_text="Where or to whom it was given: “Amazon's blog”.",
                        max_length=200,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        help_text="How far it is on its way to readers.",
                        max_length=20,
                    ),
                ),
                (
                    "review_note",
                    models.TextField(
                        blank=True,
                        help_text="What is to be mended before it can be published. Private; gone once it is.",
                        verbose_name="note to the contributor",
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The subject it was made on, also where it takes no position.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.topic",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical statement",
                "verbose_name_plural": "historical statements",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Statement",
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
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Short and stable; the abbreviation where there is one. Made when left empty.",
                        max_length=120,
                        unique=True,
                    ),
                ),
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letter", "Letter"),
                            ("open_letter", "Open letter"),
                            ("blog_post", "Blog post"),
                            ("press_statement", "Press statement"),
                            ("email", "E-mail"),
                            ("resolution", "Resolution"),
                            ("guidelines", "Guidelines"),
                            ("testimony", "Testimony"),
                            ("interview", "Interview"),
                            ("speech", "Speech"),
                            ("social_post", "Social post"),
                            ("publication", "Publication of documents"),
                            ("finding", "Finding"),
                            ("report", "Report"),
                            ("no_reply", "Asked, no reply"),
                        ],
                        help_text="In which form it was said.",
                        max_length=20,
                    ),
                ),
                (
                    "title",
                    models.CharField(help_text="What it is, in our own words.", max_length=200),
                ),
                (
                    "summary",
                    models.TextField(blank=True, help_text="What was said, in our own words."),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        help_text="The subject it was made on, also where it takes no position.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="positions.topic",
                    ),
                ),
                (
                    "venue",
                    models.CharField(
                        blank=True,
                        help_text="Where or to whom it was given: “Amazon's blog”.",
                        max_length=200,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        help_text="How far it is on its way to readers.",
                        max_length=20,
                    ),
                ),
                (
                    "review_note",
                    models.TextField(
                        blank=True,
                        help_text="What is to be mended before it can be published. Private; gone once it is.",
                        verbose_name="note to the contributor",
                    ),
                ),
                (
                    "state_since",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When it came to its present state.",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        editable=False,
                        help_text="When readers first saw it; empty where they have not.",
                        null=True,
                    ),
                ),
                (
                    "addressees",
                    models.ManyToManyField(
                        blank=True,
                        help_text="To whom it was addressed.",
                        related_name="statements_received",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "asked_about",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Only for “asked, no reply”: the propositions that the question was about.",
                        related_name="silences",
                        to="positions.proposition",
                    ),
                ),
            ],
            options={
                "ordering": [
                    models.OrderBy(models.F("earliest"), descending=True, nulls_last=True),
                    "-id",
                ],
                "permissions": [("publish_statement", "Can publish and withdraw statement")],
                "indexes": [
                    models.Index(fields=["state", "-earliest", "-id"], name="statement_state_date"),
                    models.Index(
                        fields=["state", "state_since", "id"], name="statement_state_since"
                    ),
                    models.Index(
                        django.db.models.functions.text.Lower("title"),
                        models.F("id"),
                        name="statement_title",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="statement_has_title"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            models.Q(("date_edtf", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="statement_published_has_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("earliest__isnull", True),
                            ("latest__isnull", True),
                            ("earliest__lte", models.F("latest")),
                            _connector="OR",
                        ),
                        name="statement_bounds_ordered",
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
                        name="statement_date_has_bounds_and_basis",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalStatement_asked_about",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.statement",
                    ),
                ),
                (
                    "proposition",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.proposition",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="positions.historicalstatement",
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "HistoricalStatement_asked_about",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStatement_addressees",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.statement",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="positions.historicalstatement",
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "HistoricalStatement_addressees",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReply",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("answers", "answers"),
                            ("supersedes", "supersedes"),
                            ("clarifies", "clarifies"),
                            ("retracts", "retracts"),
                            ("reaffirms", "reaffirms"),
                        ],
                        default="answers",
                        help_text="What the one does to the other.",
                        max_length=20,
                    ),
                ),
                (
                    "from_statement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The one that does it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.statement",
                    ),
                ),
                (
                    "to_statement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The one to which it is done.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.statement",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical reply",
                "verbose_name_plural": "historical replies",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_statement",
                    models.ForeignKey(
                        db_index=False,
                        help_text="The one that does it.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="positions.statement",
                    ),
                ),
                (
                    "to_statement",
                    models.ForeignKey(
                        help_text="The one to which it is done.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="positions.statement",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("answers", "answers"),
                            ("supersedes", "supersedes"),
                            ("clarifies", "clarifies"),
                            ("retracts", "retracts"),
                            ("reaffirms", "reaffirms"),
                        ],
                        default="answers",
                        help_text="What the one does to the other.",
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "replies",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("from_statement", "to_statement", "kind"), name="reply_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_statement", models.F("to_statement")), _negated=True
                        ),
                        name="reply_not_to_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalQuotation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("verbatim", "Verbatim"),
                            ("fragment", "Fragment"),
                            ("paraphrase", "Paraphrase"),
                        ],
                        help_text="How closely it keeps to the words.",
                        max_length=20,
                    ),
                ),
                (
                    "exact",
                    models.TextField(
                        help_text="To the letter, without the quotation marks.",
                        verbose_name="words",
                    ),
                ),
                (
                    "prefix",
                    models.CharField(
                        blank=True,
                        help_text="The 32 characters before, as a selector.",
                        max_length=64,
                        verbose_name="words before",
                    ),
                ),
                (
                    "suffix",
                    models.CharField(
                        blank=True,
                        help_text="The 32 characters after.",
                        max_length=64,
                        verbose_name="words after",
                    ),
                ),
                (
                    "start",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Offset of the first character in the text of the source.",
                        null=True,
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        blank=True, help_text="Offset after the last character.", null=True
                    ),
                ),
                (
                    "check_result",
                    models.CharField(
                        choices=[
                            ("not_checked", "Not checked"),
                            ("exact", "Matches exactly"),
                            ("typography", "Matches but for typography"),
                            ("not_found", "Not found"),
                        ],
                        default="not_checked",
                        editable=False,
                        help_text="What came of holding it against the source's text.",
                        max_length=20,
                        verbose_name="check",
                    ),
                ),
                (
                    "checked_at",
                    models.DateTimeField(
                        blank=True, editable=False, help_text="When that was.", null=True
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Place among the words of the statement."
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Of which statement.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.statement",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="In which document.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.source",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical quotation",
                "verbose_name_plural": "historical quotations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Quotation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                (
                    "statement",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Of which statement.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quotations",
                        to="positions.statement",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_index=False,
                        help_text="In which document.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotations",
                        to="positions.source",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("verbatim", "Verbatim"),
                            ("fragment", "Fragment"),
                            ("paraphrase", "Paraphrase"),
                        ],
                        help_text="How closely it keeps to the words.",
                        max_length=20,
                    ),
                ),
                (
                    "exact",
                    models.TextField(
                        help_text="To the letter, without the quotation marks.",
                        verbose_name="words",
                    ),
                ),
                (
                    "prefix",
                    models.CharField(
                        blank=True,
                        help_text="The 32 characters before, as a selector.",
                        max_length=64,
                        verbose_name="words before",
                    ),
                ),
                (
                    "suffix",
                    models.CharField(
                        blank=True,
                        help_text="The 32 characters after.",
                        max_length=64,
                        verbose_name="words after",
                    ),
                ),
                (
                    "start",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Offset of the first character in the text of the source.",
                        null=True,
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        blank=True, help_text="Offset after the last character.", null=True
                    ),
                ),
                (
                    "check_result",
                    models.CharField(
                        choices=[
                            ("not_checked", "Not checked"),
                            ("exact", "Matches exactly"),
                            ("typography", "Matches but for typography"),
                            ("not_found", "Not found"),
                        ],
                        default="not_checked",
                        editable=False,
                        help_text="What came of holding it against the source's text.",
                        max_length=20,
                        verbose_name="check",
                    ),
                ),
                (
                    "checked_at",
                    models.DateTimeField(
                        blank=True, editable=False, help_text="When that was.", null=True
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Place among the words of the statement."
                    ),
                ),
            ],
            options={
                "ordering": ["order", "id"],
                "indexes": [
                    models.Index(fields=["source", "statement"], name="quotation_source"),
                    models.Index(fields=["check_result", "kind", "source"], name="quotation_check"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statement", "source", "order"), name="quotation_order_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("exact", ""), _negated=True), name="quotation_has_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            models.Q(
                                ("end__isnull", False),
                                ("start__isnull", False),
                                ("start__lt", models.F("end")),
                            ),
                            _connector="OR",
                        ),
                        name="quotation_start_before_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("check_result", "not_checked"), ("checked_at__isnull", True)),
                            models.Q(
                                models.Q(("check_result", "not_checked"), _negated=True),
                                ("checked_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="quotation_check_has_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("earliest__isnull", True),
                            ("latest__isnull", True),
                            ("earliest__lte", models.F("latest")),
                            _connector="OR",
                        ),
                        name="quotation_bounds_ordered",
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
                        name="quotation_date_has_bounds_and_basis",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAssessment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("strongly_supports", "strongly supports"),
                            ("supports", "supports"),
                            ("neutral", "neutral"),
                            ("mixed", "mixed or conditional"),
                            ("unclear", "unclear"),
                            ("opposes", "opposes"),
                            ("strongly_opposes", "strongly opposes"),
                        ],
                        help_text="What they say of it.",
                        max_length=20,
                    ),
                ),
                (
                    "directness",
                    models.CharField(
                        choices=[("explicit", "explicit"), ("implied", "implied")],
                        help_text="Whether they say or imply it.",
                        max_length=20,
                    ),
                ),
                (
                    "condition",
                    models.CharField(
                        blank=True,
                        help_text="Under which condition, or which part. Needed for mixed.",
                        max_length=300,
                    ),
                ),
                ("reason", models.TextField(help_text="Which words carry the judgement, and how.")),
                (
                    "disputed",
                    models.BooleanField(
                        default=False, help_text="Somebody disputes the judgement."
                    ),
                ),
                (
                    "dispute_note",
                    models.TextField(blank=True, help_text="Who disputes it, and how."),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Which words.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.statement",
                    ),
                ),
                (
                    "proposition",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="On which sentence.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.proposition",
                    ),
                ),
                (
                    "quotation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The words that show it best.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.quotation",
                        verbose_name="best quotation",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical assessment",
                "verbose_name_plural": "historical assessments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Which words.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assessments",
                        to="positions.statement",
                    ),
                ),
                (
                    "proposition",
                    models.ForeignKey(
                        help_text="On which sentence.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="positions.proposition",
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("strongly_supports", "strongly supports"),
                            ("supports", "supports"),
                            ("neutral", "neutral"),
                            ("mixed", "mixed or conditional"),
                            ("unclear", "unclear"),
                            ("opposes", "opposes"),
                            ("strongly_opposes", "strongly opposes"),
                        ],
                        help_text="What they say of it.",
                        max_length=20,
                    ),
                ),
                (
                    "directness",
                    models.CharField(
                        choices=[("explicit", "explicit"), ("implied", "implied")],
                        help_text="Whether they say or imply it.",
                        max_length=20,
                    ),
                ),
                (
                    "condition",
                    models.CharField(
                        blank=True,
                        help_text="Under which condition, or which part. Needed for mixed.",
                        max_length=300,
                    ),
                ),
                ("reason", models.TextField(help_text="Which words carry the judgement, and how.")),
                (
                    "quotation",
                    models.ForeignKey(
                        blank=True,
                        help_text="The words that show it best.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="assessments",
                        to="positions.quotation",
                        verbose_name="best quotation",
                    ),
                ),
                (
                    "disputed",
                    models.BooleanField(
                        default=False, help_text="Somebody disputes the judgement."
                    ),
                ),
                (
                    "dispute_note",
                    models.TextField(blank=True, help_text="Who disputes it, and how."),
                ),
            ],
            options={
                "ordering": ["proposition__order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statement", "proposition"), name="assessment_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="assessment_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stance", "mixed"), _negated=True),
                            models.Q(("condition", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="assessment_mixed_says_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("disputed", False),
                            models.Q(("dispute_note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="assessment_dispute_has_note",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAttribution",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("author", "author"),
                            ("signatory", "signatory"),
                            ("spokesperson", "spokesperson"),
                        ],
                        default="author",
                        help_text="As what.",
                        max_length=20,
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("organisational", "for an organisation"),
                            ("personal", "in a personal capacity"),
                            ("affiliation_only", "affiliation for identification only"),
                        ],
                        default="organisational",
                        help_text="For whom the words count.",
                        max_length=20,
                    ),
                ),
                (
                    "name_printed",
                    models.CharField(
                        blank=True,
                        help_text="“an AWS spokesperson”.",
                        max_length=200,
                        verbose_name="name as printed",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Place in the list of names."
                    ),
                ),
                (
                    "withdrawn_on",
                    models.DateField(
                        blank=True, help_text="The day on which the name was taken back.", null=True
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What they make.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.statement",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who speaks or signs.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="For whom they speak, where that is another.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.stakeholder",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical attribution",
                "verbose_name_plural": "historical attributions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Attribution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        db_index=False,
                        help_text="What they make.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attributions",
                        to="positions.statement",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        help_text="Who speaks or signs.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attributions",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("author", "author"),
                            ("signatory", "signatory"),
                            ("spokesperson", "spokesperson"),
                        ],
                        default="author",
                        help_text="As what.",
                        max_length=20,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="For whom they speak, where that is another.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attributions_on_behalf",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("organisational", "for an organisation"),
                            ("personal", "in a personal capacity"),
                            ("affiliation_only", "affiliation for identification only"),
                        ],
                        default="organisational",
                        help_text="For whom the words count.",
                        max_length=20,
                    ),
                ),
                (
                    "name_printed",
                    models.CharField(
                        blank=True,
                        help_text="“an AWS spokesperson”.",
                        max_length=200,
                        verbose_name="name as printed",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Place in the list of names."
                    ),
                ),
                (
                    "withdrawn_on",
                    models.DateField(
                        blank=True, help_text="The day on which the name was taken back.", null=True
                    ),
                ),
            ],
            options={
                "ordering": ["order", "id"],
                "indexes": [
                    models.Index(fields=["on_behalf_of", "statement"], name="attribution_behalf")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statement", "stakeholder", "role"), name="attribution_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("on_behalf_of__isnull", True),
                            models.Q(("on_behalf_of", models.F("stakeholder")), _negated=True),
                            _connector="OR",
                        ),
                        name="attribution_not_on_own_behalf",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "spokesperson"), _negated=True),
                            ("on_behalf_of__isnull", False),
                            _connector="OR",
                        ),
                        name="attribution_spokesperson_for_somebody",
                    ),
                ],
            },
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
                (
                    "statement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Of what.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.statement",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "statement",
                    models.ForeignKey(
                        help_text="Of what.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="positions.statement",
                    ),
                ),
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
                "indexes": [models.Index(fields=["-made_on", "-id"], name="correction_made")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("note", ""), _negated=True), name="correction_has_note"
                    )
                ],
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
                    "report",
                    models.TextField(
                        blank=True,
                        help_text="In their words. Private.",
                        verbose_name="what was written to us",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=True,
                        help_text="Once they have seen it, it stays.",
                        verbose_name="readers see it",
                    ),
                ),
                (
                    "disputed",
                    models.TextField(
                        blank=True,
                        help_text="In our words; needed where readers see it. Public, so name nobody here.",
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
                (
                    "statement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What is disputed.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.statement",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
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
                (
                    "challenger",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who disputes it, where the tracker has them.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "correction",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The correction to which it led, if it led to one.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.correction",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "statement",
                    models.ForeignKey(
                        help_text="What is disputed.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="challenges",
                        to="positions.statement",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        help_text="The judgement that is disputed, where it is one; else the statement.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="challenges",
                        to="positions.assessment",
                        verbose_name="stance",
                    ),
                ),
                (
                    "received_on",
                    models.DateField(
                        help_text="The day on which it reached us.", verbose_name="received on"
                    ),
                ),
                (
                    "challenger",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who disputes it, where the tracker has them.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="challenges",
                        to="positions.stakeholder",
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
                    "report",
                    models.TextField(
                        blank=True,
                        help_text="In their words. Private.",
                        verbose_name="what was written to us",
                    ),
                ),
                (
                    "reply_to",
                    models.CharField(
                        blank=True,
                        help_text="If they gave one. Private.",
                        max_length=254,
                        validators=[django.core.validators.EmailValidator()],
                        verbose_name="their e-mail address",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=True,
                        help_text="Once they have seen it, it stays.",
                        verbose_name="readers see it",
                    ),
                ),
                (
                    "disputed",
                    models.TextField(
                        blank=True,
                        help_text="In our words; needed where readers see it. Public, so name nobody here.",
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
                (
                    "correction",
                    models.ForeignKey(
                        blank=True,
                        help_text="The correction to which it led, if it led to one.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="challenges",
                        to="positions.correction",
                    ),
                ),
            ],
            options={
                "ordering": ["received_on", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open")),
                        fields=["received_on", "id"],
                        name="challenge_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_public", False),
                            models.Q(("disputed", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="challenge_says_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_on__isnull", True), ("outcome", ""), ("state", "open")
                            ),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("decided_on__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="challenge_decided_has_date_and_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_on__isnull", True),
                            ("decided_on__gte", models.F("received_on")),
                            _connector="OR",
                        ),
                        name="challenge_decided_after_received",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("challenger__isnull", True), ("challenger_name", ""), _connector="OR"
                        ),
                        name="challenge_by_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name_public", False),
                            ("challenger__isnull", False),
                            models.Q(("challenger_name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="challenge_public_name_is_given",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Whose position.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="positions",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "proposition",
                    models.ForeignKey(
                        db_index=False,
                        help_text="On what.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="positions",
                        to="positions.proposition",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        db_index=False,
                        help_text="The words that it follows from.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="positions",
                        to="positions.statement",
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("strongly_supports", "strongly supports"),
                            ("supports", "supports"),
                            ("neutral", "neutral"),
                            ("mixed", "mixed or conditional"),
                            ("unclear", "unclear"),
                            ("opposes", "opposes"),
                            ("strongly_opposes", "strongly opposes"),
                        ],
                        help_text="Where they stand.",
                        max_length=20,
                    ),
                ),
                (
                    "earliest",
                    models.DateField(help_text="Of the statement; empty where open.", null=True),
                ),
                (
                    "latest",
                    models.DateField(help_text="Of the statement; empty where open.", null=True),
                ),
                (
                    "held_from",
                    models.DateField(
                        help_text="The first day; year 1 where the beginning is open."
                    ),
                ),
                (
                    "held_until",
                    models.DateField(
                        help_text="The day it ended; empty while it holds.", null=True
                    ),
                ),
                (
                    "previous_stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("strongly_supports", "strongly supports"),
                            ("supports", "supports"),
                            ("neutral", "neutral"),
                            ("mixed", "mixed or conditional"),
                            ("unclear", "unclear"),
                            ("opposes", "opposes"),
                            ("strongly_opposes", "strongly opposes"),
                        ],
                        help_text="The last clear stance before.",
                        max_length=20,
                    ),
                ),
                (
                    "previous_statement",
                    models.ForeignKey(
                        help_text="Where that stance was taken.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="positions.statement",
                    ),
                ),
                (
                    "shift",
                    models.BooleanField(default=False, help_text="The side changed since then."),
                ),
                (
                    "conflicting",
                    models.BooleanField(
                        default=False,
                        help_text="Another of overlapping date takes the opposite side.",
                    ),
                ),
                (
                    "n_statements",
                    models.PositiveIntegerField(help_text="On this proposition, up to this one."),
                ),
                (
                    "seen_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        help_text="When readers first saw the statement.",
                    ),
                ),
                (
                    "shift_seen_at",
                    models.DateTimeField(
                        help_text="Of a shift, when they had seen both of its statements.",
                        null=True,
                    ),
                ),
            ],
            options={
                "ordering": ["-held_from", "-id"],
                "indexes": [
                    models.Index(fields=["-held_from", "-id"], name="position_held_from"),
                    models.Index(
                        fields=["holder", "proposition", "held_from"], name="position_pair"
                    ),
                    models.Index(fields=["proposition", "held_until"], name="position_until"),
                    models.Index(
                        fields=["proposition", "stance", "-held_from"], name="position_stance"
                    ),
                    models.Index(fields=["-seen_at", "-id"], name="position_seen"),
                    models.Index(
                        condition=models.Q(("shift", True)),
                        fields=["-held_from", "-id"],
                        name="position_shift",
                    ),
                    models.Index(
                        condition=models.Q(("shift", True)),
                        fields=["-shift_seen_at", "-id"],
                        name="position_shift_seen",
                    ),
                    models.Index(
                        condition=models.Q(("held_until", None)),
                        fields=["proposition", "holder", "stance", "held_from", "held_until"],
                        name="position_standing",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statement", "holder", "proposition"), name="position_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("held_until__isnull", True),
                            ("held_from__lte", models.F("held_until")),
                            _connector="OR",
                        ),
                        name="position_from_before_until",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        db_index=False,
                        help_text="What is indexed.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="index_entries",
                        to="positions.statement",
                    ),
                ),
                (
                    "voice",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Under whom.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="index_entries",
                        to="positions.stakeholder",
                    ),
                ),
                (
                    "voice_kind",
                    models.CharField(
                        choices=[
                            ("company", "Company"),
                            ("division", "Division"),
                            ("investors", "Investors"),
                            ("advocacy", "Advocacy group"),
                            ("coalition", "Coalition"),
                            ("caucus", "Caucus"),
                            ("legislature", "Legislature"),
                            ("agency", "Public agency"),
                            ("government", "Government"),
                            ("municipality", "Municipality"),
                            ("court", "Court"),
                            ("party", "Political party"),
                            ("union", "Trade union"),
                            ("trade", "Trade association"),
                            ("university", "University"),
                            ("outlet", "News outlet"),
                            ("research", "Research body"),
                            ("collective", "Unnamed collective"),
                            ("person", "Person"),
                        ],
                        help_text="What kind of party that is.",
                        max_length=20,
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Under which subject.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="index_entries",
                        to="positions.topic",
                    ),
                ),
                (
                    "proposition",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Under which sentence, if any.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="index_entries",
                        to="positions.proposition",
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("strongly_supports", "strongly supports"),
                            ("supports", "supports"),
                            ("neutral", "neutral"),
                            ("mixed", "mixed or conditional"),
                            ("unclear", "unclear"),
                            ("opposes", "opposes"),
                            ("strongly_opposes", "strongly opposes"),
                        ],
                        help_text="What it says of that; empty where nothing.",
                        max_length=20,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letter", "Letter"),
                            ("open_letter", "Open letter"),
                            ("blog_post", "Blog post"),
                            ("press_statement", "Press statement"),
                            ("email", "E-mail"),
                            ("resolution", "Resolution"),
                            ("guidelines", "Guidelines"),
                            ("testimony", "Testimony"),
                            ("interview", "Interview"),
                            ("speech", "Speech"),
                            ("social_post", "Social post"),
                            ("publication", "Publication of documents"),
                            ("finding", "Finding"),
                            ("report", "Report"),
                            ("no_reply", "Asked, no reply"),
                        ],
                        help_text="In which form it was said.",
                        max_length=20,
                    ),
                ),
                (
                    "verbatim",
                    models.BooleanField(help_text="Has the speaker's own words, whole or in part."),
                ),
                ("earliest", models.DateField(help_text="The first day it may be.")),
                ("latest", models.DateField(help_text="The last day it may be.")),
                ("published_at", models.DateTimeField(help_text="When readers first saw it.")),
            ],
            options={
                "verbose_name_plural": "index entries",
                "ordering": ["-earliest", "-statement_id"],
                "indexes": [
                    models.Index(fields=["-earliest", "-statement"], name="entry_date"),
                    models.Index(fields=["-published_at", "-statement"], name="entry_published"),
                    models.Index(fields=["-latest", "-statement"], name="entry_latest"),
                    models.Index(fields=["voice", "-earliest", "-statement"], name="entry_voice"),
                    models.Index(
                        fields=["voice_kind", "-earliest", "-statement"], name="entry_voice_kind"
                    ),
                    models.Index(
                        fields=["proposition", "-earliest", "-statement"], name="entry_proposition"
                    ),
                    models.Index(
                        fields=["proposition", "stance", "-earliest", "-statement"],
                        name="entry_stance",
                    ),
                    models.Index(
                        fields=["stance", "-earliest", "-statement"], name="entry_stance_date"
                    ),
                    models.Index(
                        condition=models.Q(("kind", "no_reply")),
                        fields=["proposition", "-earliest"],
                        name="entry_silence",
                    ),
                    models.Index(
                        condition=models.Q(("latest__gt", models.F("earliest"))),
                        fields=["-latest", "-earliest"],
                        name="entry_span",
                    ),
                    models.Index(fields=["topic", "-earliest", "-statement"], name="entry_topic"),
                    models.Index(fields=["kind", "-earliest", "-statement"], name="entry_kind"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statement", "voice", "proposition"), name="entry_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("proposition__isnull", True)),
                        fields=("statement", "voice"),
                        name="entry_bare_once",
                    ),
                ],
            },
        ),
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
                (
                    "stakeholder",
                    models.ForeignKey(
                        help_text="Whom it names.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="positions.stakeholder",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statement", "stakeholder"), name="mention_once"
                    )
                ],
            },
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
                (
                    "by",
                    models.ForeignKey(
                        help_text="Who merged them.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kept_id", models.F("merged_id")), _negated=True),
                        name="merge_not_with_itself",
                    )
                ],
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
                (
                    "by",
                    models.ForeignKey(
                        help_text="Who told them apart.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, help_text="When.")),
            ],
            options={
                "verbose_name_plural": "told apart",
                "ordering": ["-at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("noun", "one_id", "other_id"), name="told_apart_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("one_id__lt", models.F("other_id"))),
                        name="told_apart_lower_first",
                    ),
                ],
            },
        ),
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
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Of which document.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="positions.source",
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            name="OtherAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        help_text="Of which document.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="other_addresses",
                        to="positions.source",
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("url_key", ""), _negated=True),
                        name="other_address_has_key",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StatementText",
            fields=[
                (
                    "folded",
                    positions.words.field.FoldedField(
                        help_text="The words that it is found by, folded."
                    ),
                ),
                (
                    "statement",
                    models.OneToOneField(
                        help_text="Whose words.",
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="positions.statement",
                    ),
                ),
                (
                    "earliest",
                    models.DateField(
                        default=dt.date(1, 1, 1), help_text="The first day it may be."
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["-earliest", "-statement"], name="text_date")],
            },
        ),
        migrations.RunPython(_roles.make, _roles.remove),
    ]
