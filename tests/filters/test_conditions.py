"""What each condition of each list leaves, as of which day, in the order asked for."""

from __future__ import annotations

import pytest

from positions.listing import AnyDeclaration
from positions.views.declarations import DECLARATIONS
from tests.filters.asked import slugs

pytestmark = pytest.mark.usefixtures("cast")

# Of each list, query strings and what they find. Shifts and corrections need rows of their own.
FOUND = {
    "statements": [
        ("", "guidelines counsel silence defence plea private remark"),
        ("sort=oldest", "remark private plea defence silence counsel guidelines"),
        ("sort=added", "remark silence guidelines defence private counsel plea"),
        ("sort=title", "counsel defence guidelines plea private remark silence"),
        ("organisation=aclu", "counsel plea"),
        ("organisation=cbc", "plea"),
        ("organisation=aclu&organisation=amazon", "guidelines counsel silence defence plea"),
        ("organisation_kind=company", "guidelines silence defence"),
        ("person=guliani", "counsel private"),
        ("topic=robots", "private remark"),
        ("proposition=law", "guidelines counsel silence"),
        ("stance=supports", "guidelines counsel defence private"),
        ("stance=opposes&stance=strongly_opposes", "counsel plea"),
        ("kind=email", "defence"),
        ("kind=no_reply", "silence"),
        ("from=2019", "guidelines counsel"),
        ("until=2018-05", "plea private remark"),
        ("from=2018-05-25&until=2018-05-28", "private"),
        ("until=../2017", "remark"),
        ("source=letter", "plea remark"),
        ("verbatim=1", "counsel defence plea private remark"),
        ("q=weak", "counsel"),
        ("q=GOOD+it", "defence"),
        ("q=aclu+plead", "plea"),
        ("q=giuliani", "counsel private"),
        ("q=unpublished", ""),
        ("q=aclu+-plead", "counsel"),
        ("q=aclu+-%22we+plead%22", "counsel"),
    ],
    "organisations": [
        ("", "amazon aclu cbc example-herald"),
        ("sort=recent", "amazon aclu cbc example-herald"),
        ("q=black", "cbc"),
        ("q=CBC", "cbc"),
        ("q=civil+american", "aclu"),
        ("organisation_kind=caucus&organisation_kind=outlet", "cbc example-herald"),
        ("topic=faces", "amazon aclu cbc"),
        ("topic=robots", ""),
        ("proposition=law", "amazon aclu"),
        ("proposition=law&as_of=2018-07-01", "amazon"),
        ("topic=faces&proposition=toys", ""),
        ("stance=opposes", "aclu"),
        ("stance=strongly_opposes", "cbc"),
        ("stance=strongly_opposes&as_of=2018-07-01", "aclu cbc"),
        ("stance=supports&as_of=2018-07-01", "amazon"),
        ("stance=supports&proposition=sales", ""),
        ("stance=supports&topic=faces", "amazon aclu"),
        ("stance=supports&as_of=2017-01-01", ""),
    ],
    "people": [
        ("", "guliani rivera"),
        ("sort=recent", "guliani rivera"),
        ("q=giuliani", "guliani"),
        ("organisation=aclu", "guliani"),
        ("organisation=amazon", ""),
        ("topic=robots", "guliani rivera"),
        ("topic=faces", "guliani"),
        ("stance=supports", "guliani"),
        ("stance=opposes", ""),
    ],
    "propositions": [
        ("", "sales law toys"),
        ("sort=label", "law sales toys"),
        ("q=toys", "toys"),
        ("topic=faces", "sales law"),
        ("organisation=aclu", "sales law"),
        ("organisation=aclu&as_of=2018-07-01", "sales"),
        ("organisation=cbc", "sales"),
        ("stance=supports", "law toys"),
        ("stance=supports&as_of=2018-07-01", "sales toys"),
        ("stance=opposes&organisation=amazon", ""),
        ("stance=opposes&organisation=aclu", "sales"),
    ],
    "topics": [
        ("", "faces robots"),
        ("q=facial", "faces"),
        ("q=zzz", ""),
        ("sort=recent", "faces robots"),
    ],
    "sources": [
        ("", "article letter"),
        ("sort=oldest", "letter article"),
        ("sort=title", "letter article"),
        ("kind=letter", "letter"),
        ("organisation=example-herald", "article"),
        ("q=herald+said", "article"),
        ("q=ITSELF", "letter"),
        ("from=2018-06", "article"),
        ("until=2018-05", "letter"),
        ("from=2018-05&until=2018", "article letter"),
    ],
    "positions": [
        ("organisation=aclu", "aclu/law aclu/sales"),
        ("organisation=aclu&as_of=2018-07-01", "aclu/sales"),
        ("organisation_kind=company", "amazon/law amazon/sales"),
        ("person=guliani", "guliani/toys"),
        ("person=guliani&organisation=aclu", ""),
        ("topic=robots", "guliani/toys"),
        ("proposition=sales", "aclu/sales amazon/sales cbc/sales"),
        ("stance=mixed", "amazon/sales"),
        ("stance=mixed&as_of=2018-07-01", ""),
        ("as_of=2018-05-24", "aclu/sales cbc/sales guliani/toys"),
        ("as_of=2018-04-30", ""),
    ],
}
ELSEWHERE = {"changes", "shifts", "corrections"}
IN_ANY_ORDER = {"organisations", "positions"}
LISTS = {declared.plural: declared for declared in DECLARATIONS}


def test_every_list_has_its_table() -> None:
    assert FOUND.keys() | ELSEWHERE == LISTS.keys()


@pytest.mark.parametrize(
    ("declaration", "query", "expected"),
    [
        pytest.param(LISTS[plural], query, expected, id=f"{plural}?{query}")
        for plural, found in FOUND.items()
        for query, expected in found
    ],
)
def test_what_is_found_meets_the_conditions(
    declaration: AnyDeclaration, query: str, expected: str
) -> None:
    found, wanted = slugs(declaration, query), expected.split()
    if declaration.plural in IN_ANY_ORDER:
        found, wanted = sorted(found), sorted(wanted)
    assert found == wanted
