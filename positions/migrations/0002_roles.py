"""The three roles, as groups: contributor, editor, administrator."""

from typing import Any, cast

from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

STAKEHOLDERS = ("stakeholder", "organisation", "person")
PARTS = ("attribution", "quotation", "assessment", "reply")
NAMES = ("alias", "affiliation")
SUBJECTS = ("topic", "proposition")
CONTENT = ("statement", "source", "capture", *STAKEHOLDERS, *PARTS, *NAMES, *SUBJECTS)


def on(deeds: str, *nouns: str) -> set[str]:
    return {f"{deed}_{noun}" for deed in deeds.split() for noun in nouns}


CONTRIBUTOR = (
    on("view", *CONTENT)
    | on("add change", "statement")
    | on("add", "source", "capture", *STAKEHOLDERS, *NAMES)
    | on("add change delete", *PARTS)
)
EDITOR = CONTRIBUTOR | on("add change", *CONTENT) | on("delete", *NAMES) | {"publish_statement"}
ADMINISTRATOR = EDITOR | on("delete", *CONTENT) | on("view add change delete", "user", "group")
ROLES = {"contributor": CONTRIBUTOR, "editor": EDITOR, "administrator": ADMINISTRATOR}


def make_roles(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    using = schema_editor.connection.alias
    for label in ("auth", "positions"):
        # Django makes permissions only after all migrations; groups need them now.
        config = cast("Any", apps.get_app_config(label))
        held = getattr(config, "models_module", None)
        config.models_module = True  # else it is taken for an application without models
        create_permissions(config, verbosity=0, using=using, apps=apps)
        config.models_module = held
    group = apps.get_model("auth", "Group").objects.using(using)
    permission = apps.get_model("auth", "Permission").objects.using(using)
    for name, codenames in ROLES.items():
        role, _ = group.get_or_create(name=name)
        role.permissions.add(
            *permission.filter(
                content_type__app_label__in=("auth", "positions"), codename__in=codenames
            )
        )


def remove_roles(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    using = schema_editor.connection.alias
    apps.get_model("auth", "Group").objects.using(using).filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(make_roles, remove_roles)]
