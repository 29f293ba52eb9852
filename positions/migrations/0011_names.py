"""Folded names, by which parties are looked up; texts are found by letters beyond accents too."""

from typing import Any

from django.db import migrations, models

from positions.naming import key
from positions.naming.letters import APOSTROPHES, BEYOND_ACCENTS

BATCH = 1000
TEXTS = (
    *("StakeholderText", "AliasText", "TopicText", "PropositionText", "PropositionReason"),
    *("SourceText", "StatementText"),
)
LETTERS = str.maketrans({**BEYOND_ACCENTS, **dict.fromkeys(APOSTROPHES, "")})


def fill(apps: Any, _: Any) -> None:
    """What saving would write of the rows that are there already."""
    for text in TEXTS:
        fold_again(apps.get_model("positions", text))
    whose = apps.get_model("positions", "StakeholderText")
    named = whose.objects.values_list("pk", "stakeholder__name", "stakeholder__abbreviation")
    write(
        whose,
        [
            whose(pk=pk, name_key=key(name), abbreviation_key=key(short))
            for pk, name, short in named
        ],
        ["name_key", "abbreviation_key"],
    )
    which = apps.get_model("positions", "AliasText")
    aliases = which.objects.values_list("pk", "alias__name")
    write(which, [which(pk=pk, name_key=key(name)) for pk, name in aliases], ["name_key"])


def fold_again(model: Any) -> None:
    """What folded texts are by the new letters, where they have any."""
    changed = []
    for pk, folded in model.objects.values_list("pk", "folded").iterator(BATCH):
        if (anew := folded.translate(LETTERS)) != folded:
            changed.append(model(pk=pk, folded=anew))
    write(model, changed, ["folded"])


def write(model: Any, rows: list[Any], fields: list[str]) -> None:
    model.objects.bulk_update(rows, fields, batch_size=BATCH)


def key_of(model: str, name: str, help_text: str) -> Any:
    return migrations.AddField(
        model,
        name,
        models.CharField(default="", editable=False, help_text=help_text, max_length=200),
    )


def index_of(model: str, field: str, name: str) -> Any:
    return migrations.AddIndex(model, models.Index(fields=[field], name=name))


LOOKED_UP = "The name, folded, by which it is looked up."


class Migration(migrations.Migration):
    dependencies = [("positions", "0010_public_parties_and_taken_texts")]

    operations = [
        key_of("stakeholdertext", "name_key", LOOKED_UP),
        key_of("stakeholdertext", "abbreviation_key", "The abbreviation, folded."),
        key_of("aliastext", "name_key", LOOKED_UP),
        index_of("stakeholdertext", "name_key", "stakeholder_name_key"),
        index_of("stakeholdertext", "abbreviation_key", "stakeholder_short_key"),
        index_of("aliastext", "name_key", "alias_name_key"),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
