"""Asks a list and names what it gives: the slugs of its records, in order."""

from __future__ import annotations

from django.http import QueryDict

from positions.listing import AnyDeclaration, BadQuery, read_query


def slugs(declaration: AnyDeclaration, query: str = "") -> list[str]:
    """Of all rows, not only of the first page; of positions, holder and proposition."""
    found = [
        record for chunk in read_query(declaration, QueryDict(query)).chunks(2) for record in chunk
    ]
    if declaration.noun == "position":
        return [f"{record.holder.slug}/{record.proposition.slug}" for record in found]
    return [record.slug for record in found]


def refused_keys(declaration: AnyDeclaration, data: QueryDict) -> list[str]:
    """The keys that are refused; none when the first page can be shown."""
    try:
        read_query(declaration, data).page(numbered=True)
    except BadQuery as error:
        return [problem.key for problem in error.problems]
    return []


def problems(declaration: AnyDeclaration, query: str) -> dict[str, str]:
    """What is said against the query, by key."""
    try:
        read_query(declaration, QueryDict(query))
    except BadQuery as error:
        return {problem.key: problem.message for problem in error.problems}
    return {}
