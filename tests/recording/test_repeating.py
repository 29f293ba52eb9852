"""A write that lost a race is done again, and one that is simply wrong is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError

from positions.models import StaleEdit, Topic
from positions.recording import Invalid, Race, races, repeated
from tests.factories import TopicFactory

pytestmark = pytest.mark.django_db


class Deed:
    """Raises what it is given, one after another, and then gives how often it was called."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.calls = 0

    def __call__(self) -> int:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return self.calls


def broken_off(**code: object) -> OperationalError:
    """What Django makes of a driver's error with this code."""
    cause = Exception("as the driver has it")
    vars(cause).update(code)
    error = OperationalError("broken off")
    error.__cause__ = cause
    return error


LOST: dict[str, Callable[[], Exception]] = {
    "changed by another": lambda: StaleEdit(Topic(name="Example", version=3)),
    "a broken constraint": lambda: IntegrityError("twice"),
    "gone": Topic.DoesNotExist,
    "a deadlock": lambda: broken_off(sqlstate="40P01"),
    "a serialization failure": lambda: broken_off(sqlstate="40001"),
    "another writer since a read": lambda: broken_off(sqlite_errorcode=517),
}


@pytest.mark.parametrize("why", LOST)
def test_what_lost_a_race_is_done_again(why: str) -> None:
    forgotten = []
    deed = Deed(LOST[why](), LOST[why]())
    assert repeated(deed, before_each=lambda: forgotten.append(deed.calls)) == 3
    assert forgotten == [1, 2]


@pytest.mark.parametrize(
    "error",
    [
        ValidationError("wrong"),
        KeyError("wrong"),
        OperationalError("no cause"),
        broken_off(sqlstate="57P01"),
        broken_off(sqlite_errorcode=14),
    ],
    ids=["invalid", "a fault", "no driver", "the server is shut down", "no file"],
)
def test_what_is_wrong_is_raised_at_once(error: Exception) -> None:
    deed = Deed(error)
    with pytest.raises(type(error)):
        repeated(deed)
    assert deed.calls == 1


def test_a_locked_sqlite_is_told_to_an_editor_at_once_and_waited_for_by_a_command() -> None:
    deed = Deed(broken_off(sqlite_errorcode=5))
    with pytest.raises(OperationalError):
        repeated(deed)
    assert deed.calls == 1
    patient = Deed(broken_off(sqlite_errorcode=5))
    assert repeated(patient, patience=races.PATIENCE_OF_COMMANDS) == 2


def test_what_is_refused_once_is_written_again_and_what_is_refused_twice_is_wrong() -> None:
    refused = [
        Invalid(Topic(), ValidationError({"name": words}))
        for words in ("It is there.", "It is there already.", "It is there already.")
    ]
    deed = Deed(*refused)
    with pytest.raises(Invalid, match="already"):
        repeated(deed)
    assert deed.calls == 3


def test_who_always_loses_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(races, "LONGEST_PAUSE", 0)
    deed = Deed(*(IntegrityError("twice") for _ in range(100)))
    with pytest.raises(Race, match="Nothing was saved: try again"):
        repeated(deed)
    assert deed.calls == races.ATTEMPTS


def test_who_waited_long_for_the_winner_tries_once_more_and_then_no_longer() -> None:
    deed = Deed(*(IntegrityError("twice") for _ in range(3)))
    with pytest.raises(Race):
        repeated(deed, patience=0)
    assert deed.calls == 2


def test_a_slug_that_was_made_and_taken_meanwhile_is_made_anew() -> None:
    topic = Topic(name="Example topic")
    topic.full_clean()
    assert topic.slug == "example-topic"
    TopicFactory.create(name="Another", slug="example-topic")
    topic.save()
    assert topic.slug == "example-topic-2"


def test_slugs_that_were_made_for_several_and_taken_meanwhile_are_made_anew() -> None:
    topics = [Topic(name="Example topic"), Topic(name="Other topic")]
    Topic.make_slugs(topics)
    Topic.ask_for_slugs(topics)
    for slug in ("example-topic", "other-topic"):
        TopicFactory.create(name=f"Another {slug}", slug=slug)
    for topic in topics:
        topic.save()
    assert [topic.slug for topic in topics] == ["example-topic-2", "other-topic-2"]


def test_a_slug_that_was_typed_and_taken_meanwhile_is_refused() -> None:
    topic = Topic(name="Example topic", slug="example-topic")
    TopicFactory.create(name="Another", slug="example-topic")
    with pytest.raises(IntegrityError):
        topic.save()
