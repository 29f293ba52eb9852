"""What is noted of the SQL that tests send, and which of them run on PostgreSQL for it."""

from pathlib import Path

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from positions.models import Topic
from tests.factories import TopicFactory
from tests.sql_sent import BY_ROOM, IN_FULL, Noting, chosen, in_room, read, shape


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SELECT a FROM t WHERE k IN (%s, %s)", "SELECT a FROM t WHERE k IN (%s)"),
        ("INSERT INTO t (a) VALUES (%s, NULL), (%s, %s)", "INSERT INTO t (a) VALUES (%s, %s)"),
        ("SELECT a FROM t LIMIT 21", "SELECT a FROM t LIMIT 1"),
        ("SELECT 'it' AS noun", "SELECT 'other' AS noun"),
        ("SAVEPOINT s1_x1", "SAVEPOINT s22_x303"),
    ],
)
def test_statements_that_differ_in_their_values_have_one_shape(one: str, other: str) -> None:
    assert shape(one) == shape(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SELECT a FROM t WHERE b = %s", "SELECT a FROM t WHERE c = %s"),
        ("SELECT a FROM t WHERE b = %s", "SELECT a FROM t WHERE b > %s"),
        ("SELECT a FROM t ORDER BY a", "SELECT a FROM t"),
    ],
)
def test_statements_that_differ_in_more_have_two(one: str, other: str) -> None:
    assert shape(one) != shape(other)


TESTS = [f"tests/views/test_a.py::test_{number}" for number in range(8)]
SENT = st.dictionaries(
    st.sampled_from(TESTS), st.tuples(st.sets(st.sampled_from("abcdef")), st.integers(0, 500))
)


@given(SENT)
def test_those_that_are_chosen_send_all_that_any_sends(
    sent: dict[str, tuple[set[str], int]],
) -> None:
    taken = chosen(TESTS, sent)
    assert set(TESTS) - set(sent) <= taken, "what is unknown runs"
    everything = set().union(*(shapes for shapes, _ in sent.values()))
    assert set().union(*(sent[each][0] for each in taken if each in sent)) == everything
    assert all(sent[each][0] for each in taken if each in sent), "none that sends nothing"


def test_of_two_that_send_the_same_the_one_that_sends_less_runs() -> None:
    sent = {TESTS[0]: ({"a"}, 300), TESTS[1]: ({"a"}, 3)}
    assert chosen(TESTS[:2], sent) == {TESTS[1]}


def test_a_room_of_values_sends_all_its_shapes_though_others_send_them_too() -> None:
    room, full, other = (f"tests/{each}/test_a.py::test" for each in ("importers", "filters", "a"))
    sent = {room: ({"a"}, 3), full: ({"a"}, 3), other: ({"a"}, 3)}
    assert chosen([room, full, other], sent) == {room, full}


@pytest.mark.parametrize("room", [*IN_FULL, *BY_ROOM])
def test_a_room_that_is_named_is_there(room: str) -> None:
    module, _, test = room.partition("::")
    found = Path(__file__).parent / module
    text = next(path for path in (found, found.with_suffix(".py")) if path.exists())
    assert test.partition("[")[0] in ("" if text.is_dir() else text.read_text())


def test_a_test_stands_in_the_room_of_its_directory_or_module() -> None:
    assert in_room("tests/filters/test_day.py::test_a", *IN_FULL)
    assert not in_room("tests/views/test_page.py::test_a", *IN_FULL)


@pytest.mark.django_db
def test_what_a_test_sends_is_noted_and_kept_beside_what_others_sent(tmp_path: Path) -> None:
    file = tmp_path / "alone.json"
    file.write_text('{"tests/before.py::test": [["0123456789"], 4]}')
    noting = Noting(file)
    with connection.execute_wrapper(noting.note):
        TopicFactory.create()
        assert Topic.objects.filter(pk__in=[1, 2]).count() <= 1
    noting.sent["tests/now.py::test"] = (noting.shapes, noting.count)
    noting.pytest_sessionfinish()
    found = read([file])
    assert found["tests/before.py::test"] == ({"0123456789"}, 4)
    assert found["tests/now.py::test"] == (noting.shapes, noting.count)
    assert noting.count >= len(noting.shapes) > 1
