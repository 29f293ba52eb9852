"""What a cell that refers to a noun means: by slug, present or former, or by a clear name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models

from positions.models import (
    FormerAddress,
    Proposition,
    Source,
    Stakeholder,
    Statement,
    Topic,
    url_key,
)

# By which fields, beside the slug, each noun may be named.
NAMED_BY: dict[type[models.Model], tuple[str, ...]] = {
    Stakeholder: ("name", "abbreviation", "aliases__name", "wikidata_id"),
    Source: ("url_key", "other_addresses__url_key"),
    Topic: ("name",),
    Proposition: ("text",),
    Statement: (),
}
BATCH = 500


class NotNamed(ValueError):
    """A text names nothing that is known, or several; the message says so, and the cure."""


def moved(model: Any, slugs: Iterable[str]) -> dict[str, int]:
    """The keys of those that once had these slugs. One query."""
    former = FormerAddress.objects.filter(noun=model.noun(), slug__in=list(slugs))
    return dict(former.values_list("slug", "object_id"))


class Names:
    """The nouns that texts name, looked up some hundred at a time."""

    def __init__(self) -> None:
        self._found: dict[tuple[type[models.Model], str], list[Any]] = {}

    def prepare(self, model: Any, texts: Iterable[str]) -> None:
        """Look these texts up: at most seven queries for each five hundred that are not yet known.

        What was not found is looked up again the next time.
        """
        fresh = sorted({text for text in texts if (model, text) not in self._found})
        for start in range(0, len(fresh), BATCH):
            self._look_up(model, set(fresh[start : start + BATCH]))

    def keys(self, model: type[models.Model]) -> set[int]:
        """The keys of all of a noun that were found so far."""
        return {
            noun.pk for (each, _), found in self._found.items() if each is model for noun in found
        }

    def one(self, model: type[models.Model], text: str) -> Any:
        """The one noun that a prepared text names; raises NotNamed."""
        found = self._found.get((model, text), [])
        if not found:
            raise NotNamed(
                f"“{text}” names no {model._meta.verbose_name} that is known. "
                "Write its slug, or add it first."
            )
        if len(found) > 1:
            slugs = ", ".join(sorted(each.slug for each in found))
            raise NotNamed(f"“{text}” can mean several: {slugs}. Write the slug of one.")
        return found[0]

    def _look_up(self, model: Any, texts: set[str]) -> None:
        for noun in model._base_manager.filter(slug__in=texts):
            self._found[model, noun.slug] = [noun]
            texts.discard(noun.slug)
        if not texts:
            return
        keys: dict[str, set[int]] = defaultdict(set)
        for slug, pk in moved(model, texts).items():
            keys[slug].add(pk)
        called: dict[str, list[str]] = defaultdict(list)
        for text in texts - keys.keys():
            called[url_key(text) if model is Source else text].append(text)
        called.pop("", None)
        for field in NAMED_BY[model] if called else ():
            rows = model._base_manager.filter(**{f"{field}__in": list(called)})
            for pk, value in rows.values_list("pk", field):
                for text in called[value]:
                    keys[text].add(pk)
        nouns = model._base_manager.in_bulk({pk for pks in keys.values() for pk in pks})
        for text, pks in keys.items():
            if found := [nouns[pk] for pk in pks if pk in nouns]:
                self._found[model, text] = found
