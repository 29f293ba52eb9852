"""An index by which by-lines leave out those for whom somebody speaks, however many sign."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("positions", "0011_names")]

    operations = [
        migrations.AddIndex(
            model_name="attribution",
            index=models.Index(fields=["on_behalf_of", "statement"], name="attribution_behalf"),
        ),
    ]
