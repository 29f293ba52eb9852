"""Standing positions on a proposition, as neighbours are sought by."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0005_texts_for_search"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="position",
            index=models.Index(
                condition=models.Q(("held_until", None)),
                fields=["proposition", "holder", "stance", "held_from", "held_until"],
                name="position_standing",
            ),
        ),
    ]
