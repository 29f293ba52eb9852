"""How many results each choice of a filter would give, under the other filters.

One query counts several keys over the same rows, put together of what the ORM writes: the ORM
cannot read rows once and group them in several ways. All names in its text are made here; values
travel as parameters.
"""
# ruff: noqa: S608 - what is put into the text are names and numbers made here

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from positions.listing.page import COUNT_CAP, Total
from positions.listing.selection import AnySelection

# A facet is counted over so many narrow rows and no more, the first of the list, so that it costs
# what the page costs in any archive. A list of some seven hundred statements is within it.
LOOKED_AT = 2_000
# Place of the key (None: of the rows), value (None: how many were looked at), label, number.
Answer = tuple[int | None, str | None, str | None, int]
# Asked of rows in this way, and not by a join, either database goes by the index of the objects.
MET = RawSQL("SELECT object FROM met", ())
Written = tuple[str, Sequence[Any]]  # SQL, and its parameters in order


@dataclass(slots=True)
class Facet:
    """What was counted under one key, by value as addresses write it.

    ``named`` are (value, label) of the names with most results, those chosen among them, most
    first. ``whole`` says that all was looked at; else there are at least as many as counted.
    """

    counts: dict[str, int] = field(default_factory=dict)
    named: list[tuple[str, str]] = field(default_factory=list)
    whole: bool = True

    def total(self, value: str) -> Total | None:
        """How many results the value gives; None where it may be any number."""
        count = self.counts.get(value, 0)
        if not self.whole and not count:
            return None
        return Total(min(count, COUNT_CAP), capped=not self.whole or count > COUNT_CAP)


def count_choices(selection: AnySelection) -> dict[str, Facet]:
    """The facet of each key whose values are choices.

    Costs one query for all keys of which nothing is chosen, and one for each of the others; keys
    that must meet in one row share theirs.
    """
    found: dict[str, Facet] = {}
    chosen = frozenset(selection.filters.chosen)
    left_out: dict[frozenset[str], list[Any]] = defaultdict(list)
    for counted in selection.filters.counted():
        left_out[counted.apart & chosen].append(counted)
    for keys, several in left_out.items():
        found.update(_counted(selection.without(*keys), several))
    return found


def _counted(selection: AnySelection, several: Sequence[Any]) -> dict[str, Facet]:
    declaration = selection.declaration
    rows, whole = selection.first_rows(LOOKED_AT + 1)
    found = [Facet(whole=whole) for _ in several]
    for number, value, label, count in answers(
        rows,
        declaration.key,
        several,
        repeated=declaration.repeated,
        bound=LOOKED_AT,
    ):
        if number is None:  # of the rows themselves
            for facet in found:
                facet.whole &= count <= LOOKED_AT
            continue
        facet = found[number]
        if value is None:
            facet.whole &= count <= LOOKED_AT
        else:
            facet.counts[value] = count
            if label is not None:
                facet.named.append((value, label))
    for facet in found:
        facet.named.sort(key=lambda each: (-facet.counts[each[0]], each[1], each[0]))
    return {counted.key: facet for counted, facet in zip(several, found, strict=True)}


def answers(
    rows: QuerySet[Any], key: str, several: Sequence[Any], *, repeated: bool, bound: int
) -> list[Answer]:
    """For each value of each key (``filters.Counted``), how many objects of these rows have it.

    ``key`` is the column that is the object's id, ``repeated`` says that several rows may be of one
    object. Of the rows, in their order, and of the pairs of a key, ``bound`` are looked at, and one
    more that tells that there are more. Costs one query.
    """
    try:
        tables = list(_tables(rows, key, several, bound))
    except EmptyResultSet:  # the conditions exclude each other, as is known without asking
        return []
    parts = list(_parts(several, repeated=repeated))
    sql = f"WITH {', '.join(text for text, _ in tables)} {' UNION ALL '.join(p for p, _ in parts)}"
    with connections[rows.db].cursor() as cursor:
        cursor.execute(sql, [value for _, values in (*tables, *parts) for value in values])
        found: list[Answer] = cursor.fetchall()
    return found


def _tables(rows: QuerySet[Any], key: str, several: Sequence[Any], bound: int) -> Iterator[Written]:
    """``met``: the rows; ``met0``…: pairs of a key that go with them; ``named0``…: its names."""
    own = {f"value{n}": each.value for n, each in enumerate(several) if not each.pairs}
    met = rows.annotate(**own).values_list(key, *own)[: bound + 1]
    yield _table(f"met ({', '.join(['object', *own])})", met)
    for n, each in enumerate(several):
        if each.pairs:
            first, *others = [pairs.among(MET) for pairs in each.pairs]
            united = first.union(*others, all=True) if others else first
            yield _table(f"met{n} (value, object)", united[: bound + 1])
        if each.named is not None:
            yield _table(f"named{n} (id, value, label)", each.named)


def _table(name: str, queryset: QuerySet[Any]) -> Written:
    sql, params = queryset.query.get_compiler(using=queryset.db).as_sql()
    return f"{name} AS ({sql})", params


def _parts(several: Sequence[Any], *, repeated: bool) -> Iterator[Written]:
    """Of the rows and of each key's pairs, how many were looked at; of each key, its values."""
    yield "SELECT NULL, NULL, NULL, COUNT(*) FROM met", ()
    for n, each in enumerate(several):
        if each.pairs:
            yield f"SELECT {n}, NULL, NULL, COUNT(*) FROM met{n}", ()
        source, column = (f"met{n}", "value") if each.pairs else ("met", f"value{n}")
        number = "COUNT(DISTINCT object)" if each.pairs or repeated else "COUNT(*)"
        groups = (
            f"SELECT {column} AS value, {number} AS number FROM {source}"
            f" WHERE {column} IS NOT NULL GROUP BY {column}"
        )
        if each.named is None:
            yield f"SELECT {n}, value, NULL, number FROM ({groups}) AS groups{n}", ()
            continue
        named = (
            f"SELECT {n}, named{n}.value, named{n}.label, number FROM ({groups}) AS groups{n}"
            f" JOIN named{n} ON named{n}.id = groups{n}.value"
        )
        if each.most is None:
            yield named, ()
            continue
        # Those chosen come first, so that they are among the few.
        chosen = ", ".join(["%s"] * len(each.chosen)) or "NULL"
        first = f"ORDER BY CASE WHEN id IN ({chosen}) THEN 0 ELSE 1 END, number DESC, id LIMIT %s"
        bounds = [*each.chosen, max(each.most, len(each.chosen))]
        yield f"SELECT * FROM ({named} {first}) AS most{n}", bounds
