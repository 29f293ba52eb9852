"""What each role may do on the desk, in review and in housekeeping; since when statements wait."""

from typing import Any, cast

from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F

CONTRIBUTOR = {
    *("view_intake", "add_intake", "change_intake", "delete_intake"),
    *("view_correction", "view_challenge"),
    *("view_otheraddress", "add_otheraddress"),
}
EDITOR = {
    *CONTRIBUTOR,
    *("change_correction", "add_challenge", "change_challenge"),
    *("change_otheraddress", "delete_otheraddress"),
    *("view_merge", "add_merge", "add_toldapart", "delete_toldapart"),
}
ADMINISTRATOR = {*EDITOR, "delete_correction", "delete_challenge"}
ROLES = {"contributor": CONTRIBUTOR, "editor": EDITOR, "administrator": ADMINISTRATOR}


def fill_state_since(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The last save is the best that is known of when they came to their state."""
    rows = apps.get_model("positions", "Statement").objects.using(schema_editor.connection.alias)
    rows.update(state_since=F("modified_at"))


def give(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    using = schema_editor.connection.alias
    # Django makes permissions only after all migrations; groups need them now.
    config = cast("Any", apps.get_app_config("positions"))
    held = getattr(config, "models_module", None)
    config.models_module = True  # else it is taken for an application without models
    create_permissions(config, verbosity=0, using=using, apps=apps)
    config.models_module = held
    for role, permissions in _found(apps, using):
        role.permissions.add(*permissions)


def take(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for role, permissions in _found(apps, schema_editor.connection.alias):
        role.permissions.remove(*permissions)


def _found(apps: StateApps, using: str) -> list[tuple[Any, Any]]:
    permission = apps.get_model("auth", "Permission").objects.using(using)
    ours = permission.filter(content_type__app_label="positions")
    groups = apps.get_model("auth", "Group").objects.using(using)
    return [
        (group, ours.filter(codename__in=codenames))
        for name, codenames in ROLES.items()
        for group in groups.filter(name=name)
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0008_intakes"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(fill_state_since, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(give, take),
    ]
