"""The three roles, as groups: contributor, editor, administrator."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

STAKEHOLDERS = ("stakeholder", "organisation", "person")
PARTS = ("attribution", "quotation", "assessment", "reply")
NAMES = ("alias", "affiliation")
SUBJECTS = ("topic", "proposition")
CONTENT = ("statement", "source", "capture", *STAKEHOLDERS, *PARTS, *NAMES, *SUBJECTS)


def on(deeds: str, *nouns: str) -> set[str]:
    return {f"{deed}_{noun}" for deed in deeds.split() for noun in nouns}


CONTRIBUTOR = (
    on("view", *CONTENT, "correction", "challenge")
    | on("add change", "statement")
    | on("add", "source", "capture", *STAKEHOLDERS, *NAMES)
    | on("add change delete", *PARTS)
    | on("view add change delete", "intake")
    | on("view add", "otheraddress")
)
EDITOR = (
    CONTRIBUTOR
    | on("add change", *CONTENT)
    | on("delete", *NAMES)
    | {"publish_statement", "change_correction"}
    | on("add change", "challenge")
    | on("change delete", "otheraddress")
    | on("view add", "merge")
    | on("add delete", "toldapart")
)
ADMINISTRATOR = (
    EDITOR
    | on("delete", *CONTENT, "correction", "challenge")
    | on("view add change delete", "user", "group")
)
ROLES = {"contributor": CONTRIBUTOR, "editor": EDITOR, "administrator": ADMINISTRATOR}


def make(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the groups, each with what it may do."""
    using = schema_editor.connection.alias
    for label in ("auth", "positions"):
        # Django makes permissions only after all migrations; groups need them now.
        config = apps.get_app_config(label)
        held = getattr(config, "models_module", None)
        config.models_module = True  # else it is taken for an application without models
        create_permissions(config, verbosity=0, using=using, apps=apps)
        config.models_module = held
    group = apps.get_model("auth", "Group").objects.using(using)
    permission = apps.get_model("auth", "Permission").objects.using(using)
    ours = permission.filter(content_type__app_label__in=("auth", "positions"))
    for name, codenames in ROLES.items():
        role, _ = group.get_or_create(name=name)
        role.permissions.add(*ours.filter(codename__in=codenames))


def remove(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the groups."""
    using = schema_editor.connection.alias
    apps.get_model("auth", "Group").objects.using(using).filter(name__in=ROLES).delete()
