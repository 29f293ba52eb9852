"""The one question to the database about names: whom these texts mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet, Value

from positions.choices import StakeholderKind
from positions.models.bulk import batches
from positions.models.stakeholder import Alias, AliasText, Stakeholder, StakeholderText
from positions.naming import Named, Names, chosen, key

TEXTS_AT_ONCE = 2000
COLUMNS = ("pk", "name", "slug", "kind")


def names_for(texts: Iterable[str]) -> Names:
    """All names that fold to one of these texts, and those whose slug it names in brackets.

    ``find`` of what is given back says for each text whom it means. One query for every two
    thousand texts, each by the index of folded names.
    """
    names = Names()
    wanted = list(dict.fromkeys(texts))
    for some in batches(wanted, TEXTS_AT_ONCE):
        keys = list({folded for text in some if (folded := key(text))})
        slugs = [slug for text in some if (slug := chosen(text)[1])]
        _take(names, _asked(keys, slugs))
    return names


def meant_or_like(text: str, *, found_otherwise: bool) -> tuple[list[int], list[int]]:
    """(keys of those that the text means, of those whose names it is like), the likest first.

    Who it is like is asked only where it means nobody, and nobody is found otherwise: all names are
    read for it.
    """
    meant = [each.pk for each in names_for([text]).find(text)]
    if meant or found_otherwise:
        return meant, []
    names = all_names()
    return [], list(dict.fromkeys(each.pk for each in (*names.misprinted(text), *names.near(text))))


def all_names() -> Names:
    """The names of all parties. One query; 10,000 names take about a tenth of a second."""
    names = Names()
    own = Stakeholder.objects.order_by().values_list(*COLUMNS, "name", "abbreviation")
    others = Alias.objects.order_by().values_list(*_of("stakeholder"), "name", Value(""))
    _take(names, own.union(others, all=True))
    return names


def _asked(keys: list[str], slugs: list[str]) -> QuerySet[Any, Any]:
    texts = StakeholderText.objects.order_by()
    own = _of("stakeholder")
    return (
        texts.filter(name_key__in=keys)
        .values_list(*own, "stakeholder__name", Value(""))
        .union(
            texts.filter(abbreviation_key__in=keys).values_list(
                *own, "stakeholder__abbreviation", Value("")
            ),
            AliasText.objects.filter(name_key__in=keys).values_list(
                *_of("alias__stakeholder"), "alias__name", Value("")
            ),
            Stakeholder.objects.order_by()
            .filter(slug__in=slugs)
            .values_list(*COLUMNS, Value(""), Value("")),
            all=True,
        )
    )


def _of(path: str) -> list[str]:
    return [f"{path}__{column}" for column in COLUMNS]


def _take(names: Names, rows: Iterable[Any]) -> None:
    known: dict[int, Named] = {}
    for pk, name, slug, kind, *called in rows:
        if pk not in known:
            known[pk] = Named(pk, name, slug, kind == StakeholderKind.PERSON)
        names.add(known[pk], *called)
