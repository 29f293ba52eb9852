"""Which objects have all of the words that somebody typed; for now by looking for each of them."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from positions.models import IndexEntry, Quotation, Stakeholder, Statement

M = TypeVar("M", bound=Model)


def having_words(rows: QuerySet[M], q: str, *fields: str) -> QuerySet[M]:
    """Rows in which each word of ``q`` occurs in one of the fields; case does not count."""
    for word in q.split():
        found = Q()
        for field in fields:
            found |= Q((f"{field}__icontains", word))
        rows = rows.filter(found)
    return rows


def matching_stakeholders(q: str) -> QuerySet[Stakeholder, int]:
    """Ids of those with each word of ``q`` in their name, abbreviation or an alias."""
    rows = Stakeholder.objects.all()
    for word in q.split():
        named = having_words(Stakeholder.objects.all(), word, "name", "abbreviation")
        known = having_words(Stakeholder.objects.all(), word, "aliases__name")
        rows = rows.filter(Q(pk__in=named.values("pk")) | Q(pk__in=known.values("pk")))
    return rows.order_by().values_list("pk", flat=True)


def matching_statements(q: str) -> QuerySet[Statement, int]:
    """Ids of published ones with each word of ``q`` in title, summary, words or a voice's name."""
    rows = Statement.objects.published()
    for word in q.split():
        said = Quotation.objects.filter(exact__icontains=word)
        voiced = IndexEntry.objects.filter(voice__in=matching_stakeholders(word))
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(summary__icontains=word)
            | Q(pk__in=said.values("statement"))
            | Q(pk__in=voiced.order_by().values("statement"))
        )
    return rows.order_by().values_list("pk", flat=True)
