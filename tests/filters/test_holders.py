"""Which organisations, people and positions belong together, and in which order they stand."""

from __future__ import annotations

import pytest

from positions.views.declarations import ORGANISATIONS, PEOPLE, POSITIONS
from tests.cast import Cast
from tests.filters.asked import slugs

pytestmark = pytest.mark.usefixtures("cast")


def test_names_are_sorted_without_regard_to_case(cast: Cast) -> None:
    cast.caucus.name = "an uncapitalised caucus"
    cast.caucus.save()
    assert slugs(ORGANISATIONS) == ["amazon", "aclu", "cbc", "example-herald"]


def test_a_speaker_for_an_organisation_belongs_to_it_without_affiliation(cast: Cast) -> None:
    cast.guliani.affiliations.all().delete()
    assert slugs(PEOPLE, "organisation=aclu") == ["guliani"]


def test_a_draft_makes_nobody_belong(cast: Cast) -> None:
    cast.guliani.affiliations.all().delete()
    draft = cast.statements["draft"]
    draft.attributions.create(
        stakeholder=cast.rivera, on_behalf_of=cast.aclu, role="spokesperson", order=2
    )
    assert slugs(PEOPLE, "organisation=aclu") == ["guliani"]


def test_positions_are_sorted_by_holder(cast: Cast) -> None:
    assert slugs(POSITIONS, "sort=holder") == [
        "amazon/sales",
        "amazon/law",
        "aclu/sales",
        "aclu/law",
        "cbc/sales",
        "guliani/toys",
    ]
