"""Which organisations stand in the matrix, in which order, by which propositions."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from positions.filters import MatrixFilters
from positions.listing import read_query
from positions.models import Proposition, Stakeholder
from positions.views.declarations import MATRIX
from tests.cast import Cast
from tests.filters.asked import problems

pytestmark = pytest.mark.usefixtures("cast")


def filters(query: str) -> MatrixFilters:
    found = MatrixFilters(QueryDict(query), Stakeholder.objects.organisations())
    assert list(found.problems()) == []
    return found


def rows(query: str) -> str:
    """The slugs of the rows, in order."""
    selection = read_query(MATRIX, QueryDict(query))
    found = selection._ordered().values_list("slug", flat=True)
    return " ".join(found)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "amazon aclu cbc"),
        ("sort=name", "amazon aclu cbc"),
        ("as_of=2018-05-23", ""),
        ("as_of=2018-05-24&sort=name", "aclu cbc"),
        ("as_of=2018-06-18&sort=name", "amazon aclu cbc"),
        ("topic=robots", ""),
        ("proposition=law&sort=name", "amazon aclu"),
        ("organisation=cbc&organisation=aclu&sort=name", "aclu cbc"),
        ("organisation_kind=caucus", "cbc"),
        ("stance=mixed", "amazon"),
        ("stance=mixed&as_of=2018-12-31", ""),
        ("stance=supports&proposition=sales&as_of=2018-12-31", "amazon"),
        ("group=kind&sort=name", "amazon aclu cbc"),
        ("with=cbc", "cbc aclu amazon"),
        ("with=amazon", "amazon aclu cbc"),
    ],
)
def test_rows_are_those_who_had_spoken_or_been_asked(query: str, expected: str) -> None:
    assert rows(query) == expected


def test_columns_are_the_propositions_of_the_first_topic_unless_others_are_asked_for() -> None:
    def columns(query: str) -> list[str]:
        found = Proposition.objects.in_bulk(filters(query).columns)
        return [found[pk].slug for pk in filters(query).columns]

    assert columns("") == ["sales", "law"]
    assert columns("topic=robots") == ["toys"]
    assert columns("topic=robots&topic=faces") == ["sales", "law", "toys"]
    assert columns("proposition=law&proposition=toys") == ["law", "toys"]
    assert columns("proposition=law&topic=robots") == []


def test_columns_end_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("positions.filters.matrix.MOST_COLUMNS", 1)
    found = filters("")
    assert (len(found.columns), len(found.propositions)) == (1, 2)


def test_one_organisation_alone_can_be_held_against(cast: Cast) -> None:
    told = problems(MATRIX, "with=aclu&with=cbc&group=size")
    assert told == {
        "with": "It may be given only once. Leave one of the values out.",
        "group": "“size” is not known. Write one of: kind.",
    }


def test_agreement_is_counted_over_columns_that_have_no_room_too(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("positions.filters.matrix.MOST_COLUMNS", 1)
    found = filters("with=aclu")
    everybody = [cast.aclu.pk, cast.amazon.pk, cast.caucus.pk]
    assert found.agreement(everybody) == {
        cast.aclu.pk: (2, 0),
        cast.amazon.pk: (1, 0),  # on the law; its words on sales are mixed
        cast.caucus.pk: (1, 0),
    }
    assert filters("").agreement(everybody) == {}
