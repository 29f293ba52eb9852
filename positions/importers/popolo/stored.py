"""The parties that are stored, as a Popolo file is held against them."""

from __future__ import annotations

from collections import defaultdict

from positions.importers.popolo.known import Known, Stored, Tie
from positions.models import Affiliation, Alias, FormerAddress, Stakeholder


def known() -> Known:
    """All parties with their names and ties. Four queries."""
    names: dict[int, set[str]] = defaultdict(set)
    ties: dict[int, set[Tie]] = defaultdict(set)
    for pk, name in Alias.objects.order_by().values_list("stakeholder", "name"):
        names[pk].add(name)
    told = Affiliation.objects.order_by().values_list("member", "group__slug", "kind", "role")
    for pk, group, kind, role in told:
        ties[pk].add((group, kind, role))
    parties = [
        Stored(
            each.slug,
            each.is_person,
            each.name,
            frozenset({*filter(None, [each.abbreviation]), *names[each.pk]}),
            each.wikidata_id,
            each.description,
            each.website,
            frozenset(ties[each.pk]),
        )
        for each in Stakeholder.objects.order_by("pk").iterator()
    ]
    former = FormerAddress.objects.filter(noun=Stakeholder.noun()).values_list("slug", flat=True)
    return Known(parties, former)
