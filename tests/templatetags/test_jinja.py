"""What the public pages' templates can call."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from positions.choices import Stance
from positions.templatetags.jinja import (
    WORDS,
    count,
    day,
    drawn_once,
    environment,
    json_data,
    machine_date,
    number,
    stance,
    words,
)


@pytest.mark.parametrize("text", ["2018", "2018-05", "2018-05-24"])
def test_machine_date_is_given_where_html_can_hold_it(text: str) -> None:
    assert machine_date(text) == text


@pytest.mark.parametrize("text", ["", "2018-21", "2018-05~", "../2018-06", "2018/2019", "201X"])
def test_machine_date_is_left_out_where_html_cannot(text: str) -> None:
    assert machine_date(text) == ""


def test_day_is_in_words() -> None:
    assert day(date(2018, 6, 5)) == "5 June 2018"
    assert day(datetime(2018, 6, 5, 23, 59, tzinfo=UTC)) == "5 June 2018"


@pytest.mark.parametrize("value", [None, date.min])
def test_day_that_is_not_known_is_not_printed(value: date | None) -> None:
    assert day(value) == ""


def test_number_has_narrow_spaces() -> None:
    assert number(1234567) == "1\u202f234\u202f567"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0 statements"), (1, "1 statement"), (1000, "1\u202f000 statements")],
)
def test_count_agrees_with_its_noun(value: int, shown: str) -> None:
    assert count(value, "statement") == shown.replace(" ", "\u00a0")


def test_count_takes_an_irregular_plural() -> None:
    assert count(2, "person", "people") == "2\u00a0people"


def test_stance_of_nothing_is_none() -> None:
    assert stance("") is None
    assert stance("opposes") is Stance.OPPOSES


@pytest.mark.parametrize("name", WORDS)
def test_words_are_known_for_every_value(name: str) -> None:
    say = words(WORDS[name])
    assert [say(value) for value in WORDS[name].values] == list(WORDS[name].labels)


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_data_cannot_end_its_element_and_reads_back(value: object) -> None:
    shown = str(json_data(value))
    assert not set("<>&") & set(shown)
    assert json.loads(shown) == value


def test_environment_refuses_a_misspelt_name() -> None:
    made = environment(undefined=StrictUndefined)
    with pytest.raises(UndefinedError):
        made.from_string("{{ statment }}").render()


def test_a_template_may_not_read_a_key_of_a_dict_as_a_field() -> None:
    made = environment(undefined=StrictUndefined)
    for held in ({}, {"topic": "faces"}):
        with pytest.raises(UndefinedError, match="give the page an object"):
            made.from_string("{{ held.topic }}").render(held=held)
    counted = made.from_string("{% for key, n in held.items() %}{{ key }}{{ n }}{% endfor %}")
    assert counted.render(held={"a": 1}) == "a1"


def test_what_is_kept_of_a_safe_text_is_not_given_for_the_same_text_that_is_not() -> None:
    for text, drawn in ((Markup("<b>"), "<b>"), ("<b>", "&lt;b&gt;")):
        assert drawn_once(escape, text) == drawn
