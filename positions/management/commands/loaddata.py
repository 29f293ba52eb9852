"""Django's loaddata, in an order in which what is referred to comes first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.core.management.commands import loaddata

from positions.importers.articles import NOUNS
from positions.management.recorded import RecordCommand
from positions.models import OtherAddress, Searchable, Source, url_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.serializers.base import DeserializedObject

# Files are named for their noun, as in other_addresses.yaml; those of other names come first.
ORDER = {
    str(model._meta.verbose_name_plural).replace(" ", "_"): place
    for place, model in enumerate(NOUNS, 1)
}


class Command(RecordCommand, loaddata.Command):
    help = f"{loaddata.Command.help} Run derive afterwards if statements were among it."

    def loaddata(self, fixture_labels: Sequence[str]) -> None:
        # A natural key that must not be null cannot wait for an object in a later file.
        super().loaddata(sorted(fixture_labels, key=lambda label: ORDER.get(Path(label).stem, 0)))

    def save_obj(self, obj: DeserializedObject) -> bool:
        # loaddata goes past the models' own save: what that would fill in is filled in here.
        noun = obj.object
        for field in noun._meta.concrete_fields:
            if not field.null and getattr(noun, field.attname) is None:
                field.pre_save(noun, add=True)
        if isinstance(noun, Source):
            noun.url_key = url_key(noun.url) or None
        elif isinstance(noun, OtherAddress):
            noun.url_key = url_key(noun.url)
        saved = super().save_obj(obj)
        if saved and isinstance(noun, Searchable):
            noun.write_texts([noun])
        return saved
