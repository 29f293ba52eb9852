"""When two agree, counted by the database and by plain reading."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions import derivation
from positions.choices import Stance
from positions.derivation.agreement import n_shared, opposed, sides
from positions.models import Proposition, Stakeholder, Statement
from tests.factories import PropositionFactory, StakeholderFactory, said

pytestmark = pytest.mark.django_db
DAY = date(2020, 1, 1)


@pytest.fixture
def everybody() -> tuple[list[Stakeholder], list[Proposition]]:
    return StakeholderFactory.create_batch(3), PropositionFactory.create_batch(4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.lists(
        st.lists(st.sampled_from([None, *Stance]), min_size=4, max_size=4), min_size=3, max_size=3
    )
)
def test_shared_sides_are_counted_as_by_plain_reading(
    everybody: tuple[list[Stakeholder], list[Proposition]], stances: list[list[Stance | None]]
) -> None:
    voices, propositions = everybody
    Statement.objects.all().delete()
    made = [
        said(
            voice,
            on={p: stance for p, stance in zip(propositions, row, strict=True) if stance},
            date_edtf="2018",
            derive=False,
        )
        for voice, row in zip(voices, stances, strict=True)
    ]
    derivation.refresh([statement.pk for statement in made])
    plain = [[stance.side if stance else "" for stance in row] for row in stances]
    taken = sides(voices[0].pk, DAY, [each.pk for each in propositions])
    counted = dict(
        Stakeholder.objects.annotate(
            same=n_shared(taken, DAY), other=n_shared(opposed(taken), DAY)
        ).values_list("pk", "same")
    )
    differing = dict(
        Stakeholder.objects.annotate(other=n_shared(opposed(taken), DAY)).values_list("pk", "other")
    )
    for voice, theirs in zip(voices, plain, strict=True):
        pairs = list(zip(plain[0], theirs, strict=True))
        assert counted[voice.pk] == sum(a == b and a in {"for", "against"} for a, b in pairs)
        assert differing[voice.pk] == sum({a, b} == {"for", "against"} for a, b in pairs)
