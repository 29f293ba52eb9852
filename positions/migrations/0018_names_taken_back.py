"""Names that were taken back are found by their day, without the rest."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0001_squashed_0017_reports_of_readers"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="attribution",
            index=models.Index(
                condition=models.Q(("withdrawn_on__isnull", False)),
                fields=["withdrawn_on"],
                name="attribution_withdrawn",
            ),
        ),
    ]
