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
from positions.models.bulk import batches
from positions.models.names import names_for
from positions.naming import Named, either
from positions.naming.names import MOST_NEAR
from positions.naming.parts import parts

# By which fields, beside the slug, each noun may be named.
NAMED_BY: dict[type[models.Model], tuple[str, ...]] = {
    Stakeholder: ("wikidata_id",),  # and by any name, as decision 32 says
    Source: ("url_key", "other_addresses__url_key"),
    Topic: ("name",),
    Proposition: ("text",),
    Statement: (),
}


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
        self._near: dict[str, tuple[Named, ...]] = {}  # of unknown parties, whom they may mean

    def prepare(self, model: Any, texts: Iterable[str]) -> None:
        """Look these texts up: at most seven queries for each five hundred that are not yet known.

        What was not found is looked up again the next time.
        """
        fresh = sorted({text for text in texts if (model, text) not in self._found})
        for some in batches(fresh):
            self._look_up(model, set(some))

    def keys(self, model: type[models.Model]) -> set[int]:
        """The keys of all of a noun that were found so far."""
        return {
            noun.pk for (each, _), found in self._found.items() if each is model for noun in found
        }

    def one(self, model: type[models.Model], text: str) -> Any:
        """The one noun that a prepared text names; raises NotNamed."""
        found = self._found.get((model, text), [])
        if not found:
            near = self._near.get(text, ()) if model is Stakeholder else ()
            meant = f"Did you mean {either(near)}? " if near else ""
            raise NotNamed(
                f"“{text}” names no {model._meta.verbose_name} that is known. {meant}"
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
        for text, pks in _called(model, texts - keys.keys()).items():
            keys[text] |= pks
        if model is Stakeholder and (unknown := [text for text in texts if not keys.get(text)]):
            names = names_for(part for text in unknown for part in parts(text))
            for text in unknown:
                found_in = (each for part in parts(text) for each in names.find(part))
                self._near[text] = tuple(dict.fromkeys(found_in))[:MOST_NEAR]
        nouns = model._base_manager.in_bulk({pk for pks in keys.values() for pk in pks})
        for text, pks in keys.items():
            if found := [nouns[pk] for pk in pks if pk in nouns]:
                self._found[model, text] = found


def _called(model: Any, texts: set[str]) -> dict[str, set[int]]:
    """The keys of those that are so called, of parties by any name that means them."""
    found: dict[str, set[int]] = defaultdict(set)
    by: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        by[url_key(text) if model is Source else text].append(text)
    by.pop("", None)
    for field in NAMED_BY[model] if by else ():
        rows = model._base_manager.filter(**{f"{field}__in": list(by)})
        for pk, value in rows.values_list("pk", field):
            for text in by[value]:
                found[text].add(pk)
    if model is Stakeholder and by:
        names = names_for(by)
        for text in by:
            found[text] |= {each.pk for each in names.find(text)}
    return found
