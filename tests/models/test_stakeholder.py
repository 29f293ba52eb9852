"""Organisations and people are stakeholders, also where they are written under their own name."""

from __future__ import annotations

import pytest

from positions.choices import StakeholderKind
from positions.models import Organisation, Person, Stakeholder, StaleEdit
from tests.factories import PersonFactory, StakeholderFactory

pytestmark = pytest.mark.django_db


def records(pk: int) -> list[tuple[str, str]]:
    """What the history has of a stakeholder, oldest first: the deed and the name then."""
    found = Stakeholder.history.filter(id=pk).order_by("history_id")
    return list(found.values_list("history_type", "name"))


def test_organisation_leaves_one_history_of_its_making_change_and_end() -> None:
    made = Organisation.objects.create(kind=StakeholderKind.COMPANY, name="Example Works")
    pk = made.pk
    made.name = "Example Works and Sons"
    made.save()
    made.delete()
    assert records(pk) == [
        ("+", "Example Works"),
        ("~", "Example Works and Sons"),
        ("-", "Example Works and Sons"),
    ]
    assert made.pk is None


def test_person_found_among_people_is_changed_with_a_record() -> None:
    person = Person.objects.get(pk=PersonFactory.create(name="Jane Example").pk)
    person.name = "Jane A. Example"
    person.save()
    assert records(person.pk) == [("+", "Jane Example"), ("~", "Jane A. Example")]


def test_proxy_counts_the_version_that_it_was_read_with() -> None:
    pk = StakeholderFactory.create().pk
    first, second = (Organisation.objects.get(pk=pk) for _ in range(2))
    first.save()
    assert first.version == second.version + 1
    with pytest.raises(StaleEdit):
        second.save()
