"""The by-line of what leaves the site: whom it names, and as what."""

from __future__ import annotations

from datetime import date

import pytest
from django.template.loader import get_template

from positions.choices import AttributionRole
from positions.models import Statement
from positions.records import fetch_statements
from positions.records.byline import STANDING_BYLINE
from positions.views.details.published import published
from tests.cast import Cast
from tests.factories import (
    AttributionFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)

pytestmark = pytest.mark.usefixtures("cast")


def who(statement: Statement) -> str:
    return published(statement.slug, STANDING_BYLINE).who


def test_byline_is_that_of_the_page(cast: Cast) -> None:
    names = get_template("components/voices.html").template.module.names  # type: ignore[attr-defined]
    spoken = said(cast.paper)
    AttributionFactory.create(
        statement=spoken,
        stakeholder=StakeholderFactory.create(name="Example Division"),
        on_behalf_of=cast.amazon,
        role=AttributionRole.SPOKESPERSON,
    )
    many = said(*(StakeholderFactory.create() for _ in range(9)))
    published_ones = [each for each in cast.statements.values() if each.is_published]
    statements = [*published_ones, spoken, many]
    for statement in statements:
        [record] = fetch_statements([statement.pk])
        assert who(statement) == names(record), statement


def test_unnamed_spokesperson_is_called_as_printed(cast: Cast) -> None:
    statement = StatementFactory.create()
    AttributionFactory.create(
        statement=statement,
        stakeholder=StakeholderFactory.create(name="Example Division"),
        on_behalf_of=cast.amazon,
        role=AttributionRole.SPOKESPERSON,
        name_printed="an Example spokesperson",
    )
    assert who(statement) == "An Example spokesperson for Amazon"


def test_who_withdrew_is_not_named(cast: Cast) -> None:
    statement = said(cast.aclu, cast.caucus)
    first = statement.attributions.get(stakeholder=cast.aclu)
    first.withdrawn_on = date(2018, 7, 1)
    first.save()
    assert who(statement) == "CBC"
