"""Addresses lose the parameters of newsletters and campaigns; when a text was taken has an index.

SQLite forgets how rows were spread, where it was ever told: see ``forget_statistics``.
"""

from typing import Any

from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from positions.models.texts import without_tracking

# Every field for an address; what the history tells of them is the same address.
FIELDS = {
    "source": ("url", "archived_url"),
    "historicalsource": ("url", "archived_url"),
    "otheraddress": ("url",),
    "historicalotheraddress": ("url",),
    "stakeholder": ("website",),
    "historicalstakeholder": ("website",),
    "intake": ("url",),
}


def clean(apps: Any, _schema_editor: Any) -> None:
    """Write each address as it is recorded from now on; the key by which it is known stays."""
    for noun, names in FIELDS.items():
        rows = apps.get_model("positions", noun)._base_manager
        for name in names:
            parametered = Q(**{f"{name}__contains": "?"}) | Q(**{f"{name}__contains": "#"})
            for pk, url in list(rows.filter(parametered).values_list("pk", name)):
                if (cleaned := without_tracking(url)) != url:
                    rows.filter(pk=pk).update(**{name: cleaned})


def forget_statistics(_apps: Any, schema_editor: Any) -> None:
    """Take away what ANALYZE wrote in a small archive.

    SQLite believes it for good: once a table has grown from one row to hundreds, it goes through
    all pairs of parties for each of them.
    """
    if schema_editor.connection.vendor == "sqlite":
        for table in ("sqlite_stat1", "sqlite_stat4"):
            schema_editor.execute(f"DROP TABLE IF EXISTS {table}")


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0014_narrow_keys_and_orders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(clean, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(forget_statistics, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name="capture",
            index=models.Index(fields=["source", "taken_at"], name="capture_taken"),
        ),
    ]
