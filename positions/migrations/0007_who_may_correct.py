"""Since when statements are in their state, as far as is known; and who may see to challenges."""

from typing import Any, cast

from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F

CONTRIBUTOR = {"view_challenge", "view_correction"}
EDITOR = CONTRIBUTOR | {"add_challenge", "change_challenge", "change_correction"}
ADMINISTRATOR = EDITOR | {"delete_challenge", "delete_correction"}
ROLES = {"contributor": CONTRIBUTOR, "editor": EDITOR, "administrator": ADMINISTRATOR}


def fill_state_since(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The last save is the best that is known of when they came to their state."""
    rows = apps.get_model("positions", "Statement").objects.using(schema_editor.connection.alias)
    rows.update(state_since=F("modified_at"))


def grant(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    using = schema_editor.connection.alias
    # Django makes permissions only after all migrations; groups need them now.
    config = cast("Any", apps.get_app_config("positions"))
    held = getattr(config, "models_module", None)
    config.models_module = True  # else it is taken for an application without models
    create_permissions(config, verbosity=0, using=using, apps=apps)
    config.models_module = held
    permission = apps.get_model("auth", "Permission").objects.using(using)
    for name, codenames in ROLES.items():
        for role in apps.get_model("auth", "Group").objects.using(using).filter(name=name):
            role.permissions.add(
                *permission.filter(content_type__app_label="positions", codename__in=codenames)
            )


def revoke(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    using = schema_editor.connection.alias
    permission = apps.get_model("auth", "Permission").objects.using(using)
    for role in apps.get_model("auth", "Group").objects.using(using).filter(name__in=ROLES):
        role.permissions.remove(
            *permission.filter(content_type__app_label="positions", codename__in=ADMINISTRATOR)
        )


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0006_corrections_and_challenges"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(fill_state_since, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(grant, revoke),
    ]
