"""No edit is lost: an outdated copy is refused, and what was before stays in the history."""

from __future__ import annotations

from typing import Any

import pytest

from positions.models import Proposition, Stakeholder, StaleEdit, Statement, Topic
from tests.factories import (
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db
NOUNS = [
    (StakeholderFactory, "description"),
    (TopicFactory, "description"),
    (PropositionFactory, "why_it_matters"),
    (SourceFactory, "note"),
    (StatementFactory, "summary"),
]


@pytest.mark.parametrize(("factory", "field"), NOUNS)
def test_an_outdated_copy_is_refused_and_changes_nothing(factory: Any, field: str) -> None:
    first = factory.create()
    second = type(first).objects.get(pk=first.pk)
    setattr(first, field, "from the first editor")
    first.save()
    setattr(second, field, "from the second editor")
    with pytest.raises(StaleEdit, match="changed by somebody else"):
        second.save()
    assert getattr(type(first).objects.get(pk=first.pk), field) == "from the first editor"
    assert first.history.count() == 2


@pytest.mark.parametrize(("factory", "field"), NOUNS)
def test_an_earlier_state_can_be_brought_back(factory: Any, field: str) -> None:
    made = factory.create()
    setattr(made, field, "changed")
    made.save()
    earliest = made.history.earliest().instance
    earliest.save()
    again = type(made).objects.get(pk=made.pk)
    assert getattr(again, field) == ""
    assert again.version == 3


def test_what_was_deleted_can_be_brought_back() -> None:
    made = TopicFactory.create(slug="kept")
    key = made.pk
    made.delete()
    Topic.history.latest().instance.save()
    assert Topic.objects.get(slug="kept").pk == key


def test_a_partial_save_counts_as_an_edit() -> None:
    statement = StatementFactory.create()
    before = statement.modified_at
    statement.venue = "a hall"
    statement.save(update_fields=["venue"])
    again = Statement.objects.get()
    assert (again.venue, again.version) == ("a hall", 2)
    assert again.modified_at > before


def test_a_missing_slug_is_made_from_the_abbreviation_or_the_name() -> None:
    assert StakeholderFactory.create(abbreviation="EXO").slug == "exo"
    assert StakeholderFactory.create(name="Example Œuvre & Co").slug == "example-uvre-co"
    assert StakeholderFactory.create(abbreviation="EXO").slug == "exo-2"


def test_a_name_without_latin_letters_still_gets_an_address() -> None:
    assert StakeholderFactory.create(name="例").slug == "stakeholder"


def test_a_changed_slug_leaves_its_old_address_behind() -> None:
    made = PropositionFactory.create(slug="old")
    made.slug = "new"
    made.full_clean()
    made.save()
    assert Proposition.moved("old") == "new"
    assert Proposition.moved("never") is None


def test_a_slug_that_comes_back_is_no_former_address() -> None:
    made = PropositionFactory.create(slug="old")
    for slug in ("new", "old"):
        made.slug = slug
        made.save()
    assert Proposition.moved("old") is None
    assert Proposition.moved("new") == "old"


def test_organisations_and_people_share_their_former_addresses() -> None:
    made = StakeholderFactory.create(slug="old")
    made.slug = "new"
    made.save()
    assert Stakeholder.moved("old") == "new"


def test_the_address_that_another_had_before_is_refused() -> None:
    made = PropositionFactory.create(slug="old")
    made.slug = "new"
    made.save()
    other = PropositionFactory.build(topic=made.topic, slug="old")
    with pytest.raises(Exception, match="was the address of another proposition"):
        other.full_clean()
