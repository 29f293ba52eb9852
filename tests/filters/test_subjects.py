"""Sources that have no date, among the others."""

from __future__ import annotations

import pytest

from positions.views.declarations import SOURCES
from tests.cast import Cast
from tests.factories import QuotationFactory, SourceFactory
from tests.filters.asked import slugs

pytestmark = pytest.mark.usefixtures("cast")


def test_a_source_without_a_date_is_last_and_in_no_span(cast: Cast) -> None:
    undated = SourceFactory.create(slug="undated", date_edtf="", date_basis="")
    QuotationFactory.create(statement=cast.statements["plea"], source=undated)
    assert slugs(SOURCES) == ["article", "letter", "undated"]
    assert slugs(SOURCES, "from=1900") == ["article", "letter"]
