"""Slugs: each free and made for many at once, at a cost that does not grow with the archive."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from positions.models import FormerAddress, Topic
from positions.models.address import SPARE
from tests.factories import TopicFactory

pytestmark = pytest.mark.django_db


def made(*names: str) -> list[str]:
    topics = [Topic(name=name) for name in names]
    Topic.make_slugs(topics)
    return [topic.slug for topic in topics]


def test_each_of_several_gets_a_slug_that_nobody_has_or_had() -> None:
    TopicFactory.create(slug="letter")
    FormerAddress.objects.create(noun="topic", slug="letter-3", object_id=999)
    assert made("Letter", "Letter", "Letter 2", "Reply") == [
        *("letter-2", "letter-4"),
        *("letter-2-2", "reply"),
    ]


def test_who_has_a_slug_keeps_it() -> None:
    topic = Topic(name="Letter", slug="mine")
    Topic.make_slugs([topic])
    assert topic.slug == "mine"


def test_a_slug_that_many_have_with_a_number_is_numbered_on() -> None:
    for number in range(1, SPARE + 6):
        TopicFactory.create(slug="letter" if number == 1 else f"letter-{number}")
    assert made("Letter", "Letter") == [f"letter-{SPARE + 6}", f"letter-{SPARE + 7}"]


def test_no_more_is_read_than_the_slugs_in_question() -> None:
    TopicFactory.create(slug="letter")
    TopicFactory.create_batch(5)
    with CaptureQueriesContext(connection) as run:
        assert made("Letter", "Reply", "Answer") == ["letter-2", "reply", "answer"]
    assert len(run) == 2
    assert all("LIKE" not in each["sql"] for each in run.captured_queries)
